import { longestRegionName } from '../forms/regions.js'
import { type NamedRegion, regionIn } from './region.js'

/** What a name may lose where a text names its bearer in passing. */
const OFFICE = /(?:人民政府|政府)?(?:党政|综合)?(?:办公室|办事处|办)?$/
/** A place is named by province, prefecture and county at most. */
const PLACES = 3

/**
 * The place that a text names right before an issuer whose own name has none: 泾县 before 黄村镇. A name that begins with the
 * kind of its place (市统计局) is looked for behind it (蓬莱市统计局). All such mentions must name one place; it is inferred.
 *
 * @param issuer the issuer's name, and `text` the report's, in Simplified characters
 */
export function regionBefore(issuer: string, year: number | null, text: string): NamedRegion | null {
  const kind = /^[省市县区州旗]/.exec(issuer)?.[0] ?? ''
  const rest = issuer.slice(kind.length)
  const core = rest.replace(OFFICE, '') || rest
  if (core.length < 2) return null
  const found = new Map<string, NamedRegion>()
  for (let at = text.indexOf(core); at >= 0; at = text.indexOf(core, at + 1)) {
    const before = placeEnding(text.slice(Math.max(0, at - PLACES * longestRegionName()), at), year, text)
    if (before?.region?.name.endsWith(kind)) found.set(before.region.code, before)
  }
  const [only] = found.values()
  if (only === undefined || found.size > 1) return null
  return { ...only, inferred: true, rank: kind === '' ? null : only.rank, rest }
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
