import { headWords } from '../../forms/head-words.js'
import { anyOf, once } from '../word-patterns.js'
import { type NamedRegion, regionIn } from './region.js'
import { kindOfPlace } from './region-around.js'

type Range = readonly [from: number, to: number]

/** Words that tell which of several places of one name is meant stand near the head of a report. */
const NEAR = 4000

interface Longer {
  readonly range: Range
  readonly place: NamedRegion['region']
  readonly length: number
}

const patterns = once(() => {
  const { governments, called } = headWords().offices
  return {
    government: new RegExp(`${anyOf(governments)}$`),
    /** 办公室 stays: the office is another body than the government. */
    left: new RegExp(`${anyOf([...governments, ...called.filter((word) => word === '办事处' || word === '办')])}$`),
  }
})

/**
 * Of other names in the text the longest that is the same body's in full: 某某区人民政府某某街道办事处 for 某某街道. A longer name has places
 * before the short one and perhaps their government, and a town or street may have its organ behind it. `null` where there is none,
 * where the short name has its own place, or where two longer ones have different places.
 *
 * @param short the issuer's name as read, and `others` where bodies are named that may be the issuer
 */
export function fullName(short: string, others: readonly Range[], text: string, year: number | null): Range | null {
  const kind = kindOfPlace(short)
  const { rank } = regionIn(short, year, '')
  if (rank !== null) return null
  const core = short.replace(patterns().left, '') || short
  const longer = others.flatMap((range): Longer[] => {
    const name = text.slice(...range).replace(/\s/g, '')
    const bare = name.replace(patterns().left, '')
    if (!bare.endsWith(core) || name.length <= short.length) return []
    const before = bare.slice(0, bare.length - core.length)
    if (before === '') return /[镇乡道]$/.test(core) ? [{ range, place: null, length: name.length }] : []
    const place = regionIn(before.replace(patterns().government, '') + (kind ?? ''), year, text.slice(0, NEAR))
    return place.region !== null && place.rest === '' ? [{ range, place: place.region, length: name.length }] : []
  })
  const places = new Set(longer.flatMap(({ place }) => place?.code ?? []))
  if (places.size > 1) return null
  const [longest] = longer.sort((a, b) => b.length - a.length)
  return longest?.range ?? null
}
