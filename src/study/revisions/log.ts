import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CORRECTION_RULES } from '../corrections/guard.js'
import { queryRows } from '../store.js'
import { revision, type Side, type Spot } from './classify.js'
import { type Difference, differences, type TablePair } from './differences.js'
import { type Edition, type EditionTable, openEdition } from './edition.js'
import { mergeByReport } from './merge.js'
import { reportChanges } from './reports.js'
import type { RevisionRow } from './types.js'

/** How rows of a table are laid side by side, and what of them is compared. */
interface Compared {
  readonly table: EditionTable
  readonly keys: readonly string[]
  readonly compared: readonly string[]
  readonly spot: (row: Row) => Omit<Spot, 'report_id'>
  readonly side: (row: Row) => Omit<Side, 'start' | 'end'>
}

type Row = Readonly<Record<string, string | number | boolean | null>>

const NO_CELL = { table: null, row: null, column: null } as const

const COMPARED: readonly Compared[] = [
  {
    table: 'cells',
    keys: ['report_id', 'table', 'row', 'column'],
    compared: ['value', 'status', 'text', 'start', 'end', 'correction_id'],
    spot: (row) => ({
      subject: 'cell',
      table: text(row.table),
      row: text(row.row),
      column: text(row.column),
      name: null,
    }),
    side: (row) => ({
      value: number(row.value),
      status: text(row.status),
      text: text(row.text),
      correction: text(row.correction_id),
    }),
  },
  {
    table: 'statements',
    keys: ['report_id', 'statement_key', 'scope', 'period', 'label'],
    compared: ['value', 'text', 'start', 'end'],
    spot: (row) => ({ subject: 'statement', ...NO_CELL, name: text(row.statement_key) }),
    side: (row) => ({ value: number(row.value), status: null, text: text(row.text), correction: null }),
  },
  {
    table: 'findings',
    keys: ['report_id', 'rule', 'cells', 'message'],
    compared: ['severity', 'start', 'end'],
    spot: (row) => ({ subject: 'finding', ...NO_CELL, name: text(row.rule) }),
    side: (row) => ({ value: null, status: text(row.severity), text: text(row.message), correction: null }),
  },
]

/**
 * The revision log of two builds, two outputs of `parse`, or two versions of a report: what changed, report by report, first of the report and
 * its head, then of cells, statements and findings. Two files of one report each are compared even if their ids differ; the rows bear the newer id.
 *
 * @param older a build's folder, what `parse` printed, or a file with reports
 * @param newer the same; the two need not be of one kind
 * @throws where one of them is nothing of the kind
 *
 * @example
 * for await (const row of revisions('out/2023', 'out/2024')) console.log(row.report_id, row.change)
 */
export async function* revisions(older: string, newer: string): AsyncGenerator<RevisionRow> {
  const scratch = await mkdtemp(join(tmpdir(), 'gongkai-revisions-'))
  try {
    const [before, after] = [await opened(older, join(scratch, 'old')), await opened(newer, join(scratch, 'new'))]
    const same = await sameReport(before, after, scratch)
    const pair = (table: EditionTable, keys: readonly string[], compared: readonly string[]): TablePair => {
      return {
        older: before[table],
        newer: after[table],
        keys,
        compared,
        ...(same === null ? {} : { sameReport: same }),
      }
    }
    const reports = await reportChanges((keys, compared) =>
      differences(pair('reports', keys, compared), join(scratch, 'spill')),
    )
    const streams = COMPARED.map((one) => {
      const rows = differences(pair(one.table, one.keys, one.compared), join(scratch, `spill-${one.table}`))
      return rowsOf(one, rows, reports.reasonOf)
    })
    yield* mergeByReport([reports.rows, ...streams])
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function opened(path: string, scratch: string): Promise<Edition> {
  await mkdir(scratch, { recursive: true })
  return openEdition(path, scratch)
}

/** The two ids, where each side holds one report and they differ. */
async function sameReport(before: Edition, after: Edition, scratch: string): Promise<readonly [string, string] | null> {
  const [older, newer] = [await ids(before, scratch), await ids(after, scratch)]
  const [old, now] = [older[0], newer[0]]
  if (older.length !== 1 || newer.length !== 1 || old === undefined || now === undefined || old === now) return null
  return [old, now]
}

/** One or two ids of an edition; more are not needed. */
async function ids({ reports }: Edition, scratch: string): Promise<string[]> {
  const found: string[] = []
  const sql = 'SELECT "report_id" FROM read_parquet($1) LIMIT 2'
  for await (const row of queryRows(sql, [reports], join(scratch, 'spill'))) found.push(String(row.report_id))
  return found
}

async function* rowsOf(
  { spot, side }: Compared,
  found: AsyncIterable<Difference>,
  reasonOf: (report: string) => RevisionRow['reason'] | 'not_compared',
): AsyncGenerator<RevisionRow> {
  const sideOf = (row: Row | null): Side | null =>
    row === null ? null : { ...side(row), start: number(row.start), end: number(row.end) }
  for await (const { older, newer } of found) {
    const row = newer ?? older
    const report_id = text(row?.report_id)
    if (row === null || report_id === null) continue
    const reason = reasonOf(report_id)
    if (reason === 'not_compared') continue
    const change = revision({ report_id, ...spot(row) }, sideOf(older), sideOf(newer))
    if (change !== null)
      yield { ...change, reason: change.reason ?? (isAboutCorrection(change) ? 'correction' : reason) }
  }
}

function isAboutCorrection({ subject, name }: RevisionRow): boolean {
  return subject === 'finding' && CORRECTION_RULES.some((rule) => rule === name)
}

function text(value: Row[string] | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function number(value: Row[string] | undefined): number | null {
  return typeof value === 'number' ? value : null
}
