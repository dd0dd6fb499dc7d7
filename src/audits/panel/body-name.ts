import { fullIssuerName, nationalPrefixes, zoneWords } from '../../forms/issuers.js'
import { panelReference } from '../../forms/panel.js'
import { codeAround, regionName, regionsNamed } from '../../forms/regions.js'

/** A body's name in one spelling, and whether that alone tells it from other bodies. */
export interface BodyName {
  readonly name: string
  readonly isDistinct: boolean
}

/**
 * An issuer's name in one spelling: endings written out in full, without the provinces and prefectures before its own place, the government
 * that sends it out, and brackets; a zone without the 市 or 县 behind its place's name and without its management committee. Where the name
 * begins with no place but the region is known, the region's name is put before it.
 *
 * The name is distinct unless it names no place (市财政局), several places bear it (鼓楼区), or it is a town's, which occur in
 * many counties; then only a region tells the body.
 *
 * @param issuer the name in Simplified characters, without white space
 * @param region the GB/T 2260 code, where known
 * @example
 * bodyName('江苏省太仓市发改委', '320585').name // '太仓市发展和改革委员会'
 */
export function bodyName(issuer: string, region: string | null): BodyName {
  const plain = issuer.replace(/[(（][^()（）]{0,40}[)）]/g, '').replace(/[《》"“”]/g, '')
  const own = region === null ? null : regionName(region)
  const bare = plain.replace(SENT_OUT, '$<place>')
  const inner = region === null ? bare : withoutPlacesAround(bare, region)
  const full = fullIssuerName(inner)
  const isZone = zoneWords().some((word) => full.endsWith(word))
  if (own === null) return { name: full, isDistinct: isDistinct(full, isZone) }
  if (isZone) return { name: zoneName(full, own), isDistinct: true }
  const rest = full.startsWith(own) ? full.slice(own.length) : full.replace(/^[本我]?[省市县区州盟旗](?=.)/, '')
  const isNational = nationalPrefixes().some((prefix) => full.startsWith(prefix))
  return { name: isNational ? full : `${own}${rest}`, isDistinct: true }
}

/** 某某区人民政府某某街道办事处: a street or zone is sent out by a government, which is named before it or not. */
const SENT_OUT =
  /^(?<place>.{2,24}?[省市县区州盟旗])(?:人民)?政府(?=.{2,}(?:街道|街道办|街道办事处|[镇乡](?:人民)?政府|管委会|管理委员会)$)/

/** 江苏省苏州市太仓市… → 太仓市…, for the code of 太仓市. */
function withoutPlacesAround(name: string, region: string): string {
  const around: string[] = []
  for (let code = codeAround(region); code !== null; code = codeAround(code)) around.unshift(regionName(code) ?? '')
  return around.reduce(
    (rest, place) =>
      place !== '' && rest.startsWith(place) && rest.length > place.length ? rest.slice(place.length) : rest,
    name,
  )
}

/** 安丘市经济开发区 → 安丘经济开发区, as zones are named either way; a zone that names no place gets its region's. */
function zoneName(name: string, place: string): string {
  const bare = place.replace(/[市县区盟旗]$/, '')
  const short = bare.length >= 2 ? bare : place
  if (name.startsWith(place)) return short + name.slice(place.length)
  return ownWordsOfZone(name).length >= 2 ? name : short + name
}

function isDistinct(name: string, isZone: boolean): boolean {
  if (nationalPrefixes().some((prefix) => name.startsWith(prefix) && name.length > prefix.length + 1)) return true
  if (isZone) return ownWordsOfZone(name).length >= 2
  const place = /^([^厅局委办处]{2,10}?)(?:省|自治区|市|自治州|州|盟|县|旗|区)/.exec(name)
  if (place === null) return false
  const { present } = regionsNamed(place[0])
  return present.length <= 1
}

/** What of a zone's name is neither a word for zones nor one that many zones bear. */
function ownWordsOfZone(name: string): string {
  const words = [...zoneWords(), ...panelReference().generic_words].sort((a, b) => b.length - a.length)
  return words.reduce((rest, word) => rest.replaceAll(word, ''), name)
}
