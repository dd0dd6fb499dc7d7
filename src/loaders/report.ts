import { createHash } from 'node:crypto'
import { formById, TABLES } from '../forms/forms.js'
import type { Cell, CurrentTable, Finding, FormId, Place, Report, ReportTables, TableName } from '../types.js'
import { ReadError } from './errors.js'
import { extractSource } from './extract.js'
import { type FoldedSource, foldingOf } from './fold.js'
import { readDates } from './head/dates.js'
import { type Declared, readIdentity } from './head/head.js'
import { runningTitle } from './head/opening.js'
import { lostRepeatsNotes, nextReportNotes, readingNotes, sourceNotes } from './notes.js'
import { readingOf } from './reading.js'
import type { Reading } from './readings.js'
import { secondReport } from './second-report.js'
import { findRemains } from './sections/remains.js'
import { type FoundSection, readSections } from './sections/sections.js'
import { ofReport } from './statements/bodies-and-times/of-report.js'
import { readNumbers } from './statements.js'
import { placeOf, streamOf } from './stream.js'
import { type Surface, surfaceOf } from './surface.js'
import { absentCells, type FoundTable, otherTables } from './tables/tables.js'

/** One input: its bytes, the id it is to have, and the path it came from. */
export interface ReportInput {
  readonly id: string
  readonly path: string
  /** The bytes of one document, in any of the formats of `SourceFormat`. */
  readonly bytes: Uint8Array
  /** The encoding that came with the bytes, e.g. in an HTTP header. */
  readonly charset?: string
  /** The archive, web archive or JSONL it was taken from. */
  readonly within?: string
  /** The address it was fetched from. */
  readonly url?: string
  /** What whoever collected the reports says of this one; used only where the text itself is silent. */
  readonly declared?: Declared
}

/** A report as read, with the working copy that text analysis needs. */
export interface ReadReport {
  /** The report; its `items` and its audit findings are still to be added. */
  readonly report: Report
  /** The decoded or extracted source, to which every place refers. */
  readonly text: string
  readonly folded: FoldedSource
  readonly sections: readonly FoundSection[]
}

/**
 * Reads one report: a pure function of its bytes and the reference data. The bytes may be text or HTML, or a document that
 * has text in it: PDF with a text layer, Word, Excel, CSV, a saved web page.
 *
 * @throws ReadError when the bytes hold no text that can be read, or the text is no annual report
 * @example
 * const { report, text } = await readReport({ id: 'a', path: 'a.docx', bytes: await readFile('a.docx') })
 * const cell = report.tables.requests.find((one) => one.status === 'stated')
 * text.slice(...(cell?.at ?? [0, 0])) // the characters the number was read from
 */
export async function readReport(input: ReportInput): Promise<ReadReport> {
  const extracted = await extractSource(input)
  const { text, surface } = extracted
  const { folded, tables, next, repeatsLost = false } = await firstReport(text, surface)
  const ranges = tables.map((table) => table.range)
  const others = otherTables(streamOf(folded), text, tables)
  const sections = readSections(folded, text, ranges)
  const dates = readDates(folded, text, ranges)
  const identity = readIdentity(folded, text, dates, sections, input.declared)
  if (
    identity.title === null &&
    (runningTitle(folded.text)?.like ?? true) &&
    tables.length === 0 &&
    !sections.some(({ section }) => section.key !== 'unclassified')
  ) {
    throw new ReadError(
      'not_a_report',
      'no title, section or table of an annual report on government information disclosure was found',
    )
  }
  const formsByTable = Object.fromEntries(tables.map(({ table, form }) => [table, form])) as Partial<
    Record<TableName, FormId>
  >
  const form = formsByTable.requests ?? formsByTable.proactive ?? formsByTable.remedies ?? 'legacy'
  const stated = (kind: string) => dates.find((date) => date.kind === kind && date.status === 'stated')?.value ?? null
  const remains = findRemains(folded, ranges, sections, identity)
  const report: Report = {
    id: input.id,
    source: {
      path: input.path,
      ...(input.within === undefined ? {} : { within: input.within }),
      ...(input.url === undefined ? {} : { url: input.url }),
      sha256: createHash('sha256').update(input.bytes).digest('hex'),
      bytes: input.bytes.length,
      encoding: extracted.encoding,
      format: extracted.format,
      script: folded.script,
    },
    folding: foldingOf(folded),
    report: {
      ...identity,
      form,
      forms: formsByTable,
      detection: tables.map(({ detection }) => detection),
      signed: stated('signed'),
      published: stated('published'),
      dates,
      remains,
    },
    sections: sections.map(({ section }) => section),
    tables: tablesAsRead(tables, form),
    ...ofReport(readNumbers(folded, text, [...ranges, ...others], remains, sections), identity),
    items: [],
    findings: [],
  }
  const findings: Finding[] = [
    ...sourceNotes(extracted),
    ...nextReportNotes(next),
    ...lostRepeatsNotes(repeatsLost),
    ...readingNotes(report, tables),
  ]
  return { report: { ...report, findings }, text, folded, sections }
}

/** The reading of the first report of a text, as far as that goes, and where another begins, in the source. */
async function firstReport(text: string, surface: Surface): Promise<Reading & { readonly next: Place | null }> {
  const whole = await readingOf(text, surface)
  const title = secondReport(
    whole.folded.text,
    whole.tables.map(({ range }) => range),
  )
  if (title === null) return { ...whole, next: null }
  const next = placeOf(whole.folded, ...title)
  const own = text.slice(0, next[0])
  return { ...(await readingOf(own, surfaceOf(own, surface.format === 'html'))), next }
}

/** The three tables of the forms since 2019, there or `absent`, and the statistics table of older forms where it is there. */
function tablesAsRead(tables: readonly FoundTable[], form: FormId): ReportTables {
  const edition = formById(form)
  const found = new Map(tables.map(({ table, cells }) => [table, cells]))
  const cells = (table: CurrentTable) => found.get(table) ?? (edition ? absentCells(edition, table) : [])
  const current = Object.fromEntries(TABLES.map((table) => [table, cells(table)])) as Record<
    CurrentTable,
    readonly Cell[]
  >
  const statistics = found.get('statistics')
  return statistics === undefined ? current : { ...current, statistics }
}
