import type { Surface } from '../surface.js'
import { isPlainCell, readCell } from '../values.js'

/** A line of a text, with its words. */
export interface WordedLine {
  readonly from: number
  readonly to: number
  readonly words: readonly Word[]
}

export interface Word {
  readonly from: number
  readonly text: string
}

/** The lines of a text, each with its words and their places. */
export function wordedLines(text: string): WordedLine[] {
  let from = 0
  return text.split('\n').map((own) => {
    const begin = from
    from += own.length + 1
    const words = [...own.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ from: begin + index, text: word }))
    return { from: begin, to: begin + own.length, words }
  })
}

/** Whether a word is a figure or a nil mark. */
export function isFigureWord(text: string): boolean {
  return isPlainCell(readCell(text.normalize('NFKC')))
}

/** Gathers the text of a surface anew, of stretches of its own in any order, each character with its place in the source. */
export class Rearranged {
  readonly #parts: string[] = []
  readonly #places: number[] = []

  constructor(private readonly surface: Surface) {}

  /** Copies a stretch. */
  copy(from: number, to: number): void {
    this.#parts.push(this.surface.text.slice(from, to))
    for (let at = from; at < to; at++) this.#places.push(this.surface.offsets[at] ?? 0)
  }

  /** Adds a blank or a line end where none is printed, with the place of what follows. */
  add(gap: ' ' | '\n', before: number): void {
    this.#parts.push(gap)
    this.#places.push(this.surface.offsets[before] ?? 0)
  }

  end(): Surface {
    const { text, offsets, format } = this.surface
    const places = Int32Array.from([...this.#places, offsets[text.length] ?? 0])
    return { text: this.#parts.join(''), offsets: places, format }
  }
}
