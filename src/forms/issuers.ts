import type { IssuerKind } from '../types.js'
import { readReference } from './reference.js'

/** How a name may end, and what that tells of its bearer. */
export interface IssuerEnding {
  readonly ending: string
  readonly kind: IssuerKind | null
  /** `place`: the level of the place in the name; `township`: always that; `null`: the name does not tell. */
  readonly level: 'place' | 'township' | null
  /** Whose day of article 49 binds the issuer; `null` where none does or the name leaves it open. */
  readonly article_49: 'government' | 'department' | null
  readonly note: string
}

interface Issuers {
  readonly national_prefixes: readonly string[]
  readonly party_prefixes: readonly string[]
  readonly organ_endings: readonly string[]
  readonly local_offices: readonly string[]
  readonly national_bodies: readonly string[]
  readonly no_names: readonly string[]
  readonly zone_words: readonly string[]
  readonly bodies_of_short_places: readonly string[]
  readonly endings: readonly IssuerEnding[]
  readonly same_bodies: readonly { readonly ending: string; readonly full: string }[]
}

/**
 * The longest ending of a name that `data/reference/issuers.json` lists; `null` where none fits. Names are expected in
 * Simplified characters.
 *
 * @example
 * issuerEnding('某某市财政局').kind // 'department'
 */
export function issuerEnding(name: string): IssuerEnding | null {
  let longest: IssuerEnding | null = null
  for (const entry of issuers().endings) {
    if (name.endsWith(entry.ending) && entry.ending.length > (longest?.ending.length ?? 0)) longest = entry
  }
  return longest
}

/** Words behind which a place's name may stand without 市, 县 or 区: 某某经济开发区. */
export function zoneWords(): readonly string[] {
  return issuers().zone_words
}

/** Whether a name ends as those do before which a province or prefecture stands without 省 or 市: 某某证监局. */
export function mayHaveShortPlace(name: string): boolean {
  return issuers().bodies_of_short_places.some((ending) => name.endsWith(ending))
}

/** What stands before the name of a national body or, with a place behind it, of its local office; longest first. */
export function nationalPrefixes(): readonly string[] {
  return issuers().national_prefixes
}

/**
 * A name with its ending written out in full (发改委 → 发展和改革委员会), and without what may be left out: a zone's name stands for
 * its management committee. Names are expected in Simplified characters.
 *
 * @example
 * fullIssuerName('某某市发改委') // '某某市发展和改革委员会'
 */
export function fullIssuerName(name: string): string {
  const zone = name.replace(/(?:党工委)?管(?:理委员)?委?会$/, '')
  if (zoneWords().some((word) => zone.endsWith(word))) return zone
  const fits = issuers().same_bodies.filter(({ ending }) => name.endsWith(ending))
  const [longest] = fits.sort((a, b) => b.ending.length - a.ending.length)
  return longest === undefined || name.endsWith(longest.full)
    ? name
    : name.slice(0, -longest.ending.length) + longest.full
}

/** Whether a name is that of a ministry or the like. */
export function isNationalBody(name: string): boolean {
  return issuers().national_bodies.includes(name)
}

/** Whether a name is that of a Party organ. */
export function isPartyOrgan(name: string): boolean {
  return issuers().party_prefixes.some((prefix) => name.startsWith(prefix))
}

/** How organs of the nation end, behind which their local offices are named, and how local offices end behind a place. */
export function localOfficeWords(): { readonly organs: readonly string[]; readonly offices: readonly string[] } {
  const { organ_endings, local_offices } = issuers()
  return { organs: organ_endings, offices: local_offices }
}

/** Whether words that end as a name does name no body: 街道办事处 alone, an entry of a menu. */
export function isNoName(words: string): boolean {
  return issuers().no_names.includes(words)
}

function issuers(): Issuers {
  return readReference<Issuers>('issuers.json', 'issuers')
}
