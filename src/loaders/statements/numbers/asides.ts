import { statementVocabulary } from '../../../forms/statement-words.js'
import { chineseNumber, PRINTED, printedNumber, SCALE } from './numerals.js'
import { escaped, longestFirst, PERCENT, type Quantity, quantitiesOf } from './quantities.js'
import { percentOf, TENTHS } from './tenths.js'

/** A share or a change said behind a quantity, with its range in the sentence. */
export interface ShareAside {
  readonly percent: number
  readonly base: string | null
  readonly from: number
  readonly to: number
}

export interface ChangeAside {
  readonly direction: 'increase' | 'decrease'
  readonly amount: number | null
  readonly percent: number | null
  readonly base: string
  /** The unit of the amount; `null` where only a percentage is printed. */
  readonly unit: string | null
  readonly from: number
  readonly to: number
}

const SHARE =
  /^(?<ground>[,、](?:均?属于?|均?系|因|由于|原因[是为]|理由[是为]|即)[^,。;:()%\d]{1,30}(?=,占))?[,、]?\(?(?<words>占(?:比)?(?<base>[^,。;:、()%\d]{0,14}?)(?:的)?(?:约|为|达)?:?)?(?<percent>\d{1,3}(?:\.\d{1,4})?)%/
/** A share in tenths (占全部信息的六成); 七成以上 and 近七成 state no percentage. */
const SHARE_IN_TENTHS = new RegExp(
  `^[,、]?\\(?(?<words>占(?:比)?(?<base>[^,。;:、()%\\d近超逾约不]{0,14}?)(?:的)?(?:为|达)?)(?<tenths>${TENTHS})(?![多左以])`,
)
/** Words that mean the whole of the list and nothing else. */
const WHOLE = /^(?:总数|总量|全部|总|比|比例|比重)?$/

/** The percentage right behind a quantity: `,占51.85%`, `(17.46%`, `,占总数的9%`, also behind a clause that gives the ground. */
export function shareBehind(sentence: string, to: number): ShareAside | null {
  const behind = sentence.slice(to, to + 90)
  const found = SHARE.exec(behind) ?? SHARE_IN_TENTHS.exec(behind)
  if (!found || (found.groups?.words === undefined && !/^\(/.test(found[0]))) return null
  const base = found.groups?.base ?? ''
  const ground = found.groups?.ground?.length ?? 0
  const lead = ground + (/^[,、(]*/.exec(found[0].slice(ground))?.[0].length ?? 0)
  return {
    percent: found.groups?.tenths === undefined ? Number(found.groups?.percent) : percentOf(found.groups.tenths),
    base: WHOLE.test(base) ? null : base,
    from: to + lead,
    to: to + found[0].length,
  }
}

interface Patterns {
  readonly first: RegExp
  /** What may follow: the same change in the other measure. */
  readonly second: RegExp
}

let patterns: Patterns | undefined

/** Every 比2017年新增390条, 同比增长22%, 较去年回落12.3% of a sentence; 比上年增加12件,增长54.5% is one change in two measures. */
export function changesIn(sentence: string): ChangeAside[] {
  patterns ??= compile()
  const { first, second } = patterns
  const changes: ChangeAside[] = []
  for (const found of sentence.matchAll(first)) {
    const change = changeOf(found)
    if (change === null || found.index < (changes.at(-1)?.to ?? 0)) continue
    const next = second.exec(sentence.slice(change.to, change.to + LONGEST))
    changes.push((next && joined(change, next)) ?? change)
  }
  return changes
}

/** Words, number and unit of a second measure are no longer than this. */
const LONGEST = 50
const RECENT = /同比|上年|去年|上一年|同期/

function changeOf(found: RegExpMatchArray): ChangeAside | null {
  const { base, words = '', up, minus, number = '', scale, unit = '', inWords, points } = found.groups ?? {}
  const from = found.index ?? 0
  const place = { base: base ?? words, from, to: from + found[0].length }
  if (inWords !== undefined) {
    const percent = percentIn(inWords, up !== undefined)
    const direction = up === undefined ? 'decrease' : 'increase'
    return percent === null ? null : { direction, amount: null, percent, unit: null, ...place }
  }
  const value = printedNumber(number, scale)
  if (value === null || (minus !== undefined && up === undefined)) return null
  const isPercent = unit === PERCENT && points === undefined
  return {
    direction: up === undefined || minus !== undefined ? 'decrease' : 'increase',
    amount: isPercent ? null : value,
    percent: isPercent ? value : null,
    unit: isPercent ? null : points === undefined ? unit : PERCENT,
    ...place,
  }
}

/** The figure that a change is against (较2022年150件减少45件), and the words of its time. */
export function figureAgainst(
  { base, from }: ChangeAside,
  sentence: string,
): { time: string; quantity: Quantity } | null {
  const begin = sentence.indexOf(base, from)
  const quantity = quantitiesOf(base).at(-1)
  if (quantity === undefined || begin < 0 || quantity.to !== base.length || quantity.unit === PERCENT) return null
  const time = base.slice(0, quantity.from).replace(/(?:同期)?的?$/, '')
  return { time, quantity: { ...quantity, from: begin + quantity.from, to: begin + quantity.to } }
}

/** The percentage that words of a change stand for: 三成 is 30 %, 一番 and 一倍 another 100 %; `null` where it can be none (减少两倍). */
function percentIn(words: string, isUp: boolean): number | null {
  if (words.endsWith('半')) return 50
  const count = /^\d/.test(words) ? Number(words.slice(0, -1)) : chineseNumber(words.slice(0, -1))
  if (count === null) return null
  if (words.endsWith('成')) return count < 10 ? count * 10 : null
  if (!isUp) return null
  return words.endsWith('番') ? (2 ** count - 1) * 100 : Number((count * 100).toFixed(4))
}

/** Both measures as one change; `null` where they are of the same kind, of two directions or of two bases. */
function joined(change: ChangeAside, found: RegExpExecArray): ChangeAside | null {
  const { words, base, up, down, minus, bracket, number = '', scale, unit = '' } = found.groups ?? {}
  const value = printedNumber(number, scale)
  const isPercent = unit === PERCENT
  if (value === null || found.groups?.points !== undefined || isPercent === (change.percent !== null)) return null
  if ((up === undefined && down === undefined && bracket === undefined) || minus !== undefined) return null
  if ((change.direction === 'increase' ? down : up) !== undefined) return null
  if (base !== undefined && base !== change.base) return null
  if (words !== undefined && base === undefined && !(words === change.base || RECENT.test(change.base))) return null
  return {
    ...change,
    ...(isPercent ? { percent: value } : { amount: value, unit }),
    to: change.to + found[0].length,
  }
}

function compile(): Patterns {
  const { statements, not_units } = statementVocabulary()
  const units = longestFirst([...new Set(statements.flatMap((kind) => kind.units))]).map(escaped)
  const against = '(?<words>同比|环比|(?:较|比|与|同)(?<base>(?!分别|负)[^,。;:%]{1,10}?)(?:相比)?,?|相比)'
  const number = `(?:为|达到?)?了?(?:约|近)?(?<minus>[-−–])?(?<number>${PRINTED})[余多]?(?<scale>${SCALE})?[余多]?(?:(?!${not_units.map(escaped).join('|')})(?<unit>${PERCENT}|${units.join('|')})|(?<points>个?百分点))`
  const inWords = `了?(?:约|近|将近)?(?<inWords>[一二两三四五六七八九\\d]成(?![^多左以,。;、()])|一?半(?=[,。;、()]|左右|$)|(?:\\d{1,3}(?:\\.\\d{1,2})?|[一二两三四五六七八九十])倍|[一两二三]番)(?:多|左右|以上)?`
  const way = (more: string) =>
    `(?:(?<up>翻|增长率?|增幅|增加|上升|提高|上涨|${more}增|多出?)|(?<down>负增长|下降|下滑|降幅|减幅|减少|缩减|回落|降低|减|少))`
  return {
    first: new RegExp(`${against}(?:共|净|分别)?${way('新增|')}(?:${number}|${inWords})`, 'g'),
    second: new RegExp(`^(?<bracket>\\()?[,、]?${against}?${way('')}?${number}`),
  }
}
