import { correctionsFile, downloadCorrections, dropCorrection, notedCorrections } from './corrections.js'
import { fill, h } from './dom.js'
import { named, t } from './words.js'

/** The keys of the page, as the help lists them: key, and the word that says what it does. */
const KEYS = [
  ['j / k', 'key.report'],
  ['n / p', 'key.finding'],
  ['/', 'key.search'],
  ['← ↑ → ↓', 'key.move'],
  ['Enter', 'key.open'],
  ['c', 'key.correct'],
  ['t / l', 'key.settings'],
  ['Esc', 'key.back'],
  ['?', 'key.help'],
]

/** @param {string} title @param {import('./dom.js').Child[]} children */
function openDialog(title, ...children) {
  const close = h('button', { type: 'button', class: 'main', onclick: () => dialog.close() }, t('close'))
  const dialog = h(
    'dialog',
    { 'aria-label': title, onclose: () => dialog.remove() },
    h('h2', {}, title),
    ...children,
    h('div', { class: 'buttons' }, close),
  )
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

export function openHelp() {
  const keys = KEYS.map(([key = '', word = '']) =>
    h('tr', {}, h('th', { scope: 'row' }, h('kbd', {}, key)), h('td', {}, t(word))),
  )
  openDialog(t('help'), h('p', {}, t('help.text')), h('table', { class: 'keys' }, h('tbody', {}, ...keys)))
}

export function openCorrections() {
  const list = h('div', {})
  openDialog(t('corrections'), h('p', { class: 'muted' }, t('corrections.text')), list)
  draw()

  /** @param {string} id */
  function drop(id) {
    dropCorrection(id)
    draw()
  }

  function draw() {
    const noted = notedCorrections()
    const rows = noted.map(({ id, report, cell, field, action, value, expect, reason }) =>
      h(
        'li',
        {},
        h(
          'div',
          {},
          h('strong', {}, report),
          ' ',
          h('span', { class: 'code' }, cell ? `${cell.table}/${cell.row}/${cell.column}` : t(field ?? '')),
        ),
        h(
          'div',
          {},
          `${expect.value ?? named('status', expect.status ?? 'absent')} → ${action === 'set' ? value : named('action', action)}`,
          h('span', { class: 'muted' }, ` · ${reason}`),
        ),
        h('button', { type: 'button', class: 'quiet', onclick: () => drop(id) }, t('remove')),
      ),
    )
    if (noted.length === 0) fill(list, h('p', {}, t('corrections.none')))
    else
      fill(
        list,
        h('ul', { class: 'corrections' }, ...rows),
        h('button', { type: 'button', class: 'main', onclick: downloadCorrections }, t('download')),
        h('details', {}, h('summary', {}, t('corrections.show')), h('pre', {}, correctionsFile())),
      )
  }
}
