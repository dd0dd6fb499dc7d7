import { type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { escaped, PERCENT, type Quantity } from '../numbers/quantities.js'
import { CASES, isAmongItems } from './among-items.js'
import { isExcluded } from './excluded.js'
import { type Around, goesOn, ITEM_END, isClose, isDivided, isOnTopic, isSubject, isUnder } from './matter.js'
import { type Phrase, phrases, phrasesFor } from './phrase-patterns.js'

/** What a quantity counts, by the words around it; `[from, to)` spans those words and the quantity. */
export interface Naming {
  readonly kind: StatementKind
  readonly from: number
  readonly to: number
  /** The words that the phrase gives before the quantity. */
  readonly words?: readonly string[]
  /** Whether the words name it only as a part of a whole (自然人15件). */
  readonly isPart?: boolean
}

/**
 * The kind whose phrase fits around a quantity, with nothing but filling words (共, 数量, 为 …) between phrase and number;
 * of several the one that gives most characters. `null` where none fits, or where the words name two kinds at once.
 */
export function nameQuantity(quantity: Quantity, around: Around): Naming | null {
  let best: (Naming & { phrase: Phrase }) | null = null
  const { before, after } = around
  for (const phrase of phrasesFor(quantity.unit, before.slice(-LEFT_LENGTH), after.slice(0, LEFT_LENGTH))) {
    const { kind } = phrase
    if (best !== null && !isSurer(phrase, best.phrase)) continue
    const found = fits(phrase, quantity, around)
    if (found === null) continue
    const isPart = kind.only_part === true && phrase.strength === 'strong' && !isDivided(phrase.family, around)
    best = { kind, phrase, words: phrase.words, isPart, ...found }
  }
  if (best === null) return null
  if (quantity.unit !== '元' && isOfSeveral(before.slice(best.from), best.phrase, before.slice(0, best.from)))
    return null
  const isEach = quantity.unit === PERCENT || /(?:[均都][为是]?|各[有为]?)$/.test(before)
  return !isEach && isCoordinated(before.slice(0, best.from), quantity.unit) ? null : best
}

/**
 * A kind of a kind (网站公开政府信息 of 公开政府信息) is surer than that, unless the words name two kinds together (建议和提案);
 * else the phrase that gives more.
 */
function isSurer({ kind, given, text }: Phrase, best: Phrase): boolean {
  if (kind.key.startsWith(`${best.kind.key}.`)) return given >= best.given || !JOINED.test(best.text)
  if (best.kind.key.startsWith(`${kind.key}.`)) return given > best.given && JOINED.test(text)
  return given > best.given || (given === best.given && kind.key.includes('.') && !best.kind.key.includes('.'))
}

function fits(phrase: Phrase, quantity: Quantity, around: Around): { from: number; to: number } | null {
  const { before, after, sentence, previous } = around
  if (phrase.strength === 'continued' && !goesOn(phrase.kind, previous) && !isSubject(phrase, around)) return null
  const words = before.slice(-LEFT_LENGTH)
  if (!phrase.words.every((word) => words.includes(word)) || !phrase.wordsBehind.every((word) => after.includes(word)))
    return null
  const left = phrase.left().exec(words)
  if (left === null) return null
  const isEach = /[均都]|各(?!类)/.test(left.groups?.gap ?? '')
  if (isEach && JOINED.test(phrase.text.includes('*') ? left[0] : phrase.text)) return null
  const isItem = phrase.text.startsWith('|#') && (quantity.value > 1 || isAmongItems(around, quantity))
  const isBetween =
    phrase.words.length > 0 &&
    phrase.wordsBehind.length > 0 &&
    (CASES.includes(quantity.unit) || isSeveral(quantity, after)) &&
    !/(?:[未无没不每如若凡]|当(?![年面地]))[^,。;:]*$/.test(before)
  if (isDoubtful(quantity) && !isItem && !isBetween && (phrase.right !== null || left.groups?.gap !== '')) return null
  const right = phrase.right === null ? '' : phrase.right().exec(after)?.[0]
  if (right === undefined) return null
  if (left.groups?.gap?.includes(',') && !ITEM_END.test(after.slice(right.length))) return null
  if (right !== '' && (JOINT.test(right) || isOfInner(after, right.length))) return null
  const { not_after = [], not_follows = [] } = phrase.kind
  const isOfOther = (word: string) => after.startsWith(word, right.length)
  if (right !== '' && [...not_after, ...(phrase.family.not_after ?? [])].some(isOfOther)) return null
  const isSaid = `${left[0]}${right}`.includes(phrase.family.shared?.noun ?? ' ')
  if (previous !== null && not_follows.includes(previous.family) && !isSaid) return null
  if (phrase.family.not_filled?.some((word) => left.groups?.gap?.includes(word)) ?? false) return null
  const from = Math.max(0, before.length - LEFT_LENGTH) + left.index
  if (isExcluded(phrase, before.slice(0, from), before.slice(from) + right)) return null
  if (phrase.kind.by_ground && givesGround(before.slice(0, from))) return null
  if (isOfGround(phrase.kind) && phrase.text.includes('*') && left[0].includes(AND_OTHERS)) return null
  if (phrase.kind.channel && namesChannels(before, phrase.text.includes('…'))) return null
  const { not_in_sentence = [] } = phrase.family
  if (not_in_sentence.some((word) => sentence.includes(word) || right.includes(word))) return null
  if (phrase.strength === 'weak' && !isOnTopic(phrase, around)) return null
  if (phrase.strength === 'under' && !(isUnder(phrase, around) && (phrase.right !== null || ITEM_END.test(after))))
    return null
  if (phrase.kind.implied && phrase.strength === 'weak' && phrase.family.close && !isClose(phrase, around)) return null
  if (phrase.kind.only_part && !isWord(before.slice(0, from))) return null
  if (phrase.kind.implied && phrase.family.close && isOneOfSeveral(before.slice(0, from))) return null
  return { from, to: quantity.to + right.length }
}

/** 新增两个专栏, between the words of a phrase, but not 两个方面的专栏. */
function isSeveral({ value, unit }: Quantity, after: string): boolean {
  const isOfAspects = statementVocabulary().unnamed.not_behind.some((word) => after.startsWith(word))
  return value > 1 && unit === '个' && !isOfAspects
}

/**
 * Whether the clause gives one ground before the words of an outcome: 因第三方不同意不予公开2件 counts that ground alone, 因不掌握等原因无法提供9件
 * all of them.
 */
function givesGround(before: string): boolean {
  const clause =
    /(?:^|[。;:]|其中|[件条宗个起份项][,、])(?<clause>(?:(?!其中)[^。;:\d])*)$/.exec(before)?.groups?.clause ?? ''
  return statementVocabulary().grounds.some((word) => clause.includes(word)) && !clause.includes(AND_OTHERS)
}

const AND_OTHERS = '等'

/** Whether a kind is one ground of an outcome. */
function isOfGround({ part_of = [] }: StatementKind): boolean {
  return statementVocabulary().statements.some(({ key, by_ground }) => by_ground && part_of.includes(key))
}

/** Behind such a word stands the next item of a list, not what the number before it counts: 决策公开9篇和其他信息12篇. */
const JOINT = /^(?:[和与]|以?及(?!时))/

/** Whether words behind a number stand in a bracket with a figure of its own, which they name: 5件(内部事务信息2件). */
function isOfInner(after: string, end: number): boolean {
  const open = after.slice(0, end).indexOf('(')
  if (open < 0 || after.slice(open, end).includes(')')) return false
  return /\d/.test(/^[^)]*/.exec(after.slice(open))?.[0] ?? '')
}

