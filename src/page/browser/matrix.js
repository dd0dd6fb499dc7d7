import { fill, h } from './dom.js'
import { bodyRow, headRow, LEADING, ROW_HEIGHT, spacer, totalsRow } from './matrix-rows.js'
import { t } from './words.js'

/** @typedef {import('../shapes.js').Entry} Entry */

/** Rows made above and below those that are seen. */
const SPARE_ROWS = 8

/**
 * Reports by rules. Only the rows that are seen are made, so that thousands scroll as quickly as ten. One cell takes part in the order
 * of the Tab key; the arrow keys go on from there.
 *
 * @param {(sort: string) => void} onSort
 */
export function createMatrix(onSort) {
  /** @type {readonly Entry[]} */
  let entries = []
  /** @type {readonly number[]} */
  let rules = []
  let [activeRow, activeColumn, first, last] = [0, 0, 0, -1]
  const head = h('thead', {})
  const body = h('tbody', {})
  const table = h('table', { class: 'matrix', role: 'grid', 'aria-label': t('matrix'), onkeydown: move }, head, body)
  const element = h('div', { class: 'matrix-pane', onscroll: () => requestAnimationFrame(() => draw(false)) }, table)
  body.addEventListener('focusin', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-row]') : null
    if (cell) hold(Number(cell.getAttribute('data-row')), Number(cell.getAttribute('data-column')))
  })

  /** @param {readonly Entry[]} listed @param {readonly number[]} columns @param {string} sort */
  function show(listed, columns, sort) {
    entries = listed
    rules = columns
    activeRow = Math.min(activeRow, Math.max(0, entries.length - 1))
    activeColumn = Math.min(activeColumn, LEADING.length + rules.length - 1)
    table.setAttribute('aria-rowcount', String(entries.length + 1))
    table.setAttribute('aria-colcount', String(LEADING.length + rules.length))
    fill(head, headRow(rules, sort, onSort), totalsRow(entries, rules))
    draw(true)
  }

  /** @param {boolean} isNew */
  function draw(isNew) {
    const from = Math.max(0, Math.floor(element.scrollTop / ROW_HEIGHT) - SPARE_ROWS)
    const seen = Math.ceil((element.clientHeight || 800) / ROW_HEIGHT) + 2 * SPARE_ROWS
    const to = Math.min(entries.length, from + seen)
    if (!isNew && from === first && to === last) return
    first = from
    last = to
    const hadFocus = body.contains(document.activeElement)
    const rows = entries.slice(from, to).map((entry, i) => bodyRow(entry, from + i, rules))
    fill(body, spacer(from), ...rows, spacer(entries.length - to))
    cellAt(activeRow, activeColumn)?.setAttribute('tabindex', '0')
    if (hadFocus) cellAt(activeRow, activeColumn)?.focus({ preventScroll: true })
    if (cellAt(activeRow, activeColumn) === null) body.querySelector('[data-row]')?.setAttribute('tabindex', '0')
  }

  /** @param {number} row @param {number} column @returns {HTMLElement | null} */
  function cellAt(row, column) {
    return body.querySelector(`[data-row="${row}"][data-column="${column}"]`)
  }

  /** @param {number} row @param {number} column */
  function hold(row, column) {
    for (const held of body.querySelectorAll('[tabindex="0"]')) held.setAttribute('tabindex', '-1')
    activeRow = row
    activeColumn = column
    cellAt(row, column)?.setAttribute('tabindex', '0')
  }

  /** @param {number} row @param {number} column */
  function focus(row, column) {
    activeRow = Math.max(0, Math.min(entries.length - 1, row))
    activeColumn = Math.max(0, Math.min(LEADING.length + rules.length - 1, column))
    const top = activeRow * ROW_HEIGHT
    const room = element.clientHeight - head.offsetHeight - ROW_HEIGHT
    if (top < element.scrollTop) element.scrollTop = top
    else if (top > element.scrollTop + room) element.scrollTop = top - room
    draw(false)
    const cell = cellAt(activeRow, activeColumn)
    hold(activeRow, activeColumn)
    cell?.focus({ preventScroll: true })
    if (activeColumn >= LEADING.length) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    else element.scrollLeft = 0
  }

  /** @param {KeyboardEvent} event */
  function move(event) {
    if (!(event.target instanceof Element) || event.target.closest('tbody') === null) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor(element.clientHeight / ROW_HEIGHT) - 4)
    const steps = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [page, 0],
      PageUp: [-page, 0],
      Home: [0, -1e6],
      End: [0, 1e6],
    }
    const step = Object.entries(steps).find(([key]) => key === event.key)?.[1]
    if (event.key === 'Enter' || event.key === ' ') event.target.closest('[data-row]')?.querySelector('a')?.click()
    else if (step === undefined) return
    else focus(activeRow + (step[0] ?? 0), activeColumn + (step[1] ?? 0))
    event.preventDefault()
  }

  return {
    element,
    show,
    step: (/** @type {number} */ by) =>
      focus(body.contains(document.activeElement) ? activeRow + by : activeRow, activeColumn),
    goTo: (/** @type {number} */ row) => row >= 0 && focus(row, 0),
    redraw: () => draw(true),
  }
}
