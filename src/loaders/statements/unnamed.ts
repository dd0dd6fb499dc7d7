import { statementVocabulary } from '../../forms/statement-words.js'
import { type ChangeAside, shareBehind } from './asides.js'
import { periodIn, scopeIn } from './context.js'
import { ALONE, type Draft } from './draft.js'
import { changeBehind, REACH } from './here.js'
import { measuresOf } from './measures.js'
import type { Range } from './narrative.js'
import type { SetAside } from './other-numbers.js'
import { PERCENT, type Quantity } from './quantities.js'
import { sharers } from './shared.js'
import { isOfDisclosure } from './topic.js'
import { isCount, isOfAspects, isToBeDone } from './unnamed-count.js'
import { kindOfUnnamed } from './unnamed-kind.js'
import { type Label, labelFor } from './unnamed-label.js'

/** The quantities of a sentence, and what of it is read already: changes, and where numbers with their shares stand. */
export interface Reading {
  readonly section: string | null
  readonly quantities: readonly Quantity[]
  readonly changes: readonly ChangeAside[]
  readonly taken: readonly Range[]
}

/**
 * The quantities of a sentence whose kind the vocabulary does not know, unless the words around them tell of another matter. What
 * names them is their label, in the words of the report. Those that are none are told, too, and why.
 *
 * @param texts the sentence, behind those before it
 */
