import { statementVocabulary } from '../../../forms/statement-words.js'
import { REACH } from '../here.js'
import type { Range } from '../narrative.js'
import type { Quantity } from '../numbers/quantities.js'

/** A list goes on over so many characters. */
const NEAR = 60

/** Whether a quantity stands in one list with that read last, which beyond a `;` is of the same unit. */
export function isNext(text: string, [first, end]: Range, { from, unit }: Quantity): boolean {
  const between = text.slice(end, from)
  if (end === 0 || between.length > NEAR || between.includes(':')) return false
  return !between.includes(';') || text.slice(first, end).includes(unit)
}

/** 查阅点12个,其中档案馆1个、服务中心11个: an item of the list that the quantity read last stands in, or a part of it. */
export function isListed(text: string, [first, end]: Range, { from, unit }: Quantity): boolean {
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
export function isUnderHead(text: string, from: number): boolean {
  head ??= new RegExp(
    `(?:申请|信息|公开|公示|发布)[^,。;:]{0,12}(?:${statementVocabulary().unnamed.list_heads.join('|')})[,:]?(?:[^,。;:、\\d]{1,24}\\d{1,6}(?:\\.\\d{1,2})?[^,。;:、\\d]{1,2}[,;、]){0,12}[^,。;:、\\d]{1,24}$`,
  )
  const before = text.slice(Math.max(0, from - 300), from)
  return head.test(before) || OF_REQUESTS.test(before)
}

/** 收到的申请中,关于水库移民的占38%: what stands behind such a begin is of the requests. */
const OF_REQUESTS =
  /^(?:其中|在)?(?:全年|今年|本年度)?(?:所?收到?|受理|办理|上述|所有|全部)?的?(?:政府)?(?:信息公开|依申请公开|公开)?申请(?:件?总[量数]|内容|事项|件)?中,[^。;:]*$/

/** The clause behind others that each end in a number of their own: ,新增检查5项,均在网站公示. */
const NEXT = /^(?:[,、][^,。;:、\d]{0,20}\d{1,6}[^,。;:、\d]{0,4}){0,4},(?<next>[^,。;:]{0,30})/

/** An amount that no word gives to disclosure work: 采购总金额合计3万元. */
export function isOtherMoney({ unit, value }: Quantity, clause: string): boolean {
  return unit === '元' && value > 0 && !statementVocabulary().unnamed.amounts_of.some((word) => clause.includes(word))
}

/** What brackets say between the words of a clause: 公开信息(含机构职能、动态等)共12条. */
const ASIDE = /\([^()]{0,300}\)/g

/** The clause a quantity stands in, and the one behind it. */
export function clausesAround(
  text: string,
  from: number,
  to: number,
): { readonly clause: string; readonly next: string } {
  const lead = text.slice(Math.max(0, from - REACH), from).replace(ASIDE, '')
  const before = /[^,。;:]*$/.exec(lead)?.[0] ?? ''
  const [behind = ''] = /^[^,。;:、]*/.exec(text.slice(to, to + 40)) ?? []
  const next = NEXT.exec(text.slice(to + behind.length, to + behind.length + 90))?.groups?.next
  return { clause: before + text.slice(from, to) + behind, next: next ?? '' }
}
