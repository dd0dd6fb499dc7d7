import { nameOf, overview } from './data.js'
import { h } from './dom.js'
import { findingCounts, OUTCOME_SIGNS, outcomeOf } from './outcome.js'
import { reportHash } from './route.js'
import { named, number, ruleName, t } from './words.js'

/** @typedef {import('../shapes.js').Entry} Entry */

/** Height of a row in pixels, as the style sheet has it. */
export const ROW_HEIGHT = 44

/** The columns in front of those of the rules. */
export const LEADING = ['issuer', 'year', 'form', 'findings']

/** @param {number} rows */
export function spacer(rows) {
  const element = h('tr', { class: 'spacer', 'aria-hidden': 'true' }, h('td', {}))
  element.style.height = `${rows * ROW_HEIGHT}px`
  return rows > 0 && element
}

/** @param {readonly number[]} rules @param {string} sort @param {(sort: string) => void} onSort */
export function headRow(rules, sort, onSort) {
  const cell = (/** @type {string} */ key, /** @type {string} */ name, /** @type {string} */ look) => {
    const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : null
    const next = direction === 'ascending' ? `-${key}` : direction === 'descending' ? '' : key
    return h(
      'th',
      { scope: 'col', class: look, 'aria-sort': direction },
      h(
        'button',
        { type: 'button', title: name, onclick: () => onSort(next) },
        h('span', {}, name),
        direction && h('span', { class: 'direction' }, direction === 'ascending' ? '▾' : '▴'),
      ),
    )
  }
  return h(
    'tr',
    {},
    ...LEADING.map((key) => cell(key, t(key), `lead lead-${key}`)),
    ...rules.map((rule) => cell(overview.rules[rule] ?? '', ruleName(overview.rules[rule] ?? ''), 'rule')),
  )
}

/** In how many of the reports listed a rule has findings. @param {readonly Entry[]} entries @param {readonly number[]} rules */
export function totalsRow(entries, rules) {
  const totals = rules.map((rule) => entries.filter((entry) => entry.findings[rule] !== undefined).length)
  return h(
    'tr',
    { class: 'totals' },
    h('th', { class: 'lead lead-issuer', scope: 'row', colspan: LEADING.length }, t('totals')),
    ...totals.map((total) => h('td', { class: total > 0 ? 'some' : null }, total > 0 ? number(total) : '0')),
  )
}

/** @param {Entry} entry @param {number} row @param {readonly number[]} rules */
export function bodyRow(entry, row, rules) {
  const name = nameOf(entry)
  const place = (/** @type {number} */ column) => ({
    'data-row': row,
    'data-column': column,
    tabindex: -1,
    role: 'gridcell',
  })
  const counts = findingCounts(entry)
  const signs = ['error', 'warning', 'info'].flatMap((severity, i) =>
    counts[i]
      ? [
          h(
            'span',
            { class: `count severity-${severity}` },
            `${OUTCOME_SIGNS[/** @type {'error'} */ (severity)]}${counts[i]}`,
          ),
        ]
      : [],
  )
  const link = h(
    'a',
    { href: reportHash(name), tabindex: -1 },
    h('span', { class: 'issuer' }, entry.issuer ?? entry.title ?? entry.id),
    h('span', { class: 'id' }, entry.id),
  )
  return h(
    'tr',
    { 'aria-rowindex': row + 2 },
    h('th', { ...place(0), scope: 'row', role: 'rowheader', class: 'lead lead-issuer' }, link),
    h('td', { ...place(1), class: 'lead-year' }, entry.year ?? '–'),
    h('td', { ...place(2), class: 'lead-form' }, entry.form),
    h('td', { ...place(3), class: 'lead-findings' }, ...signs),
    ...rules.map((rule, i) => ruleCell(entry, name, rule, place(LEADING.length + i))),
  )
}

/** @param {Entry} entry @param {string} name @param {number} rule @param {import('./dom.js').Attributes} place */
function ruleCell(entry, name, rule, place) {
  const outcome = outcomeOf(entry, rule)
  const id = overview.rules[rule] ?? ''
  const [errors, warnings, infos] = findingCounts(entry, rule)
  const found = errors + warnings + infos
  const [passed, failed, open, outside] = entry.outcomes[rule] ?? [0, 0, 0, 0]
  const words =
    outcome === 'none'
      ? `${ruleName(id)}: ${t('outcome.none')}`
      : `${ruleName(id)}: ${named('outcome', outcome)}. ${t('outcome.counts', passed, failed, open, outside, found)}`
  const face = `${OUTCOME_SIGNS[outcome]}${found > 1 ? found : ''}`
  return h(
    'td',
    { ...place, class: `outcome outcome-${outcome}`, title: words, 'aria-label': words },
    outcome !== 'none' &&
      h('a', { href: reportHash(name, { kind: 'rule', key: id }), tabindex: -1, 'aria-hidden': 'true' }, face),
  )
}
