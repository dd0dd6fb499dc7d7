import { ALL_TABLES, type Form, formById, formCells, forms } from '../../forms/forms.js'
import type { Cell, TableName } from '../../types.js'
import { type Alignment, align } from '../labels/align.js'
import { templatesOf } from '../labels/template.js'
import { foldedEnd, foldedIndex, placeOf, type Stream } from '../stream.js'
import type { FoundTable } from './tables.js'
import { titledRange } from './titled.js'

/** So many headings of a table, and this share of all its labels, are no chance. */
const [LEAST_HEADINGS, LEAST_COVERAGE] = [3, 0.15]
/** Nor are two with a row of figures under them. */
const ROW = /(?:^|\n)[ \t]*(?:\d{1,9}[ \t]{1,40}){4}\d/
/** What stands between headings only where a sentence names them. */
const SENTENCE = /[。;]|\d\s*件/
/** A table's figures stand within so many characters behind its headings. */
const REACH = 300

/** So many rows with figures right behind their labels are no chance either. */
const LEAST_ROWS = 2
/** A figure in the cell behind a label. */
const FIGURE_BEHIND = /^[^\S\n]*[\s|\u001d\u001f](?:[\s|\u001d\u001f]*\d[\d,.]*(?=[\s|\u001d\u001f]|$))/

/**
 * Tables that are there, since their headings stand in their order and figures behind them, or some of their rows, or their title above
 * figures and pieces of their labels, but of which too few labels were found to tell the rows. None of their cells is `absent`: all are withheld.
 *
 * @param found the tables that were read, of which the main one gives the form; where there is none, the labels do
 * @param repeatsLost whether the figures may have been left out, so that the headings alone must do
 */
export function unrecognisedTables(stream: Stream, found: readonly FoundTable[], repeatsLost = false): FoundTable[] {
  const main = formById((found.find(({ table }) => table === 'requests') ?? found[0])?.form ?? '')
  const there = (main ? [main] : forms()).map((form) => {
    const tables = ALL_TABLES.filter((table) => !found.some((one) => one.table === table))
    const best = tables.flatMap((table) => bestThere(stream, form, table, repeatsLost) ?? [])
    return { form, best, score: best.reduce((sum, { score }) => sum + score, 0) }
  })
  const [first] = there.filter(({ best }) => best.length > 0).sort((a, b) => b.score - a.score)
  return first?.best.map((one) => withheldTable(stream, first.form, one)) ?? []
}

interface Unrecognised {
  readonly table: TableName
  readonly score: number
  readonly range: readonly [from: number, to: number]
}

function bestThere(stream: Stream, form: Form, table: TableName, repeatsLost: boolean): Unrecognised | null {
  const [best] = templatesOf(form, table)
    .map((template) => align(stream, template))
    .sort((a, b) => b.coverage - a.coverage)
  if (best !== undefined && isThere(stream, best, repeatsLost))
    return { table, score: best.score, range: ownRange(stream, best.matches) }
  const titled = titledRange(stream, form, table)
  return titled && { table, ...titled }
}

function isThere(stream: Stream, { template, matches, coverage }: Alignment, repeatsLost: boolean): boolean {
  const { text } = stream.folded
  const [from, to] = rangeOf(stream, matches)
  if (coverage === 0 || SENTENCE.test(text.slice(from, to))) return false
  const isRow = (i: number) => template.labels[i]?.row !== null
  const headings = matches.filter((match, i) => match !== null && !isRow(i))
  const rows = matches.filter((match, i) => {
    const end = match && isRow(i) ? foldedEnd(stream, match.to) : null
    return end !== null && FIGURE_BEHIND.test(text.slice(end, end + NEAR))
  })
  if (rows.length >= LEAST_ROWS && rows.length + headings.length >= LEAST_HEADINGS) return true
  if (headings.length < 2 || coverage < LEAST_COVERAGE) return false
  if (repeatsLost && headings.length >= LEAST_HEADINGS) return true
  const [behind = ''] = text.slice(to, to + REACH).split(/\n\s*[一二三四五六七八九]、/)
  return headings.length < LEAST_HEADINGS ? ROW.test(behind) : MARK.test(behind)
}

/** A figure, or a nil mark alone on its line. */
const MARK = /\d|^[^\S\n]*(?:[—–/-]{1,2}|无)[^\S\n]*$/m

/** So many headings at the beginning are left to the section. */
const TITLE = 2

/** A figure in the next cell stands within so many characters. */
const NEAR = 40

function rangeOf(stream: Stream, matches: Alignment['matches']): readonly [from: number, to: number] {
  const there = matches.filter((match) => match !== null)
  return [foldedIndex(stream, there[0]?.from ?? 0), foldedEnd(stream, there.at(-1)?.to ?? 0)]
}

/** Its first headings may be the table's title, and so that of a section, which the next one tells to be such. */
function ownRange(stream: Stream, matches: Alignment['matches']): readonly [from: number, to: number] {
  const own = matches.filter((match) => match !== null)
  return rangeOf(stream, own.length > TITLE ? own.slice(TITLE) : own)
}

function withheldTable(stream: Stream, form: Form, { table, score, range }: Unrecognised): FoundTable {
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
