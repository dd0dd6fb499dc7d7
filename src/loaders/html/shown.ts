import { type Document, type Element, isElement, isText, type Node } from './tree.js'

/** Stands where a reader of the page sees something that is no text: a picture of a number, what a script writes. */
export const UNSEEN = '\ufffc'

const HIDING =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0*)?\s*(?:[;!]|$)|(?:left|text-indent)\s*:\s*-\d{3,5}|font-size\s*:\s*(?:0(?:\.0*)?(?:p[xt]|r?em|%)?|[01](?:\.\d*)?p[xt])\s*(?:[;!]|$))/i
const NO_SIZE = /(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*0(?:px)?\s*(?:[;!]|$)/i
const CLIPPED = /(?:^|[;\s])overflow\s*:\s*hidden/i
const STRIKING = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]{0,60}line-through/i
const RAISING =
  /(?:^|[;\s])(?:vertical-align\s*:\s*(?:super|text-top|[\d.]{0,8}[1-9])|mso-text-raise\s*:\s*[\d.]{0,8}[1-9])/i
const LOWERING =
  /(?:^|[;\s])(?:vertical-align\s*:\s*(?:sub|text-bottom|-[\d.]{0,8}[1-9])|mso-text-raise\s*:\s*-[\d.]{0,8}[1-9])/i
const MOVED = /(?:^|[;\s])position\s*:\s*relative/i
const UP = /(?:^|[;\s])(?:top\s*:\s*-|bottom\s*:\s*)[\d.]{0,8}[1-9]/i
const BLOCK = /(?:^|[;\s])display\s*:\s*(?:block|flex|grid|table|list-item)/i

const REVERSING = /(?:^|[;\s])unicode-bidi\s*:\s*(?:isolate-)?bidi-override/i

/** Whether an element's letters are shown in another order than they are written in. */
export function isReversed(element: Element): boolean {
  const isOverriding = element.tagName === 'bdo' || REVERSING.test(styleOf(element))
  return isOverriding && (attributeOf(element, 'dir') === 'rtl' || /direction\s*:\s*rtl/i.test(styleOf(element)))
}

/** Whether a page says of an element, in the element itself, that it is not to be seen. */
export function isHidden(element: Element): boolean {
  const style = styleOf(element)
  if (attributeOf(element, 'hidden') !== null || HIDING.test(style)) return true
  return NO_SIZE.test(style) && CLIPPED.test(style) && !isCell(element)
}

/** Whether an element's text is crossed out. */
export function isStruck(element: Element): boolean {
  return /^(?:del|s|strike)$/.test(element.tagName) || STRIKING.test(styleOf(element))
}

/** Whether an element's text is raised, or leads to a note, so that its figures are the sign of one. */
export function isNoteSign(element: Element): boolean {
  const style = styleOf(element)
  if (element.tagName === 'sup' || RAISING.test(style) || (MOVED.test(style) && UP.test(style))) return true
  if (/(?:^|\s)Mso(?:Foot|End)noteReference(?:\s|$)/.test(attributeOf(element, 'class') ?? '')) return true
  return element.tagName === 'a' && /^#_?(?:ftn|edn|fn|en|foot|note|ref)/i.test(attributeOf(element, 'href') ?? '')
}

/** Whether an element's text is lowered. */
export function isLowered(element: Element): boolean {
  return element.tagName === 'sub' || LOWERING.test(styleOf(element))
}

/** Whether an element that is not one of itself is shown as a block. */
export function isShownAsBlock(element: Element): boolean {
  return BLOCK.test(styleOf(element))
}

/** Where in the source the text stands that a form field shows; `null` where it shows none. */
export function fieldText(element: Element, source: string): readonly [from: number, to: number] | null {
  const type = attributeOf(element, 'type')?.toLowerCase() ?? 'text'
  if (!/^(?:text|number|tel|search|)$/.test(type)) return null
  const place = element.sourceCodeLocation?.attrs?.value
  if (place === undefined) return null
  const written = source.slice(place.startOffset, place.endOffset)
  const [, before = '', quote = ''] = /^([^=]{1,20}=\s{0,20})(["']?)/.exec(written) ?? []
  const from = place.startOffset + before.length + quote.length
  return before === '' ? null : [from, Math.max(from, place.endOffset - quote.length)]
}

/** The option that a list of options shows. */
export function shownOption(list: Element): Element | null {
  const options = within(list).filter((element) => element.tagName === 'option')
  return options.find((option) => attributeOf(option, 'selected') !== null) ?? options[0] ?? null
}

const PICTURES = new Set('img canvas svg object embed iframe video math script picture'.split(' '))

/** Whether an element that holds no text may show something all the same. */
export function mayShowMore(cell: Element): boolean {
  return within(cell).some((element) => {
    if (PICTURES.has(element.tagName) || isStruck(element)) return true
    const drawn = /^(?:span|i|em|b)$/.test(element.tagName) && element.childNodes.length === 0
    return drawn && /^(?!Mso|Apple|Spell|Gram)[^\s]/.test(attributeOf(element, 'class') ?? '')
  })
}

/** The elements in an element or a page, in order. */
export function within(whole: Element | Document): Element[] {
  const found: Element[] = []
  const open: Node[] = [whole]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node !== whole && isElement(node)) found.push(node)
    if (!('childNodes' in node)) continue
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]
      if (child !== undefined) open.push(child)
    }
  }
  return found
}

/** All text in an element. */
export function textOf(element: Element): string {
  let text = ''
  const open: Node[] = [element]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) text += node.value
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) open.push(child)
  }
  return text
}

export function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}

/** An attribute's value, or `null` where the element has none of that name. */
export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

function styleOf(element: Element): string {
  return attributeOf(element, 'style') ?? ''
}
