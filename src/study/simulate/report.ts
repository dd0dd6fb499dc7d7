import { type Form, formCells } from '../../forms/forms.js'
import type { Place, TableName } from '../../types.js'
import { CONTAINERS, EXTRACTED } from './containers.js'
import { documentPage, documentWords } from './documents.js'
import { drawDress, dressed } from './dress.js'
import { byteOrderMark, charsetName, drawEncoding, usable } from './encodings.js'
import { breakFigures, struck } from './faults.js'
import { type GridCell, label } from './grid.js'
import { headOf } from './head.js'
import { withCharset } from './html.js'
import { LAYOUTS, type Layout } from './layouts.js'
import { Marks } from './marks.js'
import { narrate } from './narrative.js'
import { blocksOf } from './page.js'
import { cluster, clusterSize, type OfficeYear } from './population.js'
import { type Random, randomOf } from './random.js'
import { inScript, SCRIPTS, withNoise } from './script.js'
import { settings } from './settings.js'
import { cellKey } from './solve.js'
import type { Planted, TrueCell, TrueStatus, Truth } from './truth.js'

/** A synthetic report: its bytes, its decoded source, and its true values. */
export interface SyntheticReport {
  readonly bytes: Uint8Array
  /** The page's decoded text, in which the true places count; where there are none (`truth.places`), its words. */
  readonly source: string
  readonly truth: Truth
}

/**
 * Makes one synthetic report of a corpus: a fictional body's year, printed in one of many layouts, scripts, encodings and
 * ways to write figures, with faults planted now and then, and its true values beside it. It is the same on every machine,
 * and the same however many reports are made.
 *
 * @param seed names the corpus
 * @param index which report of it, from 0
 * @returns the bytes of the file, the text they hold, and the true values with their places in that text
 * @throws when the index is not a whole number from 0
 * @example
 * const { truth } = await simulateReport('7', 0)
 * truth.id // 'sim-0000-province-2019'
 */
export async function simulateReport(seed: string, index: number): Promise<SyntheticReport> {
  if (!Number.isSafeInteger(index) || index < 0) throw new Error('simulateReport requires an index from 0')
  const office = officeAt(seed, index)
  const random = randomOf(seed, 'report', index)
  const layout = layoutAt(seed, index)
  const script = random.weighted(SCRIPTS)
  const dress = drawDress(random, layout.glued)
  const container = random.weighted(
    CONTAINERS.filter(({ takes }) => takes.includes(layout.markup)).map((each) => [each, each.weight] as const),
  )
  const drawn = container.encodings ? drawEncoding(random, script) : 'utf-8'
  const marks = new Marks()
  const narrative = narrate(seed, office, marks)
  const head = headOf(random, office)
  const printed = office.form === null ? null : printFigures(random, office, layout, dress, marks)
  const figure = (table: string, row: string, column: string): GridCell =>
    printed?.grid.get(cellKey(table, row, column)) ?? label('')
  const page = blocksOf(random, { office, layout, narrative, head, figure, without: printed?.without ?? null })
  // A printed page has no characters without width.
  const noise = struck(random, 'noise') && layout.markup !== 'pdf'
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
      form: office.form?.form ?? 'legacy',
      forms: formsOf(office.form, printed?.without ?? null),
      signed: head.signedISO,
      published: null,
      region: null,
    },
    tables:
      office.form === null || printed === null
        ? {}
        : trueTables(office.form, printed, lostRows(page.planted), places, source, !extracted),
    statements: narrative.statements.map(told),
    items: narrative.items.map(told),
    planted: [
      ...office.planted,
      ...(printed?.planted ?? []),
      ...narrative.planted,
      ...head.planted,
      ...page.planted,
      ...(noise ? [{ fault: 'noise' }] : []),
    ],
  }
  const kept = { id: office.id, year: office.year, markup: layout.markup, source, encoding, charset }
  const bytes = await container.bytes(kept, random)
  return { bytes, source: extracted ? documentWords(documentPage(source)) : source, truth }
}

/** The reports of a corpus, one after the other. */
export async function* simulate(seed: string, reports: number): AsyncGenerator<SyntheticReport> {
  for (let index = 0; index < reports; index++) yield await simulateReport(seed, index)
}

