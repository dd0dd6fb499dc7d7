import { decodeHTML } from 'entities'
import { type DefaultTreeAdapterMap, parse, defaultTreeAdapter as tree } from 'parse5'
import type { Folded } from '../types.js'
import { repeatedTables } from './html-copies.js'
import {
  attributeOf,
  fieldText,
  isHidden,
  isNoteSign,
  isShownAsBlock,
  isStruck,
  mayShowMore,
  shownOption,
  UNSEEN,
  within,
} from './html-shown.js'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** The marks are those of `surface.ts`. */
const CELL = '\u001f'
const SPAN = '\u001d'

const SKIPPED = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'select', 'textarea'])
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const MAX_SPAN = 30
/** The longest label of a form has some 40 characters. */
const MAX_CELL_TEXT = 200

/** Whether a text is HTML: it closes at least one element that pages are made of. */
export function looksLikeHtml(source: string): boolean {
  return /<\/(?:p|div|table|tr|td|span|body|html)\s*>/i.test(source)
}

/**
 * The visible text of an HTML source with the source offset of each character. Tables keep their grid: every cell ends in
 * a cell mark, and a cell with `colspan` or `rowspan` leaves a span mark in each further place of the grid it covers.
 */
export function htmlSurface(source: string): Folded {
  const writer = new Writer(source)
  const document = parse(source, { sourceCodeLocationInfo: true })
  walk(document, writer, repeatedTables(document))
  return writer.finish()
}

class Writer {
  private readonly parts: string[] = []
  private readonly offsets: number[] = []
  private readonly ends: number[] = []
  private last = '\n'
  private place = 0
  private lineBreak = '\n'
  private shown = 0

  /** Where the source ends. */
  readonly end: number

  constructor(readonly source: string) {
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
    this.parts.push(UNSEEN)
    this.offsets.push(start)
    this.ends.push(end)
    this.last = UNSEEN
  }

  /** A mark of the surface's own, standing at the place reached in the source. */
  mark(mark: string): void {
    const text = mark === '\n' ? this.lineBreak : mark
    if (text === '\n' && this.last === '\n') return
    this.parts.push(text)
    for (let i = 0; i < text.length; i++) {
      this.offsets.push(this.place)
      this.ends.push(this.place)
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
      this.parts.push(written.replace(/[\r\n\t\f\u001d\u001f]/g, (mark) => (mark === '\t' ? tab : ' ')))
      const plain = piece[0] === written
      for (let i = 0; i < written.length; i++) {
        this.offsets.push(plain ? at + i : at)
        this.ends.push(plain ? at + i + 1 : at + piece[0].length)
      }
      this.last = written.at(-1) ?? this.last
      if (/\S/.test(written)) this.shown++
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
    this.offsets.push(this.source.length)
    return { text: this.parts.join(''), offsets: Int32Array.from(this.offsets), ends: Int32Array.from(this.ends) }
  }
}

/** Part of the work on a page: a node still to be written, or something to do when its turn comes. */
type Step = Node | ((writer: Writer) => void)

/** Writes a node with all that is in it. Works off a list instead of calling itself: pages nest elements by the thousand. */
function walk(root: Node, writer: Writer, passedOver: ReadonlySet<Node>): void {
  const steps: Step[] = [root]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') step(writer)
    else if (!passedOver.has(step)) for (const next of stepsOf(step, writer).reverse()) steps.push(next)
  }
}

const BREAK = (writer: Writer) => writer.mark('\n')
const RAISE = (writer: Writer) => writer.mark('^')

function stepsOf(node: Node, writer: Writer): Step[] {
  if (tree.isTextNode(node)) {
    const location = node.sourceCodeLocation
    if (location) writer.text(location.startOffset, location.endOffset)
    return []
  }
  if (!tree.isElementNode(node)) return 'childNodes' in node ? [...node.childNodes] : []
  if (writer.isInCell) return stepsInCell(node, writer)
  if (SKIPPED.has(node.tagName)) return []
  writer.reached(node.sourceCodeLocation?.startOffset)
  if (node.tagName === 'table') return tableSteps(node, writer.end)
  return stepsWithin(node)
}

/** Within a table's cell only what can be seen is written: a number is what is left of it when that which is hidden or crossed out is gone. */
function stepsInCell(node: Element, writer: Writer): Step[] {
  if (isHidden(node) || isStruck(node)) return []
  if (node.tagName === 'input') {
    const text = fieldText(node, writer.source)
    if (text !== null) writer.text(...text)
    return []
  }
  if (node.tagName === 'select') return [...(shownOption(node)?.childNodes ?? [])]
  if (SKIPPED.has(node.tagName) && node.tagName !== 'textarea') return []
  writer.reached(node.sourceCodeLocation?.startOffset)
  return stepsWithin(node)
}

