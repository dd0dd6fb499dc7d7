import { plainRadicals } from '../fold/radicals.js'
import { isBodyName } from './body-name.js'
import { regionIn } from './region.js'

/** A name no longer than this stands before the rest of it. */
const MOST = 20
const PAGE_TITLE = /<title[^>]{0,200}>(?<words>[^<]{2,200})<\/title>/i

/**
 * The name of the body in full, as the title in the head of an HTML page has it, where the name read in the page is no more than its
 * end, cut in the middle of a word: 沙县教育局 of 长沙县教育局, as programs cut lines in which the font changes. A place or a body
 * before a name is no cut.
 */
export function uncutName(name: string, source: string, year: number | null): { name: string; from: number } | null {
  const found = PAGE_TITLE.exec(source)
  const words = plainRadicals(found?.groups?.words ?? '')
  const at = words.indexOf(name)
  const start = words.length - words.trimStart().length
  const before = words.slice(start, Math.max(start, at))
  const whole = before + name
  if (found === null || at <= start || before.length > MOST || !/^\p{Script=Han}+$/u.test(whole)) return null
  if (!isBodyName(whole) || isBodyName(before) || regionIn(before, year, '').rest === '') return null
  const [of, own] = [regionIn(whole, year, ''), regionIn(name, year, '')]
  if (of.rank === null || of.region === null || of.region.code === own.region?.code) return null
  return { name: whole, from: found.index + found[0].indexOf('>') + 1 + start }
}
