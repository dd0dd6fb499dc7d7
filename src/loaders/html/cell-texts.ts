import { isCell } from './shown.js'
import { type Document, type Element, isElement, isText, type Node } from './tree.js'

/** The texts of a page's cells, in order, and which of them are each table's: those at `[from, to)`. */
export interface CellTexts {
  /** Without blanks; `null` for more than a label has. */
  readonly texts: readonly (string | null)[]
  readonly of: ReadonlyMap<Element, readonly [from: number, to: number]>
}

/** Longer texts are no labels. */
const MAX_LABEL = 60

interface Open {
  readonly node: Document | Element
  readonly children: readonly Node[]
  next: number
  text: string
  readonly cell: number
}

/** Reads all cells in one walk, however deep tables stand in each other: what an element holds is told to the one around it. */
export function cellTexts(document: Document): CellTexts {
  const texts: (string | null)[] = []
  const of = new Map<Element, readonly [number, number]>()
  const open: Open[] = [opened(document, texts.length)]
  for (let own = open.at(-1); own !== undefined; own = open.at(-1)) {
    const child = own.children[own.next++]
    if (child === undefined) {
      open.pop()
      const around = open.at(-1)
      if (around !== undefined) around.text = joined(around.text, own.text)
      const { node, cell } = own
      if (!isElement(node)) continue
      if (isCell(node)) texts[cell] = own.text.length > MAX_LABEL ? null : own.text
      if (node.tagName === 'table') of.set(node, [cell, texts.length])
    } else if (isText(child)) own.text = joined(own.text, child.value)
    else if (isElement(child)) {
      open.push(opened(child, texts.length))
      if (isCell(child)) texts.push(null)
    }
  }
  return { texts, of }
}

function opened(node: Document | Element, cell: number): Open {
  return { node, children: node.childNodes, next: 0, text: '', cell }
}

function joined(text: string, more: string): string {
  return text.length > MAX_LABEL ? text : (text + more.replace(/\s/g, '')).slice(0, MAX_LABEL + 1)
}
