import { cellTexts } from './cell-texts.js'
import { attributeOf, isHidden, isStruck } from './shown.js'
import { type Document, type Element, isElement, type Node } from './tree.js'

/** A table has so many of its labels in common with one that can be seen, if it is the same table once more. */
const SAME = 0.6
const LABEL = /\p{Script=Han}{4}/u

/**
 * Tables that a page hides although it shows the same table elsewhere, as pages do that are laid out once for large and once for
 * small screens, or keep an older state. A hidden table that is the only one of its kind is not passed over: it may be one that
 * the page unfolds. So with one that a reader may unfold: where the same table stands open to see, that is the report's.
 *
 * @param byStyles the elements around tables that the page's style sheets hide
 */
export function repeatedTables(document: Document, byStyles: ReadonlySet<Element>): ReadonlySet<Node> {
  const hidden = hiddenTables(document, byStyles)
  if (hidden.size === 0) return hidden
  const { texts, of } = cellTexts(document)
  const isLabel = texts.map((text) => text !== null && LABEL.test(text))
  const inShown = new Set<string | null>()
  let reached = 0
  for (const [table, [from, to]] of [...of].sort(([, a], [, b]) => a[0] - b[0])) {
    if (hidden.has(table)) continue
    for (let i = Math.max(from, reached); i < to; i++) inShown.add(texts[i] ?? null)
    reached = Math.max(reached, to)
  }
  const labels = countsBefore(isLabel)
  const common = countsBefore(isLabel.map((label, i) => label && inShown.has(texts[i] ?? null)))
  for (const [table, [from, to]] of of) {
    const within = (counts: Int32Array) => (counts[to] ?? 0) - (counts[from] ?? 0)
    if (within(labels) === 0 || within(common) < within(labels) * SAME) hidden.delete(table)
  }
  return hidden
}

/** How many of a list hold before each of its entries. */
function countsBefore(list: readonly boolean[]): Int32Array {
  const counts = new Int32Array(list.length + 1)
  list.forEach((one, i) => {
    counts[i + 1] = (counts[i] ?? 0) + (one ? 1 : 0)
  })
  return counts
}

/** The tables that are hidden or crossed out themselves or stand in what is. */
function hiddenTables(document: Document, byStyles: ReadonlySet<Element>): Set<Node> {
  const found = new Set<Node>()
  const open: [node: Node, hidden: boolean][] = [[document, false]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, around] = next
    const hidden = around || (isElement(node) && (byStyles.has(node) || isSetAside(node)))
    if (hidden && isElement(node) && node.tagName === 'table') found.add(node)
    if (!('childNodes' in node)) continue
    const folded = isElement(node) && isFolded(node)
    for (const child of node.childNodes) open.push([child, hidden || (folded && child.nodeName !== 'summary')])
  }
  return found
}

function isSetAside(element: Element): boolean {
  const isClosed = element.tagName === 'dialog' && attributeOf(element, 'open') === null
  return isClosed || attributeOf(element, 'popover') !== null || isHidden(element) || isStruck(element)
}

/** Whether an element shows nothing but its summary until a reader opens it. */
function isFolded(element: Element): boolean {
  return element.tagName === 'details' && attributeOf(element, 'open') === null
}
