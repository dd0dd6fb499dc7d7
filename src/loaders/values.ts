import { type CellMarks, cellMarks, escaped } from './marks.js'
import { chineseNumber } from './numerals.js'

/** What stands in one cell. `other` is text that is neither a number nor a nil mark. */
export type CellText =
  | {
      readonly kind: 'number'
      readonly value: number
      readonly unit: string | null
      /** True for a bare Chinese numeral (三), which outside a bordered cell may be the numbering of a label. */
      readonly numeral?: true
    }
  | { readonly kind: 'nil' }
  | { readonly kind: 'other' }

const OTHER: CellText = { kind: 'other' }
/** Figures of more digits than this may no longer be exact as numbers. */
const EXACT_DIGITS = 15

/**
 * Reads the folded text of one cell: plain and grouped numbers (1,314 or 1 314), signs, `1(增)`, `34(减)`, `12件`, `1.2万`,
 * `1314.91万元`, Chinese numerals, a number with a footnote sign (`5①`, `5[1]`), and nil marks (`/ - — 无`).
 *
 * Whatever is not exactly one number is `other`: approximate ones (约5, 5余), shares (5%), numbers with a remark that
 * holds another number (5(含结转1件)), contradicting signs, figures too long to be exact. A lone 一 is `other` too, since
 * it is also printed for a dash.
 *
 * @example
 * readCell('34(减)') // { kind: 'number', value: -34, unit: null }
 */
export function readCell(folded: string): CellText {
  const text = closedUp(folded)
  if (text === null) return OTHER
  const patterns = cellPatterns()
  if (patterns.nil.test(text)) return { kind: 'nil' }
  const groups = patterns.number.exec(text)?.groups
  if (groups !== undefined) return arabicNumber(groups)
  const chinese = patterns.numeral.exec(text)?.groups
  return chinese === undefined ? OTHER : chineseCell(chinese)
}

function arabicNumber(groups: Readonly<Record<string, string | undefined>>): CellText {
  const { digits = '', scale, unit, counted, currency, note } = groups
  const plain = digits.replaceAll(',', '')
  if (plain.replace('.', '').replace(/^0+/, '').length > EXACT_DIGITS && !Number.isSafeInteger(Number(plain)))
    return OTHER
  const signs = [groups.sign, groups.mark]
    .map((sign) => sign?.replace(/[()]/g, ''))
    .filter((sign) => sign !== undefined)
  const negative = signs.map((sign) => cellMarks().decrease.includes(sign))
  if (new Set(negative).size > 1) return OTHER
  const magnitude = Number(`${plain}e${scale === '万' ? 4 : scale === '亿' ? 8 : 0}`)
  return {
    kind: 'number',
    value: negative[0] && magnitude !== 0 ? -magnitude : magnitude,
    unit: unit ?? counted ?? note ?? scale ?? (currency === undefined ? null : '元'),
  }
}

function chineseCell({ numeral = '', unit }: Readonly<Record<string, string | undefined>>): CellText {
  const value = chineseNumber(numeral)
  if (value === null) return OTHER
  if (unit !== undefined) return { kind: 'number', value, unit }
  if (numeral === '一') return OTHER
  return value === 0 ? { kind: 'number', value, unit: null } : { kind: 'number', value, unit: null, numeral: true }
}

/** Blanks that group a long number by thousands, in a cell of its own: 1 314, but not 12 5. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?: \d{3})+(?![\d ])/

/** Whether a cell's text begins with a number grouped by blanks. */
export function isGrouped(folded: string): boolean {
  return GROUPED.test(folded.trim())
}

/** A cell's text without blanks; `null` where blanks stand between figures otherwise than to group them. */
function closedUp(folded: string): string | null {
  const text = folded.trim()
  const grouped = GROUPED.exec(text)?.[0] ?? ''
  const rest = text.slice(grouped.length)
  return /[\d.,]\s+[\d.,]/.test(rest) ? null : grouped.replaceAll(' ', '') + rest.replace(/\s/g, '')
}

/** A part of a cell's or line's text; `text` stands at `index`. */
export interface Word {
  readonly text: string
  readonly index: number
}

/** The blank-separated parts of a text; a unit or sign set off from its number (12 件, 34 (减)) stays with it. */
export function cellWords(folded: string): Word[] {
  return [...folded.matchAll(cellPatterns().word)].map((found) => ({ text: found[0], index: found.index }))
}

/** Whether every blank-separated part of a text reads as a cell of its own, as in `12 0 0 3`. */
export function splitsIntoCells(folded: string): boolean {
  const parts = cellWords(folded)
  return parts.length > 1 && parts.every(({ text }) => isPlainCell(readCell(text)))
}

/** Whether it reads as a cell wherever it stands. */
export function isPlainCell(read: CellText): boolean {
  return read.kind === 'nil' || (read.kind === 'number' && read.numeral === undefined)
}

interface Patterns {
  readonly nil: RegExp
  readonly number: RegExp
  readonly numeral: RegExp
  readonly word: RegExp
}

let compiled: Patterns | undefined

function cellPatterns(): Patterns {
  compiled ??= patternsOf(cellMarks())
  return compiled
}

function patternsOf(marks: CellMarks): Patterns {
  const any = (words: readonly string[]) =>
    [...words]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')
  const signs = any([...marks.increase, ...marks.decrease])
  const money = '(?:百万|千万|[百千万亿])?元'
  const units = `${money}|${any(marks.units)}`
  const number = [
    `(?<sign>${signs}|\\((?:${signs})\\))?`,
    '(?<currency>¥)?',
    '(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)',
    `(?:(?<unit>${units})|(?<scale>[万亿])(?<counted>${any(marks.units)})?)?`,
    `(?<mark>\\((?:${signs})\\))?`,
    `(?:\\((?<note>${units})\\))?`,
    `(?:\\^{0,3}[${escaped(marks.footnotes)}]|\\[\\d{1,2}\\]|\\^{1,3}(?:\\[?(?:注\\d{0,2}|\\d{1,2})\\]?|\\(\\d{1,2}\\))|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2}|\\(注\\d{0,2}\\))?`,
  ].join('')
  return {
    nil: new RegExp(`^(?:[${escaped(marks.nil_strokes)}]{1,3}|${any(marks.nil_words)})$`),
    number: new RegExp(`^${number}$`),
    numeral: new RegExp(`^(?<numeral>[〇零一二两三四五六七八九十百千]{1,9})(?<unit>${any(marks.units)})?$`),
    word: new RegExp(`[+-]?¥?\\d\\S*(?:\\s+(?:${units}|[万亿]|\\((?:${signs}|${units})\\))(?!\\S)){0,2}|\\S+`, 'g'),
  }
}
