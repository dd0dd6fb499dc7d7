import { labelsAmong } from '../containers/known-labels.js'
import { overlaps } from '../page-layout/pieces.js'
import { isFigure, type LaidPiece } from './pieces.js'

/** So many lines from a page's end a label may be cut, and so many lines a part of it may have. */
const [EDGE, LINES] = [3, 4]

/** The two parts of a label that the end of a page cuts, each line by line. */
interface CutLabel {
  readonly length: number
  readonly head: readonly LaidPiece[]
  readonly rest: readonly LaidPiece[]
}

/**
 * The pages with the labels that their ends cut in two made whole: words at the foot of one page and at the head of the next that together
 * are, word for word, a label of a form. It stands on the page that has the row's figures, or on the first.
 */
export async function withWholeLabels(pages: readonly (readonly LaidPiece[])[]): Promise<LaidPiece[][]> {
  const whole = pages.map((page) => [...page])
  for (const [i, page] of pages.entries()) {
    const next = pages[i + 1]
    if (next === undefined) break
    for (const cut of await cutLabels(page, next)) {
      const [figuresHere, figuresThere] = [hasFigures(cut.head, page), hasFigures(cut.rest, next)]
      if (figuresHere && figuresThere) continue
      const [from, to] = figuresThere ? [whole[i], whole[i + 1]] : [whole[i + 1], whole[i]]
      const moved = figuresThere ? movedAbove(cut) : movedBelow(cut)
      for (const piece of figuresThere ? cut.head : cut.rest) from?.splice(from.indexOf(piece), 1)
      to?.push(...moved)
      to?.sort((a, b) => a.middle - b.middle || a.left - b.left)
    }
  }
  return whole
}

async function cutLabels(page: readonly LaidPiece[], next: readonly LaidPiece[]): Promise<CutLabel[]> {
  const bottom = Math.max(...page.map((piece) => piece.bottom))
  const top = Math.min(...next.map((piece) => piece.top))
  const here = page.filter((piece) => isWords(piece) && piece.bottom > bottom - EDGE - LINES)
  const there = next.filter((piece) => isWords(piece) && piece.top < top + EDGE + LINES)
  const heads = here
    .filter((piece) => piece.bottom > bottom - EDGE && !here.some((other) => isUnder(piece, other)))
    .flatMap((piece) => stacks(piece, here, (one, other) => isUnder(other, one)).map((stack) => stack.toReversed()))
  const rests = there
    .filter((piece) => piece.top < top + EDGE && !there.some((other) => isUnder(other, piece)))
    .flatMap((piece) => stacks(piece, there, isUnder))
  const pairs = heads.flatMap((head) => rests.map((rest) => ({ head, rest })))
  const texts = pairs.map(({ head, rest }) => [...head, ...rest].map(({ text }) => text).join(''))
  const known = await labelsAmong(texts)
  const used = new Set<LaidPiece>()
  return pairs
    .flatMap((pair, i) => (known[i]?.kind === undefined ? [] : [{ ...pair, length: texts[i]?.length ?? 0 }]))
    .sort((a, b) => b.length - a.length)
    .filter(({ head, rest }) => {
      if ([...head, ...rest].some((piece) => used.has(piece))) return false
      for (const piece of [...head, ...rest]) used.add(piece)
      return true
    })
}

/** A piece alone, and with one, two … of those that go on from it. */
function stacks(
  piece: LaidPiece,
  pieces: readonly LaidPiece[],
  goesOn: (one: LaidPiece, other: LaidPiece) => boolean,
): LaidPiece[][] {
  const found = [[piece]]
  for (let last: LaidPiece | undefined = piece; last !== undefined && found.length < LINES; ) {
    const one: LaidPiece = last
    last = pieces.find((other) => goesOn(one, other))
    if (last !== undefined) found.push([...(found.at(-1) ?? []), last])
  }
  return found
}

function isUnder(above: LaidPiece, below: LaidPiece): boolean {
  return below.top === above.bottom && overlaps(above, below)
}

function isWords(piece: LaidPiece): boolean {
  return !isFigure(piece) && /\p{Script=Han}/u.test(piece.text)
}

/** Whether figures stand to the right of words, on their lines. */
function hasFigures(words: readonly LaidPiece[], page: readonly LaidPiece[]): boolean {
  return page.some(
    (piece) => isFigure(piece) && words.some(({ top, right }) => top === piece.top && right <= piece.left),
  )
}

/** The rest of a label under its beginning. */
function movedBelow({ head, rest }: CutLabel): LaidPiece[] {
  const last = head.at(-1)
  return rest.map((piece, i) => placed(piece, last?.left ?? 0, (last?.bottom ?? 0) + i))
}

/** The beginning of a label above its rest. */
function movedAbove({ head, rest }: CutLabel): LaidPiece[] {
  const [first] = rest
  return head.map((piece, i) => placed(piece, first?.left ?? 0, (first?.top ?? 0) - head.length + i))
}

function placed(piece: LaidPiece, left: number, top: number): LaidPiece {
  return { ...piece, left, right: left + piece.right - piece.left, top, bottom: top + 1, middle: top + 0.5 }
}
