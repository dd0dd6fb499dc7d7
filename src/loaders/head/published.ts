import { headWords } from '../../forms/head-words.js'
import type { Line } from '../lines.js'
import { isoDate, number } from './calendar.js'
import { labelledValue } from './page-data.js'

/** A day with its range in the folded text. */
export interface Day {
  readonly value: string
  readonly range: readonly [from: number, to: number]
}

/** Lines above the text in which a page prints its own data. */
const HEAD_LINES = 40
/** How far behind its label a date may begin. */
const NEAR = 24
/** With 2021-03-2918:26, day and time run together, there is one way to cut only where both are written in full. */
const LONE =
  /^[\s•·*|[(【-]{0,9}20\d{2}[-/.]\d{1,2}[-/.](?:\d{1,2}(?:\s{1,9}\d{1,2}:\d{2}(?::\d{2})?)?|\d{2}\d{2}:\d{2}(?::\d{2})?)[\s|\])】]{0,9}$/
const DAY =
  /(?<year>\d{4}|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})\s{0,3}[-/.年]\s{0,3}(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s{0,3}[-/.月]\s{0,3}(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})(?:\s{0,3}日)?/

/**
 * The day of publication in the page's own data above the text: behind its label (发布日期: 2022-01-10, or in the next cell),
 * else at the begin of a line that goes on with the page's data (2022年01月18日 来源: 某某), else in digits on a line of its own. Labels are tried in their order:
 * 发布日期 says it, 时间 may.
 */
export function publication(lines: readonly Line[]): Day | null {
  const head = lines.slice(0, HEAD_LINES)
  const { published_labels } = headWords().page_data
  for (const index of head.keys()) {
    for (const label of published_labels) {
      const found = labelledValue(head, index, label)
      const day = found && (dayIn({ ...found, text: found.text.slice(0, NEAR) }) ?? eightDigits(found))
      if (day) return day
    }
  }
  return head.map(leadingDay).find((day) => day !== null) ?? loneDay(head)
}

/** A day in digits on a line of its own, perhaps with a time of day, above the first sentence; `null` where two such days differ. */
function loneDay(head: readonly Line[]): Day | null {
  const sentence = head.findIndex(({ text }) => text.includes('。'))
  const days = head.slice(0, Math.max(sentence, 0)).flatMap((line) => {
    const day = LONE.test(line.text) ? dayIn(line) : null
    return day === null ? [] : [day]
  })
  const [first] = days
  return first !== undefined && days.every(({ value }) => value === first.value) ? first : null
}

/** The day with which a line of the page's own data begins: behind it, a time of day apart, stands more of this. */
export function leadingDay(line: Line): Day | null {
  const day = dayIn(line)
  if (day === null || day.range[0] !== line.from) return null
  const behind = line.text.slice(day.range[1] - line.from).replace(/^\s{0,9}\d{1,2}:\d{2}(?::\d{2})?/, '')
  return headWords().page_data.date_followers.some((word) => behind.trimStart().startsWith(word)) ? day : null
}

/** 发布日期: 20130118 */
function eightDigits(line: Line): Day | null {
  const found = /^\s*(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/.exec(line.text)
  const { year, month, day } = found?.groups ?? {}
  const value = found && isoDate(number(year), number(month), number(day))
  return found && value ? { value, range: [line.from + found[0].length - 8, line.from + found[0].length] } : null
}

function dayIn(line: Line): Day | null {
  const found = DAY.exec(line.text)
  const { year, month, day } = found?.groups ?? {}
  const value = found && isoDate(number(year), number(month), number(day))
  if (!found || !value) return null
  return { value, range: [line.from + found.index, line.from + found.index + found[0].length] }
}
