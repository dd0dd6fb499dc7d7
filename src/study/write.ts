import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeAuditPage } from './audit-page.js'
import {
  cellsTable,
  checksTable,
  complianceTable,
  correctionsTable,
  findingsTable,
  itemsTable,
  keywordsTable,
  metricsTable,
  otherNumbersTable,
  reportsTable,
  statementsTable,
  type Table,
  tableRows,
} from './columns.js'
import { csvChunks, csvText } from './csv.js'
import { dictionaryMarkdown, dictionaryRows, dictionaryTable } from './dictionary.js'
import { type StudyFigure, studyFigures } from './figures.js'
import { writeParquet } from './store.js'
import type { Study } from './study.js'
import { summaryOf } from './summary.js'

/**
 * Writes a study to a folder: each tidy table as CSV and Parquet, the data dictionary, the audit page, the figures as SVG, PDF
 * and PNG, and a summary. The same study gives the same bytes on every machine.
 *
 * @returns the summary's text
 */
export async function writeStudy(study: Study, out: string): Promise<string> {
  await mkdir(join(out, 'figures'), { recursive: true })
  const write = <Row, Name extends string>(table: Table<Row, Name>, rows: readonly Row[]) =>
    writeTable(out, table, rows)
  await write(reportsTable, study.reports)
  await write(cellsTable, study.cells)
  await write(statementsTable, study.statements)
  await write(otherNumbersTable, study.other_numbers)
  await write(itemsTable, study.items)
  await write(keywordsTable, study.keywords)
  await write(findingsTable, study.findings)
  await write(checksTable, study.checks)
  await write(metricsTable, study.metrics)
  await write(complianceTable, study.compliance)
  await write(correctionsTable, study.corrections)
  await writeFile(join(out, 'dictionary.csv'), csvText(dictionaryTable, dictionaryRows()))
  await writeFile(join(out, 'DICTIONARY.md'), dictionaryMarkdown())
  await writeAuditPage(study, out)
  const figures = await studyFigures(study)
  for (const figure of figures) await writeFigure(out, figure)
  const summary = summaryOf(
    study,
    figures.map((figure) => `figures/${figure.name}.pdf`),
  )
  await writeFile(join(out, 'SUMMARY.txt'), summary)
  return summary
}

async function writeTable<Row, Name extends string>(
  out: string,
  table: Table<Row, Name>,
  rows: readonly Row[],
): Promise<void> {
  const tidy = tableRows(table, rows)
  await pipeline(Readable.from(csvChunks(table, tidy)), createWriteStream(join(out, `${table.name}.csv`)))
  await writeParquet(join(out, `${table.name}.parquet`), table, tidy)
}

async function writeFigure(out: string, figure: StudyFigure): Promise<void> {
  const path = join(out, 'figures', figure.name)
  await writeFile(`${path}.vl.json`, `${JSON.stringify(figure.specification, null, 1)}\n`)
  await writeFile(`${path}.svg`, figure.svg)
  await writeFile(`${path}.pdf`, figure.pdf)
  await writeFile(`${path}.png`, figure.png)
}
