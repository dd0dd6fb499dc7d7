import { type StatementKind, statementVocabulary } from '../../forms/statement-words.js'
import { bodyBetween } from './bodies-and-times/bodies.js'
import { isFigureFrom, timeBetween, withoutTime } from './bodies-and-times/other-time.js'
import type { Draft } from './draft.js'
import type { Around } from './kinds/matter.js'
import { kindWithin } from './kinds/other-kind.js'
import { type Naming, nameQuantity } from './kinds/phrases.js'
import { nameTogether, narrowed } from './kinds/together.js'
import { wholeCount } from './kinds/whole-count.js'
import { isOfEach } from './lists/each.js'
import { bodyRanked, type RankedBody } from './lists/ranked.js'
import type { Respective } from './lists/respective.js'
import { isRespective } from './lists/respective-changes.js'
import type { ChangeAside } from './numbers/asides.js'
import { PERCENT, type Quantity } from './numbers/quantities.js'
import { bracketBefore, endOfNumbered, withoutRemarks } from './numbers/remarks.js'
import type { Risen } from './numbers/risen.js'

/** Characters on either side of a quantity that may say something of it; sentences without end are no sentences. */
export const REACH = 600

/** What is known of a sentence when one of its quantities is reached. */
export interface Here {
  readonly text: string
  readonly sentence: number
  readonly near: string
  /** The sentence before this one, which may be a heading. */
  readonly heading: string
  readonly section: string | null
  readonly last: Last | null
  /** Where the statement before it ends, and where the quantity before it does. */
  readonly done: number
  readonly gapFrom: number
  readonly changes: readonly ChangeAside[]
  /** The words that tell from which figure this one rose. */
  readonly risen: Risen | null
  readonly siblings: readonly Draft[]
  /** The words that belong to this quantity of a row behind 分别. */
  readonly respective: Respective | null
}

/** The last statement of this sentence or the one before: its family, and how far before this sentence it ends. */
interface Last {
  readonly family: string
  readonly back: number
}

export function lastOf(drafts: readonly Draft[], sentence: number, texts: readonly string[]): Last | null {
  const draft = drafts.at(-1)
  if (draft === undefined || draft.sentence < sentence - 1) return null
  const begin = draft.sentence === sentence ? 0 : -(texts.at(-2)?.length ?? 0)
  return { family: draft.kind.family, back: -(begin + draft.to) }
}

/** What a quantity counts, and the change that stands between its words and the number. */
export interface Named extends Naming {
  readonly change: ChangeAside | null
  /** The period that stands right at the number, where the words before it tell of another. */
  readonly period?: string | null
  /** Whom it covers, where nothing else stands between it and the figure before it. */
  readonly scope?: string
}

/** What a quantity counts, by the words on both sides of it and what was said before; `from` is a place in the sentence. */
export function named(quantity: Quantity, here: Here): Named | null {
  const { text, done, siblings, changes, respective } = here
  if (quantity.unit !== PERCENT && isOfEach(text.slice(0, quantity.from))) return null
  if (respective !== null) {
    const naming = nameBy(quantity, here, respective.lead)
    return naming && { ...naming, from: respective.isFirst ? respective.from : quantity.from, change: null }
  }
  if (here.risen !== null) return ofRisen(quantity, here, here.risen)
  const ranked = bodyRanked(text, quantity)
  if (ranked !== null) return ofRanked(quantity, here, ranked)
  const same = inOtherUnit(quantity, here)
  if (same !== null) return { kind: same, from: quantity.from, to: quantity.to, change: null }
  const begin = Math.max(done, endOfNumbered(text, quantity.from))
  const naming = nameBy(quantity, here, text.slice(begin, quantity.from))
  if (naming !== null) return { ...naming, from: begin + naming.from, change: null }
  const sameKind = inOtherTime(quantity, here) ?? ofOtherBody(quantity, here)
  if (sameKind !== null) return sameKind
  const timed = withoutTime(text.slice(begin, quantity.from))
  const ofTime = timed && nameBy(quantity, here, timed.text)
  if (timed && ofTime) return { ...ofTime, from: begin + ofTime.from, change: null, period: timed.period }
  const byPersons = withoutPersons(quantity, text.slice(begin, quantity.from))
  const ofPersons = byPersons && nameBy(quantity, here, byPersons)
  if (ofPersons && BY_PERSONS.includes(ofPersons.kind.family))
    return { ...ofPersons, from: begin + ofPersons.from, change: null }
  const bracket = bracketBefore(text, quantity.from)
  const from = bracket === null || bracket >= begin ? begin : endBefore(siblings, bracket)
  const words = withoutRemarks(text, from, quantity.from, changes)
  const other = words && nameBy(quantity, here, words.text)
  if (words && other) return { ...other, from: words.at[other.from] ?? quantity.from, change: words.change }
  return byWordsTogether(quantity, here, begin)
}

