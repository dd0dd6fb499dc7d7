import { foldedAlike } from '../containers/known-labels.js'
import { foldLabel } from '../fold.js'
import { readCell } from '../values.js'
import { partsLeft, type Run } from './parts.js'

/** Runs that stand together on one line: a line of a paragraph, or of what stands in one cell. */
export interface PagePiece {
  readonly text: string
  /** The same as cells are read: narrow, without blanks, Simplified once `simplifiedPieces` has seen it. */
  readonly folded: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The height it stands at. */
  readonly middle: number
  readonly size: number
  readonly runs: readonly Run[]
}

/** A gap this wide, in letters, parts two cells; what typesetting puts between Chinese and figures is less. */
const GAP = 0.35
/** Between the digits of one figure there is no gap: a narrower one parts two. */
const GAP_OF_DIGITS = 0.2

/** Runs that hold several cells, all figures or all words, with a blank for the gap between them: one run each. */
export function cutAtBlanks(run: Run): Run[] {
  const parts = run.text.trim().split(/\s+/)
  const isGrouped = readCell(parts.join(' ')).kind === 'number'
  const areCells = [FIGURE, /^\p{Script=Han}{2,}$/u].some((cell) => parts.every((part) => cell.test(part)))
  if (parts.length < 2 || run.upright || isGrouped || !areCells) return [run]
  return partsLeft(run, ({ text }) => text.trim() === '')
}

/** The pieces of a page, from above to below and from the left. */
export function piecesOf(runs: readonly Run[]): PagePiece[] {
  const middle = (run: Run) => (run.top + run.bottom) / 2
  const lines: { middle: number; runs: Run[] }[] = []
  for (const run of runs.filter(({ upright }) => !upright).sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1)
    if (line !== undefined && middle(run) - line.middle < run.size * 0.3) line.runs.push(run)
    else lines.push({ middle: middle(run), runs: [run] })
  }
  return lines.flatMap((line) => {
    const pieces: Run[][] = []
    let before: Run | undefined
    let reached = Number.NEGATIVE_INFINITY
    for (const run of line.runs.sort((a, b) => a.left - b.left)) {
      const gap = before === undefined ? GAP : gapBetween(before.text, run.text)
      if (run.left - reached > run.size * gap) pieces.push([run])
      else pieces.at(-1)?.push(run)
      reached = Math.max(reached, run.right)
      before = run
    }
    return pieces.map((own) => pieceOf(own, line.middle))
  })
}

/** The gap that parts two runs into two cells, in letters: two figures that together would be none are two, even if they touch. */
function gapBetween(left: string, right: string): number {
  if (!FIGURE.test(left) || !FIGURE.test(right)) return GAP
  return readCell(left.trim() + right.trim()).kind === 'number' ? GAP_OF_DIGITS : Number.NEGATIVE_INFINITY
}

const FIGURE = /^\s*\d[\d.,]*\d\s*$/

function pieceOf(runs: readonly Run[], middle: number): PagePiece {
  const text = runs.map((run) => run.text.trim()).join('')
  return {
    text,
    folded: foldLabel(text),
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    top: Math.min(...runs.map(({ top }) => top)),
    bottom: Math.max(...runs.map(({ bottom }) => bottom)),
    middle,
    size: runs[0]?.size ?? 0,
    runs,
  }
}

/** Gaps wider than this, in letters, are none that a font leaves between the letters of a word. */
const HAIR = 0.03

/** A piece cut at every gap, however narrow, and before figures behind words, for cells of narrow columns may touch. */
export function cutAtGaps(piece: PagePiece): PagePiece[] {
  const parts: Run[][] = []
  let reached = Number.NEGATIVE_INFINITY
  for (const run of piece.runs) {
    const isFigureBehind = FIGURE.test(run.text) && /\p{Script=Han}\s*$/u.test(parts.at(-1)?.at(-1)?.text ?? '')
    if (run.left - reached > run.size * HAIR || isFigureBehind) parts.push([run])
    else parts.at(-1)?.push(run)
    reached = run.right
  }
  return parts.length < 2 ? [piece] : parts.map((own) => pieceOf(own, piece.middle))
}

/** Pieces with their words folded to Simplified. */
export async function simplifiedPieces(pieces: readonly PagePiece[]): Promise<PagePiece[]> {
  const folded = await foldedAlike(pieces.map(({ text }) => text))
  return pieces.map((piece, i) => ({ ...piece, folded: folded[i] ?? piece.folded }))
}

/** Whether words run on, as no cell of figures and no unit does. */
export function isProse({ folded }: PagePiece): boolean {
  return /\p{Script=Han}{5}/u.test(folded) && readCell(folded).kind === 'other'
}

/** Whether two things share a stretch of the page's width. */
export function overlaps(a: { left: number; right: number }, b: { left: number; right: number }): boolean {
  return a.left < b.right && b.left < a.right
}
