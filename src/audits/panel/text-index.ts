import { panelReference } from '../../forms/panel.js'
import type { Panel, Placed } from './series.js'

/** Which wording is common property, and who shares rare wording with whom. */
export interface TextIndex {
  readonly isCommon: (hash: number) => boolean
  /** The earlier report of another body with most rare fingerprints in common; `null` where there is none. */
  readonly nearest: (placed: Placed) => Placed | null
}

/** Wording in more reports than this leads nobody to a single other report. */
const MOST_SHARING = 30

/**
 * Counts in how many bodies each fingerprint is found. All fingerprints are sorted once, each packed with the number of its
 * report into one double, which 2^20 reports of 32-bit hashes fit exactly.
 */
export function textIndexOf({ placed }: Panel): TextIndex {
  const { common_bodies, common_share } = panelReference().reused_text
  const bodyOf = placed.map(({ unit, report }) => unit ?? `report ${report.id}`)
  const least = Math.max(common_bodies, common_share * new Set(bodyOf).size)
  const common = new Set<number>()
  const shared = new Map<number, number>()
  for (const { hash, reports } of groups(placed)) {
    const bodies = new Set(reports.map((i) => bodyOf[i]))
    if (bodies.size >= least) common.add(hash)
    else if (bodies.size > 1 && reports.length <= MOST_SHARING) countPairs(reports, bodyOf, placed.length, shared)
  }
  const best = new Map<number, { other: number; count: number }>()
  for (const [pair, count] of shared) {
    const [later, other] = [Math.floor(pair / placed.length), pair % placed.length]
    const known = best.get(later)
    if (known === undefined || count > known.count || (count === known.count && other < known.other))
      best.set(later, { other, count })
  }
  const indexOf = new Map(placed.map(({ report }, i) => [report, i]))
  return {
    isCommon: (hash) => common.has(hash),
    nearest: ({ report }) => placed[best.get(indexOf.get(report) ?? -1)?.other ?? -1] ?? null,
  }
}

/** Every fingerprint with the reports it stands in, each once, in the panel's order. */
function* groups(placed: readonly Placed[]): Generator<{ hash: number; reports: number[] }> {
  const total = placed.reduce((sum, { report }) => sum + report.text.hashes.length, 0)
  const packed = new Float64Array(total)
  let filled = 0
  placed.forEach(({ report }, i) => {
    for (const hash of report.text.hashes) packed[filled++] = hash * placed.length + i
  })
  packed.sort()
  for (let i = 0; i < total; ) {
    const hash = Math.floor((packed[i] ?? 0) / placed.length)
    const reports: number[] = []
    for (; i < total && Math.floor((packed[i] ?? 0) / placed.length) === hash; i++) {
      const report = (packed[i] ?? 0) % placed.length
      if (reports.at(-1) !== report) reports.push(report)
    }
    yield { hash, reports }
  }
}

function countPairs(
  reports: readonly number[],
  bodyOf: readonly string[],
  all: number,
  pairs: Map<number, number>,
): void {
  reports.forEach((later, i) => {
    for (const other of reports.slice(0, i)) {
      if (bodyOf[later] === bodyOf[other]) continue
      const pair = later * all + other
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  })
}
