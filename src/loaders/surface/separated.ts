import type { Surface } from '../surface.js'
import { isPlainCell, readCell } from '../values.js'

/** How many cells end between two words; `null` where the blanks between them cannot have come so. */
type Joint = (line: string, from: number, to: number) => number | null

/** The request tables of the forms since 2019 have so many columns, by which their rows are known. */
const COLUMNS = 7
/** So many rows must have just so many cells, and of those with several figures such a share. */
const [ROWS, SHARE] = [5, 0.6]
/** A text of more rows is no report, and a longer line no row. */
const [MOST_ROWS, LONGEST] = [5000, 400]

/**
 * A text each line of which is a row of cells that were joined by a string of blanks, its empty cells kept as nothing between two such
 * strings, or by tabs of which blanks were made: as a text with a tab between cells. In such a text nothing stands under anything;
 * the blanks count the cells.
 *
 * @returns a surface for each way of joining by which the rows have as many cells as a form's
 */
export function separatedSurfaces(source: string): Surface[] {
  const lines = rowLines(source)
  if (lines.length < ROWS || lines.length > MOST_ROWS) return []
  return JOINTS.flatMap((joint) => {
    const rows = lines.flatMap((line) => cutAt(line, joint) ?? [])
    return fits(rows) ? [withTabs(source, rows)] : []
  })
}

/** Cells joined by a string of blanks; one that holds nothing but other blanks is empty. */
const joinedBy =
  (string: string): Joint =>
  (line, from, to) => {
    const gap = line.slice(from, to)
    const rest = gap.replaceAll(string, '')
    return /^[\u00a0\u3000]*$/.test(rest) ? (gap.length - rest.length) / string.length : null
  }

/** Cells joined by so many blanks, an empty one being a blank itself. */
const joinedWithBlanks =
  (joint: number): Joint =>
  (line, from, to) => {
    const gap = line.slice(from, to)
    const between = from > 0 && to < line.length ? 1 : 0
    const empty = (gap.length - between * joint) / (joint + 1)
    return /^ *$/.test(gap) && Number.isInteger(empty) && empty >= 0 ? empty + between : null
  }

/** Cells joined by tabs of which blanks were made, so that each begins at a multiple of so many characters, or of their width on a screen. */
const tabsOf =
  (size: number, widthOf: (text: string) => number): Joint =>
  (line, from, to) => {
    const [end, start] = [widthOf(line.slice(0, from)), widthOf(line.slice(0, to))]
    return start % size === 0 ? start / size - Math.floor(end / size) : null
  }

const screenWidth = (text: string) =>
  text.length +
  (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g)?.length ?? 0)

const JOINTS: readonly Joint[] = [
  ...['\u3000', '    ', '   ', '  ', ' '].map(joinedBy),
  ...[1, 2, 4].map(joinedWithBlanks),
  ...[8, 4].flatMap((size) => [tabsOf(size, (text) => text.length), tabsOf(size, screenWidth)]),
]

/** A line with its words, the last of which are figures. */
interface RowLine {
  readonly begin: number
  readonly text: string
  readonly words: readonly { readonly from: number; readonly to: number }[]
  /** How many of its words are a label. */
  readonly labels: number
}

/** So many lines above a row without a label are its header. */
const HEADER = 3

/** The lines that may be rows: words and then figures, or words and nothing but blanks behind; and the headers of rows without words. */
function rowLines(source: string): RowLine[] {
  let begin = 0
  const lines = source.split('\n').map((written) => {
    const own = begin
    begin += written.length + 1
    const text = written.replace(/\r$/, '')
    return text.length <= LONGEST && /\s/.test(text) ? lineOf(own, text) : null
  })
  const headers = new Set(
    lines.flatMap((line, i) => (line?.labels === 0 ? lines.slice(Math.max(0, i - HEADER), i) : [])),
  )
  return lines.filter((line) => line !== null).filter((line) => isRow(line) || headers.has(line))
}

function lineOf(begin: number, text: string): RowLine {
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
  const isFigure = ({ from, to }: { from: number; to: number }) =>
    isPlainCell(readCell(text.slice(from, to).normalize('NFKC')))
  return { begin, text, words, labels: words.findLastIndex((word) => !isFigure(word)) + 1 }
}

function isRow({ text, words, labels }: RowLine): boolean {
  return labels < words.length || (labels > 0 && text.length > (words.at(-1)?.to ?? 0) + 1)
}

/** A row cut at its joints: how many cells end behind each of its words, and before the first. */
interface CutRow extends RowLine {
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly cells: number }[]
}

function cutAt(line: RowLine, joint: Joint): CutRow | null {
  const { text, words } = line
  const ends = [0, ...words.map(({ to }) => to)]
  const gaps: CutRow['gaps'][number][] = []
  for (const [i, from] of ends.entries()) {
    const to = words[i]?.from ?? text.length
    const cells = from === to ? 0 : joint(text, from, to)
    if (cells === null || (from < to && cells === 0 && i > line.labels)) return null
    gaps.push({ from, to, cells })
  }
  return { ...line, gaps }
}

/** Whether rows have as many cells behind their labels as the form has, or all as many as each other, of which some are empty. */
function fits(rows: readonly CutRow[]): boolean {
  const cells = (row: CutRow, first: number) => row.gaps.slice(first).reduce((sum, gap) => sum + gap.cells, 0)
  const figures = (row: CutRow) => row.words.length - row.labels
  const named = rows.filter((row) => row.labels > 0 && figures(row) > 0)
  const several = named.filter((row) => figures(row) > 1)
  const widths = several.map((row) => cells(row, 0))
  const width = widths.toSorted((a, b) => countOf(widths, b) - countOf(widths, a))[0]
  return [(row: CutRow) => cells(row, row.labels) === COLUMNS, (row: CutRow) => cells(row, 0) === width].some(
    (isRight) => {
      const right = named.filter(isRight)
      const hasEmpty = right.some((row) => row.gaps.slice(row.labels).some((gap) => gap.cells > 1))
      return right.length >= ROWS && hasEmpty && several.filter(isRight).length >= several.length * SHARE
    },
  )
}

function countOf(numbers: readonly number[], one: number): number {
  return numbers.filter((other) => other === one).length
}

/** The source with tabs for the blanks of its rows. */
function withTabs(source: string, rows: readonly CutRow[]): Surface {
  const parts: string[] = []
  const places: number[] = []
  const copy = (from: number, to: number) => {
    parts.push(
      source
        .slice(from, to)
        .replace(/[\r\u001d\u001f]/g, ' ')
        .replace(/[\f\v\u2028\u2029]/g, '\n'),
    )
    for (let at = from; at < to; at++) places.push(at)
  }
  let done = 0
  for (const { begin, gaps } of rows)
    for (const { from, to, cells } of gaps) {
      if (cells === 0) continue
      copy(done, begin + from)
      parts.push('\t'.repeat(cells))
      for (let i = 0; i < cells; i++) places.push(begin + from)
      done = begin + to
    }
  copy(done, source.length)
  return { text: parts.join(''), offsets: Int32Array.from([...places, source.length]), format: 'text' }
}