export function unnamedIn(
  texts: readonly string[],
  sentence: number,
  reading: Reading,
): { readonly drafts: Draft[]; readonly aside: SetAside[] } {
  const text = texts.at(-1) ?? ''
  const { changes, taken, section } = reading
  const isHome = section !== null && statementVocabulary().unnamed.sections.includes(section)
  const earlier = isHome ? [] : texts.slice(0, -1).reverse()
  const drafts: Draft[] = []
  const aside: SetAside[] = []
  const ranges = joined(taken)
  const measures = measuresOf(text)
  const quantities = [...reading.quantities, ...measures].sort((a, b) => a.from - b.from)
  let [next, quoted, passed] = [0, 0, 0]
  let last: LastRead = { range: [0, 0], label: null }
  let done = 0
  for (const quantity of quantities) {
    const { from, to, value, unit, rounding } = quantity
    for (let range = ranges[next]; range !== undefined && range[1] <= from; range = ranges[++next])
      if (range[1] > last.range[1]) last = { range, label: null }
    quoted += text.slice(done, from).match(/"/g)?.length ?? 0
    done = Math.max(done, from)
    const first = passed
    passed = to
    if ((ranges[next]?.[0] ?? to) < to || quoted % 2 === 1) continue
    const isMeasure = measures.includes(quantity)
    const share = unit === PERCENT ? shareWords(text, first, from) : null
    const reason = isMeasure ? null : whyNoCount(text, quantity, quantities, measures)
    if (reason !== null) aside.push({ quantity, reason })
    if (reason !== null || !(isMeasure || share !== null || isCount(text, quantity))) continue
    const end = last.range[1]
    const begin = Math.max(end, first, from - REACH)
    const before = text.slice(Math.max(0, from - REACH), from)
    const around = clausesAround(text, from, to)
    const goesOn = first <= end && isNext(text, last.range, quantity)
    const isItem = (goesOn && isListed(text, last.range, quantity)) || isUnderHead(text, from)
    const isOurs = isOfDisclosure({ unit, ...around, before: [before, ...earlier], goesOn, isItem })
    if (!isOurs || isOtherMoney(quantity, around.clause)) {
      aside.push({ quantity, reason: 'other_matter' })
      continue
    }
    const label = share ?? labelFor({ text, begin, from, to, last: lastLabel(text, last, from), isMeasure })
    if (label === null || (share === null && unit === PERCENT && !isRate(text, label.label, to))) continue
    const stop = Math.max(to, label.to)
    last = { range: [from, stop], label: label.label }
    for (const one of sharers(text, begin, from, unit, label))
      drafts.push({
        ...ALONE,
        kind: kindOfUnnamed(),
        key: kindOfUnnamed().key,
        value,
        unit,
        rounding,
        scope: scopeIn(before),
        period: periodIn(before),
        label: one.label,
        sentence,
        from: Math.min(from, one.from),
        to: stop,
        share: shareBehind(text, stop),
        change: changeBehind({ text, changes }, stop, unit),
      })
  }
  return { drafts, aside }
}

/** Why a number is no count of its own, if that is known of it. */
function whyNoCount(
  text: string,
  quantity: Quantity,
  quantities: readonly Quantity[],
  measures: readonly Quantity[],
): string | null {
  if (isInRow(text, quantity, quantities)) return 'table'
  if (isOfAspects(text, quantity)) return 'not_counted'
  if (isToBeDone(text, quantity)) return 'rule'
  return isRanked(text, quantity, measures) ? 'compared' : null
}

/** The quantity read last: where it stands, and the label of an unnamed one. */
interface LastRead {
  readonly range: Range
  readonly label: string | null
}

/** The words of the quantity read last, if nothing but marks and a verb stand between: 工作动态40条,新增5条; a total (合计) is not of it alone. */
function lastLabel(text: string, { range: [from, to], label }: LastRead, place: number): Label | null {
  const between = text.slice(to, place)
  if (to === 0 || !/^\(?[,、;]?[^,。;:、()]{0,10}$/.test(between)) return null
  const total = statementVocabulary().unnamed.totals.find((word) => between.includes(word))
  if (total !== undefined) return { label: total, from: to + between.indexOf(total), to: place }
  return label === null
    ? labelFor({ text, begin: 0, from, to: from, last: null, isMeasure: false })
    : { label, from, to }
}

/** Ranges in their order, those that overlap as one. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last !== undefined && range[0] < last[1]) all[all.length - 1] = [last[0], Math.max(last[1], range[1])]
    else all.push(range)
  }
  return all
}

/** A list goes on over so many characters. */
const NEAR = 60

/** Whether a quantity stands in one list with that read last, which beyond a `;` is of the same unit. */
function isNext(text: string, [first, end]: Range, { from, unit }: Quantity): boolean {
  const between = text.slice(end, from)
  if (end === 0 || between.length > NEAR || between.includes(':')) return false
  return !between.includes(';') || text.slice(first, end).includes(unit)
}

function isRate(text: string, label: string, to: number): boolean {
  const { rate_words, rate_behind } = statementVocabulary().unnamed
  if (/占[^,。;:]{0,16}$/.test(text.slice(0, to))) return false
  return rate_words.some((word) => label.endsWith(word)) || rate_behind.some((word) => text.startsWith(word, to))
}

/** The words of a share whose count is not told: 政策法规占7%; `null` where it is that of a number before it. */
function shareWords(text: string, begin: number, from: number): Label | null {
  const label = SHARE.exec(text.slice(begin, from))?.groups?.label
  const isOurs = statementVocabulary().unnamed.shares_of.some((word) => text.slice(0, from).includes(word))
  return label === undefined || !isOurs ? null : { label, from: text.lastIndexOf(label, from), to: from }
}

const SHARE =
  /(?:^|[,。;:(、])(?:其中)?(?<label>[\u4e00-\u9fffA-Za-z"《》]{2,30}占(?:比|总数|总量|全部|到|了)?(?:的)?(?:比例|比重)?)(?:为|达到?|约)?$/

/** A figure right behind the unit tells a row of a table that was not found: 免予公开范围1 条 0. */
function isInRow(text: string, { to }: Quantity, quantities: readonly Quantity[]): boolean {
  return /\d/.test(text[to] ?? '') && !quantities.some((next) => next.from === to)
}

/** 查阅点12个,其中档案馆1个、服务中心11个: an item of the list that the quantity read last stands in, or a part of it. */
function isListed(text: string, [first, end]: Range, { from, unit }: Quantity): boolean {
  const between = text.slice(end, from)
  if (!text.slice(first, end).includes(unit)) return false
  return (
    /^(?:[,、]其中|[(,]其中|、)[^,。;:、]*$/.test(between) ||
    isBareItem(between, /[^,。;:]*$/.exec(text.slice(Math.max(0, end - REACH), end))?.[0] ?? '')
  )
}

/** 公开许可决定62项,处罚决定9项: words without a verb of their own go on behind one of publishing. */
function isBareItem(between: string, clause: string): boolean {
  const { verbs, publishing } = statementVocabulary().unnamed
  if (!/^,[\u4e00-\u9fff]{2,16}$/.test(between) || verbs.some((word) => between.startsWith(word, 1))) return false
  return ['公开', ...publishing].some((word) => clause.includes(word))
}

let head: RegExp | undefined

/** 从申请内容来看,行政许可类5件,拆迁安置信息1件: an item of a list that such words begin. */
function isUnderHead(text: string, from: number): boolean {
  head ??= new RegExp(
    `(?:申请|信息|公开|公示|发布)[^,。;:]{0,12}(?:${statementVocabulary().unnamed.list_heads.join('|')})[,:](?:[^,。;:、\\d]{1,24}\\d{1,6}[^,。;:、\\d]{1,2}[,;、]){0,12}[^,。;:、\\d]{1,24}$`,
  )
  return head.test(text.slice(Math.max(0, from - 300), from))
}

/** 在30个县区中排名第三: of how many is told, not how many there are. */
function isRanked(text: string, { to, unit }: Quantity, measures: readonly Quantity[]): boolean {
  const { units_compared } = statementVocabulary().unnamed
  return (
    units_compared.includes(unit) && measures.some((one) => one.from > to && !/[,。;:]/.test(text.slice(to, one.from)))
  )
}

/** The clause behind others that each end in a number of their own: ,新增检查5项,均在网站公示. */
const NEXT = /^(?:[,、][^,。;:、\d]{0,20}\d{1,6}[^,。;:、\d]{0,4}){0,4},(?<next>[^,。;:]{0,30})/

/** An amount that no word gives to disclosure work: 采购总金额合计3万元. */
function isOtherMoney({ unit, value }: Quantity, clause: string): boolean {
  return unit === '元' && value > 0 && !statementVocabulary().unnamed.amounts_of.some((word) => clause.includes(word))
}

/** What brackets say between the words of a clause: 公开信息(含机构职能、动态等)共12条. */
const ASIDE = /\([^()]{0,300}\)/g

/** The clause a quantity stands in, and the one behind it. */
function clausesAround(text: string, from: number, to: number): { readonly clause: string; readonly next: string } {
  const lead = text.slice(Math.max(0, from - REACH), from).replace(ASIDE, '')
  const before = /[^,。;:]*$/.exec(lead)?.[0] ?? ''
  const [behind = ''] = /^[^,。;:、]*/.exec(text.slice(to, to + 40)) ?? []
  const next = NEXT.exec(text.slice(to + behind.length, to + behind.length + 90))?.groups?.next
  return { clause: before + text.slice(from, to) + behind, next: next ?? '' }
}
