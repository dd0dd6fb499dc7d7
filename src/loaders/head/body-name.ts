import { headWords } from '../../forms/head-words.js'
import { isNationalBody, isNoName, issuerEnding } from '../../forms/issuers.js'
import { regionsNamed } from '../../forms/regions.js'
import type { Line } from '../lines.js'
import { anyOf, anySaid, once } from '../word-patterns.js'

const NAME = /^\p{Script=Han}[\p{Script=Han}A-Za-z()·、—–-]{1,39}$/u

const patterns = once(() => {
  const { endings, no_openings, no_part, foreign, several_openings, several } = headWords().names
  return {
    body: new RegExp(`${anyOf(endings)}$`),
    speaker: new RegExp(`^${anySaid(no_openings)}`),
    noPart: new RegExp(anyOf([...no_part, ...foreign])),
    foreignGovernment: new RegExp(`^.{0,30}${anyOf(foreign)}.{0,10}${anyOf(headWords().offices.governments)}`),
    several: new RegExp(`^${anyOf(several_openings)}|${anyOf(several)}`),
  }
})

/** Whether words may be the name of a body: Chinese characters, no label, no pronoun, no entry of a menu. */
export function mayBeName(words: string): boolean {
  const name = words.replace(/\s/g, '')
  if (regionsNamed(name).present.length > 0) return true
  const { speaker, noPart } = patterns()
  return NAME.test(name) && !speaker.test(name) && !noPart.test(name) && !isNoName(name)
}

/** Whether words are the name of a body and show it: by their ending, as a place or as a ministry. */
export function isBodyName(words: string): boolean {
  const name = words.replace(/\s/g, '')
  const { body, several } = patterns()
  if (!mayBeName(name) || several.test(name)) return false
  const bare = withoutBracket(name)
  return body.test(bare) || issuerEnding(bare) !== null || isNationalBody(bare) || regionsNamed(bare).present.length > 0
}

/** Where a line holds the name of a body and nothing else. */
export function nameLine(line: Line | undefined): readonly [from: number, to: number] | null {
  return line === undefined || line.text.length > 30 || !isBodyName(line.text) ? null : [line.from, line.to]
}

/** A name without the second one that stands in brackets behind it. */
export function withoutBracket(name: string): string {
  return name.replace(/(?<=.)\([^()]{1,30}\)$/, '')
}

/** Where a body's own name begins behind a government's of which another trade has taken the place's name; 0 where there is none. */
export function behindForeign(words: string): number {
  const found = patterns().foreignGovernment.exec(words)
  return found === null || words.length - found[0].length < 3 ? 0 : found[0].length
}
