import type { Line } from './lines.js'

/** What stands between a label and its value: a colon, the border of a cell, or both. */
const BEHIND = /^\s{0,9}(?::[\s|\u001d\u001f]{0,9}|[|\u001d\u001f][\s|\u001d\u001f]{0,9})/
const BEFORE = /(?:^|[\s|\u001d\u001f[(【•·*-])$/

/**
 * What a line of a page's own data gives behind a label: `发布日期: 2022-01-10`, or the next cell of `| 发布日期 | 2022-01-10 |`.
 * Characters of a label may stand apart (索 引 号); `null` where the line has not the label.
 */
export function labelledIn(line: Line, label: string): Line | null {
  const apart = Array.from(label).join('\\s{0,3}')
  for (const found of line.text.matchAll(new RegExp(apart, 'g'))) {
    const end = found.index + found[0].length
    const mark = BEHIND.exec(line.text.slice(end))?.[0]
    if (mark === undefined) continue
    const cell = !mark.includes(':')
    if (cell && !BEFORE.test(line.text.slice(0, found.index))) continue
    const from = end + mark.length
    return { text: line.text.slice(from), from: line.from + from, to: line.to }
  }
  return null
}
