import type { Box, Painted, PaintedArea, PaintedLetter } from './painted.js'
import { type Letter, lettersOf, partsLeft, type Run } from './parts.js'

/** Stands for a letter of which a part is covered: whether it is printed no one can tell. */
const UNCLEAR = '\ufffc'

/** Of a letter's box so much must be covered that it is not seen; and so little that it is. */
const [COVERED, BARE] = [0.8, 0.35]
/** How much a colour may differ from white, or from the one beneath it, and not be seen, of 255. */
const ALIKE = 8
/** A page with nothing drawn on it. */
const PAPER = '#ffffff'

/**
 * Runs without the letters that a page does not show: those of a layer that is off, those of the colour of what is beneath them, and
 * those under something filled later. A letter under a picture may be what text recognition read in it, and counts.
 *
 * @param runs as written, in the order of drawing
 * @returns what is left of each run; all of it where the letters drawn are not those written
 */
export function withoutUnseen(runs: readonly Run[], { letters, areas }: Painted): Run[][] {
  const written = runs.flatMap((run) => lettersOf(run)).filter(isPrinted)
  const isSame = written.length === letters.length && written.every(({ text }, i) => text === letters[i]?.text)
  const wide = areas.filter(({ left, right, top, bottom }) => right - left > THIN && bottom - top > THIN)
  if (!isSame || !letters.some((one) => mayBeUnseen(one, wide))) return runs.map((run) => [run])
  let next = 0
  return runs.map((run): Run[] => {
    const about = wide.filter((area) => shareOf(run, area) > 0)
    const orders: (number | null)[] = []
    const seen = lettersOf(run).map((letter) => {
      const painted = isPrinted(letter) ? letters[next++] : undefined
      orders.push(painted?.order ?? null)
      return painted === undefined ? 'seen' : seenOf(painted, coreOf(letter, run), about)
    })
    if (seen.every((one) => one === 'seen')) return [run]
    const isUnclear = /\d/.test(run.text) && (seen.includes('unclear') || isTorn(seen, orders))
    return isUnclear ? [{ ...run, text: UNCLEAR }] : partsLeft(run, (_, at) => seen[at] === 'unseen')
  })
}

/** Whether of what was drawn at once a part is seen. */
function isTorn(seen: readonly string[], orders: readonly (number | null)[]): boolean {
  return orders.some(
    (order, i) =>
      order !== null && seen[i] === 'unseen' && orders.some((one, j) => one === order && seen[j] === 'seen'),
  )
}

/** Areas as thin as this are rules, in points. */
const THIN = 3

function isPrinted({ text }: Letter): boolean {
  return text.trim() !== ''
}

function mayBeUnseen({ order, colour, isOff }: PaintedLetter, areas: readonly PaintedArea[]): boolean {
  return (
    isOff ||
    (colour !== null && colour !== '#000000') ||
    areas.some((area) => area.order > order && area.colour !== null)
  )
}

/** The part of a letter's box that the lines of a figure fill. */
function coreOf({ left, right }: Letter, { bottom, top, upright, size }: Run): Box {
  return upright
    ? { left: 0, right: 0, top, bottom }
    : { left, right, top: bottom - size * 0.85, bottom: bottom - size * 0.15 }
}

function seenOf(letter: PaintedLetter, box: Box, areas: readonly PaintedArea[]): 'seen' | 'unseen' | 'unclear' {
  if (letter.isOff) return 'unseen'
  if (box.right <= box.left) return 'seen'
  const over = areas.map((area) => ({ area, share: shareOf(box, area) })).filter(({ share }) => share > 0)
  const isUnder = ({ area }: { area: PaintedArea }) => area.order < letter.order
  const beneath = over.filter(isUnder).findLast(({ share }) => share > BARE)
  const ground = beneath === undefined ? PAPER : beneath.share < COVERED ? null : beneath.area.colour
  if (letter.colour !== null && ground !== null && isAlike(letter.colour, ground)) return 'unseen'
  const above = over.filter((one) => !isUnder(one))
  if (letter.colour === null || above.some(({ area }) => area.colour === null)) return 'seen'
  const most = Math.max(0, ...above.map(({ share }) => share))
  return most > COVERED ? 'unseen' : most > BARE ? 'unclear' : 'seen'
}

/** How much of a box an area covers. */
function shareOf(box: Box, area: Box): number {
  const width = Math.min(box.right, area.right) - Math.max(box.left, area.left)
  const height = Math.min(box.bottom, area.bottom) - Math.max(box.top, area.top)
  return width <= 0 || height <= 0 ? 0 : (width * height) / ((box.right - box.left) * (box.bottom - box.top))
}

function isAlike(one: string, other: string): boolean {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const others = parts(other)
  return parts(one).every((part, i) => Math.abs(part - (others[i] ?? Number.NaN)) <= ALIKE)
}
