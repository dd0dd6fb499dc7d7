import { type Parts, parted, partsInLines, periodOf, type Row } from './side-by-side-lines.js'
import { CELL, type Surface } from './surface.js'

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
    const parts = partsUnder(text, row) ?? partsInLines(text, from)
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

function rowAt(text: string, from: number): Row {
  const end = text.indexOf('\n', from)
  const next = end < 0 ? text.length : end + 1
  return { from, next, ...cellsOf(text.slice(from, end < 0 ? next : end), from) }
}

function cellsOf(line: string, from: number): Pick<Row, 'border' | 'cells'> {
  const border = [CELL, '|', '\t'].find((mark) => line.includes(mark)) ?? ''
  if (border === '') return { border, cells: [] }
  let at = from
  const all = line.split(border).map((part) => {
    const cell = { from: at, to: at + part.length, text: part.replace(/\s/g, '') }
    at += part.length + 1
    return cell
  })
  const opening = border === '|' && all[0]?.text === '' ? 1 : 0
  const closing = border !== '\t' && all.at(-1)?.text === '' ? 1 : 0
  return { border, cells: all.slice(opening, all.length - closing) }
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
  return parted([header, ...below], width)
}

/** A row parted by tabs may have lost empty cells at its end. */
function isAsWide({ border, cells }: Row, width: number): boolean {
  return cells.length === width || (border === '\t' && cells.length > 1 && cells.length < width)
}

/** A surface put together from pieces of another. */
class Moved {
  private readonly texts: string[] = []
  private readonly offsets: number[] = []
  private readonly ends: number[] = []

  constructor(private readonly source: Surface) {}

  add(from: number, to: number): void {
    const { text, offsets, ends } = this.source
    this.texts.push(text.slice(from, to))
    for (let i = from; i < to; i++) {
      this.offsets.push(offsets[i] ?? 0)
      this.ends.push((ends === undefined ? offsets[i + 1] : ends[i]) ?? 0)
    }
  }

  /** Some cells of a row as a row of their own; nothing where all are empty. */
  addPart({ border, cells, next }: Row, first: number, end: number): void {
    const own = cells.slice(first, end)
    const [begin, last] = [own[0], own.at(-1)]
    if (begin === undefined || last === undefined || own.every(({ text }) => text === '')) return
    const opening = border === '|' ? 1 : 0
    const closing = border === '\t' ? 0 : 1
    this.add(Math.max(0, begin.from - opening), Math.min(last.to + closing, next))
    this.texts.push('\n')
    this.offsets.push(this.ends.at(-1) ?? 0)
    this.ends.push(this.ends.at(-1) ?? 0)
  }

  surface(): Surface {
    const { text, offsets, format } = this.source
    const end = offsets[text.length] ?? 0
    return {
      format,
      text: this.texts.join(''),
      offsets: Int32Array.from([...this.offsets, end]),
      ends: Int32Array.from(this.ends),
    }
  }
}
