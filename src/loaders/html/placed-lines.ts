import { attributeOf, textOf, within } from './shown.js'
import { cssOf, declarationsOf, rulesOf } from './style-rules.js'
import { type Document, type Element, isElement, isText, type Node } from './tree.js'

/** Pieces of lines that a page places one by one, as programs write it that make HTML of a PDF. */
export interface PlacedLines {
  /** Those that go on where the piece before them ends, and those that another goes on from. */
  readonly goingOn: ReadonlySet<Node>
  readonly goneOnFrom: ReadonlySet<Node>
  /** The blanks of the source between them. */
  readonly between: ReadonlySet<Node>
}

/** How far a piece may begin from where the one before ends: in letters, and of that one's width, which is reckoned by its letters. */
const [GAP, OF_WIDTH] = [0.25, 0.04]
/** Pieces of one line stand at one height, with letters alike, within this share of their height. */
const LEVEL = 0.25

interface Placed {
  readonly element: Element
  readonly text: string
  readonly left: number
  readonly top: number
  readonly size: number
}

/**
 * The pieces of a page that belong together: blocks of one parent, each with its own place, at one height, one beginning where the
 * other ends. Figures beside figures stay apart: they may be those of two cells.
 */
export function placedLines(document: Document): PlacedLines {
  const lines = { goingOn: new Set<Node>(), goneOnFrom: new Set<Node>(), between: new Set<Node>() }
  const all = within(document)
  if (!all.some(isPlaced)) return lines
  const sizes = sizesOf(all)
  for (const parent of all) {
    let before: Placed | null = null
    let blanks: Node[] = []
    for (const node of parent.childNodes) {
      if (isText(node) && node.value.trim() === '') {
        blanks.push(node)
        continue
      }
      const piece = isElement(node) ? placedOf(node, sizes) : null
      if (before !== null && piece !== null && isOneLine(before, piece)) {
        lines.goneOnFrom.add(before.element)
        lines.goingOn.add(piece.element)
        for (const blank of blanks) lines.between.add(blank)
      }
      before = piece
      blanks = []
    }
  }
  return lines
}

function isPlaced(element: Element): boolean {
  return /position\s*:\s*absolute/i.test(attributeOf(element, 'style') ?? '')
}

/** The sizes of letters by class, as the page's style sheets have them. */
function sizesOf(all: readonly Element[]): ReadonlyMap<string, number> {
  const rules = all.filter(({ tagName }) => tagName === 'style').flatMap((sheet) => rulesOf(cssOf(sheet)))
  return new Map(
    rules.flatMap(({ parts: [part, ...more], declared }) => {
      const size = pixels(declared.get('font-size'))
      return part === undefined || more.length > 0 || size === null ? [] : part.classes.map((name) => [name, size])
    }),
  )
}

function placedOf(element: Element, sizes: ReadonlyMap<string, number>): Placed | null {
  if (!isPlaced(element)) return null
  const own = declarationsOf(attributeOf(element, 'style') ?? '')
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/)
  const [left, top] = [pixels(own.get('left')), pixels(own.get('top'))]
  const size = pixels(own.get('font-size')) ?? classes.flatMap((name) => sizes.get(name) ?? [])[0] ?? null
  const text = textOf(element).trim()
  return left === null || top === null || size === null || text === '' ? null : { element, text, left, top, size }
}

function pixels(value: string | undefined): number | null {
  const found = /^(-?\d{1,6}(?:\.\d{1,6})?)p[xt]$/.exec(value ?? '')?.[1]
  return found === undefined ? null : Number(found)
}

function isOneLine(before: Placed, { text, left, top, size }: Placed): boolean {
  if (/\d$/.test(before.text) && /^\d/.test(text)) return false
  const width = before.size * Array.from(before.text).reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0)
  const isLevel =
    Math.abs(top - before.top) < size * LEVEL && Math.max(size, before.size) < Math.min(size, before.size) * (1 + LEVEL)
  return isLevel && Math.abs(left - before.left - width) < size * GAP + width * OF_WIDTH
}
