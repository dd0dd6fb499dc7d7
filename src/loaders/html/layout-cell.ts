import { isCell } from './shown.js'
import { type Element, isElement, isText, type Node } from './tree.js'

/** The longest label of a form has some 40 characters. */
const MAX_CELL_TEXT = 200
const HEADING = /^h[1-6]$/
/** What begins a line of its own in a cell. */
const LINES = /^(?:p|div|h[1-6]|li|ul|ol|table|tr|td|th|section|article|blockquote|pre|center|br|hr)$/
/** A sentence, and no shorter remark. */
const SENTENCE = /^(?=.{8}).*[。!?！？]["”』」)）]?$/s
/** 一、总体情况: the heading of a section. */
const NUMBERED = /^[一二三四五六七八九十]{1,3}\s?、/

/**
 * Whether a cell lays out a page instead of holding data: it is long, has a table inside of more than a cell or two, or holds running text:
 * sentences in lines of their own, or a heading and a sentence below it. No label or figure of a table does.
 */
export function laysOutPage(cell: Element): boolean {
  let length = 0
  let words = ''
  const lines: string[] = []
  let headed = false
  const close = () => {
    if (words.trim() !== '') lines.push(words.trim())
    words = ''
  }
  const open: (Node | typeof close)[] = [...cell.childNodes].reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'function') {
      node()
      continue
    }
    if (isText(node)) {
      length += node.value.trim().length
      words += node.value
    }
    if (length > MAX_CELL_TEXT || (isElement(node) && node.tagName === 'table' && isLarge(node))) return true
    if (isElement(node) && LINES.test(node.tagName)) {
      close()
      open.push(close)
      headed ||= HEADING.test(node.tagName)
    }
    if (!('childNodes' in node)) continue
    for (const child of [...node.childNodes].reverse()) open.push(child)
  }
  close()
  const sentences = lines.filter((line) => SENTENCE.test(line)).length
  return sentences > 1 || (sentences > 0 && (headed || lines.some((line) => NUMBERED.test(line))))
}

function isLarge(table: Element): boolean {
  let cells = 0
  const open: Node[] = [table]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isElement(node) && isCell(node) && ++cells > 2) return true
    if ('childNodes' in node) for (const child of node.childNodes) open.push(child)
  }
  return false
}
