/**
 * What the address says behind `#`: the overview with its filters, or a report with the thing that is chosen in it.
 *
 * @typedef {{ kind: string, key: string }} Target something in a report: a cell `table/row/column`, a finding by number …
 * @typedef {{ report: string | null, target: Target | null, filters: Record<string, string> }} Route
 */

const TARGETS = ['cell', 'finding', 'statement', 'number', 'item', 'date', 'head', 'section', 'check', 'rule', 'place']

/** @param {string} hash @returns {Route} */
export function parseRoute(hash) {
  const entries = [...new URLSearchParams(hash.replace(/^#/, ''))]
  const report = entries.find(([name]) => name === 'report')?.[1] ?? null
  const found = entries.find(([name]) => TARGETS.includes(name))
  const target = report !== null && found ? { kind: found[0], key: found[1] } : null
  return { report, target, filters: report === null ? Object.fromEntries(entries) : {} }
}

/** @param {string} report @param {Target | null} [target] */
export function reportHash(report, target = null) {
  const words = new URLSearchParams({ report, ...(target === null ? {} : { [target.kind]: target.key }) })
  return `#${readable(words)}`
}

/** @param {Record<string, string>} filters */
export function overviewHash(filters) {
  return `#${readable(new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')))}`
}

/** Slashes may stand behind `#` as they are. @param {URLSearchParams} words */
function readable(words) {
  return words.toString().replaceAll('%2F', '/')
}
