import { attributeOf, isHidden, nodesWithin, within } from './shown.js'
import { type Document, type Element, isText, type Node } from './tree.js'

/** A table has so many of its labels in common with one that can be seen, if it is the same table once more. */
const SAME = 0.6
const LABEL = /\p{Script=Han}{4}/u

/**
 * Tables that a page hides although it shows the same table elsewhere, as pages do that are laid out once for large and once for
 * small screens, or keep an older state. A hidden table that is the only one of its kind is not passed over: it may be one that
 * the page unfolds.
 */
export function repeatedTables(document: Document): ReadonlySet<Node> {
  const elements = within(document)
  const classes = hiddenClasses(elements)
  const roots = elements.filter((element) => isHidden(element) || hasClass(element, classes))
  const hidden = new Set(roots.flatMap((root) => [root, ...within(root)]).filter(isTable))
  if (hidden.size === 0) return hidden
  const shown = new Set(elements.filter((element) => isTable(element) && !hidden.has(element)).flatMap(labelsOf))
  for (const table of hidden) {
    const labels = labelsOf(table)
    const common = labels.filter((label) => shown.has(label)).length
    if (labels.length === 0 || common < labels.length * SAME) hidden.delete(table)
  }
  return hidden
}

function isTable({ tagName }: Element): boolean {
  return tagName === 'table'
}

/** The texts of a table's cells that may be labels. */
function labelsOf(table: Element): string[] {
  return within(table)
    .filter(({ tagName }) => /^t[dh]$/.test(tagName))
    .map((cell) => textOf(cell))
    .filter((text) => text.length <= 60 && LABEL.test(text))
}

function textOf(element: Element): string {
  const texts = nodesWithin(element).map((node) => (isText(node) ? node.value : ''))
  return texts.join('').replace(/\s/g, '')
}

/** Classes that the page's own style sheets hide on every screen. */
function hiddenClasses(elements: readonly Element[]): ReadonlySet<string> {
  const sheets = elements.filter(({ tagName }) => tagName === 'style').map(textWithBlanks)
  const always = sheets
    .join('\n')
    .replace(/@media[^{}]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500}[^{}]{0,2000}\}/g, '')
  const rules = always.matchAll(/(?:^|[},\s])\.([\w-]{1,60})\s{0,20}\{[^{}]{0,2000}display\s*:\s*none/g)
  return new Set(Array.from(rules, ([, name = '']) => name))
}

function textWithBlanks(element: Element): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
}

function hasClass(element: Element, classes: ReadonlySet<string>): boolean {
  if (classes.size === 0) return false
  return (attributeOf(element, 'class') ?? '').split(/\s+/).some((name) => classes.has(name))
}
