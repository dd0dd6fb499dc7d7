import { CONTAINERS, EXTRACTED } from './containers.js'
import { documentPage, documentWords } from './documents.js'
import { drawDress } from './dress.js'
import { byteOrderMark, charsetName, drawEncoding, usable } from './encodings.js'
import { type Rates, ratesOf, struck, withRules } from './faults.js'
import { type GridCell, label } from './grid.js'
import { headOf } from './head.js'
import { withCharset } from './html.js'
import { LAYOUTS, type Layout } from './layouts.js'
import { Marks } from './marks.js'
import { narrate } from './narrative.js'
import { blocksOf } from './page.js'
import { cluster, clusterSize, type OfficeYear } from './population.js'
import { lostRows, printFigures, trueTables } from './printed.js'
import { randomOf } from './random.js'
import { inScript, SCRIPTS, withNoise } from './script.js'
import { settings } from './settings.js'
import { cellKey } from './solve.js'
import type { Truth } from './truth.js'

/** A synthetic report: its bytes, its decoded source, and its true values. */
export interface SyntheticReport {
  readonly bytes: Uint8Array
  /** The page's decoded text, in which the true places count; where there are none (`truth.places`), its words. */
  readonly source: string
  readonly truth: Truth
}

/** What a synthetic corpus is to be like. */
export interface SimulateOptions {
  readonly faults?: boolean | Rates
}

/**
 * Makes one synthetic report of a corpus: a fictional body's year, printed in one of many layouts, scripts, encodings and
 * ways to write figures, with faults planted now and then, and its true values beside it. It is the same on every machine,
 * and the same however many reports are made.
 *
 * @param seed names the corpus
 * @param index which report of it, from 0
 * @returns the bytes of the file, the text they hold, and the true values with their places in that text
 * @param options.faults `true`, the usual ones; `false`, none, not even lost blanks; or how often each is planted, 0 to 1
 * @throws when the index is not a whole number from 0
 * @example
 * const { truth } = await simulateReport('7', 0)
 * truth.id // 'sim-0000-province-2020'
 */
export async function simulateReport(
  seed: string,
  index: number,
  { faults = true }: SimulateOptions = {},
): Promise<SyntheticReport> {
  if (!Number.isSafeInteger(index) || index < 0) throw new Error('simulateReport requires an index from 0')
  const office = officeAt(seed, index, ratesOf(faults))
  const random = randomOf(seed, 'report', index)
  const layout = layoutAt(seed, index)
  const script = random.weighted(SCRIPTS)
  const dress = drawDress(random, layout.glued, layout.showsEmpty || struck(random, office.rates, 'lost_blank'))
  const container = random.weighted(
    CONTAINERS.filter(({ takes }) => takes.includes(layout.markup)).map((each) => [each, each.weight] as const),
  )
  const drawn = container.encodings ? drawEncoding(random, script) : 'utf-8'
  const marks = new Marks()
  const narrative = narrate(seed, office, marks)
  const head = headOf(seed, office)
  const printed = office.form === null ? null : printFigures(random, office, narrative.zeroTables, layout, dress, marks)
  const figure = (table: string, row: string, column: string): GridCell =>
    printed?.grid.get(cellKey(table, row, column)) ?? label('')
  const faultyRows = new Set(
    [...office.planted, ...(printed?.planted ?? [])].map(({ table, row }) => `${table}/${row}`),
  )
  const parts = { seed, office, layout, narrative, head, figure, kept: faultyRows, without: printed?.without ?? null }
  const page = blocksOf(random, parts)
  // A printed page has no characters without width.
  const noise = struck(random, office.rates, 'noise') && layout.markup !== 'pdf'
  const laidOut = layout.page(page.blocks, random)
  const written = await inScript(noise ? withNoise(laidOut, random) : laidOut, script)
  const encoding = usable(drawn, marks.read(written).source)
  const charset = charsetName(encoding, random)
  const extracted = EXTRACTED.includes(layout.markup)
  const declared = layout.markup === 'html' && random.chance(0.5) ? withCharset(written, charset) : written
  const { source, places } = marks.read(extracted ? declared : byteOrderMark(encoding) + declared)
  const told = <T extends { readonly mark: string }>({ mark, ...rest }: T) => {
    const at = places.get(mark) ?? ([0, 0] as const)
    return { ...rest, text: source.slice(...at), at: extracted ? null : at }
  }
  const truth: Truth = {
    id: office.id,
    synthetic: true,
    file: `reports/${office.id}${container.ending}`,
    layout: layout.name,
    container: container.name,
    script,
    encoding,
    places: extracted ? 'none' : 'source',
    dress,
    unit: { id: office.unitId, level: office.unit.code, parent: office.parentId, parts: office.parts },
    report: {
      title: head.title,
      issuer: office.issuer,
      year: office.year,
      form: office.editions.requests ?? 'legacy',
      forms: formsOf(office, printed?.without ?? null),
      signed: head.signedISO,
      published: null,
      region: null,
    },
    tables:
      office.form === null || printed === null
        ? {}
        : trueTables(office, printed, lostRows(page.planted), places, source, !extracted),
    statements: narrative.statements.map(told),
    items: narrative.items.map(told),
    planted: [
      ...office.planted,
      ...(printed?.planted ?? []),
      ...narrative.planted,
      ...head.planted,
      ...page.planted,
      ...(noise ? [{ fault: 'noise' }] : []),
    ].map(withRules),
  }
  const kept = { id: office.id, year: office.year, markup: layout.markup, source, encoding, charset }
  const bytes = await container.bytes(kept, random)
  return { bytes, source: extracted ? documentWords(documentPage(source)) : source, truth }
}

/** The reports of a corpus, one after the other. */
export async function* simulate(
  seed: string,
  reports: number,
  options: SimulateOptions = {},
): AsyncGenerator<SyntheticReport> {
  for (let index = 0; index < reports; index++) yield await simulateReport(seed, index, options)
}

let latest: { key: string; rates: Rates; offices: OfficeYear[] } | undefined

function officeAt(seed: string, index: number, rates: Rates): OfficeYear {
  const number = Math.floor(index / clusterSize())
  const key = `${number}/${seed}`
  if (latest?.key !== key || latest.rates !== rates) latest = { key, rates, offices: cluster(seed, number, rates) }
  const office = latest.offices[index % clusterSize()]
  if (office === undefined) throw new Error(`there is no report ${index} in its cluster`)
  return office
}

/** Each layout once in as many reports as there are layouts, in an order of its own each time. */
function layoutAt(seed: string, index: number): Layout {
  const round = Math.floor(index / LAYOUTS.length)
  const layout = randomOf(seed, 'layouts', round).shuffled(LAYOUTS)[index % LAYOUTS.length]
  if (layout === undefined) throw new Error('there are no layouts')
  return layout
}

function formsOf({ editions }: OfficeYear, without: string | null): Record<string, string> {
  return Object.fromEntries(Object.entries(editions).filter(([table]) => table !== without))
}

/** Every corpus says what it is. */
export function notice(): string {
  return `${settings().marking.line}\nAll reports here are SYNTHETIC: made by gongkai simulate, of places that do not exist.\n`
}
