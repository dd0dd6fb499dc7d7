import { UNNAMED } from '../forms/statement-words.js'
import type { FormId, Report, TableName } from '../types.js'
import { scoreCells } from './accuracy-cells.js'
import { commonShare, indexOfStatement } from './accuracy-places.js'
import { type Counts, type Judgement, type Miss, NO_SCORE, type Scored } from './accuracy-score.js'
import type { Truth } from './simulate/truth.js'

/**
 * Compares a report with its true values: every cell, statement and item, and the year, date and form. What does it answer:
 * how far can the reader be trusted with reports of this kind. A cell is *right* if the number, nil mark or emptiness that is
 * printed was read, or a number left unprinted was inferred rightly; *withheld* if no value was given; *wrong* (in silence)
 * if another number was given, a number where none is printed, or if a printed cell was called empty or absent.
 *
 * @param truth a line of `truth.jsonl`
 * @param report what the reader made of the file; `null` where it refused
 * @param text the text in which the report's places count, as the reader decoded or extracted it; empty where it refused
 * @example
 * const { bytes, truth } = await simulateReport('7', 0)
 * const { report, text } = await analyseReport({ id: truth.id, path: truth.file, bytes })
 * scoreReport(truth, report, text).score.wrong // 0
 */
export function scoreReport(truth: Truth, report: Report | null, text: string): Scored {
  const wrong: Miss[] = []
  const counts: Counts = { ...NO_SCORE, reports: 1 }
  if (report === null) counts.refused = 1
  else scoreHead(truth, report, counts)
  scoreCells(truth, report, text, counts, wrong)
  scoreStatements(truth, report, counts, wrong)
  scoreItems(truth, report, counts)
  const judgement = judged(report, counts)
  if (judgement !== 'no tables') counts.withTables = 1
  if (judgement === 'whole') counts.whole = 1
  if (judgement === 'faulty') counts.faulty = 1
  return { judgement, score: counts, wrong }
}

function judged(report: Report | null, { cells, right, wrong }: Counts): Judgement {
  if (wrong > 0) return 'faulty'
  if (cells === 0) return 'no tables'
  if (report === null) return 'refused'
  return right === cells ? 'whole' : 'in part'
}

/**
 * The edition a report is counted under: that of its requests table or, before 2019, of its statistics table; `legacy` for a
 * report without tables.
 *
 * @example
 * const { truth } = await simulateReport('7', 0)
 * editionOfTruth(truth) // '2019'
 */
export function editionOfTruth({ report }: Truth): FormId {
  return report.form === 'legacy' ? (report.forms.statistics ?? 'legacy') : report.form
}

function scoreHead({ report: head }: Truth, { report }: Report, counts: Counts): void {
  if (report.year === head.year) counts.year++
  if (report.signed === head.signed) counts.signed++
  const tables = new Set([...Object.keys(head.forms), ...Object.keys(report.forms)])
  const isSame = [...tables].every((table) => report.forms[table as TableName] === head.forms[table])
  if (report.form === head.form && isSame) counts.form++
}

function scoreStatements(truth: Truth, report: Report | null, counts: Counts, wrong: Miss[]): void {
  const open = [...truth.statements]
  counts.statements += open.length
  for (const read of report?.statements ?? []) {
    const index = indexOfStatement(open, read)
    const [told] = index < 0 ? [] : open.splice(index, 1)
    if (told === undefined) counts.statementsExtra++
    else if (told.key === read.key && told.value === read.value) counts.statementsRight++
    else if (read.key !== UNNAMED || told.value !== read.value) {
      counts.statementsWrong++
      const of = (each: { key: string; value: number }) => `${each.key} ${each.value}`
      wrong.push({ id: truth.id, what: `statement ${told.text}`, truth: of(told), read: of(read) })
    }
  }
}

/** Share of two items' common stretch in all they cover from which on they are the same. */
const SAME_ITEM = 0.9

function scoreItems(truth: Truth, report: Report | null, counts: Counts): void {
  const open = [...truth.items]
  counts.items += open.length
  for (const read of report?.items ?? []) {
    const index = open.findIndex((told) => told.kind === read.kind && commonShare(told, read) >= SAME_ITEM)
    const [told] = index < 0 ? [] : open.splice(index, 1)
    if (told === undefined) counts.itemsExtra++
    else {
      counts.itemsFound++
      if (commonShare(told, read) === 1) counts.itemsExact++
    }
  }
}
