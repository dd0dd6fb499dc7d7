import type { Surface } from '../surface.js'
import { Moved, type Row, rowAt } from './bordered-lines.js'
import { type Parts, parted, partsInLines, periodOf } from './side-by-side-lines.js'

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
