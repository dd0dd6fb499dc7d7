import { Moved, type Row, rowAt } from './bordered-lines.js'
import type { Surface } from './surface.js'

/** Cells that repeat side by side are at most so many; of the rows below, so many at least must begin with words in every part. */
const MAX_PARTS = 4
const MIN_ROWS = 2

/**
 * A surface in which a table that is printed in parts side by side (指标 | 数 | 指标 | 数) has them one below the other: first the left
 * part of every row under such a header, then the next. Every character keeps its place in the source.
 */
export function partsBelowEachOther(surface: Surface): Surface {
  const { text } = surface
  const moved = new Moved(surface)
  let done = 0
  for (let from = 0; from < text.length; ) {
    const row = rowAt(text, from)
    const parts = partsUnder(text, row)
    from = parts?.rows.at(-1)?.next ?? row.next
    if (parts === null) continue
    moved.add(done, row.from)
    for (let part = 0; part < parts.count; part++)
      for (const one of parts.rows) moved.addPart(one, part * parts.width, (part + 1) * parts.width)
    done = from
  }
  if (done === 0) return surface
  moved.add(done, text.length)
  return moved.surface()
}

interface Parts {
  readonly count: number
  /** Cells of a row in each part. */
  readonly width: number
  /** The rows that are printed in parts, the header among them. */
  readonly rows: readonly Row[]
}

/** The parts side by side under a header that says the same in each: below it each begins with words and ends with none. */
function partsUnder(text: string, header: Row): Parts | null {
  const { length } = header.cells
  const width = periodOf(header.cells.map((cell) => cell.text))
  if (width === 0) return null
  const below: Row[] = []
  for (let from = header.next; from < text.length; ) {
    const row = rowAt(text, from)
    if (row.border !== header.border || !isAsWide(row, length)) break
    below.push(row)
    from = row.next
  }
  const columnOf = (column: number) => below.map((row) => row.cells[column]?.text ?? '').filter((one) => one !== '')
  const isParted = Array.from({ length: length / width }, (_, part) => {
    const labels = columnOf(part * width)
    const figures = columnOf((part + 1) * width - 1)
    return labels.filter(hasWords).length >= Math.max(MIN_ROWS, labels.length * MOST) && !figures.some(hasWords)
  })
  return isParted.every(Boolean) ? { count: isParted.length, width, rows: [header, ...below] } : null
}

const MOST = 0.8

/** A row parted by tabs may have lost empty cells at its end. */
function isAsWide({ border, cells }: Row, width: number): boolean {
  return cells.length === width || (border === '\t' && cells.length > 1 && cells.length < width)
}

/** Of how many cells each part of a header is that says the same words several times over; 0 where it does not. */
function periodOf(texts: readonly string[]): number {
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