/** 解读率由80%提升至94%: what the figure behind counts is told before the words of the one it rose from. */
function ofRisen(quantity: Quantity, here: Here, { from }: Risen): Named | null {
  const { text, done } = here
  const begin = done <= from ? done : text.slice(0, from).search(/[^,。;:]*$/)
  const naming = nameBy(quantity, here, text.slice(begin, from))
  return naming && { ...naming, from: begin + naming.from, change: null }
}

/** What a quantity counts by the words of its clause alone, which is asked last. */
function byWordsTogether(quantity: Quantity, here: Here, begin: number): Named | null {
  const { text, gapFrom } = here
  const before = text.slice(begin, quantity.from)
  const found = nameTogether(quantity, aroundOf(quantity, here, before), text, Math.max(begin, gapFrom))
  const kind = found && kindWithin({ ...found, from: found.from - begin }, before, text, quantity)
  return found && kind && { ...found, kind, change: null }
}

/**
 * The kind of the statement right before, of which another unit is told (推送信息215期、658篇), or the one that goes on behind it without a
 * word (培训2次90人).
 */
function inOtherUnit({ unit, from }: Quantity, { text, done, siblings }: Here): StatementKind | null {
  const last = siblings.at(-1)
  if (last === undefined || last.share !== null || last.key !== last.kind.key || !/^、?$/.test(text.slice(done, from)))
    return null
  if (unit === '' || unit === last.unit || last.unit === PERCENT) return null
  if (last.kind.units.includes(unit)) return last.kind
  const next = statementVocabulary().statements.find(
    (one) => one.follows?.includes(last.key) && one.units.includes(unit),
  )
  return next?.continued?.includes('、') ? next : null
}

/** A figure of the same kind as that right before it, of which nothing but another time is told: 2022年培训3次,2023年5次. */
function inOtherTime({ unit, from, to }: Quantity, { text, done, gapFrom, siblings }: Here): Named | null {
  const last = siblings.at(-1)
  if (last === undefined || last.key !== last.kind.key || last.unit !== unit || gapFrom < last.to) return null
  const begin = Math.max(done, gapFrom)
  const isFrom = isFigureFrom(text.slice(0, last.to).replace(NUMBER_AND_UNIT, ''))
  const period = timeBetween(text.slice(begin, from), text.slice(last.from, last.to), isFrom)
  return period === undefined ? null : { kind: last.kind, from: begin + 1, to, change: null, period }
}

/** A figure of the same kind as that right before it, told of another body: 全系统收到申请53件,机关本部21件. */
function ofOtherBody({ unit, from, to }: Quantity, { text, done, gapFrom, siblings }: Here): Named | null {
  const last = siblings.at(-1)
  if (last === undefined || last.key !== last.kind.key || last.whole !== null || last.unit !== unit) return null
  if (gapFrom < last.to || !OF_BODIES.includes(last.kind.family)) return null
  const begin = Math.max(done, gapFrom)
  const scope = bodyBetween(text.slice(begin, from), text.slice(last.from, last.to))
  return scope === null ? null : { kind: last.kind, from: begin + 1, to, change: null, scope }
}

/** A figure in brackets behind a body, of the kind of which the words before tell that some had most. */
function ofRanked(quantity: Quantity, here: Here, { lead, body, from }: RankedBody): Named | null {
  const naming = nameBy(quantity, here, lead)
  const isOfBodies = naming !== null && OF_BODIES.includes(naming.kind.family)
  return isOfBodies ? { kind: naming.kind, from, to: quantity.to, change: null, scope: body } : null
}

/** Families of which each body has its own count. */
const OF_BODIES = ['requests', 'answers', 'remedies', 'proactive']

/** Families of which a report tells by how many persons, and then how many: 当面申请3人4件. */
const BY_PERSONS = ['requests', 'consultations']
const PERSONS =
  /(?<!\d)(?:约|近)?\d{1,6}[余多]?(?:人次|[人名位户家个])(?:公民|群众|自然人|申请人|企业|市民)?(?:提出|提交|申请)?(?:共计?|合计|总计)?[,、]?(?:共计?|合计|总计)?$/

/** The words before a number without the count of persons right before it; `null` where none stands there, or where this counts persons itself. */
function withoutPersons({ unit }: Quantity, before: string): string | null {
  const words = before.replace(PERSONS, '')
  return words === before || ['人', '名', '位', '户', '人次', '家'].includes(unit) ? null : words
}

const NUMBER_AND_UNIT = /[\d.,万千百余多]+[\u4e00-\u9fff]{1,2}$/

