import type { Publisher } from '../../forms/publishers.js'
import type { Truth } from './truth.js'

/** A file for `--publishers`. */
export interface PublishersFile {
  readonly source: string
  readonly note: string
  readonly publishers: readonly Publisher[]
}

/**
 * Who is who in a synthetic corpus, as `--publishers` takes it: one publisher a made-up body, known by the ids of its reports,
 * since several made-up places bear one name. Bodies whose figures add up to another's are its parts.
 *
 * @param truths the true values of the corpus, or lines of `truth.jsonl`
 * @example
 * const { truth } = await simulateReport('7', 0)
 * publishersOf([truth]).publishers[0].id // 'sim-0000-province'
 */
export function publishersOf(truths: readonly Pick<Truth, 'id' | 'unit' | 'report'>[]): PublishersFile {
  const reports = new Map<string, string[]>()
  for (const { id, unit } of truths) reports.set(unit.id, [...(reports.get(unit.id) ?? []), id])
  const wholes = new Map<string, string>()
  for (const { unit } of truths) for (const part of unit.parts) wholes.set(part, unit.id)
  const units = new Map(truths.map((truth) => [truth.unit.id, truth]))
  // A corpus may end before the reports of a part: it is a part all the same, and missing.
  const missing = [...wholes].filter(([id]) => !units.has(id))
  return {
    source: 'gongkai simulate',
    note: 'SYNTHETIC: the bodies of a made-up corpus; none exists.',
    publishers: [
      ...[...units].map(([id, { unit, report }]) => ({
        ...ALIKE,
        id,
        names: [report.issuer],
        reports: reports.get(id) ?? [],
        parent: wholes.get(id) ?? unit.parent,
        in_parent: wholes.has(id),
        covers: unit.parts.length > 0 ? ('parts' as const) : null,
      })),
      ...missing.map(([id, parent]) => ({
        ...ALIKE,
        id,
        names: [id],
        reports: [],
        parent,
        in_parent: true,
        covers: null,
        note: 'None of its reports is in this corpus.',
      })),
    ],
  }
}

/** What all made-up bodies have in common. */
const ALIKE = { region: null, since: null, until: null, source: 'truth.jsonl', note: '' } as const
