import { headWords } from '../../forms/head-words.js'
import { issuerEnding } from '../../forms/issuers.js'
import { type Region, regionName } from '../../forms/regions.js'
import type { IssuerKind } from '../../types.js'
import { anyOf, once } from '../word-patterns.js'
import { withoutBracket } from './body-name.js'
import { placesNamed } from './places-named.js'
import { isDivided, liesIn } from './region.js'

/** Where a page prints its index number, and a report its title, its opening and whom to ask. */
const HEAD = 3000
/** Whose place is a county's part, and may be told by a place named around it. */
const PARTS: ReadonlySet<IssuerKind | null> = new Set(['township', 'subdistrict', 'village'])
/** 12370305MB2887776R: an organ's, institution's or mass organisation's credit code (GB 32100) holds the place that registered it. */
const CREDIT_CODE = /(?<![0-9A-Z])1[1239](?<place>\d{6})[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g
/** 331000000000/2022-94795: an index number that begins with a place's code of twelve digits. */
const PLACE_CODE = /(?<![0-9A-Z])(?<place>\d{6})0{6}\/20\d{2}/g

const patterns = once(() => {
  const { kinds, no_kinds, superiors } = headWords().places
  return {
    kind: new RegExp(`^(?!${anyOf(no_kinds)})${anyOf(kinds)}`),
    superior: new RegExp(
      `${anyOf(superiors.said)}(?<kind>${anyOf(kinds)})|(?<![省市县区州旗])(?<of>${anyOf(kinds)})${anyOf(superiors.of)}`,
      'g',
    ),
  }
})

/** The kind of place with which a name begins instead of its place's own name: 县 of 县人民政府办公室, not 市 of 市场监管局. */
export function kindOfPlace(name: string): string | null {
  return patterns().kind.exec(name)?.[0] ?? null
}

/**
 * The place of an issuer whose name has none, told by the places that the head of the report names, if these lie one within the
 * other, and by the code in its index number, if this agrees with them. 县人民政府办公室 is of the only 县 named; a town or street of
 * the county; a zone or department of the county only where that is also the superior of whom the report speaks (区政府, 我县).
 *
 * @param text the folded text of the report
 */
export function regionAround(issuer: string, year: number | null, text: string): Region | null {
  const head = text.slice(0, HEAD)
  const chain = placesNamed(head, year)
  const codes = placesInCodes(head)
  if (chain === null || codes.length > 1) return null
  const [registered] = codes
  const nested = (a: Region, b: Region) => a.code === b.code || liesIn(a, b) || liesIn(b, a)
  if (registered !== undefined && !chain.every((place) => nested(place, registered))) return null
  const ending = issuerEnding(withoutBracket(issuer))
  const isPart = PARTS.has(ending?.kind ?? null) || (ending?.kind === 'office' && ending.level === 'township')
  const kind = isPart || ending?.kind === 'development_zone' ? null : kindOfPlace(issuer)
  if (kind !== null) {
    const [only, ...more] = unique([...chain, ...codes]).filter(({ name }) => name.endsWith(kind))
    return only !== undefined && more.length === 0 ? only : null
  }
  if (namesOwnPlace(issuer)) return registered ?? null
  const narrowest = unique([...chain, ...codes]).findLast((place) => !isDivided(place)) ?? null
  if (isPart) return narrowest
  if (registered !== undefined) return registered
  return (ending?.kind === 'department' || ending?.kind === 'development_zone') && isSuperior(narrowest, head)
    ? narrowest
    : null
}

/** Whether a name that no list knows begins with a place of its own: 某某湖区旅游局. The places that the text names may be others. */
export function namesOwnPlace(issuer: string): boolean {
  return ownPlace().test(issuer)
}

const ownPlace = once(() => new RegExp(`^\\p{Script=Han}{2,5}${anyOf(headWords().places.kinds)}(?!办|道).`, 'u'))

/** The county that a zone answers to, where the report speaks of it: 区政府 beside 余杭区, of a zone named after 杭州. */
export function countyWithin(around: Region, year: number | null, text: string): Region | null {
  const head = text.slice(0, HEAD)
  const county = placesNamed(head, year)?.findLast((place) => !isDivided(place) && liesIn(place, around)) ?? null
  return isSuperior(county, head) ? county : null
}

function placesInCodes(head: string): Region[] {
  const codes = [...head.matchAll(CREDIT_CODE), ...head.matchAll(PLACE_CODE)].map(({ groups }) => groups?.place ?? '')
  return unique(
    codes.flatMap((code) => {
      const name = regionName(code)
      return name === null ? [] : [{ code, name }]
    }),
  )
}

/** Whether a report speaks of a place's organs as of those above it, or of the place as its own. */
function isSuperior(place: Region | null, head: string): boolean {
  if (place === null) return false
  const said = [...head.replaceAll(place.name, ' ').matchAll(patterns().superior)].map(
    ({ groups }) => groups?.kind ?? groups?.of,
  )
  return said.some((kind) => kind !== undefined && place.name.endsWith(kind))
}

function unique(places: readonly Region[]): Region[] {
  return [...new Map(places.map((place) => [place.code, place])).values()]
}
