import { UNNAMED } from '../forms/statement-words.js'
import type { Cell, FormId, Report, TableName } from '../types.js'
import { commonShare, indexOfStatement, isPlaced } from './accuracy-places.js'
import type { TrueCell, Truth } from './simulate/truth.js'

/** How one report, or many together, were read, in counts. */
export interface Score {
  readonly reports: number
  /** Reports the reader refused. */
  readonly refused: number
  /** Reports with tables; of these the ones read whole, and the ones with a cell wrong in silence. */
  readonly withTables: number
  readonly whole: number
  readonly faulty: number
  /** Reports whose year, signature date and form editions, table by table, were read as they are. */
  readonly year: number
  readonly signed: number
  readonly form: number
  readonly cells: number
  /** The number, the nil mark or the emptiness that is there. */
  readonly right: number
  /** Of these, numbers given as `inferred`. */
  readonly inferred: number
  /** No value given, and the cell called `ambiguous`, `absent`, or empty where it is not quite that. */
  readonly withheld: number
  /** A number that is not the true one, or where none is; emptiness where a number is printed. */
  readonly wrong: number
  /** Numbers read rightly as `stated`, and of these the ones whose place holds them. */
  readonly stated: number
  readonly placed: number
  readonly statements: number
  readonly statementsRight: number
  /** Statements that name a printed quantity wrongly: another key or value. One read as `unnamed` is only not right. */
  readonly statementsWrong: number
  /** Statements read where none is, `unnamed` ones too. */
  readonly statementsExtra: number
  readonly items: number
  readonly itemsFound: number
  readonly itemsExact: number
  readonly itemsExtra: number
}

/** One cell or statement read wrongly, in words. */
export interface Miss {
  readonly id: string
  readonly what: string
  readonly truth: string
  readonly read: string
}

/**
 * How one report was read, in a word. `whole`: every cell rightly. `in part`: some cells withheld, none wrong. `faulty`: a cell
 * wrong in silence. `refused`: not read at all. `no tables`: there was no cell to read.
 */
export type Judgement = 'whole' | 'in part' | 'faulty' | 'refused' | 'no tables'

/** A report compared with its true values. */
export interface Scored {
  readonly judgement: Judgement
  readonly score: Score
  readonly wrong: readonly Miss[]
}

/** A score of nothing, to add to. */
export const NO_SCORE: Score = Object.freeze({
  reports: 0,
  refused: 0,
  withTables: 0,
  whole: 0,
  faulty: 0,
  year: 0,
  signed: 0,
  form: 0,
  cells: 0,
  right: 0,
  inferred: 0,
  withheld: 0,
  wrong: 0,
  stated: 0,
  placed: 0,
  statements: 0,
  statementsRight: 0,
  statementsWrong: 0,
  statementsExtra: 0,
  items: 0,
  itemsFound: 0,
  itemsExact: 0,
  itemsExtra: 0,
})

/** Two scores together. */
export function addScores(a: Score, b: Score): Score {
  return Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, value + b[key as keyof Score]]),
  ) as unknown as Score
}

/**
 * Compares a report with its true values: every cell, statement and item, and the year, date and form. What does it answer:
 * how far can the reader be trusted with reports of this kind. A cell is *right* if the number, nil mark or emptiness that is
 * printed was read, or a number left unprinted was inferred rightly; *withheld* if no value was given; *wrong* (in silence)
 * if another number was given, a number where none is printed, or emptiness where one is.
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
  const counts: Record<keyof Score, number> = { ...NO_SCORE, reports: 1 }
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

type Counts = Record<keyof Score, number>

function scoreHead({ report: head }: Truth, { report }: Report, counts: Counts): void {
  if (report.year === head.year) counts.year++
  if (report.signed === head.signed) counts.signed++
  const tables = new Set([...Object.keys(head.forms), ...Object.keys(report.forms)])
  const isSame = [...tables].every((table) => report.forms[table as TableName] === head.forms[table])
  if (report.form === head.form && isSame) counts.form++
}

function scoreCells(truth: Truth, report: Report | null, text: string, counts: Counts, wrong: Miss[]): void {
  const read = new Map(
    Object.entries(report?.tables ?? {}).flatMap(([table, cells]) =>
      cells.map((cell: Cell) => [`${table}/${cell.row}/${cell.column}` as string, cell] as const),
    ),
  )
  const taken = new Set<number>()
  for (const [table, cells] of Object.entries(truth.tables)) {
    for (const cell of cells) {
      const key: string = `${table}/${cell.row}/${cell.column}`
      const found = read.get(key)
      read.delete(key)
      const verdict = cellVerdict(cell, found)
      counts.cells++
      counts[verdict]++
      if (verdict === 'wrong') wrong.push(missed(truth.id, key, cell, found))
      if (verdict !== 'right' || found === undefined) continue
      if (found.status === 'inferred') counts.inferred++
      if (found.status !== 'stated') continue
      counts.stated++
      const start = found.at?.[0] ?? -1
      if (!taken.has(start) && isPlaced(found.at, cell, text)) counts.placed++
      taken.add(start)
    }
  }
  for (const [key, cell] of read) {
    if (cell.value === null) continue
    counts.wrong++
    wrong.push({ id: truth.id, what: key, truth: 'no such cell', read: `${cell.status} ${cell.value}` })
  }
}

/** What became of one cell. */
export function cellVerdict(cell: TrueCell, found: Cell | undefined): 'right' | 'withheld' | 'wrong' {
  const { status, value } = found ?? { status: 'absent', value: null }
  if (value !== null) {
    if (cell.status === 'stated') return value === cell.value ? 'right' : 'wrong'
    return status === 'inferred' && cell.status !== 'absent' && cell.status !== 'garbled' && value === cell.meant
      ? 'right'
      : 'wrong'
  }
  if (cell.status === 'stated') return status === 'nil' || status === 'blank' ? 'wrong' : 'withheld'
  const same = status === cell.status || cell.status === 'garbled' || (cell.status === 'lost' && status === 'blank')
  return same ? 'right' : 'withheld'
}

function missed(id: string, what: string, cell: TrueCell, found: Cell | undefined): Miss {
  const printed = cell.printed === '' ? '' : ` ${cell.printed}`
  return { id, what, truth: `${cell.status}${printed}`, read: `${found?.status} ${found?.value ?? ''}`.trim() }
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