/** Where the last statement before a place ends. */
function endBefore(siblings: readonly Draft[], place: number): number {
  return Math.max(
    0,
    ...siblings
      .filter(({ to }) => to <= place)
      .map(({ to, change, share }) => Math.max(to, change?.to ?? 0, share?.to ?? 0)),
  )
}

function nameBy(quantity: Quantity, here: Here, before: string): Naming | null {
  const around = aroundOf(quantity, here, before)
  const naming = nameQuantity(quantity, around)
  if (naming === null) return null
  const { text, done, gapFrom } = here
  const own = narrowed(naming, quantity, around, text, Math.max(done, gapFrom))
  const kind = kindWithin({ ...naming, kind: own }, before, text, quantity)
  const upTo = text.slice(0, quantity.from)
  const phrase = before.slice(naming.from)
  const isWhole = kind !== null && upTo.endsWith(before)
  return kind && { ...naming, kind: isWhole ? wholeCount(kind, upTo.slice(0, -phrase.length), phrase, around) : kind }
}

/** The words around a quantity, with `before` as those right before it. */
function aroundOf(quantity: Quantity, { text, near, heading, section, last, siblings }: Here, before: string): Around {
  const [whole, bare] = [withoutOwnCounters(text), withoutOwnCounters(near)]
  return {
    before,
    after: text.slice(quantity.to, quantity.to + REACH),
    whole,
    sentence: whole.slice(Math.max(0, quantity.from - REACH), quantity.from),
    near: bare,
    heading,
    upTo: bare.slice(0, bare.length - whole.length + quantity.from),
    previous: leadsOn(siblings, text, before) ? (siblings.at(-1)?.kind ?? null) : null,
    section,
    recent: last && { family: last.family, back: last.back + quantity.from },
  }
}

/** The texts asked for last, since the quantities of a sentence share them. */
const bareTexts: { readonly text: string; readonly bare: string }[] = []

/** A counter of disclosure (政府信息公开窗口) is none of another matter: a text with signs in place of it. */
function withoutOwnCounters(text: string): string {
  const known = bareTexts.find((one) => one.text === text)
  if (known !== undefined) return known.bare
  const bare = text.replace(OWN_COUNTER, (word) => '_'.repeat(word.length))
  bareTexts.unshift({ text, bare })
  bareTexts.length = Math.min(bareTexts.length, 2)
  return bare
}

const OWN_COUNTER =
  /(?<=(?:信息|依申请)公开(?:申请|受理|申请受理|查询|查阅|咨询|接待|服务|工作|专门|便民)?)(?:窗口|服务窗口|服务大厅|大厅)/g

/** Of 规章3件、规范性文件12件,废止5件 nobody can tell what was repealed. */
function leadsOn(siblings: readonly Draft[], text: string, gap: string): boolean {
  const [one, other] = siblings.slice(-2)
  if (one === undefined || other === undefined || gap.startsWith('、')) return true
  const isJoined = /^[、和及]/.test(text.slice(one.to, other.from))
  const [first, second] = [one.key.split('.')[0], other.key.split('.')[0]]
  return !isJoined || first === second
}

/**
 * The change said right behind a quantity, if what it counts is counted in the same unit. Behind a row of several (网络3件、信函5件,同比增长5%)
 * nobody can tell whether it is said of the last or of all.
 *
 * @param gap the words between the quantity before it and this one
 */
export function changeBehind(
  { text, changes }: Pick<Here, 'text' | 'changes'>,
  end: number,
  unit: string,
  gap: string,
): ChangeAside | null {
  if (gap.startsWith('、') && text[end] === ',') return null
  const change = changes.find((one) => isBehind(text, end, one)) ?? null
  if (change === null || isRespective(text, change)) return null
  return change.unit === null || unit === '' || change.unit === unit ? change : null
}

/** The change said right before the words of a quantity, if it is of no other: 较上年增加5件,共收到申请48件. */
export function changeBefore({ text, changes, done }: Here, begin: number, unit: string): ChangeAside | null {
  const change = changes.find((one) => one.from >= done && /^,[^,。;、\d]{0,6}$/.test(text.slice(one.to, begin)))
  if (change === undefined || (change.unit !== null && change.unit !== unit)) return null
  return COUNTED.test(text.slice(Math.max(0, change.from - 20), change.from)) ? null : change
}

/** A number right before a change, which is said of it; a year is none. */
const COUNTED = /\d(?!\d{0,3}年)[^\d,。;、]{0,5}[,、(]?[^\d,。;、]{0,10}$/

/** Whether a change speaks of the quantity that ends at `end`: nothing but a few words stand between. */
function isBehind(text: string, end: number, change: ChangeAside): boolean {
  return change.from >= end && /^[,、(]?[^,。;、\d]{0,10}$/.test(text.slice(end, change.from))
}
