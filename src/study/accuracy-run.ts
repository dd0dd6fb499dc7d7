import { ReadError } from '../loaders/errors.js'
import type { Report } from '../types.js'
import { scoreReport } from './accuracy.js'
import { AccuracyTally } from './accuracy-page.js'
import { analyseReport } from './analyse.js'
import { type SyntheticReport, simulate } from './simulate/report.js'

/**
 * Reads a fresh synthetic corpus back and scores it against its true values, in all and by layout, form, container, encoding
 * and script. What does it answer: how many cells are right, withheld, and wrong in silence.
 *
 * @param seed names the corpus; the same seed gives the same reports
 * @param reports how many
 * @param done called with a report's id once it is scored
 * @example
 * const { total } = await measureAccuracy('7', 150)
 * total.wrong // 0
 */
export async function measureAccuracy(
  seed: string,
  reports: number,
  done: (id: string) => void = () => {},
): Promise<AccuracyTally> {
  const tally = new AccuracyTally()
  for await (const made of simulate(seed, reports)) {
    tally.add(made.truth, scoreReport(made.truth, await readBack(made), made.source))
    done(made.truth.id)
  }
  return tally
}

/** What the reader makes of a synthetic report; `null` where it refuses it. */
async function readBack({ bytes, truth }: SyntheticReport): Promise<Report | null> {
  try {
    return (await analyseReport({ id: truth.id, path: truth.file, bytes })).report
  } catch (error) {
    if (error instanceof ReadError) return null
    throw error
  }
}
