import type { Alignment } from '../labels/align.js'
import type { RowSlots } from '../labels/template.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'

/** What a form prints between a row's label and its figures: the unit and, in some forms, the row's own number. */
export interface RowLead {
  /** Where the figures may begin. */
  readonly end: number
  readonly unit: string | null
  /** Whether the figures may hold the row's number, or its number stands where a figure is due. */
  readonly uncertain: boolean
}

/**
 * Whether a table prints the rows' own numbers: `apart` in cells of their own, `run on` where they are run together with the figures,
 * `mixed` where that cannot be told.
 */
export type CodesPrinted = 'none' | 'apart' | 'run on' | 'mixed'

/** Fewer rows than this tell nothing of a table. */
const MIN_ROWS = 5
/** Share of the rows that print their own number in a table that has a column for it, and in one that has none. */
const [MOST, FEW] = [0.8, 0.2]

/**
 * Whether the rows of a table print their own numbers (`01` to `35`) before the figures. A single figure may chance to
 * equal its row's number; the figures of most rows do not.
 */
export function codesPrinted(stream: Stream, { template, matches }: Alignment): CodesPrinted {
  const { text } = stream.folded
  const rows = template.labels.flatMap((label, i) => {
    const match = matches[i]
    if (!match || label.row === null || label.row.serial === null) return []
    const next = matches.slice(i + 1).find((other) => other !== null)
    const to = next ? foldedIndex(stream, next.from) : text.length
    return [numberIn(text, foldedEnd(stream, match.to), to, label.row, label.row.serial)]
  })
  const numbered = rows.filter((row) => row === 'own' || row === 'glued').length
  const begun = numbered + rows.filter((row) => row === 'begun').length
  if (rows.length < MIN_ROWS) return begun === 0 ? 'none' : 'mixed'
  if (begun >= rows.length * MOST && numbered < rows.length * MOST) return 'run on'
  if (numbered <= rows.length * FEW && !rows.includes('glued')) return 'none'
  return numbered >= rows.length * MOST ? 'apart' : 'mixed'
}

/** Passes over the unit and the row's own number behind a label that ends at `from`. */
export function leadOf(text: string, from: number, to: number, row: RowSlots | null, codes: CodesPrinted): RowLead {
  if (row === null || row.units.length === 0) return { end: from, unit: null, uncertain: false }
  const first = unitAt(text, from, to, row.units)
  const lead = row.serial === null || codes === 'none' ? first : numberPassed(text, first, to, row, row.serial)
  const uncertain = lead.end === null || ((codes === 'mixed' || codes === 'run on') && row.serial !== null)
  const end = lead.end ?? first.end
  return {
    end,
    unit: lead.unit,
    uncertain: uncertain || (lead.unit !== null && hasSecondUnit(text, end, to, row.units)),
  }
}

interface Passed {
  readonly unit: string | null
  /** `null` where the row's own number was due and is not there. */
  readonly end: number | null
}

/** Passes over the row's own number, and over the unit where it stands behind it. */
function numberPassed(
  text: string,
  { unit, end }: { unit: string | null; end: number },
  to: number,
  row: RowSlots,
  serial: string,
): Passed {
  const number = numberAt(text, end, to)
  if (number === null || !isOwnNumber(number.digits, serial)) return { unit, end: null }
  return unit === null ? unitAt(text, number.end, to, row.units) : { unit, end: number.end }
}

/** Whether among the figures behind a unit there stands another: then some are those of a row whose label is lost. */
function hasSecondUnit(text: string, from: number, to: number, units: readonly string[]): boolean {
  const figures = /^(?:[\s|\u001d\u001f]{0,50}[\d.,/—-]{1,20}(?![\d.,/—-])){0,20}[\s|\u001d\u001f]{0,200}/.exec(
    text.slice(from, to),
  )
  const end = from + (figures?.[0].length ?? 0)
  const standsAlone = (unit: string) =>
    end + unit.length >= to || /^[\s|\u001d\u001f\d]?$/.test(text[end + unit.length] ?? '')
  return end > from && units.some((unit) => text.startsWith(unit, end) && standsAlone(unit))
}

/**
 * How a row begins: with its own number, with digits that can only begin with its number (`01139`), with digits that may
 * (`1139` in row 1), or otherwise.
 */
function numberIn(
  text: string,
  from: number,
  to: number,
  row: RowSlots,
  serial: string,
): 'own' | 'glued' | 'begun' | 'other' {
  const number = numberAt(text, unitAt(text, from, to, row.units).end, to)
  if (number === null) return 'other'
  if (isOwnNumber(number.digits, serial)) return 'own'
  if (serial.startsWith('0') && number.digits.startsWith(serial)) return 'glued'
  return number.digits.startsWith(String(Number(serial))) ? 'begun' : 'other'
}

/** Whether digits are the row's own number; a sheet that keeps it as a number prints `01` as `1`. */
export function isOwnNumber(digits: string, serial: string): boolean {
  return digits === serial || digits === String(Number(serial))
}

function unitAt(
  text: string,
  from: number,
  to: number,
  units: readonly string[],
): { unit: string | null; end: number } {
  const opening = /^[\s|\u001d\u001f]{0,200}(?:\((?:单位:)?)?/.exec(text.slice(from, to))?.[0].length ?? 0
  const unit = units.find((one) => text.startsWith(one, from + opening))
  if (unit === undefined) return { unit: null, end: from }
  const end = from + opening + unit.length
  if (text[end] === ')') return { unit, end: end + 1 }
  // A word that only begins like a unit is none.
  return /\p{Script=Han}/u.test(text[end] ?? '') ? { unit: null, end: from } : { unit, end }
}

function numberAt(text: string, from: number, to: number): { digits: string; end: number } | null {
  const found = /^[\s|\u001d\u001f]{0,200}(\d{1,12})(?![\d.,])/.exec(text.slice(from, to))
  return found === null ? null : { digits: found[1] ?? '', end: from + found[0].length }
}

const FIGURE = /^ {1,40}\d[\d,.]{0,14}(?= )/
const WORDS = /^ {1,40}(?![年月日])\p{Script=Han}/u

/**
 * Where the figures of a row end that stand directly behind its unit, one for each of several slots, with words behind them
 * on the same line, as on a page flattened into one line; `null` where it is otherwise. A single figure could be the first
 * of the words (`3 件`), and a figure before 年 is a date.
 */
export function figuresEnd(text: string, from: number, to: number, slots: number): number | null {
  let end = from
  for (let i = 0; i < slots; i++) {
    const figure = FIGURE.exec(text.slice(end, to))
    if (figure === null) return null
    end += figure[0].length
  }
  return slots > 1 && WORDS.test(text.slice(end, to)) ? end : null
}

const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))\s{0,4}\p{Script=Han}/u

/**
 * Where the figures behind a label end that nothing but a numbered heading follows on the same line: on a page flattened into one
 * line the next section begins there, or a heading that the table repeats. No figure can be the first word of a heading.
 */
export function figuresBeforeHeading(text: string, from: number, to: number): number | null {
  const figures = /^[ \d.,/—-]{1,200}/.exec(text.slice(from, to))?.[0] ?? ''
  const end = from + figures.length
  return /\d/.test(figures) && end < to && NUMBERED.test(text.slice(end, end + 12))
    ? from + figures.trimEnd().length
    : null
}
