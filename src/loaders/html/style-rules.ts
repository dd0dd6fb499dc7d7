import { type Element, isText } from './tree.js'

/** What a rule of a style sheet says: of which elements, the innermost of these in the last part, and what. */
export interface StyleRule {
  readonly parts: readonly Compound[]
  readonly declared: ReadonlyMap<string, string>
}

/** Names that an element must have: of its kind, its classes, itself. */
export interface Compound {
  readonly tag: string | null
  readonly classes: readonly string[]
  readonly id: string | null
}

/** The properties that tell whether text is seen, crossed out, raised or lowered. */
const TELLING =
  /^(?:display|visibility|opacity|font-size|vertical-align|text-decoration(?:-line)?|mso-(?:hide|text-raise)|position|top|left|bottom|text-indent|width|height|overflow)$/

/** The text of a style sheet, without remarks and without what holds on some screens only. */
export function cssOf(sheet: Element): string {
  return sheet.childNodes
    .map((node) => (isText(node) ? node.value : ''))
    .join('')
    .replace(/\/\*[\s\S]{0,20000}?\*\/|<!--|-->/g, ' ')
    .replace(ON_EVERY_SCREEN, '$<rules>')
    .replace(/@media[^{}]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500}[^{}]{0,2000}\}/g, '')
}

/** Rules for screens, whichever: a page is read as it is seen there. */
const ON_EVERY_SCREEN =
  /@media\s+(?:only\s+)?(?:screen|all)\s*(?:,\s*\w+\s*)?\{(?<rules>(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500})[^{}]{0,2000}\}/gi

/** The rules of a style sheet, those that name an element's kind, classes or id. */
export function rulesOf(css: string): StyleRule[] {
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

/** What a style says that tells whether text is seen, crossed out, raised or lowered. */
export function declarationsOf(body: string): Map<string, string> {
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
