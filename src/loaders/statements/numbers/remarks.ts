import type { ChangeAside } from './asides.js'

/** The words before a number without the remarks among them, and where each of their characters stands. */
export interface Words {
  readonly text: string
  readonly at: readonly number[]
}

interface Range {
  readonly from: number
  readonly to: number
}

/** A remark in brackets without brackets in it: (含网上申请), (包括上年结转2件). */
const BRACKET = /\([^()]{1,200}\)/g
/** Between a change and the number it is said of stands no more than 达到, 共有 … */
const FEW_WORDS = /^[,、]?[^,。;:、\d]{0,6}$/

/**
 * The words of `[from, to)` without what may stand between words and their number: a change (收到申请同比增长12%,达到356件) or a
 * remark in brackets (收到申请(含网上申请)12件). `null` where no remark stands there.
 */
export function withoutRemarks(
  text: string,
  from: number,
  to: number,
  changes: readonly ChangeAside[],
): (Words & { readonly change: ChangeAside | null }) | null {
  const before = changes.filter((change) => change.from >= from && change.to <= to)
  const change = before.findLast((one) => FEW_WORDS.test(text.slice(one.to, to))) ?? null
  const brackets = [...text.slice(from, to).matchAll(BRACKET)].map(({ index, 0: found }) => ({
    from: from + index,
    to: from + index + found.length,
  }))
  const left: Range[] = change === null ? brackets : [...brackets, withMarks(text, change)]
  if (left.length === 0) return null
  const at: number[] = []
  for (let i = from; i < to; i++) if (!left.some((one) => i >= one.from && i < one.to)) at.push(i)
  return { text: at.map((i) => text[i]).join(''), at, change }
}

/** A change with the marks around it, since without it no clause ends there. */
function withMarks(text: string, change: Range): Range {
  const isMark = (i: number) => ',、'.includes(text[i] ?? ' ')
  return { from: change.from - (isMark(change.from - 1) ? 1 : 0), to: change.to + (isMark(change.to) ? 1 : 0) }
}

/** Where the bracket begins that closes right before `to`, as its words may stand before it; `null` where none closes there. */
export function bracketBefore(text: string, to: number): number | null {
  const reach = Math.max(0, to - 220)
  const found = /\([^()]{1,200}\)[^,。;:()]{0,8}$/.exec(text.slice(reach, to))
  return found === null ? null : reach + found.index
}

/** A bracket of nothing but a number with its unit, which is that of the words before it: 网站(800条)、微信(300条)等公开信息. */
const NUMBERED = /\((?:约|近|共)?\d[\d,.]{0,15}[百千万亿]{0,2}[余多]?(?![年月日])[\u4e00-\u9fff]{1,2}\)(?=[^()]*$)/

/** Where the last bracket ends that has the number of the words before it, so that they name no other; 0 where none stands. */
export function endOfNumbered(text: string, to: number): number {
  const reach = Math.max(0, to - 220)
  const found = NUMBERED.exec(text.slice(reach, to))
  return found === null ? 0 : reach + found.index + found[0].length
}
