import { replaceHash } from './address.js'
import { nameOf } from './data.js'
import { h } from './dom.js'
import { findingsBand } from './findings.js'
import { createInspector } from './inspector.js'
import { checkList, headList, itemList, otherNumberList, statementList } from './lists.js'
import { reportHash } from './route.js'
import { createSource, scrollInside } from './source.js'
import { createTables } from './tables.js'
import { createTabs } from './tabs.js'
import { involved, lineOf, placeOf } from './targets.js'
import { t } from './words.js'

/**
 * @typedef {import('../shapes.js').Detail} Detail
 * @typedef {import('../shapes.js').Entry} Entry
 * @typedef {import('./route.js').Target} Target
 * @typedef {{ back: string, before: Entry | null, after: Entry | null, position: string, announce: (words: string) => void }} Around
 */

/** Which tab shows a target; a finding is shown where its cells are. @type {Record<string, string>} */
const TAB_OF = {
  cell: 'tables',
  statement: 'statements',
  number: 'statements',
  item: 'items',
  date: 'head',
  head: 'head',
  section: 'head',
  check: 'checks',
  rule: 'checks',
}

/**
 * One report: what was found, its tables and sentences on one side, its source on the other.
 *
 * @param {Entry} entry
 * @param {Detail} detail
 * @param {Around} around
 * @param {Target | null} target what is to be chosen first
 */
export function createReport(entry, detail, around, target) {
  const source = createSource(detail, choose, target?.kind === 'place' ? placeOf(target.key) : null)
  const tables = createTables(
    detail,
    (key) => choose({ kind: 'cell', key }),
    (key) => inspector.preview(key),
  )
  const inspector = createInspector(detail, tables.shown, choose)
  const band = findingsBand(detail, choose)
  const { tables: cells, statements, items, checks } = detail
  const tabs = createTabs(t('report.parts'), [
    {
      key: 'tables',
      name: t('tab.tables', Object.keys(cells).length),
      panel: h('div', {}, tables.shown.size === 0 && h('p', { class: 'muted' }, t('tables.none')), tables.element),
    },
    {
      key: 'statements',
      name: t('tab.statements', statements.length),
      panel: h('div', {}, statementList(detail, choose), otherNumberList(detail, choose)),
    },
    { key: 'items', name: t('tab.items', items.length), panel: h('div', {}, itemList(detail, choose)) },
    { key: 'head', name: t('tab.head'), panel: h('div', {}, headList(detail, choose)) },
    { key: 'checks', name: t('tab.checks', checks.length), panel: h('div', {}, checkList(detail, choose)) },
  ])
  const panels = h('div', { class: 'panels' }, ...tabs.panels)
  const side = h(
    'section',
    { class: 'read', 'aria-label': t('read') },
    h('div', { class: 'pane-head' }, tabs.list),
    panels,
    inspector.element,
  )
  const element = h(
    'article',
    { class: 'report' },
    heading(entry, detail, around),
    band.element,
    h('div', { class: 'panes' }, side, source.element),
  )
  let current = -1

  /** Marks what a target concerns, in the tables and in the source. @param {Target} asked */
  function choose(asked) {
    const target = findingOfRule(detail, asked)
    const { places, cells: concerned } = involved(detail, target)
    for (const other of element.querySelectorAll('.chosen, .involved')) other.classList.remove('chosen', 'involved')
    for (const other of element.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current')
    const tab = concerned.size > 0 ? 'tables' : TAB_OF[target.kind]
    if (tab !== undefined) tabs.show(tab)
    for (const key of concerned)
      tables.shown.get(key)?.element.classList.add(target.kind === 'cell' ? 'chosen' : 'involved')
    for (const one of element.querySelectorAll(`[data-target="${CSS.escape(`${target.kind}=${target.key}`)}"]`)) {
      one.setAttribute('aria-current', 'true')
      one.closest('details')?.setAttribute('open', '')
      const pane = one.closest('.panels, .findings-band')
      if (pane instanceof HTMLElement) scrollInside(pane, one)
    }
    const first = [...concerned].map((key) => tables.shown.get(key)?.element).find((cell) => cell !== undefined)
    if (first) scrollInside(panels, first, first.closest('table')?.tHead?.offsetHeight)
    inspector.choose(target.kind === 'cell' ? target.key : null)
    if (target.kind === 'cell') tables.hold(target.key, false)
    if (target.kind === 'finding') current = band.order.indexOf(Number(target.key))
    source.mark(places)
    const [at] = places
    around.announce(
      at
        ? t('marked', lineOf(detail.text, at[0]), detail.text.slice(at[0], Math.min(at[1], at[0] + 60)))
        : t('place.none'),
    )
    replaceHash(reportHash(nameOf(entry), target))
  }

  /** @param {1 | -1} step */
  function stepFinding(step) {
    const count = band.order.length
    if (count === 0) return
    const next = current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count
    choose({ kind: 'finding', key: String(band.order[next]) })
  }

  return { element, choose, stepFinding, correct: inspector.correct }
}

/** Of a rule its first finding, where it has one; any other target stays as it is. @param {Detail} detail @param {Target} target */
function findingOfRule({ findings }, target) {
  if (target.kind !== 'rule') return target
  const index = findings.findIndex(({ rule }) => rule === target.key)
  return index < 0 ? target : { kind: 'finding', key: String(index) }
}

/** @param {Entry} entry @param {Detail} detail @param {Around} around */
function heading(entry, { head }, { back, before, after, position }) {
  const dates = head.signed === null ? null : `${t('date.signed')} ${head.signed}`
  const facts = [
    head.title === entry.issuer ? null : head.title,
    head.region?.name,
    t('form.of', head.forms.statistics ?? head.form),
    dates,
  ]
  return h(
    'header',
    { class: 'report-head' },
    h('a', { href: back, class: 'back' }, `← ${t('back')}`),
    h(
      'h1',
      { tabindex: '-1' },
      entry.issuer ?? entry.title ?? entry.id,
      ' ',
      h('span', { class: 'year' }, entry.year ?? ''),
    ),
    h('p', { class: 'muted' }, facts.filter(Boolean).join(' · '), ' ', h('span', { class: 'code' }, entry.id)),
    h(
      'nav',
      { class: 'steps', 'aria-label': t('steps') },
      before && h('a', { href: reportHash(nameOf(before)), title: before.id, rel: 'prev' }, `↑ ${t('previous')}`),
      h('span', { class: 'muted' }, position),
      after && h('a', { href: reportHash(nameOf(after)), title: after.id, rel: 'next' }, `↓ ${t('next')}`),
    ),
  )
}
