import { attributeOf, isCell, within } from './shown.js'
import { type Document, type Element, isElement, isText } from './tree.js'

/** What a rule of a style sheet says: of which elements, the innermost of these in the last part, and what. */
interface StyleRule {
  readonly parts: readonly Compound[]
  readonly declared: ReadonlyMap<string, string>
}

/** Names that an element must have: of its kind, its classes, itself. */
interface Compound {
  readonly tag: string | null
  readonly classes: readonly string[]
  readonly id: string | null
}

/** The properties that tell whether text is seen, crossed out, raised or lowered. */
const TELLING =
  /^(?:display|visibility|opacity|font-size|vertical-align|text-decoration(?:-line)?|mso-(?:hide|text-raise)|position|top|left|bottom|text-indent|width|height|overflow)$/

/**
 * Writes into the elements in a page's cells what the page's own style sheets say of them, as if each said it itself: hidden,
 * crossed out, raised. Selectors are understood that name kinds, classes and ids, also one within the other; what holds
 * on some screens only is left alone, and what an element says itself goes before.
 */
export function takeInPageStyles(document: Document): void {
  const all = within(document)
  const rules = all.filter(({ tagName }) => tagName === 'style').flatMap((sheet) => rulesOf(cssOf(sheet)))
  if (rules.length === 0) return
  const byName = new Map<string, StyleRule[]>()
  for (const rule of rules) {
    const name = nameOf(rule.parts.at(-1))
    byName.set(name, [...(byName.get(name) ?? []), rule].slice(-MOST_OF_A_NAME))
  }
  for (const element of elementsOfCells(all)) {
    const names = [`#${attributeOf(element, 'id')}`, ...classesOf(element).map((name) => `.${name}`), element.tagName]
    const own = [...names, '*'].flatMap((name) => byName.get(name) ?? []).filter((rule) => applies(rule, element))
    if (own.length > 0) declare(element, own)
  }
}

/** Cells and what is in them, but nothing that holds a table: a hidden one may be one that the page unfolds. */
function elementsOfCells(all: readonly Element[]): Element[] {
  const holding = new Set<Element>()
  for (const table of all.filter(({ tagName }) => tagName === 'table'))
    for (let around = parentOf(table); around !== null && !holding.has(around); around = parentOf(around))
      holding.add(around)
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

function cssOf(sheet: Element): string {
  return sheet.childNodes
    .map((node) => (isText(node) ? node.value : ''))
    .join('')
    .replace(/\/\*[\s\S]{0,20000}?\*\/|<!--|-->/g, ' ')
    .replace(/@media[^{}]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500}[^{}]{0,2000}\}/g, '')
}

function rulesOf(css: string): StyleRule[] {
  return css.split('}').flatMap((rule) => {
    const [selectors = '', body = ''] = rule.split('{')
    const declared = declarationsOf(body)
    if (declared.size === 0) return []
    return selectors.split(',').flatMap((selector) => {
      const parts = selector
        .slice(0, LONGEST)
        .trim()
        .split(/\s*>\s*|\s+/)
        .map(compoundOf)
      return parts.every((part) => part !== null) ? [{ parts, declared }] : []
    })
  })
}

const LONGEST = 300
/** More rules for one name are made to keep a reader busy. */
const MOST_OF_A_NAME = 20

function declarationsOf(body: string): Map<string, string> {
  const pairs = body.split(';').map((one): [string, string] => {
    const [name = '', ...value] = one.split(':')
    return [name.trim().toLowerCase(), value.join(':').trim()]
  })
  return new Map(pairs.filter(([name, value]) => TELLING.test(name) && value !== ''))
}

function compoundOf(text: string): Compound | null {
  const [, tag = '', names] = /^([a-z][\w-]{0,40}|\*)?((?:[.#][\w-]{1,80}){0,6})$/i.exec(text) ?? []
  if (names === undefined || text === '') return null
  const named = names.match(/[.#][\w-]+/g) ?? []
  return {
    tag: tag === '' || tag === '*' ? null : tag.toLowerCase(),
    classes: named.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
    id: named.find((name) => name.startsWith('#'))?.slice(1) ?? null,
  }
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

/** Adds what rules say to what an element says itself, which goes before them unless they insist. */
function declare(element: Element, rules: readonly StyleRule[]): void {
  const written = attributeOf(element, 'style') ?? ''
  const itself = declarationsOf(written)
  const said = new Map<string, string>()
  for (const { declared } of rules)
    for (const [name, value] of declared) {
      const insists = /!\s*important/i.test(value)
      if ((insists || !itself.has(name)) && (insists || !/!\s*important/i.test(said.get(name) ?? '')))
        said.set(name, value)
    }
  const style = `${Array.from(said, ([name, value]) => `${name}:${value}`).join(';')};${written}`
  element.attrs = [...element.attrs.filter(({ name }) => name !== 'style'), { name: 'style', value: style }]
}
