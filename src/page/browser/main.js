import { settleHash } from './address.js'
import { notedCorrections, onCorrections } from './corrections.js'
import { detailFor, entryNamed, nameOf, overview } from './data.js'
import { openCorrections, openHelp } from './dialogs.js'
import { fill, h } from './dom.js'
import { createOverview } from './overview.js'
import { createReport } from './report.js'
import { parseRoute, reportHash } from './route.js'
import { loadSettings, switchLanguage, switchTheme, themeNow } from './settings.js'
import { languageNow, named, t } from './words.js'

/** @typedef {import('../shapes.js').Entry} Entry */

const live = h('p', { class: 'only-read', role: 'status', 'aria-live': 'polite' })
const bar = h('header', { class: 'bar' })
const view = h('main', {})
const announce = (/** @type {string} */ words) => fill(live, words)

loadSettings()
let list = createOverview(announce)
/** @type {ReturnType<typeof createReport> | null} */
let opened = null
/** @type {Entry | null} */
let openedEntry = null
/** The report that was just left, to which the list returns. @type {Entry | null} */
let leftEntry = null

function drawBar() {
  const noted = notedCorrections().length
  const button = (
    /** @type {string} */ id,
    /** @type {string} */ label,
    /** @type {() => void} */ onclick,
    /** @type {string | null} */ title = null,
  ) => h('button', { type: 'button', id, title, onclick }, label)
  fill(
    bar,
    h(
      'a',
      { class: 'name', href: list.hash(), onclick: showList },
      h('strong', {}, 'gongkai 公开'),
      h('span', {}, t('page')),
    ),
    button('corrections', noted === 0 ? t('corrections') : `${t('corrections')} (${noted})`, openCorrections),
    button('language', languageNow() === 'zh' ? 'English' : '中文', changeLanguage, 'l'),
    button('theme', named('theme', themeNow()), changeTheme, 't'),
    button('help', t('help'), openHelp, '?'),
  )
}

function changeTheme() {
  switchTheme()
  drawBar()
}

function changeLanguage() {
  settleHash()
  switchLanguage()
  const { filters } = parseRoute(list.hash())
  list = createOverview(announce)
  list.use(filters)
  openedEntry = null
  drawBar()
  document.title = `gongkai 公开 · ${t('page')}`
  return showRoute()
}

/** @param {Event} event */
function showList(event) {
  event.preventDefault()
  location.hash = list.hash() === '#' ? '#/' : list.hash()
}

/** Shows what the address says. */
async function showRoute() {
  const { report, target, filters } = parseRoute(location.hash)
  const entry = report === null ? undefined : entryNamed(report)
  if (entry === undefined) {
    opened = null
    openedEntry = null
    if (!list.element.isConnected) fill(view, list.element)
    list.use(filters)
    if (leftEntry !== null) list.matrix.goTo(list.entries().indexOf(leftEntry))
    leftEntry = null
    if (report !== null) announce(t('report.unknown', report))
    return
  }
  if (entry !== openedEntry) await openReport(entry, target)
  if (target !== null && openedEntry === entry) opened?.choose(target)
}

/** @param {Entry} entry @param {import('./route.js').Target | null} target */
async function openReport(entry, target) {
  openedEntry = entry
  try {
    const detail = await detailFor(entry)
    if (openedEntry !== entry) return
    const entries = list.entries().includes(entry) ? list.entries() : overview.entries
    const at = entries.indexOf(entry)
    const position = t('position', at + 1, entries.length)
    opened = createReport(
      entry,
      detail,
      {
        back: list.hash() === '#' ? '#/' : list.hash(),
        before: entries[at - 1] ?? null,
        after: entries[at + 1] ?? null,
        position,
        announce,
      },
      target,
    )
    fill(view, opened.element)
    view.querySelector('h1')?.focus({ preventScroll: true })
    scrollTo(0, 0)
  } catch (error) {
    opened = null
    fill(view, h('p', { class: 'missing' }, t('detail.missing', error instanceof Error ? error.message : '')))
  }
}

/** @param {1 | -1} by */
function stepReport(by) {
  if (openedEntry === null) return list.matrix.step(by)
  const entries = list.entries().includes(openedEntry) ? list.entries() : overview.entries
  const next = entries[entries.indexOf(openedEntry) + by]
  if (next) location.hash = reportHash(nameOf(next))
}

function goBack() {
  const form = view.querySelector('form.correction .buttons button[type=button]')
  if (form instanceof HTMLElement) form.click()
  else if (openedEntry !== null) {
    leftEntry = openedEntry
    location.hash = list.hash() === '#' ? '#/' : list.hash()
  } else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** @type {Record<string, () => unknown>} */
const KEY_ACTIONS = {
  j: () => stepReport(1),
  k: () => stepReport(-1),
  n: () => opened?.stepFinding(1),
  p: () => opened?.stepFinding(-1),
  c: () => opened?.correct(),
  t: changeTheme,
  l: changeLanguage,
  '?': openHelp,
  Escape: goBack,
  '/': () => {
    if (openedEntry !== null) goBack()
    setTimeout(() => list.focusSearch(), 0)
  },
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
  const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea') !== null
  const action =
    isTyping && event.key !== 'Escape'
      ? undefined
      : Object.hasOwn(KEY_ACTIONS, event.key)
        ? KEY_ACTIONS[event.key]
        : undefined
  if (action === undefined) return
  event.preventDefault()
  action()
})

addEventListener('hashchange', showRoute)
addEventListener('resize', () => list.matrix.redraw())
onCorrections(drawBar)
document.title = `gongkai 公开 · ${t('page')}`
fill(/** @type {HTMLElement} */ (document.getElementById('app')), bar, view, live)
drawBar()
showRoute()
