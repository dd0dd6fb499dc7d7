/**
 * How a cell's value was come by, as a sign beside the value: told apart without colour. `nil` shows the mark that is printed.
 *
 * @typedef {import('../../types.js').Cell} Cell
 */

export const STATUSES = ['stated', 'nil', 'blank', 'inferred', 'ambiguous', 'absent', 'corrected']

/** @type {Record<string, string>} */
export const STATUS_SIGNS = {
  stated: '',
  nil: '/',
  blank: '□',
  inferred: '∴',
  ambiguous: '?',
  absent: '∅',
  corrected: '✎',
}

/** What is shown in the cell: the value with its sign, or the sign alone. @param {Cell} cell @returns {{ sign: string, value: string }} */
export function cellFace({ status, value, text }) {
  if (status === 'nil') return { sign: text?.trim().slice(0, 4) || '/', value: '' }
  return { sign: STATUS_SIGNS[status] ?? '!', value: value === null ? '' : figure(value) }
}

/** @param {number} value */
export function figure(value) {
  return value.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: false }).replace('-', '−')
}
