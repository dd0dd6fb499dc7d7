import { ALL_TABLES, cellsOf, formById, formCells, TABLES, tablesOf } from '../../src/forms/forms.js'
import type {
  Cell,
  CellRow,
  CellStatus,
  DateMention,
  Report,
  ReportHead,
  ReportTables,
  Section,
  Statement,
  TableName,
} from '../../src/types.js'

/** What stands in a cell: a number as printed, `{ inferred: n }`, or the status of a cell without a number. */
export type CellSpec = number | { inferred: number } | Exclude<CellStatus, 'stated' | 'inferred' | 'corrected'>

/** A row of a table; a bare number is one asked by natural persons, that column and the total, or one of this year and all years. */
export type RowSpec = number | Readonly<Record<string, CellSpec>>

export type TableSpecs = Readonly<Partial<Record<TableName, Readonly<Record<string, RowSpec>>>>>

export interface HeadSpec {
  readonly id?: string
  readonly year?: number | null
  readonly yearBasis?: ReportHead['yearBasis']
  readonly issuer?: string
  readonly signed?: string
  readonly published?: string
  readonly period_start?: string
  readonly period_end?: string
  /** Kind of a date that is printed but damaged. */
  readonly damaged?: DateMention['kind']
  /** Keys of the sections found; the six statutory ones where left out. */
  readonly sections?: readonly string[]
  /** Those of them under whose heading nothing stands. */
  readonly empty?: readonly string[]
  /** Quantities said in sentences; what is left out is as in a plain sentence. */
  readonly statements?: readonly Partial<Statement>[]
  /** The editions of tables that follow another one than the report. */
  readonly forms?: Readonly<Partial<Record<TableName, string>>>
}

const SECTIONS = ['overview', 'proactive', 'requests', 'remedies', 'problems', 'other']
const YEARS: Readonly<Record<string, number>> = {
  '2008': 2012,
  fujian: 2012,
  '2014': 2017,
  '2019': 2020,
  '2021': 2021,
  legacy: 2018,
}

/**
 * A small report. Tables that are named hold a stated 0 wherever nothing else is said, and every printed cell has a place;
 * tables that are not named are absent. A report with the statistics table alone is `legacy`, whatever its edition.
 */
export function fillReport(form: string, tables: TableSpecs = {}, head: HeadSpec = {}): Report {
  const editions = Object.fromEntries(ALL_TABLES.filter((t) => tables[t]).map((t) => [t, head.forms?.[t] ?? form]))
  const own = tables.statistics === undefined ? TABLES : ALL_TABLES
  const cells = own.map((table) => [table, fillTable(editions[table] ?? form, table, tables[table])] as const)
  const kinds = ['period_start', 'period_end', 'signed', 'published'] as const
  const dates = kinds.flatMap((kind, index) => dateMention(kind, head, 9000 + 20 * index))
  return {
    id: head.id ?? 'made-up',
    source: {
      path: 'made-up.txt',
      sha256: '0'.repeat(64),
      bytes: 9999,
      encoding: 'utf-8',
      format: 'text',
      script: 'hans',
    },
    folding: { script: 'hans', traditionalShare: 0, changes: [] },
    report: {
      title: null,
      titleAt: null,
      issuer: head.issuer ?? null,
      issuerAt: null,
      issuerBasis: head.issuer === undefined ? null : 'title',
      year: head.year === undefined ? (YEARS[form] ?? null) : head.year,
      yearAt: null,
      yearBasis: head.year === null ? null : (head.yearBasis ?? 'title'),
      form: formById(form)?.tables.statistics === undefined ? form : 'legacy',
      forms: editions,
      detection: [],
      signed: head.signed ?? null,
      published: head.published ?? null,
      dates,
      issuer_kind: null,
      issuer_level: null,
      region: null,
      region_basis: null,
      remains: [],
    },
    sections: (head.sections ?? SECTIONS).map((key, index) => ({
      ...section(key, index),
      ...(head.empty?.includes(key) ? { empty: true as const } : {}),
    })),
    tables: Object.fromEntries(cells) as unknown as ReportTables,
    statements: (head.statements ?? []).map(statement),
    other_numbers: [],
    items: [],
    findings: [],
  }
}

