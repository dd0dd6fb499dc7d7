import { type DefaultTreeAdapterMap, parse, type Token, type TreeAdapter, defaultTreeAdapter as tree } from 'parse5'

export type Document = DefaultTreeAdapterMap['document']
export type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']

/** Elements of a page, and how deep they may stand in each other: what is larger takes more memory than a report is worth. */
const MOST = { elements: 2_500_000, deep: 250_000 }

/**
 * The tree of a page, each node with the places it was read from: offsets, no lines and columns.
 *
 * @throws RangeError where it has too many elements, or too deep in each other
 */
export function parsedHtml(source: string): Document {
  let [elements, deep] = [0, 0]
  const counting: TreeAdapter<DefaultTreeAdapterMap> = {
    ...placed,
    createElement(...made) {
      if (++elements > MOST.elements) throw new RangeError('too many elements')
      return placed.createElement(...made)
    },
    onItemPush() {
      if (++deep > MOST.deep) throw new RangeError('elements too deep in each other')
    },
    onItemPop() {
      deep--
    },
  }
  return parse(source, { sourceCodeLocationInfo: true, treeAdapter: counting })
}

export function isText(node: Node): node is DefaultTreeAdapterMap['textNode'] {
  return tree.isTextNode(node)
}

export function isElement(node: Node): node is Element {
  return tree.isElementNode(node)
}

/** Of places no more is kept than is asked for: a page of one large table has a million of them. */
const placed: TreeAdapter<DefaultTreeAdapterMap> = {
  ...tree,
  setNodeSourceCodeLocation(node, location) {
    node.sourceCodeLocation = location === null ? null : shortened(node, location)
  },
  updateNodeSourceCodeLocation(node, { endOffset, endTag }) {
    const location: Token.ElementLocation | null | undefined = node.sourceCodeLocation
    if (!location) return
    if (endOffset !== undefined) location.endOffset = endOffset
    if (endTag !== undefined) location.endTag = offsetsOf(endTag)
  },
}

/** Only of form fields it is asked where their attributes stand. */
function shortened(node: Node, location: Token.ElementLocation): Token.ElementLocation {
  const { startTag, attrs } = location
  const own: Token.ElementLocation = offsetsOf(location)
  if (startTag !== undefined) own.startTag = offsetsOf(startTag)
  if (attrs !== undefined && node.nodeName === 'input') own.attrs = attrs
  return own
}

function offsetsOf({ startOffset, endOffset }: Token.Location): Token.Location {
  return { startOffset, endOffset } as Token.Location
}
