import { isNationalBody, isPartyOrgan, issuerEnding, localOfficeWords, nationalPrefixes } from '../../forms/issuers.js'
import type { IssuerKind, IssuerLevel, ReportHead } from '../../types.js'
import { anyOf, once } from '../word-patterns.js'
import { withoutBracket } from './body-name.js'
import { BRANCH, isDivided, type NamedRegion, regionIn } from './region.js'
import { countyWithin, kindOfPlace, namesOwnPlace, regionAround } from './region-around.js'
import { regionBefore } from './region-before.js'

/** What the issuer is, where, and at which level. */
export type IssuerFacts = Pick<ReportHead, 'issuer_kind' | 'issuer_level' | 'region' | 'region_basis'>

/** A place may be named in an attachment's list or a visitor's story; that counts only near the head of the report. */
const TEXT_READ = 4000

/**
 * What the issuer's name tells: its kind by how the name ends, its place by how it begins, its level by that place. A name
 * that is a place and nothing else (某某市) is that place's government. Where the issuer's name names no place, the title is
 * asked, and then the text: whether a place stands right before that name in it (泾县 before 黄村镇), or which places its head names.
 *
 * @param issuer the issuer's name, and `title` the report's, in Simplified characters; `null` where unknown
 */
export function issuerFacts(
  issuer: string | null,
  title: string | null,
  year: number | null,
  text: string,
): IssuerFacts {
  const near = text.slice(0, TEXT_READ)
  const named = regionIn(issuer ?? '', year, near)
  const inTitle = named.region === null && named.rank === null ? regionIn(withoutYear(title ?? ''), year, near) : null
  const unnamed = named.region === null && named.rank === null && !inTitle?.region
  const around = unnamed && issuer !== null ? toldAround(issuer, year, text) : null
  const found = inTitle?.region ? inTitle : (around ?? answering(named, year, text))
  const ground = found === inTitle ? 'title' : 'issuer'
  return {
    ...kindAndLevel(issuer ?? '', around ?? named),
    region: found.region,
    region_basis: found.region === null ? null : found.inferred ? 'text' : ground,
  }
}

/** The place that the text names before the issuer's name, or else around it. */
function toldAround(issuer: string, year: number | null, text: string): NamedRegion | null {
  const before = regionBefore(issuer, year, text)
  if (before !== null) return before
  const region = regionAround(issuer, year, text)
  return region && { region, inferred: true, rank: namesOwnPlace(issuer) ? null : region.code, rest: issuer }
}

/** Of a zone named after a prefecture in short, the county that it answers to, if the text tells. */
function answering(named: NamedRegion, year: number | null, text: string): NamedRegion {
  const { region, short } = named
  const county = region !== null && short === true && isDivided(region) ? countyWithin(region, year, text) : null
  return county === null ? named : { ...named, region: county, inferred: true }
}

function kindAndLevel(name: string, { rank, rest }: NamedRegion): Pick<IssuerFacts, 'issuer_kind' | 'issuer_level'> {
  if (rank !== null && rest === '') return { issuer_kind: 'government', issuer_level: levelOf(rank) }
  if (isNationalBody(withoutBracket(name))) return { issuer_kind: 'department', issuer_level: 'national' }
  if (isPartyOrgan(name)) return { issuer_kind: null, issuer_level: null }
  const ending = issuerEnding(withoutBracket(name))
  const national = rank === null && isNational(name)
  const place = national ? 'national' : rank === null ? levelOfKind(name) : levelOf(rank)
  if (isTwoInOne(name, ending?.kind ?? null)) return { issuer_kind: null, issuer_level: null }
  const own = ending?.level === 'place' || (ending?.kind === 'branch' && rest === BRANCH)
  return { issuer_kind: ending?.kind ?? null, issuer_level: own ? place : (ending?.level ?? null) }
}

/** 某某商务区(街道): a bare ending in brackets that tells of another kind. */
function isTwoInOne(name: string, kind: IssuerKind | null): boolean {
  const bracket = /\((?<words>[^()]+)\)$/.exec(name)?.groups?.words ?? ''
  const other = issuerEnding(bracket)
  return other !== null && other.ending === bracket && other.kind !== kind
}

/** Where a name goes on behind that of an organ, or ends as a local office does. */
const localOffice = once(() => {
  const { organs, offices } = localOfficeWords()
  return new RegExp(`${anyOf(organs)}..|..${anyOf(offices)}$`)
})

/** 国家能源局; not a local office, which names the body it belongs to or its place first (国家税务总局某某税务局). */
function isNational(name: string): boolean {
  const prefix = nationalPrefixes().find((words) => name.startsWith(words))
  if (prefix === undefined) return false
  const rest = name.slice(prefix.length)
  const isOrgan = localOfficeWords().organs.some((ending) => prefix.endsWith(ending))
  return isOrgan ? rest === '' : !localOffice().test(rest)
}

/** 县人民政府办公室, 省教育厅: the kind of place tells the level where it is that of one level alone. */
function levelOfKind(name: string): IssuerLevel | null {
  const kind = kindOfPlace(name)
  return kind === '省' ? 'province' : kind === '州' ? 'prefecture' : kind === '县' || kind === '旗' ? 'county' : null
}

function levelOf(code: string): IssuerLevel {
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county'
}

function withoutYear(title: string): string {
  return title.replace(/^[\s《"]*(?:20\d{2}\s*年\s*度?)?/, '')
}
