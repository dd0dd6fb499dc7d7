/**
 * What can be chosen in a report, and where it stands.
 *
 * @typedef {import('../shapes.js').Detail} Detail
 * @typedef {import('../../types.js').Cell} Cell
 * @typedef {import('../../types.js').Place} Place
 * @typedef {import('../../types.js').CellRef & { report_id?: string }} CellRef
 * @typedef {import('./route.js').Target} Target
 * @typedef {import('./segments.js').Range} Range
 * @typedef {{ places: Place[], cells: Set<string> }} Involved the places a target marks, and the cells it concerns
 */

/** @param {{ table: string, row: string, column: string }} cell */
export function cellKey({ table, row, column }) {
  return `${table}/${row}/${column}`
}

/** @param {Detail} detail @param {string} key @returns {Cell | undefined} */
export function cellAt(detail, key) {
  const [table, row, column] = key.split('/')
  const cells = Object.entries(detail.tables).find(([name]) => name === table)?.[1]
  return cells?.find((cell) => cell.row === row && cell.column === column)
}

/** Of cells and places those of this report, and those of others, each with its report. @param {Detail} detail @param {any} judged a finding, or the evidence of a check */
export function judgedPlaces(detail, judged) {
  /** @type {CellRef[]} */
  const cells = judged?.cells ?? []
  /** @type {{ report_id?: string, at: Place }[]} */
  const named = (judged?.places ?? []).map((/** @type {any} */ place) => (Array.isArray(place) ? { at: place } : place))
  const isOwn = (/** @type {{ report_id?: string }} */ { report_id }) =>
    report_id === undefined || report_id === detail.id
  return {
    cells: cells.filter(isOwn).map(cellKey),
    places: named.filter(isOwn).map(({ at }) => at),
    others: [
      ...cells
        .filter((cell) => !isOwn(cell))
        .map((cell) => ({ report: String(cell.report_id), target: { kind: 'cell', key: cellKey(cell) } })),
      ...named
        .filter((place) => !isOwn(place))
        .map(({ report_id, at }) => ({ report: String(report_id), target: { kind: 'place', key: at.join('-') } })),
      ...(judged?.with ?? []).map((/** @type {string} */ report) => ({ report, target: null })),
    ],
  }
}

/** The title, issuer and year where they stand. @param {Detail} detail @returns {[string, Place | null][]} */
export function headPlaces({ head }) {
  return [
    ['title', head.titleAt],
    ['issuer', head.issuerAt],
    ['year', head.yearAt],
  ]
}

/** @param {Detail} detail @param {Target} target @returns {Involved} */
export function involved(detail, { kind, key }) {
  const judged =
    kind === 'finding'
      ? detail.findings[Number(key)]
      : kind === 'check'
        ? detail.checks[Number(key)]?.evidence
        : undefined
  const about = judgedPlaces(detail, judged)
  const cells = new Set(about.cells)
  if (kind === 'cell') cells.add(key)
  if (kind === 'check' && cells.size === 0) for (const cell of checkedCells(detail, Number(key))) cells.add(cell)
  const own = ownPlace(detail, kind, key)
  const ofCells = kind === 'check' ? [] : [...cells].map((cell) => cellAt(detail, cell)?.at ?? null)
  return { places: [own, ...about.places, ...ofCells].filter((at) => at !== null), cells }
}

/** @param {Detail} detail @param {string} kind @param {string} key @returns {Place | null} */
function ownPlace(detail, kind, key) {
  const index = Number(key)
  switch (kind) {
    case 'finding':
      return detail.findings[index]?.at ?? null
    case 'statement':
      return detail.statements[index]?.at ?? null
    case 'number':
      return detail.other_numbers[index]?.at ?? null
    case 'item':
      return detail.items[index]?.at ?? null
    case 'date':
      return detail.head.dates[index]?.at ?? null
    case 'section':
      return detail.sections[index]?.headingAt ?? null
    case 'head':
      return headPlaces(detail).find(([name]) => name === key)?.[1] ?? null
    case 'place':
      return placeOf(key)
    default:
      return null
  }
}

/** A place as the address names it: `120-180`. @param {string} key @returns {Place | null} */
export function placeOf(key) {
  const [start, end] = key.split('-').map(Number)
  return Number.isInteger(start) && Number.isInteger(end) ? [start ?? 0, end ?? 0] : null
}

/** The cells of the row or column that a check names: `table/row`, `table/column`, `table/total/column`. @param {Detail} detail @param {number} index */
function checkedCells(detail, index) {
  const [table = '', ...path] = (detail.checks[index]?.subject ?? '').split('/')
  const line = path.at(-1)
  const cells = Object.entries(detail.tables).find(([name]) => name === table)?.[1] ?? []
  return cells
    .filter(({ row, column }) => row === line || column === line)
    .map(({ row, column }) => cellKey({ table, row, column }))
}

/** Everything that was read from the source, with its place, and one place more. @param {Detail} detail @param {Place | null} extra @returns {Range[]} */
export function rangesOf(detail, extra) {
  /** @type {Range[]} */
  const ranges =
    extra === null ? [] : [{ start: extra[0], end: extra[1], kind: 'place', ref: `place=${extra[0]}-${extra[1]}` }]
  /** @param {string} kind @param {string | number} key @param {Place | null | undefined} at */
  const add = (kind, key, at) => {
    if (at) ranges.push({ start: at[0], end: at[1], kind, ref: `${kind}=${key}` })
  }
  for (const [table, cells] of Object.entries(detail.tables))
    for (const cell of cells) add('cell', cellKey({ table, ...cell }), cell.at)
  detail.statements.forEach((statement, i) => void add('statement', i, statement.at))
  detail.other_numbers.forEach((number, i) => void add('number', i, number.at))
  detail.items.forEach((item, i) => void add('item', i, item.at))
  detail.head.dates.forEach((date, i) => void add('date', i, date.at))
  detail.sections.forEach((section, i) => void add('section', i, section.headingAt))
  for (const [name, at] of headPlaces(detail)) add('head', name, at)
  detail.findings.forEach((finding, i) => void add('finding', i, finding.at))
  detail.findings.forEach((finding, i) => {
    for (const at of judgedPlaces(detail, finding).places) add('finding', i, at)
  })
  detail.checks.forEach((check, i) => {
    for (const at of judgedPlaces(detail, check.evidence).places) add('check', i, at)
  })
  for (const at of detail.head.remains) add('remains', at[0], at)
  return ranges
}

/** The line of a place, from 1. @param {string} text @param {number} at */
export function lineOf(text, at) {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++
  return line
}
