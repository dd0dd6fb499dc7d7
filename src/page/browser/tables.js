import { overview } from './data.js'
import { h } from './dom.js'
import { cellFace, STATUS_SIGNS, STATUSES } from './status.js'
import { cellKey } from './targets.js'
import { named, say, t } from './words.js'

/**
 * @typedef {import('../shapes.js').Detail} Detail
 * @typedef {import('../shapes.js').Grid} Grid
 * @typedef {import('../shapes.js').GridLabel} GridLabel
 * @typedef {import('../shapes.js').GridCell} GridCell
 * @typedef {import('../../types.js').Cell} Cell
 * @typedef {{ key: string, cell: Cell, element: HTMLTableCellElement, label: string, unit: string }} ShownCell
 */

/** With more columns than this, English headings are set upright. */
const MANY_COLUMNS = 5

/**
 * The statutory tables of a report as the form prints them, or what is known of them, one below the other. One cell of all takes part in
 * the order of the Tab key; the arrow keys go on from there.
 *
 * @param {Detail} detail
 * @param {(key: string) => void} onChoose
 * @param {(key: string | null) => void} onHover
 */
export function createTables(detail, onChoose, onHover) {
  /** @type {Map<string, ShownCell>} */
  const shown = new Map()
  const tables = Object.entries(detail.tables).flatMap(([name, cells]) => {
    const form = detail.head.forms[/** @type {import('../../types.js').TableName} */ (name)] ?? detail.head.form
    const grid = Object.entries(overview.grids[form] ?? {}).find(([table]) => table === name)?.[1]
    return grid === undefined ? [] : [tableOf(name, form, grid, cells, shown)]
  })
  const element = h('div', { class: 'tables' }, legend(), ...tables)
  /** @param {string} key @param {boolean} focus */
  const hold = (key, focus) => {
    for (const cell of shown.values()) cell.element.tabIndex = -1
    const cell = shown.get(key)
    if (cell === undefined) return
    cell.element.tabIndex = 0
    if (focus) cell.element.focus({ preventScroll: true })
  }
  const first = shown.keys().next().value
  if (first !== undefined) hold(first, false)
  const keyOf = (/** @type {Event} */ event) =>
    event.target instanceof Element ? (event.target.closest('td')?.getAttribute('data-cell') ?? null) : null
  element.addEventListener('click', (event) => {
    const key = keyOf(event)
    if (key !== null) onChoose(key)
  })
  element.addEventListener('mouseover', (event) => onHover(keyOf(event)))
  element.addEventListener('mouseleave', () => onHover(null))
  element.addEventListener('keydown', (event) => {
    const key = keyOf(event)
    const next = key === null ? null : neighbour(element, key, event.key)
    if (next === null) return
    event.preventDefault()
    onChoose(next)
    hold(next, true)
  })
  return { element, shown, hold }
}

/** The cell that an arrow key leads to: the next one in the line, or the one above or below by place on the screen. @param {Element} tables @param {string} key @param {string} arrow @returns {string | null} */
function neighbour(tables, key, arrow) {
  const cells = [...tables.querySelectorAll('td[data-cell]')]
  const at = cells.findIndex((cell) => cell.getAttribute('data-cell') === key)
  const row = cells[at]?.parentElement
  if (arrow === 'Enter' || arrow === ' ') return key
  if (arrow === 'ArrowRight' || arrow === 'ArrowLeft')
    return cells[at + (arrow === 'ArrowRight' ? 1 : -1)]?.getAttribute('data-cell') ?? null
  const lines = [...new Set(cells.map((cell) => cell.parentElement))]
  const step = { ArrowDown: 1, ArrowUp: -1 }[arrow]
  if (step === undefined || !row) return null
  const line = lines[lines.indexOf(row) + step]
  const left = cells[at]?.getBoundingClientRect().left ?? 0
  const others = [...(line?.querySelectorAll('td[data-cell]') ?? [])]
  const nearest = others.sort((a, b) => distance(a, left) - distance(b, left))[0]
  return nearest?.getAttribute('data-cell') ?? null
}

/** @param {Element} cell @param {number} left */
const distance = (cell, left) => Math.abs(cell.getBoundingClientRect().left - left)

/** @param {string} name @param {string} form @param {Grid} grid @param {readonly Cell[]} cells @param {Map<string, ShownCell>} shown */
function tableOf(name, form, grid, cells, shown) {
  const byKey = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]))
  const isAbsent = cells.every(({ status }) => status === 'absent')
  const caption = h(
    'caption',
    {},
    h('span', {}, say(grid.title)),
    h('span', { class: 'muted' }, ` ${t('form.of', form)}`),
  )
  if (isAbsent)
    return h('div', { class: 'no-table' }, h('h3', {}, say(grid.title)), h('p', { class: 'muted' }, t('table.absent')))
  const heads = grid.blocks.map((block) => [
    block.caption &&
      h('tr', {}, h('th', { class: 'block', colspan: grid.width, scope: 'colgroup' }, say(block.caption))),
    ...block.head.map((line) => h('tr', {}, ...line.map((label) => labelCell(label, 'col')))),
  ])
  // The head of a table with one block stays in sight; those of several blocks stand each above its own.
  const head = heads.length === 1 && h('thead', {}, ...(heads.pop() ?? []))
  const bodies = grid.blocks.map((block, i) => {
    const lines = block.lines.map((line) => {
      const labels = line.labels.map((label) => labelCell(label, 'row'))
      return h('tr', {}, ...labels, ...line.cells.map((place) => dataCell(name, place, byKey, shown)))
    })
    return h('tbody', {}, ...(heads[i] ?? []), ...lines)
  })
  const look = grid.side === 0 ? 'form one-line' : grid.width - grid.side > MANY_COLUMNS ? 'form many' : 'form'
  return h('table', { class: look, role: 'grid' }, caption, head, ...bodies)
}

/** @param {GridLabel} label @param {'row' | 'col'} scope */
function labelCell(label, scope) {
  const isGroup = scope === 'row' && label.rowspan > 1
  const isLeaf = scope === 'col' && label.colspan === 1
  return h(
    'th',
    {
      scope: isGroup ? 'rowgroup' : scope,
      colspan: label.colspan,
      rowspan: label.rowspan,
      class: isGroup ? 'group' : isLeaf ? 'leaf' : null,
    },
    h('span', { class: 'label' }, say(label)),
    label.unit && h('span', { class: 'unit' }, ` ${label.unit}`),
  )
}

/** @param {string} table @param {GridCell} place @param {Map<string, Cell>} cells @param {Map<string, ShownCell>} shown */
function dataCell(table, { row, column, label, unit, colspan }, cells, shown) {
  const key = cellKey({ table, row, column })
  const cell = cells.get(`${row}/${column}`) ?? { row, column, value: null, status: 'absent', text: null, at: null }
  const { sign, value } = cellFace(/** @type {Cell} */ (cell))
  const words = `${say(label)}: ${value} ${named('status', cell.status)}`
  const element = h(
    'td',
    { 'data-cell': key, colspan, tabindex: -1, role: 'gridcell', class: `is-${cell.status}`, 'aria-label': words },
    sign !== '' && h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    value,
  )
  shown.set(key, { key, cell: /** @type {Cell} */ (cell), element, label: say(label), unit })
  return element
}

function legend() {
  const entries = STATUSES.map((status) =>
    h(
      'li',
      { class: `is-${status}` },
      h('span', { class: 'sign' }, STATUS_SIGNS[status] || '12'),
      ` ${named('status', status)}`,
    ),
  )
  return h('ul', { class: 'legend', 'aria-label': t('legend') }, ...entries)
}