function stepsWithin(node: Element): Step[] {
  if (node.tagName === 'br') return [BREAK]
  // A raised figure is a note, not a digit of the number before it.
  if (isNoteSign(node)) return [RAISE, ...node.childNodes]
  if (node.tagName === 'sub') return [(own) => own.mark('_'), ...node.childNodes]
  const isBlock = BLOCKS.has(node.tagName) || isShownAsBlock(node)
  return isBlock ? [BREAK, ...node.childNodes, BREAK] : [...node.childNodes]
}

/** A table row by row on its grid: the cell where it begins, a span mark wherever it reaches. */
function tableSteps(table: Element, end: number): Step[] {
  const steps: Step[] = [BREAK]
  const covered: number[] = []
  const spanned = (writer: Writer) => writer.mark(SPAN + CELL)
  for (const row of rowsOf(table)) {
    let column = 0
    const skipCovered = () => {
      while ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 0) - 1
        steps.push(spanned)
        column++
      }
    }
    for (const cell of cellsOf(row, end)) {
      skipCovered()
      steps.push((writer) => writer.reached(cell.sourceCodeLocation?.startTag?.endOffset))
      if (!isDataCell(cell)) {
        for (const child of cell.childNodes) steps.push(child)
        steps.push(BREAK)
        continue
      }
      steps.push(...dataCellSteps(cell))
      const height = span(cell, 'rowspan')
      for (let i = 0; i < span(cell, 'colspan'); i++) {
        if (i > 0) steps.push(spanned)
        covered[column++] = height - 1
      }
    }
    skipCovered()
    steps.push(BREAK)
  }
  return steps
}

/** A cell's own text, or the mark for what is seen in it where it has none. */
function dataCellSteps(cell: Element): Step[] {
  let before = 0
  return [
    (writer) => {
      before = writer.shownCount
      writer.breaksAs('  ')
    },
    ...(isInvisible(cell) ? [] : cell.childNodes),
    (writer) => {
      const location = cell.sourceCodeLocation
      if (writer.shownCount === before && location && mayShowMore(cell))
        writer.unseen(location.startOffset, location.endOffset)
      writer.breaksAs('\n')
      writer.mark(CELL)
    },
  ]
}

/** A cell that holds data, unlike one that lays out a page: short, and with no table inside but one of a cell or two. */
function isDataCell(cell: Element): boolean {
  let length = 0
  const open: Node[] = [...cell.childNodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (tree.isTextNode(node)) length += node.value.trim().length
    if (length > MAX_CELL_TEXT || (tree.isElementNode(node) && node.tagName === 'table' && isLarge(node))) return false
    if ('childNodes' in node) for (const child of node.childNodes) open.push(child)
  }
  return true
}

function isLarge(table: Element): boolean {
  return within(table).filter(({ tagName }) => /^t[dh]$/.test(tagName)).length > 2
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const child of table.childNodes) {
    if (!tree.isElementNode(child) || isHidden(child)) continue
    if (child.tagName === 'tr') rows.push(child)
    else if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) for (const row of rowsOf(child)) rows.push(row)
    else if (child.tagName === 'caption') rows.push(child)
  }
  return rows
}

/** The cells of a row, without one in which the source ends: what it held may be cut off. */
function cellsOf(row: Element, end: number): Element[] {
  if (row.tagName === 'caption') return [row]
  return row.childNodes.filter(
    (child): child is Element =>
      tree.isElementNode(child) &&
      /^t[dh]$/.test(child.tagName) &&
      !isTakenOut(child) &&
      !(isDataCell(child) && isOpenAt(child, end)),
  )
}

/** A cell that is not laid out; one that is only made invisible keeps its place. */
function isTakenOut(cell: Element): boolean {
  return isHidden(cell) && !isInvisible(cell)
}

function isInvisible(cell: Element): boolean {
  return /visibility\s*:\s*hidden/i.test(attributeOf(cell, 'style') ?? '')
}

/** Whether an element is closed by nothing but the end of the source. */
function isOpenAt({ sourceCodeLocation: location }: Element, end: number): boolean {
  return location != null && location.endTag === undefined && location.endOffset >= end
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10)
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1
}
