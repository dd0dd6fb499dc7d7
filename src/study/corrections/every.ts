import { said } from '../../forms/words.js'
import type { Bilingual } from '../../types.js'
import { applyCorrections } from './apply.js'
import { notApplied } from './guard.js'
import type { CorrectedReport, Correction, CorrectionOutcome, CorrectionResult } from './types.js'

/**
 * Applies corrections to many reports, one after the other, and remembers what became of each.
 *
 * @example
 * const corrector = correctEvery(await readCorrections('my-corrections.json'))
 * const corrected = corrector.correct(report)
 * corrector.outcomes() // one for every correction, `report_not_read` where no report had its id
 */
export function correctEvery(corrections: readonly Correction[]) {
  const byReport = new Map<string, Correction[]>()
  for (const one of corrections) byReport.set(one.report, [...(byReport.get(one.report) ?? []), one])
  const known = new Map<Correction, CorrectionOutcome>()
  const correct = (report: CorrectedReport): CorrectedReport => {
    const { report: corrected, outcomes } = applyCorrections(report, byReport.get(report.id) ?? [])
    for (const outcome of outcomes) known.set(outcome.correction, outcome)
    return corrected
  }
  return {
    /** The report, corrected. */
    correct,
    /** The same for a report with what its analysis found, which stays. */
    correctAnalysed: <Analysed extends { readonly report: CorrectedReport }>(analysed: Analysed): Analysed => ({
      ...analysed,
      report: correct(analysed.report),
    }),
    /** What has become of every correction so far, in their order. */
    outcomes(): CorrectionOutcome[] {
      return corrections.map((correction) => known.get(correction) ?? notRead(correction))
    },
  }
}

function notRead(correction: Correction): CorrectionOutcome {
  const why = said('correction.no_report', { report: correction.report })
  return { correction, outcome: 'report_not_read', read: null, ...notApplied(correction, why) }
}

/** The most important first. */
const RESULTS = ['applied', 'guard_failed', 'unmatched', 'not_accepted', 'report_not_read'] as const

/** How many corrections came out how, in words, most important first; nothing for what did not happen. */
export function correctionCounts(outcomes: readonly CorrectionOutcome[]): [words: Bilingual, count: number][] {
  const count = (result: CorrectionResult): number => outcomes.filter(({ outcome }) => outcome === result).length
  return RESULTS.map((result): [Bilingual, number] => [said(`correction.count.${result}`), count(result)]).filter(
    ([, number]) => number > 0,
  )
}

/** A line for each correction that ought to have been applied and was not. */
export function correctionWarnings(outcomes: readonly CorrectionOutcome[]): string[] {
  return outcomes.flatMap(({ correction, outcome, message }) =>
    outcome === 'guard_failed' || outcome === 'unmatched' ? [`${correction.report}: ${message}`] : [],
  )
}
