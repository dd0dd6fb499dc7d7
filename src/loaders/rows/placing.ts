import type { Label } from '../labels/template.js'
import { cellsFor, type FigureLine } from './figure-lines.js'

/** Where lines whose label was torn off belong. */
export interface Placed {
  /** The line of each row, by index of its label. */
  readonly lines: ReadonlyMap<number, FigureLine>
  /** Rows among which a line without label stands that could not be placed. */
  readonly open: ReadonlySet<number>
}

/**
 * Gives the lines without a label of their own to the rows that no line names: those that stand between two named lines, to the
 * rows that the form has between these, if reading order and the pieces of labels left in the lines allow one way only.
 *
 * @param owners the lines that name their row, each with the index of its label
 */
export function placedBetween(
  labels: readonly Label[],
  lines: readonly FigureLine[],
  owners: ReadonlyMap<FigureLine, number>,
): Placed {
  const placed = new Map<number, FigureLine>()
  const open = new Set<number>()
  const taken = new Set(owners.values())
  const order = [...owners.values()]
  const inOrder = order.every((index, i) => i === 0 || index > (order[i - 1] ?? 0))
  for (const { own, before, after } of gapsBetween(lines, owners)) {
    const from = before ?? -1
    const free = labels.flatMap(({ row }, i) =>
      row && i > from && i < (after ?? labels.length) && !taken.has(i) ? [i] : [],
    )
    const isBetween = before !== null && after !== null
    const placing = isBetween && inOrder ? onlyPlacing(own, free, (line, i) => mayBe(line, labels, i)) : null
    placing?.forEach((row, i) => {
      const line = own[i]
      if (line !== undefined) placed.set(row, line)
    })
    // In front of the first row and behind the last there are lines of other tables, too.
    const doubted = isBetween ? free : free.filter((i) => own.some((line) => mayBe(line, labels, i)))
    if (placing === null) for (const i of doubted) open.add(i)
  }
  return { lines: placed, open }
}

interface Gap {
  readonly own: readonly FigureLine[]
  /** The rows named above and below. */
  readonly before: number | null
  readonly after: number | null
}

/** The lines without an owner, as they stand together. */
function gapsBetween(lines: readonly FigureLine[], owners: ReadonlyMap<FigureLine, number>): Gap[] {
  const gaps: Gap[] = []
  let own: FigureLine[] = []
  let before: number | null = null
  for (const line of [...lines, null]) {
    const after = line === null ? null : owners.get(line)
    if (line !== null && after === undefined) {
      own.push(line)
      continue
    }
    if (own.length > 0) gaps.push({ own, before, after: after ?? null })
    own = []
    before = after ?? null
  }
  return gaps
}

/** Whether a line can be a row: it has a cell for each of its own, and its words are pieces of the row's label or of a heading beside it. */
export function mayBe(line: FigureLine, labels: readonly Label[], index: number): boolean {
  const label = labels[index]
  if (!label?.row || cellsFor(line, label.row.cells.length) === null) return false
  return line.words.every(
    (word) => isPiece(word, label) || labels.some((other) => other.row === null && isPiece(word, other)),
  )
}

function isPiece(word: string, { wordings, numberings }: Label): boolean {
  return wordings.some((wording) => ['', ...numberings].some((numbering) => (numbering + wording).includes(word)))
}

/**
 * The only way to put things into places, each thing in one, in the order of both, not all places need be filled.
 *
 * @param fits whether a thing may stand in a place
 * @returns the place of each thing; `null` where there is no way or more than one
 * @example
 * onlyPlacing(['a', 'b'], [3, 5], () => true) // [3, 5]
 * onlyPlacing(['a'], [3, 5], () => true) // null
 */
export function onlyPlacing<T>(
  things: readonly T[],
  places: readonly number[],
  fits: (thing: T, place: number) => boolean,
): number[] | null {
  if (things.length === 0 || things.length > places.length) return null
  const ways = waysToPlace(things, places, fits)
  if (ways[0]?.[0] !== 1) return null
  const found: number[] = []
  let j = 0
  for (let i = 0; i < things.length; i++) {
    while (ways[i]?.[j + 1] === 1) j++
    found.push(places[j] ?? 0)
    j++
  }
  return found
}

/** In how many ways the things from `i` on fit into the places from `j` on, counted up to 2. */
function waysToPlace<T>(
  things: readonly T[],
  places: readonly number[],
  fits: (thing: T, place: number) => boolean,
): number[][] {
  const ways: number[][] = Array.from({ length: things.length + 1 }, (_, i) =>
    new Array<number>(places.length + 1).fill(i === things.length ? 1 : 0),
  )
  for (let i = things.length - 1; i >= 0; i--) {
    for (let j = places.length - 1; j >= 0; j--) {
      const [thing, place] = [things[i], places[j]]
      const here = thing !== undefined && place !== undefined && fits(thing, place) ? (ways[i + 1]?.[j + 1] ?? 0) : 0
      const row = ways[i]
      if (row !== undefined) row[j] = Math.min(2, here + (row[j + 1] ?? 0))
    }
  }
  return ways
}