/** A report from one flat object, as the docstrings of the audit rules show it. */
export function fromFragment(fragment: Record<string, unknown>): Report {
  const { form, proactive, requests, remedies, statistics, ...head } = fragment
  const tables = Object.fromEntries(
    Object.entries({ proactive, requests, remedies, statistics }).filter(([, rows]) => rows),
  )
  return fillReport(String(form), tables as TableSpecs, head as HeadSpec)
}

/** The cells of reports as flat rows. */
export function rowsOf(...reports: readonly Report[]): CellRow[] {
  return reports.flatMap((report) =>
    tablesOf(report).flatMap((table) =>
      cellsOf(report, table).map(({ row, column, value, status, text, at }) => ({
        report_id: report.id,
        form: report.report.forms[table] ?? report.report.form,
        table,
        row,
        column,
        value,
        status,
        text,
        start: at?.[0] ?? null,
        end: at?.[1] ?? null,
      })),
    ),
  )
}

function fillTable(formId: string, table: TableName, rows: Readonly<Record<string, RowSpec>> | undefined): Cell[] {
  const form = formById(formId)
  if (form === undefined) return []
  const definitions = formCells(form, table)
  const known = new Set(definitions.map(({ row }) => row.code))
  const unknown = Object.keys(rows ?? {}).find((row) => !known.has(row))
  if (unknown !== undefined) throw new Error(`fillReport requires rows of the form ${formId}; ${unknown} is none`)
  const base = 1000 * (1 + ALL_TABLES.indexOf(table))
  return definitions.map(({ row, column }, index) => {
    const spec = rows === undefined ? 'absent' : cellSpec(rows[row.code], column.code)
    return fillCell(row.code, column.code, spec, base + 5 * index)
  })
}

function cellSpec(row: RowSpec | undefined, column: string): CellSpec {
  if (typeof row === 'number') return ['natural_person', 'total', 'this_year', 'cumulative'].includes(column) ? row : 0
  return row?.[column] ?? 0
}

function fillCell(row: string, column: string, spec: CellSpec, start: number): Cell {
  if (typeof spec === 'object') return { row, column, value: spec.inferred, status: 'inferred', text: null, at: null }
  if (typeof spec === 'number') {
    const text = String(spec)
    return { row, column, value: spec, status: 'stated', text, at: [start, start + text.length] }
  }
  const text = { nil: '/', blank: null, ambiguous: '12', absent: null }[spec]
  return { row, column, value: null, status: spec, text, at: text === null ? null : [start, start + text.length] }
}

function dateMention(kind: DateMention['kind'], head: HeadSpec, start: number): DateMention[] {
  const at = [start, start + 10] as const
  if (head.damaged === kind) return [{ kind, value: null, status: 'ambiguous', text: '2021121', at }]
  const value = head[kind]
  return value === undefined ? [] : [{ kind, value, status: 'stated', text: value, at }]
}

function statement(given: Partial<Statement>, index: number): Statement {
  const value = given.value ?? 0
  const text = `共${value}件`
  const at = [8000 + 20 * index, 8000 + 20 * index + text.length] as const
  return {
    key: 'requests_received',
    value,
    unit: '件',
    approximate: given.rounding != null,
    rounding: null,
    scope: null,
    period: null,
    label: null,
    part_of: null,
    group: null,
    share: null,
    change: null,
    text,
    at,
    ...given,
  }
}

function section(key: string, index: number): Section {
  const start = 100 * index
  return { key, heading: key, at: [start, start + 100], headingAt: [start, start + 10], level: 1, parent: null }
}
