import { recall, remember } from './storage.js'

/**
 * Corrections noted by the reader, in the form of `data/reference/corrections.json`. They change nothing here: they are proposals.
 *
 * @typedef {{ table: string, row: string, column: string }} CorrectedCell
 * @typedef {{ id: string, report: string, sha256: string, cell?: CorrectedCell, field?: string, action: string, value?: number | string,
 *   expect: { value: number | string | null, status?: string, text?: string | null },
 *   reason: string, evidence: string, status: 'proposed', author: string, date: string }} Correction
 */

const STORE_KEY = 'corrections'

/** @type {Correction[]} */
let corrections = remembered()

/** @type {Set<() => void>} */
const listeners = new Set()

function remembered() {
  try {
    const kept = JSON.parse(recall(STORE_KEY) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

export function notedCorrections() {
  return corrections
}

/** @param {() => void} listener */
export function onCorrections(listener) {
  listeners.add(listener)
}

/** @param {Correction[]} changed */
function keepCorrections(changed) {
  corrections = changed
  remember(STORE_KEY, JSON.stringify(corrections))
  for (const listener of listeners) listener()
}

/** A later note on the same cell or field takes the place of the earlier one. @param {Omit<Correction, 'id' | 'status'>} noted */
export function noteCorrection(noted) {
  const { cell, field } = noted
  const about = cell ? `${cell.table}/${cell.row}/${cell.column}` : String(field)
  const id = `${noted.report}/${about}`.replace(/[;\s]+/g, '_').slice(-200)
  keepCorrections([...corrections.filter((other) => other.id !== id), { id, ...noted, status: 'proposed' }])
}

/** @param {string} id */
export function dropCorrection(id) {
  keepCorrections(corrections.filter((correction) => correction.id !== id))
}

/** The corrections as a file of the project. */
export function correctionsFile() {
  const file = { $schema: 'schemas/corrections.schema.json', corrections }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Hands the file to the browser as a download. */
export function downloadCorrections() {
  const address = URL.createObjectURL(new Blob([correctionsFile()], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'corrections.json'
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
