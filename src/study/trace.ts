import type { Place } from '../types.js'

/**
 * The source around a place, with the place marked 【…】 and its line number before it: how a reader checks a number
 * against the characters it was read from. Borders of cells and lines are shown as `¶` and `⇥`.
 *
 * @param source the decoded source of the report (`ReadReport.text`)
 * @param at a place of that report
 * @param around characters of context on either side
 * @throws when the place does not lie in the source
 * @example
 * markPlace('一、总体情况\n收到申请5件', [11, 12]) // 'line 2: 一、总体情况¶收到申请【5】件'
 */
export function markPlace(source: string, at: Place, around = 24): string {
  const [start, end] = at
  if (!(start >= 0 && start <= end && end <= source.length)) {
    throw new Error(
      `markPlace requires a place within the source of ${source.length} characters, not [${start}, ${end})`,
    )
  }
  const line = source.slice(0, start).split('\n').length
  const before = source.slice(Math.max(0, start - around), start)
  const after = source.slice(end, end + around)
  return `line ${line}: ${visible(before)}【${visible(source.slice(start, end))}】${visible(after)}`
}

function visible(text: string): string {
  return text.replace(/\r?\n/g, '¶').replace(/\t/g, '⇥')
}
