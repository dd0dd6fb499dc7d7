import { findingCounts, OUTCOMES, outcomeOf } from './outcome.js'

/**
 * Which reports are listed, and in which order. Every field is a word as it stands in the address; empty means all.
 *
 * @typedef {{ q: string, year: string, level: string, kind: string, form: string, rule: string, severity: string, found: string, sort: string }} Filters
 * @typedef {import('../shapes.js').Entry} Entry
 */

/** @type {Filters} */
export const NO_FILTERS = {
  q: '',
  year: '',
  level: '',
  kind: '',
  form: '',
  rule: '',
  severity: '',
  found: '',
  sort: '',
}

/** A value that is not known, in filters. */
export const UNKNOWN = '-'

const SEVERITY_ORDER = ['error', 'warning', 'info']

/** @param {Record<string, string>} given @returns {Filters} */
export function filtersFrom(given) {
  return { ...NO_FILTERS, ...Object.fromEntries(Object.entries(given).filter(([name]) => name in NO_FILTERS)) }
}

/**
 * @param {readonly Entry[]} entries
 * @param {Filters} filters
 * @param {readonly string[]} rules
 */
export function listed(entries, filters, rules) {
  const kept = entries.filter((entry) => fits(entry, filters, rules))
  const compare = comparison(filters.sort, rules)
  return compare === null ? kept : kept.sort(compare)
}

/** @param {Entry} entry @param {Filters} filters @param {readonly string[]} rules */
function fits(entry, filters, rules) {
  const { q, year, level, kind, form, rule, severity, found } = filters
  if (!isValue(year, entry.year) || !isValue(level, entry.level) || !isValue(kind, entry.kind)) return false
  if (!isValue(form, entry.form)) return false
  const number = rule === '' ? null : rules.indexOf(rule)
  if (number !== null && number >= 0 && outcomeOf(entry, number) === 'none') return false
  if (found !== '' || severity !== '') {
    const counts = findingCounts(entry, number)
    const wanted = severity === '' ? counts[0] + counts[1] + counts[2] : (counts[SEVERITY_ORDER.indexOf(severity)] ?? 0)
    if (wanted === 0) return false
  }
  const text = searchText(entry)
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** @param {string} wanted @param {string | number | null} value */
function isValue(wanted, value) {
  return wanted === '' || wanted === String(value ?? UNKNOWN)
}

/** @type {WeakMap<Entry, string>} */
const searchTexts = new WeakMap()

/** @param {Entry} entry */
function searchText(entry) {
  const known = searchTexts.get(entry)
  if (known !== undefined) return known
  const text = [entry.id, entry.title, entry.issuer, entry.region, entry.year, entry.path].join('\n').toLowerCase()
  searchTexts.set(entry, text)
  return text
}

/**
 * `year`, `-year`: up and down. Ties stay in the order of the list.
 *
 * @param {string} sort
 * @param {readonly string[]} rules
 * @returns {((a: Entry, b: Entry) => number) | null}
 */
function comparison(sort, rules) {
  if (sort === '') return null
  const sign = sort.startsWith('-') ? -1 : 1
  const key = sortKey(sort.replace(/^-/, ''), rules)
  return (a, b) => {
    const [x, y] = [key(a), key(b)]
    return sign * (typeof x === 'string' && typeof y === 'string' ? x.localeCompare(y, 'zh') : Number(x) - Number(y))
  }
}

/** @param {string} name @param {readonly string[]} rules @returns {(entry: Entry) => string | number} */
function sortKey(name, rules) {
  const number = rules.indexOf(name)
  if (number >= 0) return (entry) => ruleRank(entry, number)
  switch (name) {
    case 'year':
      return (entry) => entry.year ?? 0
    case 'form':
      return (entry) => entry.form
    case 'findings':
      return (entry) => {
        const [errors, warnings, infos] = findingCounts(entry)
        return -(errors * 1e6 + warnings * 1e3 + infos)
      }
    default:
      return (entry) => entry.issuer ?? entry.id
  }
}

/** The worst outcome first, and of the same outcome the one that came out more often. @param {Entry} entry @param {number} rule */
function ruleRank(entry, rule) {
  const outcome = OUTCOMES.indexOf(outcomeOf(entry, rule))
  const [errors, warnings, infos] = findingCounts(entry, rule)
  return outcome - Math.min(errors + warnings + infos, 9999) / 1e4
}
