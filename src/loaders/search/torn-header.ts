import type { Form, FormBlock } from '../../forms/forms.js'
import type { Cell, TableName } from '../../types.js'
import { foldLabel } from '../fold.js'
import { borderedPiece, type Piece } from '../rows/cells.js'
import { cellsFor, figureLines } from '../rows/figure-lines.js'
import { foldedIndex, placeOf, type Stream } from '../stream.js'
import type { FoundTable } from '../tables/tables.js'
import { confirmedBySums } from './confirm.js'

/** Characters of the stream within which the names of a row's parts stand, and behind them its figures. */
const [NAMES, FIGURES] = [120, 500]

/**
 * A table of a single row whose header was torn column by column (`结果 结果 其他 尚未 / 维持 纠正 结果 审结`). Its parts' names stand
 * together, all characters of its column labels behind them, then one line with a figure for each cell, between pipes or blanks. The
 * figures are `inferred`, if every total in the line is the sum of its parts; else withheld, with the figure as candidate.
 *
 * @param isWhole whether behind the names the columns' labels must stand whole and in the form's order, once for each part
 * @returns `null` where there is no such header, or no such line behind it
 */
export function tableWithTornHeader(
  stream: Stream,
  source: string,
  form: Form,
  table: TableName,
  isWhole = false,
): FoundTable | null {
  const definition = form.tables[table]
  const [block] = definition?.blocks ?? []
  if (definition?.arrangement !== 'single_row' || block === undefined) return null
  const header = namesTogether(stream.chars, block)
  if (header === null) return null
  const line = figuresBehind(stream, header.to, block, isWhole)
  if (line === null) return null
  const last = line.at(-1)?.to ?? 0
  const names = block.rows.flatMap((row) => block.columns.map((column) => ({ row: row.code, column: column.code })))
  const printed = names.map((name, i): Cell => {
    const { from = 0, to = 0, value = null } = line[i] ?? {}
    const at = placeOf(stream.folded, from, to)
    return { ...name, value, status: value === null ? 'nil' : 'stated', text: source.slice(...at), at }
  })
  const [from, to] = [foldedIndex(stream, header.from), last]
  const score = block.rows.reduce((sum, row) => sum + row.printed.length, 0)
  return {
    table,
    form: form.form,
    detection: { table, form: form.form, score, runner_up: null, runner_up_score: null, decided_by: [] },
    cells: confirmedBySums(form, table, printed, new Map(block.rows.map(({ code }) => [code, 'torn off']))),
    at: placeOf(stream.folded, from, to),
    outcome: null,
    again: [],
    range: [from, to],
    endsWithin: false,
  }
}

function namesTogether(chars: string, block: FormBlock): { from: number; to: number } | null {
  const names = block.rows.map((row) => foldLabel(row.printed))
  const last = names.at(-1) ?? ''
  for (let at = chars.indexOf(last); at >= 0; at = chars.indexOf(last, at + 1)) {
    let from = at
    for (const name of names.slice(0, -1).reverse())
      from = from < 0 ? from : chars.lastIndexOf(name, from - name.length)
    if (from >= 0 && at - from <= NAMES) return { from, to: at + last.length }
  }
  return null
}

/** The cells of the first line of figures behind a header that has one for each cell, all column labels before it. */
function figuresBehind(stream: Stream, from: number, block: FormBlock, isWhole: boolean): readonly Piece[] | null {
  const { text } = stream.folded
  const [start, end] = [foldedIndex(stream, from), foldedIndex(stream, from + FIGURES)]
  const slots = block.rows.length * block.columns.length
  const [line] = figureLines(text, start, end)
  const cells =
    line === undefined ? betweenBlanks(text, start, end) : line.words.length === 0 ? cellsFor(line, slots) : null
  const [first] = cells ?? []
  if (cells?.length !== slots || first === undefined || cells.some(({ kind }) => kind !== 'number' && kind !== 'nil'))
    return null
  const between = text.slice(start, first.from)
  const labels = block.columns.map(({ label }) => label).join('')
  const isThere = isWhole
    ? foldLabel(between) === foldLabel(labels.repeat(block.rows.length))
    : [...labels].every((char) => between.includes(char))
  return isThere ? cells : null
}

/** The figures of the first line that holds figures between blanks and nothing else, if no line of figures follows that may go on in it. */
function betweenBlanks(text: string, from: number, to: number): Piece[] | null {
  const lines = [...text.slice(from, to).matchAll(/[^\n]+/g)].filter(([line]) => /\S/.test(line))
  const cellsOf = (line: RegExpExecArray | undefined) =>
    [...(line?.[0] ?? '').matchAll(/\S+/g)].map(({ index, 0: word }) => {
      const start = from + (line?.index ?? 0) + index
      return borderedPiece(text, start, start + word.length, true)
    })
  const isFigure = (piece: Piece | null) => piece?.kind === 'number' || piece?.kind === 'nil'
  const at = lines.findIndex(([line]) => /\d/.test(line))
  const cells = cellsOf(lines[at])
  const mayGoOn = lines[at + 1] !== undefined && cellsOf(lines[at + 1]).every(isFigure)
  return mayGoOn || !cells.every(isFigure) ? null : cells.filter((piece) => piece !== null)
}
