import { decodeHTML } from 'entities'
import type { Folded } from '../../types.js'
import { UNSEEN } from './shown.js'

/** Puts the visible text of a page together, each character with the place in the source it stands at. */
export class Writer {
  private readonly parts = new Parts()
  private readonly offsets = new Places()
  private readonly ends = new Places()
  private last = '\n'
  private place = 0
  private lineBreak = '\n'
  private shown = 0

  /** Where the source ends. */
  readonly end: number

  /** `breaksLines`: a line end of the source is one of the text, too. */
  constructor(
    readonly source: string,
    private readonly breaksLines = false,
  ) {
    this.end = source.length
  }

  /** How many characters that can be seen were written. */
  get shownCount(): number {
    return this.shown
  }

  get isInCell(): boolean {
    return this.lineBreak !== '\n'
  }

  /** A mark for what can be seen and not be read, which stands at a place of its own. */
  unseen(start: number, end: number): void {
    this.parts.add(UNSEEN)
    this.offsets.add(start)
    this.ends.add(end)
    this.last = UNSEEN
  }

  /** A mark of the surface's own, standing at the place reached in the source. */
  mark(mark: string): void {
    const text = mark === '\n' ? this.lineBreak : mark
    if (text === '\n' && this.last === '\n') return
    this.parts.add(text)
    for (let i = 0; i < text.length; i++) {
      this.offsets.add(this.place)
      this.ends.add(this.place)
    }
    this.last = text.at(-1) ?? this.last
  }

  /** The characters of a text node, each with its own place; a character reference counts as one place. */
  text(start: number, end: number): void {
    const raw = this.source.slice(start, end)
    for (const piece of raw.matchAll(/&(?:#\w+|\w+);?|[^&]+|&/g)) {
      const at = start + piece.index
      const written = piece[0].startsWith('&') ? decodeHTML(piece[0]) : piece[0]
      // A tab parts two figures; a blank might group the digits of one.
      const tab = this.isInCell ? '\v' : ' '
      const lineEnd = this.breaksLines && !this.isInCell ? '\n' : ' '
      const as: Record<string, string> = { '\t': tab, '\n': lineEnd }
      this.parts.add(written.replace(/[\r\n\t\f\u001d\u001f]/g, (mark) => as[mark] ?? ' '))
      const plain = piece[0] === written
      for (let i = 0; i < written.length; i++) {
        this.offsets.add(plain ? at + i : at)
        this.ends.add(plain ? at + i + 1 : at + piece[0].length)
      }
      if (/\S/.test(written)) {
        // A line end of the source is a blank on the page: behind words it ends no line.
        this.last = /\s$/.test(written) ? ' ' : (written.at(-1) ?? this.last)
        this.shown++
      }
      if (lineEnd === '\n' && /\n\s*$/.test(written)) this.last = '\n'
    }
    this.place = end
  }

  /** What a line break is written as: within a table's cell two blanks, which group no number by thousands. */
  breaksAs(lineBreak: '\n' | '  '): void {
    this.lineBreak = lineBreak
  }

  reached(offset: number | undefined): void {
    if (offset !== undefined) this.place = Math.max(this.place, offset)
  }

  finish(): Folded {
    this.offsets.add(this.source.length)
    return { text: this.parts.all(), offsets: this.offsets.all(), ends: this.ends.all() }
  }
}

/** A growing text; joined now and then, since millions of small strings are costly to keep. */
class Parts {
  private readonly joined: string[] = []
  private parts: string[] = []

  add(part: string): void {
    this.parts.push(part)
    if (this.parts.length < 4096) return
    this.joined.push(this.parts.join(''))
    this.parts = []
  }

  all(): string {
    return this.joined.join('') + this.parts.join('')
  }
}

/** A growing list of places. */
class Places {
  private places = new Int32Array(1024)
  private count = 0

  add(place: number): void {
    if (this.count === this.places.length) {
      const longer = new Int32Array(2 * this.count)
      longer.set(this.places)
      this.places = longer
    }
    this.places[this.count++] = place
  }

  all(): Int32Array {
    return this.places.slice(0, this.count)
  }
}
