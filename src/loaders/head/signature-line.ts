import type { DateMention } from '../../types.js'
import type { Line } from '../lines.js'
import { isBodyName, nameLine } from './body-name.js'
import { isoDate, MONTH_NUMBER, number } from './calendar.js'
import type { Mention } from './period.js'
import { BEFORE_DATE } from './signatory.js'

const DAY = '(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})'
const WORDS = new RegExp(
  `^(?<year>\\d{4}|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})\\s{0,3}年\\s{0,3}(?<month>${MONTH_NUMBER})\\s{0,3}月\\s{0,3}${DAY}\\s{0,3}日$`,
)
/** (某某局 2023年1月16日), also below the title. */
const BRACKETED = /^\(\p{Script=Han}.*\)$/u
/** 2023-01-16, 2023.1.16 or 2023/1/16. */
const DIGITS = /^(?<year>20\d{2})\s?(?<sign>[-./])\s?(?<month>\d{1,2})\s?\k<sign>\s?(?<day>\d{1,2})$/

/**
 * The signature whose date stands behind a body's name in a line of its own (perhaps in brackets), or in digits below a line with such a name
 * alone. Both only below a sentence, or in brackets: above the text a page names its source and a day. `null` where two such days differ, as those of a
 * list of other reports do.
 */
export function namedSignature(lines: readonly Line[], mention: Mention): DateMention | null {
  const first = lines.findIndex(({ text }) => text.includes('。'))
  const found = lines.flatMap((line, i) => {
    const below = first >= 0 && i > first
    return below || BRACKETED.test(line.text) ? (signedIn(line, lines[i - 1]) ?? []) : []
  })
  const [one] = found
  return one !== undefined && found.every(({ value }) => value === one.value)
    ? mention('signed', one.value, one.from, one.to)
    : null
}

interface Day {
  readonly value: string
  readonly from: number
  readonly to: number
}

function signedIn(line: Line, above: Line | undefined): Day | null {
  const before = BEFORE_DATE.exec(line.text)
  const name = before?.groups?.name
  const from = line.from + (name === undefined ? 0 : (before?.[0].length ?? 0))
  const words = line.text.slice(from - line.from)
  const bare = words.replace(/\s{0,3}\)$/, '')
  const isNamed = name === undefined ? nameLine(above) !== null : isBodyName(name)
  const date = isNamed ? ((name === undefined ? null : WORDS.exec(bare)) ?? DIGITS.exec(bare)) : null
  const { year, month, day } = date?.groups ?? {}
  const value = date && isoDate(number(year), number(month), number(day))
  return value === null ? null : { value, from, to: from + bare.length }
}
