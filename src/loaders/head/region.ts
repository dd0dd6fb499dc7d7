import { mayHaveShortPlace, nationalPrefixes, zoneWords } from '../../forms/issuers.js'
import {
  codeAround,
  hasCounties,
  longestRegionName,
  type Namesakes,
  type Region,
  regionName,
  regionsNamed,
  regionsShortlyNamed,
} from '../../forms/regions.js'

/** The place in an issuer's name. */
export interface NamedRegion {
  /** The place, if the name leaves one only. */
  readonly region: { readonly code: string; readonly name: string } | null
  /** Whether it took other words of the report to tell it: one of several places of that name, or a name cut short. */
  readonly inferred: boolean
  /** Code of the place, or of one of several of the same rank; `null` where the name is cut short or in no list. */
  readonly rank: string | null
  /** What of the name stands behind the place. */
  readonly rest: string
  /** Whether the place is named without 市, 县 or 区, before a zone. */
  readonly short?: boolean
}

/** What stands behind the place of a branch: 静安 in 上海市公安局静安分局. */
export const BRANCH = '分局'

/** Places of that name; `short` where the name stands without 市, 县 or 区. */
interface Step {
  readonly places: readonly Region[]
  readonly length: number
  readonly short: boolean
}

/**
 * The place of GB/T 2260 with which an issuer's name begins: 江苏省太仓市财政局 is of 太仓市, since each place named lies within
 * the one before. Before a zone the name may be cut short (安丘经济开发区): taken as it is for a city of that name, for a county
 * or district only where the name or the text names it, its prefecture or its province. Of several places of one name, that one is
 * taken whose prefecture or province alone the text names. Anything else is left open: places are never guessed.
 *
 * @param name the issuer's name or the title, in Simplified characters
 * @param year the reporting year, by which former names and codes are told from present ones
 * @param text words of the report in which a prefecture or province may be named
 */
export function regionIn(name: string, year: number | null, text: string): NamedRegion {
  const zone = zoneWords().some((word) => name.includes(word))
  const local = mayHaveShortPlace(name)
  const organ = local ? ORGAN.exec(name)?.[0] : undefined
  const prefix = organ ?? nationalPrefixes().find((words) => name.startsWith(words)) ?? ''
  let rest = name.slice(prefix.length)
  let reached: Region | null = null
  let short = false
  let within = false
  for (;;) {
    const step = nextStep(rest, reached, year, zone || local)
    if (step === null) break
    rest = rest.slice(step.length)
    const [only] = step.places
    if (only === undefined || step.places.length > 1 || isGeneric(only, reached)) {
      const told = toldByText(step.places, text)
      return { region: told && bare(told), inferred: true, rank: step.short ? null : rankOf(step.places), rest }
    }
    within = reached !== null
    reached = only
    short = step.short
  }
  if (reached === null) return { region: null, inferred: false, rank: null, rest }
  if (!short) {
    const own = ofBranch(rest, reached, year)
    return own ?? { region: bare(reached), inferred: false, rank: reached.code, rest }
  }
  const part = inBracket(rest, year)
  if (part !== null) return part
  if (/^[-—·、]/.test(rest)) return { region: null, inferred: false, rank: null, rest }
  const certain = within || /[省市]$/.test(reached.name)
  const region = certain || isNamed(reached, text) ? bare(reached) : null
  return { region, inferred: !certain, rank: local && region !== null ? region.code : null, rest, short }
}

/** 上海市公安局静安分局: a place within the one reached, in full or without 区, between an organ and 分局. */
function ofBranch(rest: string, around: Region, year: number | null): NamedRegion | null {
  const name = /[局委](?<place>\p{Script=Han}{2,8})分局$/u.exec(rest)?.groups?.place
  if (name === undefined) return null
  const known = [regionsNamed(name), regionsShortlyNamed(name)].map((one) => bearersOf(one, year))
  const [places] = known.map((all) => all.filter((place) => liesIn(place, around))).filter(({ length }) => length > 0)
  const [only, ...more] = places ?? []
  if (only === undefined || more.length > 0) return null
  return { region: bare(only), inferred: false, rank: only.code, rest: BRANCH }
}

