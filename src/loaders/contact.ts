import { headWords } from '../forms/head-words.js'
import { isBodyName, withoutBracket } from './body-name.js'
import { anyOf, anySaid, once } from './word-patterns.js'

type Range = readonly [from: number, to: number]

/** Where a report says whom to ask. */
const OPENING = 3000
/** Names in the two sentences end before such a mark. */
const ASKED = '(?<name>[^,。;:、\\s(]{2,50}(?:\\([^():\\d]{1,30}\\))?)'
const MADE = '(?<name>[^,。;:、由《]{2,50}?)'

const patterns = once(() => {
  const { asking, making, offices, speaking } = headWords()
  return {
    ask: new RegExp(`${anyOf(asking.openings)}\\s{0,3}:?\\s{0,3}${ASKED}`, 'g'),
    askClosing: new RegExp(`${anyOf(asking.closings)}.*$`),
    made: new RegExp(`${anyOf(making.reports)}[^。\\n]{0,200}?由\\s{0,3}${MADE}\\s{0,3}${anyOf(making.verbs)}`),
    bodies: new RegExp(anySaid(speaking.bodies), 'g'),
    places: new RegExp(anySaid(speaking.places), 'g'),
    leftOut: new RegExp(`${anyOf(speaking.left_out)}$`),
    general: new RegExp(`(?<=${anyOf(offices.within)})${anyOf(offices.kinds)}?${anyOf(offices.general)}$`),
    leftOpen: new RegExp(`${anyOf(offices.left_open)}$`),
  }
})

/**
 * The body behind the office to be asked: 请与某某市公安局政务公开办公室联系. An office of disclosure is its body's own; another
 * office or body counts only where the report speaks of itself as of such a body (我局), or of nobody and names it again: the
 * government's report may name a department. A government's general office is left open: it answers for its own report and for the government's.
 */
export function contactBody(text: string): Range | null {
  const opening = text.slice(0, OPENING)
  const speaker = mostSaid(opening, patterns().bodies) ?? mostSaid(opening, patterns().places)
  for (const found of opening.matchAll(patterns().ask)) {
    const office = (found.groups?.name ?? '').replace(patterns().askClosing, '')
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
  const found = patterns().made.exec(text.slice(0, OPENING))
  const office = found?.groups?.name ?? ''
  const { body } = bodyOf(office.replace(/\s/g, ''))
  if (!found || body === null) return null
  const from = found.index + found[0].indexOf(office)
  return [from, from + (office.includes(body) ? body.length : office.length)]
}

/** The body to which an office belongs that is named behind it, and whether it is an office of disclosure. */
function bodyOf(office: string): { body: string | null; inner: boolean } {
  const inner = headWords().offices.of_disclosure.find((words) => office.endsWith(words)) ?? ''
  const body = office.slice(0, office.length - inner.length).replace(patterns().general, '')
  return { body: isBodyName(body) && !patterns().leftOpen.test(body) ? body : null, inner: inner !== '' }
}

/** Whether a report speaks of itself otherwise: 我局 where the sentence's subject is 某某县人民政府. */
export function isContradicted(text: string, name: string): boolean {
  const speaker = mostSaid(text.slice(0, OPENING), patterns().bodies)
  return speaker !== null && !speaksAs(name, speaker)
}

/** Whether a body may call itself so: 某某镇人民政府 is 我镇, 某某管委会 is 我委 or 我区. */
function speaksAs(body: string, speaker: string): boolean {
  const whole = withoutBracket(body)
  const bare = whole.replace(patterns().leftOut, '')
  const endings = headWords().speaking.called.find(({ as }) => as === speaker)?.endings ?? [speaker]
  return endings.some((ending) => whole.endsWith(ending) || bare.endsWith(ending))
}

/** The word by which a text speaks of itself most often; `null` where it has none, or two as often. */
function mostSaid(text: string, pattern: RegExp): string | null {
  const words = [...text.matchAll(pattern)].map(([, ...said]) => said.find((word) => word !== undefined) ?? '')
  const count = (word: string) => words.filter((other) => other === word).length
  const [most, next] = [...new Set(words)].sort((a, b) => count(b) - count(a))
  return most === undefined || (next !== undefined && count(next) === count(most)) ? null : most
}
