import { formById } from '../forms/forms.js'
import type { Cell } from '../types.js'
import { boxedTables } from './boxed.js'
import { type FoldedSource, fold, scriptOf } from './fold.js'
import { isTakenInBlocks, withheldUnlessCounted } from './in-order/blocks.js'
import { withoutDisplacedTotals } from './in-order/displaced.js'
import { readInOrder } from './in-order/table.js'
import { laidOutSurface } from './laid-out/surface.js'
import { withRowsOnLines } from './lone-tabs.js'
import { mergedAgain } from './merged-again.js'
import { partsInOrder } from './parts-in-order.js'
import { withoutRunningLines } from './running-lines.js'
import { nameOf, sumsOf } from './search/confirm.js'
import { isKnown, withheldAsEither, withheldWithoutPlace } from './search/withheld.js'
import { separatedSurfaces } from './separated.js'
import { partsBelowEachOther } from './side-by-side.js'
import { withoutSpanMarks } from './span-marks.js'
import { streamOf } from './stream.js'
import { type Surface, surfaceOf } from './surface.js'
import { type FoundTable, readTables } from './tables/tables.js'
import { unrecognisedTables } from './tables/unrecognised.js'
import { withoutCellMarks } from './word-cells.js'
import { figuresBehindLabels } from './wrapped-labels.js'

/** A text folded, with the tables found in it. */
export interface Reading {
  readonly folded: FoldedSource
  readonly tables: readonly FoundTable[]
}

/**
 * Reads the tables of a text; where its blanks count the cells, by these; where they keep columns under each other, also by these. The reading that knows more cells is
 * taken; a cell that the two know differently is withheld. Of a table that is there and could not be recognised every cell is.
 */
export async function readingOf(written: string, seen: Surface): Promise<Reading> {
  const isText = seen.format === 'text'
  const source = isText ? await withoutRunningLines(withoutSpanMarks(withoutCellMarks(written))) : written
  const surface = await mergedAgain(source === written ? seen : surfaceOf(source, false))
  const arranged = partsInOrder(partsBelowEachOther(isText ? withRowsOnLines(boxedTables(surface)) : surface))
  const plain = await readSurface(source, isText ? await figuresBehindLabels(arranged) : arranged)
  const { folded, tables } = isText ? await bestReading(source, plain) : plain
  const all = [...tables, ...unrecognisedTables(streamOf(folded), tables)]
  // Only where a program took the text from pages is the order in which figures stand that of the page.
  if (!isText || !source.includes('\f')) return { folded, tables: all }
  const stream = streamOf(plain.folded)
  const sure = all.map(withoutDisplacedTotals)
  const vouched = isTakenInBlocks(source) ? sure.map((table) => withheldUnlessCounted(stream, source, table)) : sure
  return { folded, tables: vouched.map((table) => readInOrder(stream, source, table)) }
}

async function bestReading(source: string, plain: Reading): Promise<Reading> {
  const separated = await bestOf(source, separatedSurfaces(source))
  if (separated !== null && isCounted(separated) && knownIn(separated) > knownIn(plain))
    return { ...separated, tables: separated.tables.map((table) => agreed(table, plain.tables)) }
  const laidOut = await laidOutSurface(source)
  if (laidOut === null) return plain
  const byColumns = summedOverLines(await readSurface(source, laidOut), source)
  // Where a table stands twice, only one may have been legible to either reading; the first is the one that counts.
  const earlier = earlierTable(plain, byColumns)
  if (earlier !== null) return earlier
  const [taken, other] = isFuller(byColumns, plain) ? [byColumns, plain] : [plain, byColumns]
  return { ...taken, tables: taken.tables.map((table) => agreed(table, other.tables)) }
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

/**
 * A reading by columns in which figures were made whole from several lines: no place of the source holds these, so that they are `inferred`
 * where the form's sums along their row hold. All rows of such a table whose sums do not hold are withheld, for others may be broken too.
 */
function summedOverLines(reading: Reading, source: string): Reading {
  const isBroken = ({ status, text, at }: Cell) =>
    status === 'stated' && text !== null && at !== null && source.slice(...at).includes('\n')
  const tables = reading.tables.map((table) => {
    const form = formById(table.form)
    if (form === undefined || !table.cells.some(isBroken)) return table
    const sums = sumsOf(form, table.table, table.cells).filter(({ along }) => along === 'rows')
    const cells = table.cells.map((cell): Cell => {
      const own = sums.filter((sum) => sum.cells.has(nameOf(cell)))
      const holds = own.length > 0 && own.every((sum) => sum.holds === true)
      if (!holds) return cell.status === 'absent' ? cell : withheldWithoutPlace(cell)
      return isBroken(cell) ? { ...cell, status: 'inferred', text: null, at: null, by: own.map(({ id }) => id) } : cell
    })
    return { ...table, cells }
  })
  return { ...reading, tables }
}

/** The reading that found a table before where the other found one of the same name; `null` where they read the same. */
function earlierTable(one: Reading, two: Reading): Reading | null {
  for (const { table, at } of one.tables) {
    const other = two.tables.find((found) => found.table === table)?.at
    if (other !== undefined && (other[0] >= at[1] || at[0] >= other[1])) return at[0] < other[0] ? one : two
  }
  return null
}

async function readSurface(source: string, surface: Surface): Promise<Reading> {
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

/** A table without the cells that another reading of the same table knows differently. */
function agreed(table: FoundTable, others: readonly FoundTable[]): FoundTable {
  const other = others.find((one) => one.table === table.table && one.form === table.form)
  const cells = table.cells.map((cell, i) => {
    const same = other?.cells[i]
    const differs = same !== undefined && isKnown(cell) && isKnown(same) && cell.value !== same.value
    return differs ? withheldAsEither(cell, same) : cell
  })
  return { ...table, cells }
}
