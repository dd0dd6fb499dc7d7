import { type LabelKind, labelsAmong } from '../containers/known-labels.js'
import { isValueHead } from '../header/value-columns.js'
import { overlaps, type PagePiece } from './pieces.js'

/** A label of a form found on a page: the pieces that spell it out, one under the other. */
export interface FoundLabel {
  readonly kind: LabelKind
  /** Its words as `labelKey` has them. */
  readonly key: string
  readonly text: string
  readonly pieces: readonly PagePiece[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly middle: number
}

/** What label of a form texts of a page are, if any. */
export type KnownTexts = Map<string, { readonly key: string; readonly kind: LabelKind | undefined }>

/** The longest label of a form has some 40 characters, on so many lines at most. */
const [LONGEST, LINES] = [70, 18]
/** Where a page has more pieces, or more ways lead down from one, no label is looked for. */
const [PIECES, MOST] = [3000, 60]

/**
 * The labels of forms that a page without ruling lines spells out. Lines one under the other are a label only where together
 * they are word for word one of a form; no piece is part of two.
 */
export async function labelsOn(pieces: readonly PagePiece[], known: KnownTexts = new Map()): Promise<FoundLabel[]> {
  if (pieces.length > PIECES) return []
  const under = linesUnder(pieces)
  const stacks = pieces.flatMap((piece) => stacksFrom(piece, under))
  const texts = stacks.map((stack) => stack.map(({ text }) => text).join(''))
  const others = [...new Set(texts)].filter((text) => !known.has(text))
  for (const [i, label] of (await labelsAmong(others)).entries()) known.set(others[i] ?? '', orValueHead(label))
  const hits = stacks.flatMap((stack, i) => {
    const { key, kind } = known.get(texts[i] ?? '') ?? { key: '', kind: undefined }
    return kind === undefined ? [] : [labelOf(kind, key, texts[i] ?? '', stack)]
  })
  return withoutOverlaps(hits)
}

/** A form does not have all names by which columns of figures are headed. */
function orValueHead(text: { readonly key: string; readonly kind: LabelKind | undefined }): typeof text {
  return text.kind === undefined && isValueHead(text.key) ? { ...text, kind: 'column' } : text
}

/** Of labels that share a piece the longest, from above to below. */
export function withoutOverlaps(labels: readonly FoundLabel[]): FoundLabel[] {
  const used = new Set<PagePiece>()
  return [...labels]
    .sort((a, b) => b.text.length - a.text.length)
    .filter((hit) => {
      if (hit.pieces.some((piece) => used.has(piece))) return false
      for (const piece of hit.pieces) used.add(piece)
      return true
    })
    .sort((a, b) => a.middle - b.middle || a.left - b.left)
}

/** For each piece those of the next line under it, near enough to go on in it; all in order of their height. */
function linesUnder(pieces: readonly PagePiece[]): Map<PagePiece, PagePiece[]> {
  const under = new Map<PagePiece, PagePiece[]>()
  pieces.forEach((piece, i) => {
    const own: PagePiece[] = []
    for (let j = i + 1; j < pieces.length; j++) {
      const other = pieces[j]
      const nearest = own[0]?.middle ?? Number.POSITIVE_INFINITY
      if (other === undefined || other.middle > Math.min(piece.middle + piece.size * 2.2, nearest + piece.size * 0.3))
        break
      const below = other.middle > piece.middle + piece.size * 0.6
      if (below && Math.abs(other.size - piece.size) < 1 && overlaps(piece, other)) own.push(other)
    }
    under.set(piece, own)
  })
  return under
}

/** A piece alone, and with one, two … of the lines that go on straight under it. */
function stacksFrom(piece: PagePiece, under: ReadonlyMap<PagePiece, readonly PagePiece[]>): PagePiece[][] {
  if (piece.text.length > LONGEST) return []
  const stacks: PagePiece[][] = []
  const open: PagePiece[][] = [[piece]]
  for (let stack = open.pop(); stack !== undefined && stacks.length < MOST; stack = open.pop()) {
    stacks.push(stack)
    const last = stack.at(-1)
    const length = stack.reduce((sum, { text }) => sum + text.length, 0)
    if (last === undefined || stack.length === LINES) continue
    for (const next of under.get(last) ?? []) if (length + next.text.length <= LONGEST) open.push([...stack, next])
  }
  return stacks
}

function labelOf(kind: LabelKind, key: string, text: string, pieces: readonly PagePiece[]): FoundLabel {
  const [top, bottom] = [Math.min(...pieces.map((one) => one.top)), Math.max(...pieces.map((one) => one.bottom))]
  return {
    kind,
    key,
    text,
    pieces,
    left: Math.min(...pieces.map((one) => one.left)),
    right: Math.max(...pieces.map((one) => one.right)),
    top,
    bottom,
    middle: (top + bottom) / 2,
  }
}
