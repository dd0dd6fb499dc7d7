import { headWords } from '../forms/vocabulary.js'
import { isBodyName, withoutBracket } from './body-name.js'

type Range = readonly [from: number, to: number]

/** Where a report says whom to ask. */
const OPENING = 3000
const ASK =
  /(?:请与|可与|直接与|请联系|请致电|请咨询)\s{0,3}:?\s{0,3}(?<name>[^,。;:、\s(]{2,50}(?:\([^():\d]{1,30}\))?)/g
const MADE =
  /(?:报告|年报)[^。\n]{0,200}?由\s{0,3}(?<name>[^,。;:、由《]{2,50}?)\s{0,3}(?:根据|依据|按照|负责|牵头|编制|编写|撰写|汇总)/
/** 我局, 本局: the body that speaks. 本处 and 本办 begin other words. */
const BODIES = /我(?<who>[局委厅部院校办处镇乡]|街道|中心|公司)|本(?<own>[局委厅院校镇乡]|街道|中心|公司)/g
/** 我县, 全县: the place that speaks, or of which a department does. */
const PLACES = /[我本全](?<who>[省市县区州旗])/g

/**
 * The body behind the office to be asked: 请与某某市公安局政务公开办公室联系. An office of disclosure is its body's own; another
 * office or body counts only where the report speaks of itself as of such a body (我局), or of nobody and names it again: the
 * government's report may name a department. A government's general office is left open: it answers for its own report and for the government's.
 */
export function contactBody(text: string): Range | null {
  const opening = text.slice(0, OPENING)
  const speaker = mostSaid(opening, BODIES) ?? mostSaid(opening, PLACES)
  for (const found of opening.matchAll(ASK)) {
    const office = (found.groups?.name ?? '').replace(/(?:取得|进行)?联系.*$/, '')
    const { body, inner } = bodyOf(office)
    if (body === null) continue
    if (speaker === null ? !inner && opening.split(body).length < 3 : !speaksAs(body, speaker)) continue
    const from = found.index + found[0].lastIndexOf(office)
    return [from, from + body.length]
  }
  return null
}

/** 由某某局编制: who made the report, or the body whose office did. The same offices are left open as in `contactBody`. */
export function maker(text: string): Range | null {
  const found = MADE.exec(text.slice(0, OPENING))
  const office = found?.groups?.name ?? ''
  const { body } = bodyOf(office.replace(/\s/g, ''))
  if (!found || body === null) return null
  const from = found.index + found[0].indexOf(office)
  return [from, from + (office.includes(body) ? body.length : office.length)]
}

/** The body to which an office belongs that is named behind it, and whether it is an office of disclosure. */
function bodyOf(office: string): { body: string | null; inner: boolean } {
  const inner = headWords().inner_offices.find((words) => office.endsWith(words)) ?? ''
  const body = office.slice(0, office.length - inner.length).replace(/(?<=[局委厅院会])(?:党政|综合)?办公室$/, '')
  return { body: isBodyName(body) && !/办公[室厅]$/.test(body) ? body : null, inner: inner !== '' }
}

/** Whether a report speaks of itself otherwise: 我局 where the sentence's subject is 某某县人民政府. */
export function isContradicted(text: string, name: string): boolean {
  const speaker = mostSaid(text.slice(0, OPENING), BODIES)
  return speaker !== null && !speaksAs(name, speaker)
}

/** Whether a body may call itself so: 某某镇人民政府 is 我镇, 某某管委会 is 我委 or 我区. */
function speaksAs(body: string, speaker: string): boolean {
  const name = withoutBracket(body).replace(/(?:人民政府|政府|办事处)$/, '')
  if (speaker === '办') return /办(?:公室|事处)?$/.test(body)
  if (speaker === '处') return /处$/.test(body)
  if (speaker === '校') return /(?:大学|学院|学校)$/.test(name)
  if (speaker === '委') return /委(?:员会)?$|管委会$/.test(name)
  if (speaker === '区') return /区(?:管委会|管理委员会)?$/.test(name)
  return name.endsWith(speaker)
}

/** The word by which a text speaks of itself most often; `null` where it has none, or two as often. */
function mostSaid(text: string, pattern: RegExp): string | null {
  const words = [...text.matchAll(pattern)].map(({ groups }) => groups?.who ?? groups?.own ?? '')
  const count = (word: string) => words.filter((other) => other === word).length
  const [most, next] = [...new Set(words)].sort((a, b) => count(b) - count(a))
  return most === undefined || (next !== undefined && count(next) === count(most)) ? null : most
}
