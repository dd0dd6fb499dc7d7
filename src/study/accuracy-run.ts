import { ReadError } from '../loaders/errors.js'
import { scoreReport } from './accuracy.js'
import { AccuracyTally } from './accuracy-page.js'
import { type AnalysedReport, analyseReport } from './analyse.js'
import { type SyntheticReport, simulate } from './simulate/report.js'
import type { Truth } from './simulate/truth.js'

/**
 * Reads a fresh synthetic corpus back and scores it against its true values, in all and by layout, form, container, encoding
 * and script. What does it answer: how many cells are right, withheld, and wrong in silence.
 *
 * @param seed names the corpus; the same seed gives the same reports
 * @param reports how many
 * @param done called with each report once it is scored: its id, its true values, and what was made of it (`null`: refused)
 * @example
 * const { total } = await measureAccuracy('7', 150)
 * total.wrong // 0
 */
export async function measureAccuracy(
  seed: string,
  reports: number,
  done: (id: string, truth: Truth, read: AnalysedReport | null) => void = () => {},
): Promise<AccuracyTally> {
  const tally = new AccuracyTally()
  for await (const made of simulate(seed, reports)) {
    const read = await readBack(made)
    tally.add(made.truth, scoreReport(made.truth, read?.report ?? null, made.source))
    done(made.truth.id, made.truth, read)
  }
  return tally
}

/** What the reader makes of a synthetic report; `null` where it refuses it. */
async function readBack({ bytes, truth }: SyntheticReport): Promise<AnalysedReport | null> {
  try {
    return await analyseReport({ id: truth.id, path: truth.file, bytes })
  } catch (error) {
    if (error instanceof ReadError) return null
    throw error
  }
}
