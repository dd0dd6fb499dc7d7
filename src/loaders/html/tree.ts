import { type DefaultTreeAdapterMap, parse, type Token, type TreeAdapter, defaultTreeAdapter as tree } from 'parse5'

export type Document = DefaultTreeAdapterMap['document']
export type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']

/** The tree of a page, each node with the places it was read from: offsets, no lines and columns. */
export function parsedHtml(source: string): Document {
  return parse(source, { sourceCodeLocationInfo: true, treeAdapter: placed })
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
