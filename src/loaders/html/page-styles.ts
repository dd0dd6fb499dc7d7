import { attributeOf, isCell, isHidden, within } from './shown.js'
import { type Compound, cssOf, declarationsOf, rulesOf, type StyleRule } from './style-rules.js'
import { type Document, type Element, isElement } from './tree.js'

/** More rules for one name are made to keep a reader busy. */
const MOST_OF_A_NAME = 20

/**
 * Writes into the elements in a page's cells what the page's own style sheets say of them, as if each said it itself: hidden,
 * crossed out, raised. Selectors are understood that name kinds, classes and ids, also one within the other; what holds
 * on some screens only is left alone, and what an element says itself goes before.
 *
 * @returns of the elements that hold a table those which the style sheets hide; these are left as they are
 */
export function takeInPageStyles(document: Document): ReadonlySet<Element> {
  const hidden = new Set<Element>()
  const all = within(document)
  const rules = all.filter(({ tagName }) => tagName === 'style').flatMap((sheet) => rulesOf(cssOf(sheet)))
  if (rules.length === 0) return hidden
  const byName = new Map<string, StyleRule[]>()
  for (const rule of rules) {
    const name = nameOf(rule.parts.at(-1))
    byName.set(name, [...(byName.get(name) ?? []), rule].slice(-MOST_OF_A_NAME))
  }
  const ofElement = (element: Element): readonly StyleRule[] => {
    const names = [`#${attributeOf(element, 'id')}`, ...classesOf(element).map((name) => `.${name}`), element.tagName]
    return [...names, '*'].flatMap((name) => byName.get(name) ?? []).filter((rule) => applies(rule, element))
  }
  const holding = holdingTables(all)
  for (const element of elementsOfCells(all, holding)) {
    const own = ofElement(element)
    if (own.length > 0) element.attrs = declared(element, own)
  }
  for (const element of [...holding, ...all.filter(({ tagName }) => tagName === 'table')]) {
    const own = ofElement(element)
    if (own.length > 0 && isHidden({ ...element, attrs: declared(element, own) })) hidden.add(element)
  }
  return hidden
}

/** The elements around tables. */
function holdingTables(all: readonly Element[]): ReadonlySet<Element> {
  const holding = new Set<Element>()
  for (const table of all.filter(({ tagName }) => tagName === 'table'))
    for (let around = parentOf(table); around !== null && !holding.has(around); around = parentOf(around))
      holding.add(around)
  return holding
}

/** Cells and what is in them, but nothing that holds a table: a hidden one may be one that the page unfolds. */
function elementsOfCells(all: readonly Element[], holding: ReadonlySet<Element>): Element[] {
  const inCell = new Set<Element>()
  for (const element of all) {
    const around = parentOf(element)
    if (element.tagName === 'table') continue
    if (isCell(element) || (around !== null && inCell.has(around))) inCell.add(element)
  }
  return [...inCell].filter((element) => !holding.has(element))
}

function parentOf({ parentNode }: Element): Element | null {
  return parentNode !== null && isElement(parentNode) ? parentNode : null
}

/** The name under which a rule is looked for. */
function nameOf(part: Compound | undefined): string {
  if (part === undefined) return '*'
  if (part.id !== null) return `#${part.id}`
  const [first] = part.classes
  return first === undefined ? (part.tag ?? '*') : `.${first}`
}

function applies({ parts }: StyleRule, element: Element): boolean {
  let left = parts.length - 1
  if (!isNamed(element, parts[left])) return false
  for (let around = parentOf(element); left > 0 && around !== null; around = parentOf(around))
    if (isNamed(around, parts[left - 1])) left--
  return left === 0
}

function isNamed(element: Element, part: Compound | undefined): boolean {
  if (part === undefined) return false
  const classes = classesOf(element)
  return (
    (part.tag === null || part.tag === element.tagName) &&
    part.classes.every((name) => classes.includes(name)) &&
    (part.id === null || part.id === attributeOf(element, 'id'))
  )
}

function classesOf(element: Element): string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '')
}

/** An element's attributes with what rules say added to its style; what it says itself goes before unless they insist. */
function declared(element: Element, rules: readonly StyleRule[]): Element['attrs'] {
  const written = attributeOf(element, 'style') ?? ''
  const itself = declarationsOf(written)
  const said = new Map<string, string>()
  for (const rule of rules)
    for (const [name, value] of rule.declared) {
      const insists = /!\s*important/i.test(value)
      if ((insists || !itself.has(name)) && (insists || !/!\s*important/i.test(said.get(name) ?? '')))
        said.set(name, value)
    }
  const style = `${Array.from(said, ([name, value]) => `${name}:${value}`).join(';')};${written}`
  return [...element.attrs.filter(({ name }) => name !== 'style'), { name: 'style', value: style }]
}
