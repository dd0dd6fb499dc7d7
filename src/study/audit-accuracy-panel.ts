import type { Expectation } from './audit-expected.js'
import { copiedPassages, copiedTables, duplicates, gaps, zeroTables } from './audit-expected-copies.js'
import { heapedBodies, inventedBodies } from './audit-expected-counts.js'
import { brokenChains, brokenSums, volumeJumps } from './audit-expected-figures.js'

/**
 * What ought to fail across simulated reports, judged, as within reports, by what is printed: a figure changed for another
 * fault breaks a chain just as one planted for it. For `auditAccuracy`, with the checks of `auditPanel` on the whole corpus
 * and the publishers of `publishersOf`.
 *
 * @example
 * auditAccuracy(truths, auditPanel(reports, publishersOf(truths)), PANEL_EXPECTATIONS)
 */
export const PANEL_EXPECTATIONS: readonly Expectation[] = [
  brokenChains,
  brokenSums,
  volumeJumps,
  gaps,
  duplicates,
  zeroTables,
  copiedTables,
  copiedPassages,
  heapedBodies,
  inventedBodies,
]
