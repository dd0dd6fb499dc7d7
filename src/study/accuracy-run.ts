import { openBytes } from '../loaders/containers/open.js'
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
    const read = await readSynthetic(made)
    tally.add(made.truth, scoreReport(made.truth, read?.report ?? null, read?.text ?? ''))
    done(made.truth.id, made.truth, read)
  }
  return tally
}

/** What the reader makes of a synthetic report, taken out of its archive if it is in one, under its own id; `null` where it refuses it. */
export async function readSynthetic({ bytes, truth }: SyntheticReport): Promise<AnalysedReport | null> {
  for await (const opened of openBytes({ id: truth.id, path: truth.file, bytes })) {
    if ('error' in opened) return null
    try {
      return await analyseReport({ ...opened, id: truth.id })
    } catch (error) {
      if (error instanceof ReadError) return null
      throw error
    }
  }
  return null
}
