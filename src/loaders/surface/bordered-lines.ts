import { CELL, type Surface } from '../surface.js'

/** A line of a surface with the cells between its borders; none where it has no borders. */
export interface Row {
  readonly from: number
  /** Where the next line begins. */
  readonly next: number
  readonly border: string
  readonly cells: readonly { readonly from: number; readonly to: number; readonly text: string }[]
}

/** The line that begins at a place. */
export function rowAt(text: string, from: number): Row {
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

/** A surface put together from pieces of another. */
export class Moved {
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
    this.mark('\n')
  }

  /** A mark of the surface's own, at the place reached. */
  mark(mark: string): void {
    const at = this.ends.at(-1) ?? 0
    this.texts.push(mark)
    for (let i = 0; i < mark.length; i++) {
      this.offsets.push(at)
      this.ends.push(at)
    }
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
