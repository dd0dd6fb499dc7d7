import { noteCorrection } from './corrections.js'
import { h } from './dom.js'
import { recall, remember } from './storage.js'
import { named, t } from './words.js'

/**
 * @typedef {import('../shapes.js').Detail} Detail
 * @typedef {{ cell: import('./corrections.js').CorrectedCell, expect: { value: number | null, status: string, text: string | null } }
 *   | { field: string, expect: { value: number | string | null } }} Correctable what can be corrected, and what was read there
 */

const ACTIONS = ['set', 'blank', 'withhold']

/**
 * A small form for one cell, or for year, issuer or date of signature.
 *
 * @param {Detail} detail
 * @param {Correctable} about
 * @param {() => void} onDone
 */
export function correctionForm(detail, about, onDone) {
  const said = { required: true, autocomplete: 'off', pattern: '.*\\S.*' }
  const isNumber = 'cell' in about || about.field === 'year'
  const pattern = isNumber
    ? '[\\-−+]?[0-9]+([.][0-9]+)?'
    : about.field === 'signed'
      ? '[0-9]{4}-[0-9]{2}-[0-9]{2}'
      : said.pattern
  const value = h('input', {
    name: 'value',
    required: true,
    autocomplete: 'off',
    inputmode: isNumber ? 'decimal' : null,
    pattern,
  })
  const action = h(
    'select',
    { name: 'action' },
    ...ACTIONS.map((name) => h('option', { value: name }, named('action', name))),
  )
  const reason = h('input', { ...said, name: 'reason' })
  const evidence = h('input', { ...said, name: 'evidence', placeholder: t('evidence.hint') })
  const author = h('input', { ...said, name: 'author', value: recall('author') ?? '' })
  action.addEventListener('change', () => {
    value.disabled = action.value !== 'set'
  })
  return h(
    'form',
    { class: 'correction', onsubmit: submit },
    h('h3', {}, t('correct')),
    labelled('action', action),
    labelled('value', value),
    labelled('author', author),
    labelled('reason', reason, 'wide'),
    labelled('evidence', evidence, 'wide'),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'submit', class: 'main' }, t('note')),
      h('button', { type: 'button', onclick: onDone }, t('cancel')),
    ),
    h('p', { class: 'muted wide' }, t('correct.hint')),
  )

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault()
    const written = value.value.trim().replace('−', '-')
    remember('author', author.value.trim())
    noteCorrection({
      report: detail.id,
      sha256: detail.source.sha256,
      ...('cell' in about ? { cell: about.cell } : { field: about.field }),
      action: action.value,
      ...(action.value === 'set' ? { value: isNumber ? Number(written) : written } : {}),
      expect: about.expect,
      reason: reason.value.trim(),
      evidence: evidence.value.trim(),
      author: author.value.trim(),
      date: new Date().toISOString().slice(0, 10),
    })
    onDone()
  }
}

/** @param {string} key @param {HTMLElement} control @param {string} [size] */
function labelled(key, control, size = '') {
  return h('label', { class: size }, h('span', {}, t(key)), control)
}