/** A Chinese digit that may be none (一件事); before a unit of persons it always is one. */
function isDoubtful({ isSingleNumeral, unit }: Quantity): boolean {
  return isSingleNumeral && !statementVocabulary().numeral_units.includes(unit)
}

/** Whether words for who asks begin there, as they do not in 高新技术企业申请. */
function isWord(before: string): boolean {
  return /(?:^|[^\u4e00-\u9fff]|[、和与或及由自到理的中含括有年度来共计为是均以])$/.test(before)
}

/** 公民、法人申请17件; 邮寄、网络提交的申请81件: words behind a joint that no number stands before count what stands before it, too. */
function isOneOfSeveral(before: string): boolean {
  return /(?<!\d[余多]?[万千百]?\D)(?<!^|[,;。:(])(?:[、和与或]|(?<!涉)及)$/.test(before)
}

/** What channels are together, whatever the names of the others: 公众号、各级媒体等方式. */
const MEANS = '方式|渠道|途径|形式|载体|媒介|媒体'

const channelRows = new Map<boolean, RegExp>()

/**
 * Whether the clause names several channels in a row (网站、微信公众号发布信息20条), or one among others (网站等), so that the number is that of none.
 *
 * @param isFar whether the channel may stand in a clause before
 */
function namesChannels(before: string, isFar: boolean): boolean {
  let channelRow = channelRows.get(isFar)
  if (channelRow === undefined) {
    const channel = statementVocabulary().channels.map(escaped).join('|')
    channelRow = new RegExp(
      `(?:(?<one>${channel})[^,;。:、\\d]{0,12}(?:[、和与]|及(?!时))[^,;。:\\d]{0,16}(?!\\k<one>)(?:${channel}|${MEANS})|(?:${channel})等)[^${isFar ? '' : ','};。:]{0,60}$`,
    )
    channelRows.set(isFar, channelRow)
  }
  return channelRow.test(before.slice(-LEFT_LENGTH))
}

/** A phrase and its fillers are looked for in so many characters before a number. */
const LEFT_LENGTH = 90

const JOINED = /[、和及与]/

/** 发布政策文件及解读共80条: the sum of two kinds, of which the phrase names the second across the first. */
function isOfSeveral(words: string, { text, kind }: Phrase, lead: string): boolean {
  const named = /^(?<first>.*?)(?:[、和与]|(?<!涉)及|以及)(?<last>[^、和及与]*?)(?:共计?|合计|总计)(?:约|近|超)?$/.exec(
    words,
  )?.groups
  if (named === undefined || JOINED.test(text)) return false
  const before = kindsOfItems(`${/[^,。;:、]*$/.exec(lead)?.[0] ?? ''}${named.first}`, kind.family).filter(
    ({ family }) => family === kind.family,
  )
  const others = before.length > 0 && !before.includes(kind) ? before : []
  const [first, last] = [[...kindsNamedIn(named.first ?? ''), ...others], named.last ?? '']
  return (
    first.length > 0 && last !== '' && (text.split(/[#*…|]/).at(-1) || text.split(/[#*…|]/)[0] || '').includes(last)
  )
}

/** 行政复议、行政诉讼案件74件 counts both: no single kind is right. */
function isCoordinated(before: string, unit: string): boolean {
  const joined = /(?:[、和及与或]|以及|或者)$/.exec(before)
  if (joined === null) return false
  const rest = before.slice(Math.max(0, joined.index - LEFT_LENGTH), joined.index)
  return phrasesFor(unit, rest, '').some(
    ({ left, right, strength, given }) => strength === 'strong' && given >= 4 && right === null && left().test(rest),
  )
}

/** The kinds that the items of a row name, each with its last words: 投诉、复议 of 信息公开方面的投诉、复议, not what they are about. */
export function kindsOfItems(row: string, familyKey: string): StatementKind[] {
  return row.split(/[、和与及或]/).flatMap((item) =>
    phrases()
      .filter(({ strength, text, family, words }) => {
        const isOwn = strength === 'strong' || (strength !== 'continued' && family.key === familyKey)
        return isOwn && !/[#…]/.test(text) && !JOINED.test(text) && words.every((word) => item.includes(word))
      })
      .filter(({ left }) => left().test(item))
      .map(({ kind }) => kind),
  )
}

/** The kinds named side by side in a clause: 行政复议、行政诉讼均为0; those of a family whose matter it is also by weak phrases. */
export function kindsNamedIn(clause: string, familyKey?: string): StatementKind[] {
  const named = phrases().filter(
    ({ strength, text, family }) =>
      (strength === 'strong' || (strength === 'weak' && family.key === familyKey)) &&
      !/[#*…|]/.test(text) &&
      !JOINED.test(text) &&
      clause.includes(text),
  )
  return [...new Set(named.map(({ kind }) => kind))]
}
