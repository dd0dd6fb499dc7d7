import { headWords } from '../../forms/head-words.js'
import { fullIssuerName } from '../../forms/issuers.js'
import { anyOf, once } from '../word-patterns.js'
import { withoutBracket } from './body-name.js'

const patterns = once(() => {
  const { governments, called, left_open } = headWords().offices
  const bodies = [...governments, ...called.filter((word) => !left_open.includes(word))]
  return { bare: new RegExp(`${anyOf(bodies)}$`), office: new RegExp(`${anyOf(left_open)}$`) }
})

/**
 * Whether two names may be one body's: with or without its place before it, its organ behind it (某某镇人民政府) or its ending in
 * full. A general office is another body than its government.
 */
export function isSameBody(one: string, other: string): boolean {
  const [a, b] = [core(one), core(other)]
  return a === b || (a.length > 2 && b.endsWith(a)) || (b.length > 2 && a.endsWith(b))
}

/** The same, where a general office may sign for its body. */
export function maySignFor(signatory: string, body: string): boolean {
  const office = signatory.replace(patterns().office, '')
  return isSameBody(signatory, body) || (office.length > 1 && isSameBody(office, body))
}

function core(name: string): string {
  const full = fullIssuerName(withoutBracket(name.replace(/\s/g, '')))
  const bare = full.replace(patterns().bare, '')
  return bare.length > 1 ? bare : full
}
