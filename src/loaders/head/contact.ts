import { headWords } from '../../forms/head-words.js'
import { regionsNamed } from '../../forms/regions.js'
import { anyOf, anySaid, once } from '../word-patterns.js'
import { isBodyName, withoutBracket } from './body-name.js'
import { placesNamed } from './places-named.js'

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
    is: new RegExp(`${anyOf(making.reports)}(?:是|系)由?${MADE}${anyOf(making.verbs)}`),
    makes: new RegExp(
      `(?:^|[,。\\s])${MADE.replace('{2,50}', '{3,40}')}${anyOf(making.verbs_before_title)}了(?:本|《?20\\d{2})`,
    ),
    bodies: new RegExp(anySaid(speaking.bodies), 'g'),
    places: new RegExp(anySaid(speaking.places), 'g'),
    leftOut: new RegExp(`${anyOf(speaking.left_out)}$`),
    general: new RegExp(`(?<=${anyOf(offices.within)})${anyOf(offices.kinds)}?${anyOf(offices.general)}$`),
    leftOpen: new RegExp(`${anyOf(offices.left_open)}$`),
    selfGoverning: new RegExp(anyOf(speaking.governments)),
    government: new RegExp(`${anyOf(offices.governments)}$`),
    section: new RegExp(
      `(?<=${anyOf([...offices.within, ...offices.left_open])})\\p{Script=Han}{2,8}${anyOf(offices.sections)}$`,
      'u',
    ),
  }
})

/**
 * The body behind the office to be asked: 请与某某市公安局政务公开办公室联系. An office of disclosure is its body's own; another
 * office, section or body counts only where the report speaks of itself as of such a body (我局), or of nobody and names it again: the
 * government's report may name a department. A government's general office answers for its own report (我办) and for the
 * government's (我市, and nowhere 我办): where the report does not say which, it is left open.
 */
export function contactBody(text: string): Range | null {
  const opening = text.slice(0, OPENING)
  const speaker = speakerOf(opening)
  for (const found of opening.matchAll(patterns().ask)) {
    const office = (found.groups?.name ?? '').replace(patterns().askClosing, '')
    const body = asked(office, speaker, opening)
    if (body === null) continue
    const from = found.index + found[0].lastIndexOf(office)
    return [from, from + body.length]
  }
  return null
}

/** 本级政府: the only government that the opening of a report names which speaks of itself so, and of its place as its own. */
export function speakingGovernment(text: string): Range | null {
  const opening = text.slice(0, OPENING)
  const { word, ofPlace } = speakerOf(opening)
  if (word === null || !ofPlace || opening.search(patterns().selfGoverning) < 0) return null
  const named = placesNamed(opening, null)?.findLast(({ name }) => name.endsWith(word))
  const found = named && new RegExp(`${named.name}人民政府`).exec(opening)
  return found ? [found.index, found.index + found[0].length] : null
}

/** All bodies that the opening names as those to be asked, whatever the report speaks as. */
export function bodiesAsked(text: string): Range[] {
  return [...text.slice(0, OPENING).matchAll(patterns().ask)].flatMap((found): Range[] => {
    const office = (found.groups?.name ?? '').replace(patterns().askClosing, '')
    const { body } = bodyOf(office)
    const from = found.index + found[0].lastIndexOf(office)
    return body === null ? [] : [[from, from + body.length]]
  })
}

/** 本报告由某某局编制, 本报告是某某局根据…, 某某局编制了2019年…: who made the report, or the body whose office did. The same offices are left open as in `contactBody`. */
export function maker(text: string): Range | null {
  const opening = text.slice(0, OPENING)
  const found = [patterns().made, patterns().is, patterns().makes]
    .map((way) => way.exec(opening))
    .find((one) => one !== null)
  const office = found?.groups?.name ?? ''
  const bare = office.replace(/\s/g, '')
  const body = bodyOf(bare).body ?? generalOffice(bare, speakerOf(opening))
  if (found === undefined || body === null) return null
  const from = found.index + found[0].indexOf(office)
  return [from, from + (office.includes(body) ? body.length : office.length)]
}

function asked(office: string, speaker: Speaker, opening: string): string | null {
  const { body, inner } = bodyOf(office)
  const { word } = speaker
  if (body !== null && (word === null ? inner || opening.split(body).length > 2 : speaksAs(body, word))) return body
  const whole = office.replace(patterns().section, '')
  const general = generalOffice(whole, speaker)
  if (general !== null || whole === office || word === null || !isBodyName(whole)) return general
  return speaksAs(whole, word) && !patterns().leftOpen.test(whole) ? whole : null
}

/** A government's general office, or the government, as which of them the report speaks of itself. */
function generalOffice(office: string, { word, ofPlace }: Speaker): string | null {
  const government = office.replace(patterns().leftOpen, '')
  if (word === null || government === office || !patterns().government.test(government) || !isBodyName(office))
    return null
  const one = ofPlace ? government : office
  return speaksAs(one, word) ? one : null
}

/** The body to which an office belongs that is named behind it, and whether it is an office of disclosure. */
function bodyOf(office: string): { body: string | null; inner: boolean } {
  const inner = headWords().offices.of_disclosure.find((words) => office.endsWith(words)) ?? ''
  const body = office
    .slice(0, office.length - inner.length)
    .replace(patterns().general, '')
    .replace(DOUBLED, '$<last>')
  return { body: isBodyName(body) && !patterns().leftOpen.test(body) ? body : null, inner: inner !== '' }
}

/** 某某局局办公室 */
const DOUBLED = /(?<last>[局委厅院])\k<last>$/

/** The word by which a report speaks of its body (我局) or, where it has none, of its place (我县). */
interface Speaker {
  readonly word: string | null
  readonly ofPlace: boolean
}

function speakerOf(opening: string): Speaker {
  const ofPlace = opening.search(patterns().bodies) < 0
  return { word: mostSaid(opening, patterns().bodies) ?? mostSaid(opening, patterns().places), ofPlace }
}

/** Whether a report speaks of itself otherwise: 我局 where the sentence's subject is 某某县人民政府, or 我县 where it is 某某市. */
export function isContradicted(text: string, name: string): boolean {
  const opening = text.slice(0, OPENING)
  const speaker = mostSaid(opening, patterns().bodies)
  if (speaker !== null) return !speaksAs(name, speaker)
  const place = regionsNamed(name.replace(patterns().leftOut, '')).present.length > 0
  const spoken = place ? mostSaid(opening, patterns().places) : null
  return spoken !== null && !speaksAs(name, spoken)
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
