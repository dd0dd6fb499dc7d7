import { struck } from './faults.js'
import type { OfficeYear } from './population.js'
import { randomOf } from './random.js'

/** Says whose section five each report prints: its own or, planted, that of the year before or of another body. */
export function withPassages(seed: string, reports: readonly OfficeYear[]): OfficeYear[] {
  const done: OfficeYear[] = []
  const hasOne = ({ lost }: OfficeYear) => lost?.section !== 'problems'
  for (const report of reports) {
    const copied = struck(randomOf(seed, 'copied', report.id), report.rates, 'copied_passage')
    const random = randomOf(seed, 'borrowed', report.id)
    const borrowed = struck(random, report.rates, 'borrowed_passage')
    const original = done.find(({ id }) => id === report.original)
    const last = done.findLast(({ unitId }) => unitId === report.unitId)
    const others = done.filter((other) => other.unitId !== report.unitId && other.year === report.year && hasOne(other))
    const from = (fault: string, source: OfficeYear): OfficeYear => ({
      ...report,
      passage: source.passage,
      planted: [...report.planted, { fault, section: 'problems', from: source.id }],
    })
    if (original !== undefined) done.push({ ...report, passage: original.passage })
    else if (!hasOne(report)) done.push(report)
    else if (copied && last !== undefined && hasOne(last)) done.push(from('copied_passage', last))
    else if (borrowed && others.length > 0) done.push(from('borrowed_passage', random.pick(others)))
    else done.push(report)
  }
  return done
}
