import { bareTables } from './bare.js'
import type { BareTable } from './columns.js'
import { furnitureOf } from './furniture.js'
import { labelsOn } from './labels.js'
import { labelsApart } from './labels-apart.js'
import type { PageTables, Run } from './parts.js'
import { cutAtGaps, piecesOf, simplifiedPieces } from './pieces.js'
import { singleRowTables } from './single-row.js'

/** A page as a stretch of a strip on which the bodies of all pages follow one another, in points from the strip's beginning. */
export interface Stretch {
  /** What is in no ruled table, and what of it is outside the body. */
  readonly runs: readonly Run[]
  readonly furniture: ReadonlySet<Run>
  readonly ruled: PageTables['tables']
  /** Where it ends on the strip. */
  readonly bottom: number
}

/** Pieces of one strip; where there are more, another is begun. */
const MOST = 2800

/** The gap between the last line on a page and the first on the next, in letters: that of two lines in a cell. */
const GAP = 0.4

/** Puts the bodies of pages under one another, as they would stand if no page had an end. */
export async function stripOf(pages: readonly PageTables[]): Promise<Stretch[]> {
  const furniture = await furnitureOf(pages.map(({ runs }) => runs))
  const strip: Stretch[] = []
  pages.forEach(({ runs, tables }, i) => {
    const outside = furniture[i] ?? new Set<Run>()
    const body = runs.filter((run) => !outside.has(run))
    const set = [...body, ...tables]
    const top = set.reduce((least, one) => Math.min(least, one.top), Number.POSITIVE_INFINITY)
    const above = strip.at(-1)?.bottom ?? 0
    const shift = Number.isFinite(top) ? above + (body[0]?.size ?? 0) * GAP - top : above
    const moved = <T extends { top: number; bottom: number }>(one: T): T => ({
      ...one,
      top: one.top + shift,
      bottom: one.bottom + shift,
    })
    const at = new Map(runs.map((run) => [run, moved(run)]))
    strip.push({
      runs: [...at.values()],
      furniture: new Set([...at].flatMap(([run, own]) => (outside.has(run) ? [own] : []))),
      ruled: tables.map(moved),
      bottom: set.reduce((most, one) => Math.max(most, one.bottom + shift), above),
    })
  })
  return strip
}

/** The tables without rules that stand on a strip. */
export async function tablesOn(strip: readonly Stretch[]): Promise<BareTable[]> {
  const tables: BareTable[] = []
  for (const part of partsOf(strip)) {
    const body = part.flatMap(({ runs, furniture }) => runs.filter((run) => !furniture.has(run)))
    const ends = part.map(({ bottom }) => bottom)
    const { pieces, labels } = await labelsApart(await simplifiedPieces(piecesOf(body)), cutAtGaps, labelsOn)
    if (labels.length === 0) continue
    const single = singleRowTables(pieces, labels, ends)
    const taken = new Set(single.flatMap(({ used }) => [...used]))
    const others = labels.filter(({ pieces: [first] }) => first !== undefined && !taken.has(first))
    const left = pieces.filter((piece) => !taken.has(piece))
    tables.push(...bareTables(left, others, ends), ...single)
  }
  return tables
}

/** Stretches that follow one another, so many together as may be read at once. */
function partsOf(strip: readonly Stretch[]): Stretch[][] {
  const parts: { runs: number; own: Stretch[] }[] = []
  for (const stretch of strip) {
    const last = parts.at(-1)
    if (last === undefined || last.runs + stretch.runs.length > MOST)
      parts.push({ runs: stretch.runs.length, own: [stretch] })
    else {
      last.runs += stretch.runs.length
      last.own.push(stretch)
    }
  }
  return parts.map(({ own }) => own)
}
