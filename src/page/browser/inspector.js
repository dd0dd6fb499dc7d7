import { correctionForm } from './correction-form.js'
import { fill, h } from './dom.js'
import { findingLink } from './findings.js'
import { cellFace, figure } from './status.js'
import { judgedPlaces, lineOf } from './targets.js'
import { named, ruleName, t } from './words.js'

/**
 * @typedef {import('../shapes.js').Detail} Detail
 * @typedef {import('./tables.js').ShownCell} ShownCell
 * @typedef {import('./route.js').Target} Target
 */

/**
 * What is known of the cell that is chosen or pointed at: value, status, place, other readings, findings; and where a correction
 * is noted.
 *
 * @param {Detail} detail
 * @param {ReadonlyMap<string, ShownCell>} shown
 * @param {(target: Target) => void} onChoose
 */
export function createInspector(detail, shown, onChoose) {
  const element = h('aside', { class: 'inspector', 'aria-label': t('inspector') })
  /** @type {string | null} */
  let chosen = null

  /** @param {string | null} key */
  function show(key) {
    const cell = key === null ? undefined : shown.get(key)
    if (element.querySelector('form')) return
    if (cell === undefined) fill(element, h('p', { class: 'muted' }, t('inspector.hint')))
    else fill(element, ...describe(cell))
  }

  /** @param {ShownCell} one */
  function describe({ key, cell, label, unit }) {
    const { sign, value } = cellFace(cell)
    const open = h('button', { type: 'button', onclick: () => openForm(key) }, t('correct'))
    return [
      h('div', { class: 'inspector-head' }, h('strong', {}, label), h('span', { class: 'muted code' }, key)),
      h(
        'p',
        { class: 'inspector-value' },
        h(
          'span',
          { class: `face is-${cell.status}` },
          sign !== '' && h('span', { class: 'sign' }, sign),
          value,
          value !== '' && h('span', { class: 'unit' }, ` ${unit}`),
        ),
        h('span', {}, named('status', cell.status)),
        h('span', { class: 'muted' }, placeWords(cell)),
        open,
      ),
      h('ul', { class: 'facts' }, ...facts(cell).map((fact) => h('li', {}, fact)), ...concerned(key)),
    ]
  }

  /** @param {import('../../types.js').Cell} cell */
  function placeWords({ at, text }) {
    if (at === null) return t('place.none')
    return t('place', text ?? '', lineOf(detail.text, at[0]), at[0], at[1])
  }

  /** @param {string} key */
  function concerned(key) {
    return detail.findings.flatMap((finding, i) =>
      judgedPlaces(detail, finding).cells.includes(key)
        ? [
            h(
              'li',
              {},
              findingLink(finding, () => onChoose({ kind: 'finding', key: String(i) })),
            ),
          ]
        : [],
    )
  }

  /** @param {string} key */
  function openForm(key) {
    const one = shown.get(key)
    const [table = '', row = '', column = ''] = key.split('/')
    if (one === undefined) return
    const { value, status, text } = asRead(one.cell)
    const about = { cell: { table, row, column }, expect: { value, status, text } }
    const form = correctionForm(detail, about, () => {
      form.remove()
      show(chosen)
      one.element.focus({ preventScroll: true })
    })
    fill(element, ...describe(one).slice(0, 1), form)
    form.querySelector('input')?.focus()
  }

  show(null)
  return {
    element,
    preview: (/** @type {string | null} */ key) => show(key ?? chosen),
    choose: (/** @type {string | null} */ key) => {
      if (key !== chosen) element.querySelector('form')?.remove()
      chosen = key
      show(key)
    },
    correct: () => chosen !== null && openForm(chosen),
  }
}

/** The cell as it was read: before a correction, where one was applied. @param {import('../../types.js').Cell & { original?: any }} cell */
function asRead(cell) {
  return { value: cell.value, status: cell.status, text: cell.text, ...(cell.original ?? {}) }
}

/** @param {any} cell a cell, with fields that only some builds know */
function facts(cell) {
  const { candidates, by, shared, original } = cell
  const said = [
    named('status', `${cell.status}.means`),
    Array.isArray(candidates) && candidates.length > 0 && t('candidates', candidates.map(figure).join(', ')),
    Array.isArray(by) && by.length > 0 && t('by', by.map(ruleName).join(', ')),
    shared === true && t('shared'),
    original !== undefined && t('original', original.text ?? original.value ?? '', named('status', original.status)),
  ]
  return said.filter((fact) => typeof fact === 'string')
}
