import { type Letter, lettersOf, type Run } from './parts.js'

/** Stands where different digits are drawn over each other: something is printed there that no one can tell. */
const UNCLEAR = '\ufffc'

/** Letters drawn again, as makers of bold letters and of shadows do, stand no further from the first, in letters. */
const AGAIN = 0.2
/** How much of a letter's width and height two things share that are drawn over each other; neighbours may touch. */
const SHARED = { width: 0.25, height: 0.5 }
/** Letters so much larger than those they are drawn over are a watermark. */
const LARGER = 1.8

interface Drawn {
  readonly run: Run
  readonly letters: readonly Letter[]
  /** Those of its letters that are drawn again. */
  readonly again: Set<Letter>
}

/**
 * What is drawn twice at one place is printed once: the second is left out, and so is a watermark behind other letters. Where digits
 * are drawn over digits that are not the same, none of them is taken for a figure.
 */
export function withoutOverdrawn(runs: readonly Run[]): readonly Run[] {
  const page = new DrawnPage()
  const gone = new Set<Run>()
  const unclear = new Set<Run>()
  for (const run of runs) {
    const letters = run.upright ? [] : lettersOf(run).filter(({ text }) => text.trim() !== '')
    const own = { run, letters, again: new Set<Letter>() }
    const under = page.under(own).filter((other) => !gone.has(other.run))
    const before = letters.map((letter) => drawnBefore(letter, run, under))
    if (under.length > 0 && before.every((one) => one !== null)) {
      for (const one of before) one?.drawn.again.add(one.letter)
      gone.add(run)
      continue
    }
    page.add(own)
    for (const { run: other } of under)
      if (run.size > other.size * LARGER) gone.add(run)
      else if (other.size > run.size * LARGER) gone.add(other)
      else if (digitsMeet(run, other)) unclear.add(run).add(other)
  }
  for (const { run, letters, again } of page.drawn())
    if (again.size > 0 && again.size < letters.length && /^[\s\d.,]+$/.test(run.text)) unclear.add(run)
  if (gone.size + unclear.size === 0) return runs
  return runs.flatMap((run) => (gone.has(run) ? [] : unclear.has(run) ? [{ ...run, text: UNCLEAR }] : [run]))
}

function drawnBefore({ text, left }: Letter, { size, bottom }: Run, under: readonly Drawn[]) {
  const near = size * AGAIN
  for (const drawn of under.filter(({ run }) => Math.abs(run.bottom - bottom) < near)) {
    const letter = drawn.letters.find((one) => one.text === text && Math.abs(one.left - left) < near)
    if (letter !== undefined) return { drawn, letter }
  }
  return null
}

/** What is drawn so far, by height on the page. */
class DrawnPage {
  readonly #bands = new Map<number, Drawn[]>()

  add(drawn: Drawn): void {
    for (const band of bandsOf(drawn.run)) {
      const own = this.#bands.get(band)
      if (own === undefined) this.#bands.set(band, [drawn])
      else own.push(drawn)
    }
  }

  drawn(): Set<Drawn> {
    return new Set([...this.#bands.values()].flat())
  }

  under({ run, letters }: Drawn): Drawn[] {
    if (letters.length === 0) return []
    const near = new Set(bandsOf(run).flatMap((band) => this.#bands.get(band) ?? []))
    return [...near].filter(({ run: other }) => !other.upright && isOver(run, other))
  }
}

const BAND = 20

function bandsOf({ top, bottom }: Run): number[] {
  const first = Math.floor(top / BAND)
  return Array.from({ length: Math.min(60, Math.floor(bottom / BAND) - first + 1) }, (_, i) => first + i)
}

/** Whether digits of two runs are drawn over each other; signs that take up half their width may well touch others (（5）“). */
function digitsMeet(a: Run, b: Run): boolean {
  const digitsOf = (run: Run) => lettersOf(run).filter(({ text }) => /\d/.test(text))
  const others = digitsOf(b)
  return digitsOf(a).some((one) =>
    others.some((other) => {
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      return width > (Math.min(a.size, b.size) * SHARED.width) / 2
    }),
  )
}

function isOver(a: Run, b: Run): boolean {
  const size = Math.min(a.size, b.size)
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > size * SHARED.width && height > size * SHARED.height
}
