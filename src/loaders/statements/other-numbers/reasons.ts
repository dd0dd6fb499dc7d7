import { type OtherNumberRule, otherNumberWords } from '../../../forms/other-number-words.js'
import type { Range } from '../narrative.js'
import { PERCENT } from '../numbers/quantities.js'
import { VAGUE, vagueCounts } from '../numbers/vague.js'

export interface Span {
  readonly reason: string
  readonly range: Range
}

const SPANS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['title', /《[^》]{0,80}》|\[[^\]]{0,20}\](?:第?\d{1,5}号)?/g],
  [
    'contact',
    /(?:https?:|www\.)[\w@.:/?=&%+~#-]{1,200}|[\w.-]{1,60}@[\w.-]{1,60}|[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}\.(?:cn|com|net|org)[\w/?=&%.-]{0,200}/g,
  ],
  ['contact', /(?<!\d)(?:\d{3,4}[-—–]{1,2}\d{6,8}|1[3-9]\d{9})(?!\d)/g],
  [
    'date',
    /(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?|(?:\d{4}[-~—至])?(?:\d{2}|\d{4})年度?(?:\d{1,2}月份?)?(?:\d{1,2}[日号])?|\d{1,2}月份?(?:\d{1,2}[日号])?|\d{1,2}日|\d{1,2}[时点]\d{1,2}分)/g,
  ],
  ['ordinal', /(?<=^|[,。;:、])[(]?\d{1,3}[.、)](?!\d)|\(\d{1,2}\)|(?<!\d)(?:1、|\d{1,2}\.(?=[\u4e00-\u9fff(]))/g],
  [
    'name',
    /(?<![A-Za-z])[A-Za-z][A-Za-z-]{0,20}\d{1,6}|\d{1,4}[A-Za-z]{1,20}|"\d{1,2}(?:[+-]\w{1,8}){1,5}"?|\d{1,2}\+[\dNXn\u4e00-\u9fff]/g,
  ],
]

/** Stretches in which digits are of a title, an address, a date, the number of an item, a name. */
export function spansOf(text: string): Span[] {
  const vague = vagueCounts(text).map((range): Span => ({ reason: VAGUE, range }))
  const others = SPANS.flatMap(([reason, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }): Span => ({ reason, range: [index, index + words.length] })),
  )
  return [...others, ...vague]
}

/** The reason that the words around a number give; a bare number of four digits may be a year. */
export function reasonOf(text: string, from: number, to: number): string {
  const number = text.slice(from, to)
  const end = number.endsWith(PERCENT) ? to - 1 : to
  const around = { number, before: text.slice(Math.max(0, from - REACH), from), behind: text.slice(end, end + REACH) }
  const rule = otherNumberWords().rules.find((one) => fits(one, around))
  if (rule !== undefined) return rule.reason
  return /^(?:19|20)\d\d$/.test(number) ? 'date' : 'unread'
}

/** Words are looked for so far around a number. */
export const REACH = 60

type Around = Readonly<Record<'number' | 'before' | 'behind', string>>

function fits({ before, behind, near, is, digits: [least, most] = [1, 99] }: OtherNumberRule, around: Around): boolean {
  const digits = around.number.replace(/\D/g, '').length
  const clause = /[^,。;]*$/.exec(around.before)?.[0] ?? ''
  return (
    digits >= least &&
    digits <= most &&
    (before?.some((word) => around.before.endsWith(word)) ?? true) &&
    (behind?.some((word) => around.behind.startsWith(word)) ?? true) &&
    (near?.some((word) => clause.includes(word)) ?? true) &&
    (is?.includes(around.number) ?? true)
  )
}
