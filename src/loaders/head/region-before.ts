import { headWords } from '../../forms/head-words.js'
import { issuerEnding } from '../../forms/issuers.js'
import { longestRegionName } from '../../forms/regions.js'
import type { IssuerKind } from '../../types.js'
import { anyOf, once } from '../word-patterns.js'
import { type NamedRegion, regionIn } from './region.js'

/** What a name may lose where a text names its bearer in passing. */
const office = once(() => {
  const { governments, kinds, called } = headWords().offices
  return new RegExp(`${anyOf(governments)}?${anyOf(kinds)}?${anyOf(called)}?$`)
})
/** Whose name is looked for as it stands; a department's might be that of the one above it. */
const LOCAL: ReadonlySet<IssuerKind | null> = new Set([
  'township',
  'subdistrict',
  'village',
  'development_zone',
  'office',
])
/** A report names its issuer early and often; no more of a text is searched. */
const TEXT_READ = 100_000
/** Words that tell which of several places of one name is meant stand near its head. */
const NEAR = 4000
/** A place is named by province, prefecture and county at most. */
const PLACES = 3

/**
 * The place that a text names right before an issuer whose own name has none: 泾县 before 黄村镇. A name that begins with the
 * kind of its place (市统计局) is looked for behind it (蓬莱市统计局); 省教育厅 may be of the only province named. All such
 * mentions must name one place; it is inferred.
 *
 * @param issuer the issuer's name, and `whole` the report's text, in Simplified characters
 */
export function regionBefore(issuer: string, year: number | null, whole: string): NamedRegion | null {
  const text = whole.slice(0, TEXT_READ)
  const near = whole.slice(0, NEAR)
  const kind = /^[省市县区州旗]/.exec(issuer)?.[0] ?? ''
  const rest = issuer.slice(kind.length)
  const core = rest.replace(office(), '') || rest
  if (core.length < 2 || (kind === '' && !LOCAL.has(issuerEnding(issuer)?.kind ?? null))) return null
  const found = new Map<string, NamedRegion>()
  for (let at = text.indexOf(core); at >= 0; at = text.indexOf(core, at + 1)) {
    const before = placeEnding(text.slice(Math.max(0, at - PLACES * longestRegionName()), at), year, near)
    if (before?.region?.name.endsWith(kind)) found.set(before.region.code, before)
  }
  const [only] = found.size === 0 && kind === '省' ? [onlyProvince(text, year)] : found.values()
  if (!only || found.size > 1) return null
  return { ...only, inferred: true, rank: kind === '' ? null : only.rank, rest }
}

/** 省教育厅: of the province that a text names alone. */
function onlyProvince(text: string, year: number | null): NamedRegion | null {
  const named = new Set([...text.matchAll(/\p{Script=Han}{2,3}(?=省)/gu)].map(([name]) => `${name}省`))
  const places = [...named].flatMap((name) => placeEnding(name, year, '') ?? [])
  const [only] = places
  return only !== undefined && places.every(({ region }) => region?.code === only.region?.code) ? only : null
}

/** The place with whose name, or with the names of places each within the one before, a text ends. */
function placeEnding(text: string, year: number | null, near: string): NamedRegion | null {
  for (let from = 0; from <= text.length - 2; from++) {
    const words = text.slice(from)
    if (!/^\p{Script=Han}+$/u.test(words)) continue
    const place = regionIn(words, year, near)
    if (place.region !== null && place.rest === '') return place
  }
  return null
}