let latest: { key: string; offices: OfficeYear[] } | undefined

function officeAt(seed: string, index: number): OfficeYear {
  const number = Math.floor(index / clusterSize())
  const key = `${number}/${seed}`
  if (latest?.key !== key) latest = { key, offices: cluster(seed, number) }
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

interface PrintedFigure {
  readonly text: string
  readonly status: TrueStatus
  readonly value: number | null
  readonly meant: number
}

interface PrintedTables {
  readonly grid: ReadonlyMap<string, GridCell>
  readonly figures: ReadonlyMap<string, PrintedFigure>
  readonly without: string | null
  readonly planted: readonly Planted[]
}

/** Every figure as it is printed, with a mark around it, and the faults put in. */
function printFigures(
  random: Random,
  office: OfficeYear,
  layout: Layout,
  dress: ReturnType<typeof drawDress>,
  marks: Marks,
): PrintedTables {
  const { form } = office
  const figures = new Map<string, PrintedFigure>()
  const grid = new Map<string, GridCell>()
  if (form === null) return { grid, figures, without: null, planted: [] }
  const { values, planted } = breakFigures(random, form, office.values)
  const without = struck(random, 'missing_table') ? random.pick(Object.keys(form.tables)) : null
  if (without !== null) planted.push({ fault: 'missing_table', table: without })
  const stated = [...values].filter(([, value]) => value > 0).map(([key]) => key)
  const garbled = struck(random, 'garbled_figure') && stated.length > 0 ? random.pick(stated) : null
  let lost = 0
  for (const table of Object.keys(form.tables) as TableName[]) {
    for (const { row, column } of formCells(form, table)) {
      const key = cellKey(table, row.code, column.code)
      const value = values.get(key) ?? 0
      const meant = office.values.get(key) ?? 0
      const fair = dressed(random, dress, value, column, layout.showsEmpty)
      const { printed, status } = key === garbled ? { printed: `${fair.printed}某`, status: 'garbled' as const } : fair
      if (key === garbled) planted.push({ fault: 'garbled_figure', table, row: row.code, column: column.code })
      if (status === 'lost' && table !== without) lost++
      const number = status === 'stated' ? value : null
      figures.set(key, {
        text: printed,
        status: table === without ? 'absent' : status,
        value: table === without ? null : number,
        meant,
      })
      const shown = printed === '' ? '' : marks.around(key, printed)
      grid.set(key, { ...label(shown), figure: key })
    }
  }
  if (lost > 0) planted.push({ fault: 'lost_blank', cells: lost })
  return { grid, figures, without, planted }
}

function trueTables(
  form: Form,
  { figures }: PrintedTables,
  lost: ReadonlySet<string>,
  places: ReadonlyMap<string, Place>,
  source: string,
  placed: boolean,
): Record<string, TrueCell[]> {
  const tables = Object.keys(form.tables) as TableName[]
  return Object.fromEntries(
    tables.map((table) => [
      table,
      formCells(form, table).map(({ row, column }): TrueCell => {
        const key = cellKey(table, row.code, column.code)
        const { meant = 0, status = 'absent', value = null } = figures.get(key) ?? {}
        if (lost.has(`${table}/${row.code}`))
          return { row: row.code, column: column.code, value: null, status: 'absent', printed: '', at: null, meant }
        const at = places.get(key) ?? null
        const text = at ? source.slice(...at) : ''
        return { row: row.code, column: column.code, value, status, printed: text, at: placed ? at : null, meant }
      }),
    ]),
  )
}

/** The rows that are not on the page. */
function lostRows(planted: readonly Planted[]): Set<string> {
  return new Set(planted.filter(({ fault }) => fault === 'lost_row').map(({ table, row }) => `${table}/${row}`))
}

function formsOf(form: Form | null, without: string | null): Record<string, string> {
  const tables = Object.keys(form?.tables ?? {}).filter((table) => table !== without)
  return Object.fromEntries(tables.map((table) => [table, form?.form ?? '']))
}

/** Every corpus says what it is. */
export function notice(): string {
  return `${settings().marking.line}\nAll reports here are SYNTHETIC: made by gongkai simulate, of places that do not exist.\n`
}
