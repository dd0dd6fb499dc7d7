import { readReference } from './reference.js'

/** A place at county level or above, with its GB/T 2260 code. */
export interface Region {
  readonly code: string
  readonly name: string
  /** For a name or code not in the first list: the last list (`YYYY-MM`) without it. */
  readonly lacking?: string
}

/** A name or code no longer in use, or out of use for some years: `gone_by` is the month (`YYYY-MM`) of the first list that has it no more. */
export interface FormerRegion extends Region {
  readonly last: string
  readonly gone_by: string
}

interface Regions {
  readonly regions: Readonly<Record<string, string>>
  readonly added: Readonly<Record<string, string>>
  readonly former: readonly FormerRegion[]
}

interface ShortNames {
  readonly peoples: readonly string[]
  readonly names: Readonly<Record<string, string>>
}

/** What the lists say of a name: the places that bear it, and those that bore it. */
export interface Namesakes {
  readonly present: readonly Region[]
  readonly former: readonly FormerRegion[]
}

interface Index {
  readonly full: ReadonlyMap<string, Namesakes>
  readonly short: ReadonlyMap<string, Namesakes>
  readonly longest: number
}

let index: Index | undefined

/**
 * The places of this full name (`太仓市`, `鼓楼区`) in `data/reference/regions.json`.
 *
 * @example
 * regionsNamed('太仓市').present // [{ code: '320585', name: '太仓市' }]
 */
export function regionsNamed(name: string): Namesakes {
  return regionIndex().full.get(name) ?? NONE
}

/** The places whose name is this with 省, 市, 县 or the like behind it: `太仓` for 太仓市. */
export function regionsShortlyNamed(name: string): Namesakes {
  return regionIndex().short.get(name) ?? NONE
}

/** Length of the longest name. */
export function longestRegionName(): number {
  return regionIndex().longest
}

/** The name of a place by its code, if it is in use; `null` if not. */
export function regionName(code: string): string | null {
  return lists().regions[code] ?? null
}

/** The code of the place around: of the prefecture for a county, of the province for a prefecture; `null` for a province. */
export function codeAround(code: string): string | null {
  if (code.endsWith('0000')) return null
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`
}

/** Whether a province or prefecture has places of the list in it; 东莞市 has none. */
export function hasCounties(code: string): boolean {
  const around = code.replace(/(?:00)+$/, '')
  return Object.keys(lists().regions).some((other) => other !== code && other.startsWith(around))
}

const NONE: Namesakes = { present: [], former: [] }
/** What a name may lose when it stands for a zone. Autonomous places are left out: their people's name would stay. */
const KIND_OF_PLACE = /(?:特别行政区|地区|林区|新区|省|市|县|区|盟|旗)$/

function lists(): Regions {
  return readReference<Regions>('regions.json', 'regions')
}

function regionIndex(): Index {
  if (index !== undefined) return index
  const full = new Map<string, { present: Region[]; former: FormerRegion[] }>()
  const short = new Map<string, { present: Region[]; former: FormerRegion[] }>()
  const { regions, added } = lists()
  const places = Object.entries(regions).map(([code, name]): Region => {
    const lacking = added[code]
    return lacking === undefined ? { code, name } : { code, name, lacking }
  })
  for (const place of places) for (const [map, name] of namesOf(place.name)) namesakes(map, name).present.push(place)
  for (const place of lists().former)
    for (const [map, name] of namesOf(place.name)) namesakes(map, name).former.push(place)
  for (const [name, bearers] of shortNames(places))
    if (!full.has(name)) full.set(name, { present: bearers, former: [] })
  index = { full, short, longest: Math.max(...[...full.keys()].map((name) => name.length)) }
  return index

  function namesOf(name: string): [map: typeof full, name: string][] {
    const bare = name.includes('自治') ? '' : name.replace(KIND_OF_PLACE, '')
    return bare.length >= 2 && bare !== name
      ? [
          [full, name],
          [short, bare],
        ]
      : [[full, name]]
  }
}

/** 临夏州 or 临夏自治州 for 临夏回族自治州, 达茂旗: short names that one place alone may bear (`data/reference/region-short-names.json`). */
function shortNames(places: readonly Region[]): [name: string, bearer: Region[]][] {
  const { peoples, names } = readReference<ShortNames>('region-short-names.json', 'region-short-names')
  const people = new RegExp([...peoples].sort((a, b) => b.length - a.length).join('|'), 'g')
  const bearers = new Map<string, Region[]>()
  for (const place of places) {
    const given = Object.keys(names).filter((name) => names[name] === place.name)
    const own = place.name.replace(people, '')
    const plain = /自治[州县旗]$/.test(place.name) ? [own.replace(/自治(?=[州县旗]$)/, ''), own] : []
    for (const name of new Set([...plain, ...given]))
      if (name.length > 1 && name !== place.name && !name.startsWith('自治'))
        bearers.set(name, [...(bearers.get(name) ?? []), place])
  }
  return [...bearers].filter(([name, { length }]) => length === 1 && (name.length > 2 || name in names))
}

function namesakes(map: Map<string, { present: Region[]; former: FormerRegion[] }>, name: string) {
  const known = map.get(name) ?? { present: [], former: [] }
  map.set(name, known)
  return known
}
