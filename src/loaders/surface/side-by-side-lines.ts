import type { Row } from './bordered-lines.js'

/** Cells that repeat side by side are at most so many; of the rows below, so many at least must begin with words in every part. */
const MAX_PARTS = 4
const MIN_ROWS = 2
/** Share of the rows that must begin with words where they are not empty. */
const MOST = 0.8

/** A table printed in parts. */
export interface Parts {
  readonly count: number
  /** Cells of a row in each part. */
  readonly width: number
  /** The rows that are printed in parts, the header among them. */
  readonly rows: readonly Row[]
}

/** The rows as parts side by side, if below the header each part begins with words and ends with none. */
export function parted(rows: readonly Row[], width: number): Parts | null {
  const [header, ...below] = rows
  const length = header?.cells.length ?? 0
  const columnOf = (column: number) => below.map((row) => row.cells[column]?.text ?? '').filter((one) => one !== '')
  const isParted = Array.from({ length: length / width }, (_, part) => {
    const labels = columnOf(part * width)
    const figures = columnOf((part + 1) * width - 1)
    return labels.filter(hasWords).length >= Math.max(MIN_ROWS, labels.length * MOST) && !figures.some(hasWords)
  })
  return length > 0 && isParted.every(Boolean) ? { count: isParted.length, width, rows } : null
}

/** The longest header of parts, in lines. */
const MOST_CELLS = 12

/**
 * The same where each cell has a line of its own, an empty one too: under a header that repeats itself line by line, rows of as many lines
 * follow, an empty line behind each.
 */
export function partsInLines(text: string, from: number): Parts | null {
  const first = lineAt(text, from)
  if (!/^[^\S\n]*\p{L}[^\n\t|\u001f\d]{0,20}$/u.test(first.text)) return null
  const lines = [first]
  while (
    lines.length <= MOST_CELLS &&
    lines.at(-1)?.text.trim() !== '' &&
    (lines.at(-1)?.next ?? text.length) < text.length
  )
    lines.push(lineAt(text, lines.at(-1)?.next ?? text.length))
  const cells = lines.at(-1)?.text.trim() === '' ? lines.slice(0, -1) : []
  const width = periodOf(cells.map((line) => line.text.replace(/\s/g, '')))
  if (width < 2) return null
  const rows = [rowOf(cells, lines.at(-1)?.next ?? text.length)]
  for (let at = rows[0]?.next ?? text.length; at < text.length; ) {
    const own = [lineAt(text, at)]
    while (own.length <= cells.length) own.push(lineAt(text, own.at(-1)?.next ?? text.length))
    const row = rowOf(own.slice(0, -1), own.at(-1)?.next ?? text.length)
    const isRow = row.cells.every((cell, i) =>
      i % width === 0 ? cell.text === '' || hasWords(cell.text) : i % width < width - 1 || !hasWords(cell.text),
    )
    if (own.at(-1)?.text.trim() !== '' || !isRow || row.cells.every((cell) => cell.text === '')) break
    rows.push(row)
    at = row.next
  }
  return parted(rows, width)
}

interface Line {
  readonly text: string
  readonly from: number
  readonly next: number
}

function lineAt(text: string, from: number): Line {
  const end = text.indexOf('\n', from)
  return { text: text.slice(from, end < 0 ? text.length : end), from, next: end < 0 ? text.length : end + 1 }
}

function rowOf(lines: readonly Line[], next: number): Row {
  const cells = lines.map(({ text, from }) => ({ from, to: from + text.length, text: text.replace(/\s/g, '') }))
  return { from: lines[0]?.from ?? next, next, border: '\n', cells }
}

/** Of how many cells each part of a header is that says the same words several times over; 0 where it does not. */
export function periodOf(texts: readonly string[]): number {
  if (!texts.every(hasWords)) return 0
  for (let parts = MAX_PARTS; parts >= 2; parts--) {
    const width = texts.length / parts
    if (width >= 2 && Number.isInteger(width) && texts.every((text, i) => text === texts[i % width])) return width
  }
  return 0
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text)
}
