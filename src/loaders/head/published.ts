import { headWords } from '../../forms/head-words.js'
import type { Line } from '../lines.js'
import { anyOf, once } from '../word-patterns.js'
import { isoDate, MONTH_NUMBER, number } from './calendar.js'
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
const DAY = new RegExp(
  '(?<year>\\d{4}|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})\\s{0,3}[-/.年]\\s{0,3}' +
    `(?<month>${MONTH_NUMBER})\\s{0,3}[-/.月]\\s{0,3}(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})(?:\\s{0,3}日)?`,
)

/**
 * The day of publication in the page's own data above the text: behind its label (发布日期: 2022-01-10, or in the next cell),
 * else at the begin of a line that goes on with the page's data (2022年01月18日 来源: 某某), else in digits on a line of its own. A label
 * that says it (发布日期) counts before one of another day (生成日期), wherever they stand, and one above the text before one further down.
 */
export function publication(lines: readonly Line[]): Day | null {
  const head = lines.slice(0, HEAD_LINES)
  const above = linesAboveText(head)
  const { published_labels } = headWords().page_data
  const labelled = labelledDay(above, published_labels) ?? labelledDay(head, published_labels)
  return labelled ?? head.map(leadingDay).find((day) => day !== null) ?? loneDay(above)
}

/** The day on which the report was written, in the page's own data above the text: 成文日期: 2022-01-08. */
export function writing(lines: readonly Line[]): Day | null {
  return labelledDay(linesAboveText(lines.slice(0, HEAD_LINES)), [headWords().page_data.written_labels])
}

function labelledDay(lines: readonly Line[], ranked: readonly (readonly string[])[]): Day | null {
  for (const labels of ranked) {
    for (const index of lines.keys()) {
      for (const label of labels) {
        const found = labelledValue(lines, index, label)
        const day = found && (dayIn({ ...found, text: ownValue(found.text) }) ?? eightDigits(found))
        if (day) return day
      }
    }
  }
  return null
}

/** What is a label's own: up to the next label, where its own cell is empty. */
function ownValue(behind: string): string {
  const near = behind.slice(0, NEAR)
  const next = near.search(nextLabel())
  return next < 0 ? near : near.slice(0, next)
}

function dateLabels(): string[] {
  const { published_labels, written_labels } = headWords().page_data
  return [...written_labels, ...published_labels.flat()]
}

const nextLabel = once(() => new RegExp(`\\p{Script=Han}{2,}\\s{0,3}:|${anyOf(dateLabels())}`, 'u'))

/** The lines above the first sentence. */
function linesAboveText(head: readonly Line[]): readonly Line[] {
  return head.slice(
    0,
    Math.max(
      head.findIndex(({ text }) => text.includes('。')),
      0,
    ),
  )
}

/** A day in digits on a line of its own, perhaps with a time of day, above the first sentence; `null` where two such days differ. */
function loneDay(above: readonly Line[]): Day | null {
  const days = above.flatMap((line) => {
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
