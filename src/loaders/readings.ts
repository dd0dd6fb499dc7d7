import { type FoldedSource, fold, scriptOf } from './fold.js'
import { type Measure, measureOf } from './laid-out/measure.js'
import { partialRows, summedOverLines, withoutMisplaced } from './laid-out/summed.js'
import { laidOutSurface } from './laid-out/surface.js'
import { isKnown, withheldAsEither } from './search/withheld.js'
import { streamOf } from './stream.js'
import { separatedSurfaces } from './surface/separated.js'
import type { Surface } from './surface.js'
import { type FoundTable, readTables } from './tables/tables.js'

/** A text folded, with the tables found in it. */
export interface Reading {
  readonly folded: FoldedSource
  readonly tables: readonly FoundTable[]
  /** Whether lines that repeat others were left out of the text before it came here. */
  readonly repeatsLost?: boolean
}

/**
 * Of a text whose blanks may count or place its cells, the plain reading, that by their count, or that by the columns they keep: the one
 * that knows more cells. A cell that the two know differently is withheld.
 */
export async function fullestReading(source: string, plain: Reading): Promise<Reading> {
  const separated = await bestOf(source, separatedSurfaces(source))
  if (separated !== null && isCounted(separated) && knownIn(separated) > knownIn(plain))
    return { ...separated, tables: separated.tables.map((table) => agreed(table, plain.tables)) }
  const measure = measureOf(source)
  const columns = await readByColumns(source, measure ?? 'count')
  if (columns === null) return plain
  // Programs that take text from pages make a Chinese letter as wide as one digit or as two: what only one measure tells is not known.
  const byOther = measure === null ? await readByColumns(source, 'width') : null
  const alike = columns.tables.map((table) => (byOther === null ? table : agreed(table, byOther.tables, true)))
  const byColumns = { ...columns, tables: alike.map((table) => withoutMisplaced(summedOverLines(table, source))) }
  // Where a table stands twice, only one may have been legible to either reading; the first is the one that counts.
  const earlier = earlierTable(plain, byColumns)
  if (earlier !== null) return earlier
  const [taken, other] = isFuller(byColumns, plain) ? [byColumns, plain] : [plain, byColumns]
  return { ...taken, tables: taken.tables.map((table) => agreed(table, other.tables)) }
}

async function readByColumns(source: string, measure: Measure): Promise<Reading | null> {
  const surface = await laidOutSurface(source, measure)
  return surface && readSurface(source, surface)
}

/** Of the requests table such a share of the cells must be known before blanks are taken to have counted them. */
const COUNTED = 0.9

function isCounted({ tables }: Reading): boolean {
  const cells =
    tables.find(({ table }) => table === 'requests')?.cells.filter(({ status }) => status !== 'absent') ?? []
  return cells.length > 0 && cells.filter(({ status }) => status !== 'ambiguous').length >= COUNTED * cells.length
}

/** The reading that knows most, of several surfaces of a source. */
async function bestOf(source: string, surfaces: readonly Surface[]): Promise<Reading | null> {
  const readings: Reading[] = []
  for (const surface of surfaces) readings.push(await readSurface(source, surface))
  return readings.toSorted((a, b) => knownIn(b) - knownIn(a))[0] ?? null
}

/** The reading that found a table before where the other found one of the same name; `null` where they read the same. */
function earlierTable(one: Reading, two: Reading): Reading | null {
  for (const { table, at } of one.tables) {
    const other = two.tables.find((found) => found.table === table)?.at
    if (other !== undefined && (other[0] >= at[1] || at[0] >= other[1])) return at[0] < other[0] ? one : two
  }
  return null
}

/** What a surface of a source shows. */
export async function readSurface(source: string, surface: Surface): Promise<Reading> {
  const folded = await fold(surface, scriptOf(surface.text))
  return { folded, tables: readTables(streamOf(folded), source) }
}

/** Whether a reading knows more than another, or, where both know as much, finds more. */
function isFuller(one: Reading, two: Reading): boolean {
  const found = ({ tables }: Reading) =>
    tables.flatMap(({ cells }) => cells).filter(({ status }) => status !== 'absent').length
  const more = knownIn(one) - knownIn(two)
  return more > 0 || (more === 0 && found(one) > found(two))
}

function knownIn({ tables }: Reading): number {
  return tables.reduce((sum, { cells }) => sum + cells.filter(isKnown).length, 0)
}

/**
 * A table without the cells that another reading of the same table knows differently.
 *
 * @param isStrict whether those of a row with empty cells are left out that the other does not know
 */
function agreed(table: FoundTable, others: readonly FoundTable[], isStrict = false): FoundTable {
  const other = others.find((one) => one.table === table.table && one.form === table.form)
  const partial = isStrict ? partialRows(table.cells) : new Set<string>()
  const cells = table.cells.map((cell, i) => {
    const same = other?.cells[i]
    const isUnsure = same !== undefined && partial.has(cell.row) && !isKnown(same)
    const differs = same !== undefined && isKnown(cell) && (isUnsure || (isKnown(same) && cell.value !== same.value))
    return differs ? withheldAsEither(cell, same) : cell
  })
  return { ...table, cells }
}
