import type { DateMention, Folded } from '../../types.js'
import { edgeLines, type Line, linesOf, outside, withoutBorders } from '../lines.js'
import { placeOf } from '../stream.js'
import { isoDate, MONTH_NUMBER, number } from './calendar.js'
import { inlineSignature } from './inline-signature.js'
import { type Mention, period } from './period.js'
import { publication, writing } from './published.js'
import { namedSignature } from './signature-line.js'

type Range = readonly [from: number, to: number]

const YEAR = '(?<year>\\d{4}|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})\\s{0,3}年\\s{0,3}'
const MONTH = `(?<month>${MONTH_NUMBER})\\s{0,3}月`
/** A signature's date on a line of its own, perhaps in brackets. */
const SIGNED = new RegExp(
  `^\\(?${YEAR}${MONTH}(?:\\s{0,3}(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})\\s{0,3}日)?\\)?$`,
)
/** A whole date anywhere in a line. */
const WITHIN = new RegExp(`(?<!\\d)${YEAR}${MONTH}\\s{0,3}(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})\\s{0,3}日`, 'g')
/** A date that lost its separators and perhaps zeros: 2020121. */
const DAMAGED = /^(?<year>20\d{2})(?<rest>\d{2,4})$/

/**
 * The dates that date a report: the signature's (a line of its own, the last outside the tables, or one that begins with the issuer's
 * name, or one in digits below it; in a page that lost its line ends, also a part between blanks or behind the issuer's name; else what the page calls the day of writing), the publication's (behind a label above the text) and the period's ends. A
 * signature that names only the month has no value, and the month's first and last day for candidates. A signature that lost its separators is read every way it can be; if
 * only one reading is no later than the publication, it is `inferred`, else `ambiguous`.
 */
export function readDates(folded: Folded, source: string, tables: readonly Range[]): DateMention[] {
  const lines = linesOf(folded.text).filter((line) => !tables.some(([from, to]) => line.from >= from && line.from < to))
  const edges = edgeLines(lines).map(withoutBorders)
  const mention: Mention = (kind, value, from, to) => {
    const at = placeOf(folded, from, to)
    return { kind, value, status: 'stated', text: source.slice(at[0], at[1]), at }
  }
  const day = publication(lines)
  const published = day && mention('published', day.value, ...day.range)
  const signed =
    signature(edges, mention) ??
    namedSignature(edges, mention) ??
    runningSignature(folded.text, tables, mention) ??
    damagedSignature(folded, source, lines, published) ??
    written(lines, mention) ??
    monthOnly(edges, mention)
  return [signed, published, ...period(folded.text, mention)].filter((date) => date !== null)
}

function signature(lines: readonly Line[], mention: Mention): DateMention | null {
  for (const line of lines.toReversed()) {
    const groups = SIGNED.exec(line.text)?.groups
    if (groups?.day === undefined) continue
    const value = isoDate(number(groups.year), number(groups.month), number(groups.day))
    if (value) return mention('signed', value, line.from, line.to)
  }
  return null
}

/** A signature in a page that lost its line ends: certain behind the issuer's name, else `inferred`. */
function runningSignature(text: string, tables: readonly Range[], mention: Mention): DateMention | null {
  const parts = linesOf(text).flatMap((line) => outside(line, tables))
  const found = inlineSignature(text, WITHIN, parts)
  if (found === null) return null
  const { year, month, day } = found.groups
  const value = isoDate(number(year), number(month), number(day))
  if (value === null) return null
  const date = mention('signed', value, ...found.range)
  return found.named ? date : { ...date, status: 'inferred', candidates: [value] }
}

/** 成文日期: 2021-01-20, where the report itself has no signature. */
function written(lines: readonly Line[], mention: Mention): DateMention | null {
  const day = writing(lines)
  return day && mention('signed', day.value, ...day.range)
}

/** 二〇二一年一月: a signature without a day. */
function monthOnly(lines: readonly Line[], mention: Mention): DateMention | null {
  for (const line of lines.toReversed()) {
    const groups = SIGNED.exec(line.text)?.groups
    if (groups === undefined || groups.day !== undefined) continue
    const [year, month] = [number(groups.year), number(groups.month)]
    const first = isoDate(year, month, 1)
    if (first === null) continue
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
    const { kind, text, at } = mention('signed', first, line.from, line.to)
    return { kind, value: null, status: 'ambiguous', precision: 'month', text, at, candidates: [first, last] }
  }
  return null
}

function damagedSignature(
  folded: Folded,
  source: string,
  lines: readonly Line[],
  published: DateMention | null,
): DateMention | null {
  for (const [i, line] of lines.entries()) {
    const groups = DAMAGED.exec(line.text)?.groups
    const above = lines[i - 1]?.text ?? ''
    if (groups === undefined || above.length > 30 || /[。;:,\d]/.test(above)) continue
    const candidates = readings(Number(groups.year), groups.rest ?? '')
    const fitting = candidates.filter((value) => published?.value != null && value <= published.value)
    const [only] = candidates.length === 1 ? candidates : fitting.length === 1 ? fitting : []
    const at = placeOf(folded, line.from, line.to)
    const text = source.slice(at[0], at[1])
    return {
      kind: 'signed',
      value: only ?? null,
      status: only === undefined ? 'ambiguous' : 'inferred',
      text,
      at,
      candidates,
    }
  }
  return null
}

/** Every way to read digits as month and day. */
function readings(year: number, digits: string): string[] {
  const cuts = [1, 2].map((cut) => isoDate(year, Number(digits.slice(0, cut)), Number(digits.slice(cut))))
  return [...new Set(cuts.filter((value) => value !== null))].sort()
}