/** 某某机场经济区(廊坊)管理委员会: which part of a zone that reaches over several places. */
function inBracket(rest: string, year: number | null): NamedRegion | null {
  const name = /\((?<place>\p{Script=Han}{2,8})\)./u.exec(rest)?.groups?.place
  const full = bearersOf(regionsNamed(name ?? ''), year)
  const [only, ...more] = full.length > 0 ? full : bearersOf(regionsShortlyNamed(name ?? ''), year)
  return only === undefined ? null : { region: more.length > 0 ? null : bare(only), inferred: true, rank: null, rest }
}

/** 国家统计局, before the place of its local office. */
const ORGAN = /^(?:国家|中国)\p{Script=Han}{1,9}?[局会](?=..)/u

/** The places named at the start of `rest` that lie within the place reached, by the longest name that fits. */
function nextStep(rest: string, around: Region | null, year: number | null, mayBeShort: boolean): Step | null {
  const ways: [short: boolean, find: (name: string) => Namesakes][] = [[false, regionsNamed]]
  if (mayBeShort) ways.push([true, regionsShortlyNamed])
  for (const [short, find] of ways) {
    for (let length = Math.min(longestRegionName(), rest.length); length >= 2; length--) {
      const places = bearersOf(find(rest.slice(0, length)), year).filter(
        (place) => around === null || liesIn(place, around),
      )
      if (places.length > 0) return { places, length, short }
    }
  }
  return null
}

/** Who bears a name: its only bearer, or those who may have borne it in the reporting year. */
export function bearersOf({ present, former }: Namesakes, year: number | null): Region[] {
  const all = [...present, ...former]
  if (all.length < 2 || year === null) return all
  const begun = ({ lacking }: Region) => lacking === undefined || Number(lacking.slice(0, 4)) <= year
  const borne = [
    ...present.filter(begun),
    ...former.filter((one) => begun(one) && Number(one.gone_by.slice(0, 4)) > year),
  ]
  return borne.filter(({ code }, i) => borne.findIndex((one) => one.code === code) === i)
}

/** Whether a place lies in another. */
export function liesIn(place: Region, around: Region): boolean {
  const known = around.code.replace(/(?:00)+$/, '')
  return place.code !== around.code && place.code.startsWith(known)
}

/** Whether a place has others of the list in it: provinces, and all prefectures but a few. */
export function isDivided({ code }: Region): boolean {
  return code.endsWith('00') && hasCounties(code)
}

/** 东区, 郊区: not the name of one place even where one place only is called nothing else. */
function isGeneric(place: Region, around: Region | null): boolean {
  return around === null && place.name.length === 2 && place.name.endsWith('区')
}

/** The one of several places whose prefecture, or failing that whose province, is the only one that the text names. */
function toldByText(places: readonly Region[], text: string): Region | null {
  for (const around of [prefecture, province]) {
    const named = places.filter((place) => text.includes(regionName(around(place)) ?? '\0'))
    if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null
  }
  return null
}

function isNamed(place: Region, text: string): boolean {
  const codes = [prefecture(place), province(place)]
  return [place.name, ...codes.map(regionName)].some((name) => name !== null && text.includes(name))
}

/** Code of the prefecture; of the province, where none lies between. */
function prefecture(place: Region): string {
  const code = codeAround(place.code)
  return code !== null && regionName(code) !== null ? code : province(place)
}

function province(place: Region): string {
  return `${place.code.slice(0, 2)}0000`
}

function rankOf(places: readonly Region[]): string | null {
  const [first] = places
  const zeros = (place: Region) => /(?:00)*$/.exec(place.code)?.[0]
  return first !== undefined && places.every((place) => zeros(place) === zeros(first)) ? first.code : null
}

function bare({ code, name }: Region): { code: string; name: string } {
  return { code, name }
}
