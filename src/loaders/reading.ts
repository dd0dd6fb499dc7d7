import { isTakenInBlocks, withheldUnlessCounted } from './in-order/blocks.js'
import { withoutDisplacedTotals } from './in-order/displaced.js'
import { readByLines } from './in-order/line-rows.js'
import { readInOrder } from './in-order/table.js'
import { fullestReading, type Reading, readSurface } from './readings.js'
import { streamOf } from './stream.js'
import { bareText } from './surface/bare-text.js'
import { boxedTables } from './surface/boxed.js'
import { headingsApart } from './surface/headings-apart.js'
import { withoutIndents } from './surface/indented.js'
import { withTabsBetweenCells } from './surface/joined-cells.js'
import { withRowsOnLines } from './surface/lone-tabs.js'
import { mergedAgain } from './surface/merged-again.js'
import { withoutPadding } from './surface/padded-rows.js'
import { partsInOrder } from './surface/parts-in-order.js'
import { withoutRunningLines } from './surface/running-lines.js'
import { partsBelowEachOther } from './surface/side-by-side.js'
import { headsPutTogether } from './surface/torn-heads.js'
import { figuresBehindLabels } from './surface/wrapped-labels.js'
import { type Surface, surfaceOf } from './surface.js'
import { hasLostRepeats, withheldRepeats } from './tables/lost-repeats.js'
import { withoutPageFigures } from './tables/page-figures.js'
import { unrecognisedTables } from './tables/unrecognised.js'

/** Reads the tables of a page or a text: its surface is put in order, and of several ways to read a text the fullest taken. */
export async function readingOf(source: string, seen: Surface): Promise<Reading> {
  return seen.format === 'html' ? readingOfPage(source, seen) : readingOfText(source, seen)
}

async function readingOfPage(source: string, seen: Surface): Promise<Reading> {
  return withUnrecognised(await readSurface(source, partsInOrder(partsBelowEachOther(await mergedAgain(seen)))))
}

async function readingOfText(written: string, seen: Surface): Promise<Reading> {
  const source = withTabsBetweenCells(withoutIndents(withoutPadding(await withoutRunningLines(bareText(written)))))
  const surface = await mergedAgain(source === written ? seen : surfaceOf(source, false))
  const arranged = partsInOrder(partsBelowEachOther(withRowsOnLines(boxedTables(surface))))
  const plain = await readSurface(
    source,
    await figuresBehindLabels(await headsPutTogether(await headingsApart(arranged))),
  )
  const fullest = await fullestReading(source, plain)
  if (hasLostRepeats(fullest.folded.text, fullest.tables)) return withheldWhereRepeatsAreLost(fullest)
  const reading = withUnrecognised({ ...fullest, tables: withoutPageFigures(source, fullest.tables) })
  // Only where a program took the text from pages is the order in which figures stand that of the page.
  const tables = source.includes('\f') ? tablesInOrder(source, plain, reading) : reading.tables
  return { ...reading, tables: tables.map((table) => readByLines(streamOf(plain.folded), source, table)) }
}

/** Of a table that is there and could not be recognised every cell is withheld. */
function withUnrecognised({ folded, tables }: Reading): Reading {
  return { folded, tables: [...tables, ...unrecognisedTables(streamOf(folded), tables)] }
}

/** Of a text whose repeated lines were left out no cell is called empty or absent. */
function withheldWhereRepeatsAreLost({ folded, tables }: Reading): Reading {
  const all = [...tables, ...unrecognisedTables(streamOf(folded), tables, true)]
  return { folded, tables: all.map(withheldRepeats), repeatsLost: true }
}

/** The tables of a text that a program took from pages, with what the order of their figures tells, and without what it makes doubtful. */
function tablesInOrder(source: string, plain: Reading, { tables }: Reading): Reading['tables'] {
  const stream = streamOf(plain.folded)
  const isInBlocks = isTakenInBlocks(source)
  return tables
    .map(withoutDisplacedTotals)
    .map((table) => (isInBlocks ? withheldUnlessCounted(stream, source, table) : table))
    .map((table) => readInOrder(stream, source, table))
}
