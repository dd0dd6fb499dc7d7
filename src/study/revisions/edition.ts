import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FailedInput } from '../../types.js'
import { analyse, isFailed } from '../analyse.js'
import {
  type AnyTable,
  cellInputs,
  cellsTable,
  findingsTable,
  reportsTable,
  statementInputs,
  statementsTable,
  type Table,
  tableRow,
} from '../columns.js'
import type { CorrectedReport } from '../corrections/types.js'
import { readKnownColumns } from '../csv.js'
import { writeParquet } from '../store.js'
import { isParsed, parsedReports } from './parsed.js'

/** One side of a comparison: where its tables lie as Parquet. */
export type Edition = Readonly<Record<EditionTable, string>>
export type EditionTable = 'reports' | 'cells' | 'statements' | 'findings'

const TABLES: Readonly<Record<EditionTable, AnyTable>> = {
  reports: reportsTable,
  cells: cellsTable,
  statements: statementsTable,
  findings: findingsTable,
}
const NAMES: readonly EditionTable[] = ['reports', 'cells', 'statements', 'findings']

type Read = CorrectedReport | FailedInput

/**
 * The tables of a build's folder, of what `parse` printed, or of a report's own file.
 *
 * @param scratch a folder for tables that have to be made first
 * @throws where there is nothing of the kind
 */
export async function openEdition(path: string, scratch: string): Promise<Edition> {
  const info = await stat(path).catch(() => null)
  if (info === null) throw new Error(`revisions requires two builds or two files, and there is no ${path}`)
  if (info.isDirectory()) return ofBuild(path, scratch)
  return ofReports((await isParsed(path)) ? () => parsedReports(path) : await readOnce(path), scratch)
}

async function ofBuild(folder: string, scratch: string): Promise<Edition> {
  const paths = NAMES.map(async (name): Promise<[EditionTable, string]> => {
    const parquet = join(folder, `${name}.parquet`)
    if (existsSync(parquet)) return [name, parquet]
    const csv = join(folder, `${name}.csv`)
    if (!existsSync(csv)) {
      throw new Error(
        `revisions requires the folder of a build, and ${folder} has neither ${name}.parquet nor ${name}.csv`,
      )
    }
    const made = join(scratch, `${name}.parquet`)
    const { table, rows } = readKnownColumns(TABLES[name], await readFile(csv, 'utf8'))
    await writeParquet(made, table, rows)
    return [name, made]
  })
  return Object.fromEntries(await Promise.all(paths)) as Edition
}

/** The reports of a file that is no output of ours: read as `parse` would. */
async function readOnce(path: string): Promise<() => AsyncIterable<Read>> {
  const reports: Read[] = []
  for await (const result of analyse([path])) reports.push(isFailed(result) ? result : result.report)
  const [first] = reports
  if (reports.length === 1 && first !== undefined && isFailed(first)) {
    throw new Error(`revisions cannot read ${basename(path)}: ${first.error.message}`)
  }
  return async function* () {
    yield* reports
  }
}

/** Writes the tables one after the other, so that no more than one report has to be in memory. */
async function ofReports(reports: () => AsyncIterable<Read>, scratch: string): Promise<Edition> {
  const write = async <Row, Name extends string>(table: Table<Row, Name>, rowsOf: (report: Read) => readonly Row[]) => {
    const path = join(scratch, `${table.name}.parquet`)
    await writeParquet(
      path,
      table,
      (async function* () {
        for await (const report of reports()) for (const row of rowsOf(report)) yield tableRow(table, row)
      })(),
    )
    return path
  }
  const ifRead =
    <Row>(rowsOf: (report: CorrectedReport) => readonly Row[]) =>
    (report: Read) =>
      isFailed(report) ? [] : rowsOf(report)
  return {
    reports: await write(reportsTable, (report) => [report]),
    cells: await write(cellsTable, ifRead(cellInputs)),
    statements: await write(statementsTable, ifRead(statementInputs)),
    findings: await write(
      findingsTable,
      ifRead(({ id, findings }) => findings.map((finding) => ({ report_id: id, ...finding }))),
    ),
  }
}
