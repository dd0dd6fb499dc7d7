import type { Folded } from '../types.js'
import { repeatedTables } from './html/copies.js'
import { tableSteps } from './html/grid.js'
import { takeInPageStyles } from './html/page-styles.js'
import { type PlacedLines, placedLines } from './html/placed-lines.js'
import {
  fieldText,
  isHidden,
  isLowered,
  isNoteSign,
  isReversed,
  isShownAsBlock,
  isStruck,
  shownOption,
} from './html/shown.js'
import { BREAK, LOWER, RAISE, type Step } from './html/steps.js'
import { isTextWithTags } from './html/text-with-tags.js'
import { type Element, isElement, isText, type Node, parsedHtml } from './html/tree.js'
import { Writer } from './html/writer.js'
import { withoutWordMarks } from './surface/word-marks.js'

const SKIPPED = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'select', 'textarea'])
/** What stands in these is shown only where they themselves are not, or beside the text as a gloss. */
const INSTEAD = new Set(['iframe', 'object', 'video', 'audio', 'canvas', 'rt', 'rp'])
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

/** Whether a text is to be read as HTML: it closes at least one element that pages are made of, or that tables are if it is a text with tags. */
export function looksLikeHtml(source: string): boolean {
  if (/<\/(?:table|tr|td)\s*>/i.test(source)) return true
  return /<\/(?:p|div|span|body|html)\s*>/i.test(source) && !isTextWithTags(source)
}

/**
 * The visible text of an HTML source with the source offset of each character. Tables keep their grid: every cell ends in
 * a cell mark, and a cell with `colspan` or `rowspan` leaves a span mark in each further place of the grid it covers.
 * A text with tables in HTML keeps its lines, and loses the marks about its words.
 */
export function htmlSurface(written: string): Folded {
  const breaksLines = isTextWithTags(written)
  const source = breaksLines ? withoutWordMarks(written) : written
  const writer = new Writer(source, breaksLines)
  const document = parsedHtml(source)
  const hidden = takeInPageStyles(document)
  const placed = placedLines(document)
  walk(document, writer, { placed, passedOver: new Set([...repeatedTables(document, hidden), ...placed.between]) })
  return writer.finish()
}

/** What is told of a page before it is written. */
interface Page {
  readonly placed: PlacedLines
  readonly passedOver: ReadonlySet<Node>
}

/** Writes a node with all that is in it. Works off a list instead of calling itself: pages nest elements by the thousand. */
function walk(root: Node, writer: Writer, { placed, passedOver }: Page): void {
  const steps: Step[] = [root]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') {
      step(writer)
      continue
    }
    const next = 'later' in step ? step.later() : passedOver.has(step) ? [] : stepsOf(step, writer, placed)
    for (let i = next.length - 1; i >= 0; i--) {
      const one = next[i]
      if (one !== undefined) steps.push(one)
    }
  }
}

function stepsOf(node: Node, writer: Writer, placed: PlacedLines): readonly Step[] {
  if (isText(node)) {
    const location = node.sourceCodeLocation
    if (location) writer.text(location.startOffset, location.endOffset)
    return []
  }
  if (!isElement(node)) return 'childNodes' in node ? node.childNodes : []
  if (writer.isInCell) return stepsInCell(node, writer)
  if (SKIPPED.has(node.tagName) || isStruck(node) || isHiddenWords(node)) return []
  writer.reached(node.sourceCodeLocation?.startOffset)
  if (node.tagName === 'table') return tableSteps(node, writer.end)
  return stepsWithin(node, placed)
}

/** A phrase within a text that is not to be seen; a larger part of a page may be one that it unfolds. */
function isHiddenWords(node: Element): boolean {
  if (BLOCKS.has(node.tagName) || !isHidden(node)) return false
  const open: Node[] = [...node.childNodes]
  for (let count = 0; open.length > 0; count++) {
    const next = open.pop()
    if (next === undefined || count > MAX_WORDS || (isElement(next) && BLOCKS.has(next.tagName))) return false
    if (isText(next) && next.value.length > MAX_PHRASE) return false
    if ('childNodes' in next) open.push(...next.childNodes.slice(0, MAX_WORDS))
  }
  return true
}

/** A phrase has no more pieces, and no more characters in one. */
const [MAX_WORDS, MAX_PHRASE] = [50, 200]

/** Within a table's cell only what can be seen is written: a number is what is left of it when that which is hidden or crossed out is gone. */
function stepsInCell(node: Element, writer: Writer): readonly Step[] {
  if (isHidden(node) || isStruck(node)) return []
  if (isReversed(node)) {
    const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {}
    writer.unseen(startOffset, endOffset)
    return []
  }
  if (node.tagName === 'input') {
    const text = fieldText(node, writer.source)
    if (text !== null) writer.text(...text)
    return []
  }
  if (node.tagName === 'select') return shownOption(node)?.childNodes ?? []
  if ((SKIPPED.has(node.tagName) && node.tagName !== 'textarea') || INSTEAD.has(node.tagName)) return []
  writer.reached(node.sourceCodeLocation?.startOffset)
  return stepsWithin(node)
}

function stepsWithin(node: Element, placed?: PlacedLines): readonly Step[] {
  if (node.tagName === 'br') return [BREAK]
  if (isNoteSign(node)) return [RAISE, ...node.childNodes]
  if (isLowered(node)) return [LOWER, ...node.childNodes]
  const isBlock = BLOCKS.has(node.tagName) || isShownAsBlock(node)
  if (!isBlock) return node.childNodes
  const [opens, ends] = [placed?.goingOn.has(node) !== true, placed?.goneOnFrom.has(node) !== true]
  return [...(opens ? [BREAK] : []), ...node.childNodes, ...(ends ? [BREAK] : [])]
}
