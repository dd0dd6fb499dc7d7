import { type Form, formById, formCells, TABLES } from '../forms/forms.js'
import type { Cell, TableName } from '../types.js'
import { type Alignment, align } from './align.js'
import { foldedEnd, foldedIndex, placeOf, type Stream } from './stream.js'
import type { FoundTable } from './tables.js'
import { templatesOf } from './template.js'

/** So many headings of a table, and this share of all its labels, are no chance. */
const [LEAST_HEADINGS, LEAST_COVERAGE] = [3, 0.15]
/** Nor are two with a row of figures under them. */
const ROW = /(?:^|\n)[ \t]*(?:\d{1,9}[ \t]{1,40}){4}\d/
/** What stands between headings only where a sentence names them. */
const SENTENCE = /[。;]|\d\s*件/
/** A table's figures stand within so many characters behind its headings. */
const REACH = 300

/**
 * Tables that are there, since their headings stand in their order and figures behind them, but of which too few labels were found
 * to tell the rows. None of their cells is `absent`: all are withheld.
 *
 * @param found the tables that were read, of which the main one gives the form
 */
export function unrecognisedTables(stream: Stream, found: readonly FoundTable[]): FoundTable[] {
  const form = formById((found.find(({ table }) => table === 'requests') ?? found[0])?.form ?? '')
  if (form === undefined) return []
  return TABLES.filter((table) => !found.some((one) => one.table === table)).flatMap((table) => {
    const [best] = templatesOf(form, table)
      .map((template) => align(stream, template))
      .sort((a, b) => b.coverage - a.coverage)
    return best !== undefined && isThere(stream, best) ? [withheldTable(stream, form, table, best)] : []
  })
}

function isThere(stream: Stream, { template, matches, coverage }: Alignment): boolean {
  const headings = matches.filter((match, i) => match !== null && template.labels[i]?.row === null)
  if (headings.length < 2 || coverage < LEAST_COVERAGE) return false
  const [from, to] = rangeOf(stream, matches)
  if (SENTENCE.test(stream.folded.text.slice(from, to))) return false
  const [behind = ''] = stream.folded.text.slice(to, to + REACH).split(/\n\s*[一二三四五六七八九]、/)
  return headings.length < LEAST_HEADINGS ? ROW.test(behind) : /\d/.test(behind)
}

function rangeOf(stream: Stream, matches: Alignment['matches']): readonly [from: number, to: number] {
  const there = matches.filter((match) => match !== null)
  return [foldedIndex(stream, there[0]?.from ?? 0), foldedEnd(stream, there.at(-1)?.to ?? 0)]
}

function withheldTable(stream: Stream, form: Form, table: TableName, { matches, score }: Alignment): FoundTable {
  const range = rangeOf(stream, matches)
  const open = { value: null, status: 'ambiguous', text: null, at: null, candidates: [] } as const
  return {
    table,
    form: form.form,
    detection: { table, form: form.form, score, runner_up: null, runner_up_score: null, decided_by: [] },
    cells: formCells(form, table).map(({ row, column }): Cell => ({ row: row.code, column: column.code, ...open })),
    at: placeOf(stream.folded, ...range),
    outcome: null,
    again: [],
    range,
    endsWithin: false,
  }
}
