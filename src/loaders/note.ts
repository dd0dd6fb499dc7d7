import type { CellRef, Finding } from '../types.js'

/** A finding on the reading itself. */
export function note(rule: string, severity: Finding['severity'], message: string, cells: readonly CellRef[]): Finding {
  return { rule, severity, message, cells, expected: null, observed: null, at: null }
}
