/**
 * How a rule came out in a report, as one sign. A rule that passed where it could be tried but could not be tried everywhere is
 * `partial`: what was not looked at has not passed.
 *
 * @typedef {'error' | 'warning' | 'info' | 'partial' | 'passed' | 'not_assessable' | 'not_applicable' | 'none'} Outcome
 * @typedef {import('../shapes.js').Entry} Entry
 */

/** @type {Record<Outcome, string>} */
export const OUTCOME_SIGNS = {
  error: '✕',
  warning: '▲',
  info: '●',
  partial: '◐',
  passed: '✓',
  not_assessable: '?',
  not_applicable: '–',
  none: '',
}

/** The worst first: the order in which a column is sorted. @type {readonly Outcome[]} */
export const OUTCOMES = ['error', 'warning', 'info', 'not_assessable', 'partial', 'passed', 'not_applicable', 'none']

/** @param {Entry} entry @param {number} rule @returns {Outcome} */
export function outcomeOf(entry, rule) {
  const [errors, warnings, infos] = entry.findings[rule] ?? [0, 0, 0]
  if (errors > 0) return 'error'
  if (warnings > 0) return 'warning'
  if (infos > 0) return 'info'
  const [passed, failed, notAssessable, notApplicable] = entry.outcomes[rule] ?? [0, 0, 0, 0]
  if (failed > 0) return 'error'
  if (passed > 0) return notAssessable > 0 ? 'partial' : 'passed'
  if (notAssessable > 0) return 'not_assessable'
  return notApplicable > 0 ? 'not_applicable' : 'none'
}

/** How many findings a report has, by severity, over all rules or of one. @param {Entry} entry @param {number | null} [rule] */
export function findingCounts(entry, rule = null) {
  const counts = [0, 0, 0]
  for (const [number, found] of Object.entries(entry.findings)) {
    if (rule !== null && Number(number) !== rule) continue
    found.forEach((count, i) => {
      counts[i] = (counts[i] ?? 0) + count
    })
  }
  return /** @type {[number, number, number]} */ (counts)
}
