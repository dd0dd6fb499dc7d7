import { replaceHash } from './address.js'
import { overview } from './data.js'
import { fill, h } from './dom.js'
import { filtersFrom, listed, NO_FILTERS, UNKNOWN } from './filter.js'
import { createMatrix } from './matrix.js'
import { OUTCOME_SIGNS, OUTCOMES } from './outcome.js'
import { overviewHash } from './route.js'
import { named, number, ruleName, t } from './words.js'

/** @typedef {import('./filter.js').Filters} Filters */
/** @typedef {import('../shapes.js').Entry} Entry */

/**
 * The corpus at a glance: filters, counts, and reports by rules.
 *
 * @param {(words: string) => void} announce
 */
export function createOverview(announce) {
  /** @type {Filters} */
  let filters = { ...NO_FILTERS }
  /** @type {readonly Entry[]} */
  let entries = overview.entries
  const matrix = createMatrix((sort) => change({ sort }))
  const search = h('input', {
    type: 'search',
    id: 'search',
    placeholder: t('search'),
    'aria-label': t('search'),
    oninput: () => change({ q: search.value }),
  })
  const found = h('input', { type: 'checkbox', onchange: () => change({ found: found.checked ? '1' : '' }) })
  const selects = selectSpecs().map(({ name, values, word }) => ({
    name,
    element: h(
      'select',
      {
        'aria-label': t(name),
        onchange: (/** @type {Event} */ event) =>
          change({ [name]: /** @type {HTMLSelectElement} */ (event.target).value }),
      },
      h('option', { value: '' }, named('all', name)),
      ...values.map((value) => h('option', { value }, word(value))),
    ),
  }))
  const summary = h('p', { class: 'summary' })
  const reset = h('button', { type: 'button', class: 'quiet', onclick: clear }, t('reset'))
  const bar = h(
    'div',
    { class: 'filters', role: 'search' },
    search,
    ...selects.map(({ element }) => element),
    h('label', { class: 'check' }, found, ' ', t('found')),
  )
  const element = h(
    'section',
    { class: 'overview' },
    h('h1', { class: 'only-read', tabindex: '-1' }, t('matrix')),
    bar,
    h('div', { class: 'under-bar' }, summary, outcomeLegend()),
    matrix.element,
    failedList(),
  )

  /** @param {Partial<Filters>} part */
  function change(part) {
    set({ ...filters, ...part })
  }

  function clear() {
    set({ ...NO_FILTERS })
    search.focus()
  }

  /** @param {Filters} wanted */
  function set(wanted) {
    filters = wanted
    if (search.value !== filters.q) search.value = filters.q
    found.checked = filters.found !== ''
    for (const { name, element: select } of selects) select.value = filters[/** @type {keyof Filters} */ (name)]
    const rule = overview.rules.indexOf(filters.rule)
    entries = listed(overview.entries, filters, overview.rules)
    matrix.show(entries, rule < 0 ? overview.rules.map((_, i) => i) : [rule], filters.sort)
    const words = t('listed', number(entries.length), number(overview.entries.length))
    fill(summary, words, ...ruleSummary(entries, rule), ' ', reset)
    reset.hidden = Object.values({ ...filters, sort: '' }).every((value) => value === '')
    if (element.isConnected) {
      replaceHash(overviewHash(filters))
      announce(words)
    }
  }

  set(filters)
  return {
    element,
    matrix,
    entries: () => entries,
    hash: () => overviewHash(filters),
    use: (/** @type {Record<string, string>} */ given) => set(filtersFrom(given)),
    focusSearch: () => search.focus(),
  }
}

/** How one rule came out over the reports listed. @param {readonly Entry[]} entries @param {number} rule */
function ruleSummary(entries, rule) {
  if (rule < 0) return []
  const sums = [0, 0, 0, 0]
  for (const entry of entries)
    entry.outcomes[rule]?.forEach((count, i) => {
      sums[i] = (sums[i] ?? 0) + count
    })
  return [' · ', h('strong', {}, ruleName(overview.rules[rule] ?? '')), ': ', t('outcome.sums', ...sums.map(number))]
}

/** What the selects choose between: the values that occur. */
function selectSpecs() {
  const values = (/** @type {(entry: Entry) => string | number | null} */ of) =>
    [...new Set(overview.entries.map((entry) => String(of(entry) ?? UNKNOWN)))].sort()
  const known = (/** @type {string} */ prefix) => (/** @type {string} */ value) =>
    value === UNKNOWN ? t('unknown') : named(prefix, value)
  const plain = (/** @type {string} */ value) => (value === UNKNOWN ? t('unknown') : value)
  return [
    { name: 'year', values: values(({ year }) => year).reverse(), word: plain },
    { name: 'level', values: values(({ level }) => level), word: known('level') },
    { name: 'kind', values: values(({ kind }) => kind), word: known('kind') },
    { name: 'form', values: values(({ form }) => form), word: plain },
    { name: 'rule', values: [...overview.rules], word: ruleName },
    {
      name: 'severity',
      values: ['error', 'warning', 'info'],
      word: (/** @type {string} */ value) => named('severity', value),
    },
  ]
}

function outcomeLegend() {
  const shown = OUTCOMES.filter((outcome) => outcome !== 'none')
  return h(
    'ul',
    { class: 'legend', 'aria-label': t('legend') },
    ...shown.map((outcome) =>
      h(
        'li',
        {},
        h('span', { class: `outcome outcome-${outcome}` }, OUTCOME_SIGNS[outcome]),
        ' ',
        named('outcome', outcome),
      ),
    ),
  )
}

function failedList() {
  if (overview.failed.length === 0) return null
  return h(
    'details',
    { class: 'failed' },
    h('summary', {}, t('failed', overview.failed.length)),
    h(
      'ul',
      {},
      ...overview.failed.map(({ id, path, message }) =>
        h('li', {}, h('span', { class: 'code' }, id === path ? path : `${id} · ${path}`), ` ${message}`),
      ),
    ),
  )
}
