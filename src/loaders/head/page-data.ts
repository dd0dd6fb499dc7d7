import type { Line } from '../lines.js'

/** A page's own data stand at the begin of a line, even where the report runs on behind them. */
const MAX_DATA = 1500
/** What stands between a label and its value: a colon, the border of a cell, or both. */
const BEHIND = /^\s{0,9}(?::[\s|\u001d\u001f]{0,9}|[|\u001d\u001f][\s|\u001d\u001f]{0,9})/
const BEFORE = /(?:^|[\s|\u001d\u001f[(【•·*-])$/

/**
 * What a line of a page's own data gives behind a label: `发布日期: 2022-01-10`, or the next cell of `| 发布日期 | 2022-01-10 |`.
 * Characters of a label may stand apart (索 引 号); `null` where the line has not the label.
 */
export function labelledIn(line: Line, label: string): Line | null {
  const words = line.text.slice(0, MAX_DATA)
  for (const found of words.matchAll(patternOf(label))) {
    const end = found.index + found[0].length
    const mark = BEHIND.exec(words.slice(end))?.[0]
    if (mark === undefined) continue
    const before = words.slice(0, found.index)
    if (mark.includes(':') ? isEndOfWord(before, label) : !BEFORE.test(before)) continue
    const from = end + mark.length
    return { text: line.text.slice(from), from: line.from + from, to: line.to }
  }
  return null
}

/** 统计时间: a short label that ends another word is none; page data may run together before a longer one. */
function isEndOfWord(before: string, label: string): boolean {
  return label.length < 4 && /\p{Script=Han}$/u.test(before)
}

const patterns = new Map<string, RegExp>()

/** A label whose characters may stand apart. */
function patternOf(label: string): RegExp {
  const pattern = patterns.get(label) ?? new RegExp(Array.from(label).join('\\s{0,3}'), 'g')
  patterns.set(label, pattern)
  return pattern
}

/** What stands behind a label in its line or, where the label fills it, in the next. */
export function labelledValue(lines: readonly Line[], index: number, label: string): Line | null {
  const line = lines[index]
  if (line === undefined) return null
  const bare = line.text.replace(/^[\s•·*-]+|[\s:]/g, '')
  return bare === label ? (lines[index + 1] ?? null) : labelledIn(line, label)
}
