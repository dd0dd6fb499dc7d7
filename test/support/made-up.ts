import { type Form, type FormTable, formById, formCells, TABLES } from '../../src/forms/forms.js'
import type { CellStatus, TableName } from '../../src/types.js'
import type { Random } from './random.js'

/** What is printed in a cell and what a reader should make of it. */
export interface Truth {
  readonly table: TableName
  readonly row: string
  readonly column: string
  readonly printed: string
  readonly value: number | null
  readonly status: CellStatus
}

/** A cell of a printed table: a label, or a figure (`truth`). */
export interface GridCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  readonly truth?: Truth
  /** The row whose label this is. */
  readonly labels?: string
}

export type GridRow = readonly GridCell[]
export type Grid = readonly GridRow[]

/** A made-up report: its three tables as they are printed, its words around them. */
export interface MadeUp {
  readonly form: Form
  readonly year: number
  readonly issuer: string
  readonly grids: Readonly<Record<TableName, Grid>>
}

/** A report of a place that does not exist, with random figures in which the form's identities hold; zeros are frequent. */
export function madeUp(random: Random, formId: string): MadeUp {
  const form = formById(formId)
  if (form === undefined) throw new Error(`madeUp requires a known form, not ${formId}`)
  const year = formId === '2019' ? random.int(2019, 2020) : random.int(2021, 2025)
  const values = new Map([
    ...requestValues(random, form),
    ...remedyValues(random, form),
    ...proactiveValues(random, form),
  ])
  const grids = TABLES.map((table) => [table, gridOf(form, table, (row, column) => stated(table, row, column, values))])
  return { form, year, issuer: '云溪县人民政府', grids: Object.fromEntries(grids) as Record<TableName, Grid> }
}

/** The truths that stand in grids, one for each cell of the form; a cell whose row is not there is absent. */
export function truthsOf(report: MadeUp): Truth[] {
  return TABLES.flatMap((table) => {
    const printed = new Map(
      report.grids[table].flatMap((row) =>
        row.flatMap(({ truth }) => (truth ? [[key(table, truth.row, truth.column), truth]] : [])),
      ),
    )
    return formCells(report.form, table).map(({ row, column }): Truth => {
      const absent = { table, row: row.code, column: column.code, printed: '', value: null, status: 'absent' as const }
      return (printed.get(key(table, row.code, column.code)) as Truth | undefined) ?? absent
    })
  })
}

/** The same report with every cell put through a function. */
export function mapCells(report: MadeUp, change: (cell: GridCell, table: TableName) => GridCell): MadeUp {
  return mapGrids(report, (grid, table) => grid.map((row) => row.map((cell) => change(cell, table))))
}

/** The same report with every table put through a function. */
export function mapGrids(report: MadeUp, change: (grid: Grid, table: TableName) => Grid): MadeUp {
  const grids = TABLES.map((table) => [table, change(report.grids[table], table)])
  return { ...report, grids: Object.fromEntries(grids) as Record<TableName, Grid> }
}

export function key(table: TableName, row: string, column: string): string {
  return `${table}/${row}/${column}`
}

function stated(table: TableName, row: string, column: string, values: Map<string, number>): Truth {
  const value = values.get(key(table, row, column)) ?? 0
  return { table, row, column, printed: String(value), value, status: 'stated' }
}

type Values = [string, number][]

/** A count as reports have them: mostly nought, mostly small. */
function count(random: Random, most: number): number {
  return random.chance(0.6) ? 0 : random.chance(0.7) ? random.int(1, 9) : random.int(10, most)
}

function requestValues(random: Random, form: Form): Values {
  const identity = form.identities.find(({ id }) => id === 'requests.concluded_sum')
  const outcomes = identity?.right ?? []
  const columns = ['natural_person', 'business', 'research', 'social_org', 'legal_service', 'other_org']
  const values = new Map<string, number>()
  const totals = new Map<string, number>()
  const put = (row: string, column: string, value: number) => {
    values.set(key('requests', row, column), value)
    totals.set(row, (totals.get(row) ?? 0) + value)
  }
  for (const column of columns) {
    const counts = outcomes.map((row) => ({ row, value: count(random, column === 'natural_person' ? 480 : 40) }))
    const concluded = counts.reduce((sum, { value }) => sum + value, 0)
    const carriedOut = count(random, 30)
    const carriedIn = Math.min(count(random, 30), concluded + carriedOut)
    for (const { row, value } of counts) put(row, column, value)
    put('concluded_total', column, concluded)
    put('carried_out', column, carriedOut)
    put('carried_in', column, carriedIn)
    put('received_new', column, concluded + carriedOut - carriedIn)
  }
  return [...values, ...[...totals].map(([row, total]): [string, number] => [key('requests', row, 'total'), total])]
}

function remedyValues(random: Random, form: Form): Values {
  return ['review', 'litigation_direct', 'litigation_after_review'].flatMap((row) => {
    const parts = form.tables.remedies?.blocks[0]?.columns.filter(({ code }) => code !== 'total') ?? []
    const values = parts.map(({ code }): [string, number] => [key('remedies', row, code), count(random, 60)])
    return [
      ...values,
      [key('remedies', row, 'total'), values.reduce((sum, [, value]) => sum + value, 0)] as [string, number],
    ]
  })
}

function proactiveValues(random: Random, form: Form): Values {
  return formCells(form, 'proactive').map(({ row, column }): [string, number] => {
    const size = column.unit === '万元' ? random.int(0, 999_999) / 100 : count(random, 60_000)
    return [
      key('proactive', row.code, column.code),
      column.signed === true && random.chance(0.4) && size > 0 ? -size : size,
    ]
  })
}

type TruthOf = (row: string, column: string) => Truth

function gridOf(form: Form, table: TableName, truth: TruthOf): Grid {
  const definition = form.tables[table]
  if (definition === undefined) throw new Error(`madeUp requires a form that has the table ${table}`)
  if (definition.arrangement === 'single_row') return remedyGrid(definition, truth)
  return table === 'requests' ? requestGrid(definition, truth) : proactiveGrid(definition, truth)
}

function label(text: string, colspan = 1, rowspan = 1): GridCell {
  return { text, colspan, rowspan }
}

function figure(truth: Truth, colspan = 1): GridCell {
  return { text: truth.printed, colspan, rowspan: 1, truth }
}

/** Blocks one below the other, all as wide as the widest; the last cell of a narrower row takes up the rest. */
function proactiveGrid(table: FormTable, truth: TruthOf): Grid {
  const width = 1 + Math.max(...table.blocks.map((block) => block.columns.length))
  return table.blocks.flatMap((block) => {
    const rest = (i: number) => (i === block.columns.length - 1 ? width - block.columns.length : 1)
    return [
      [label(block.article, width)],
      [...block.header.map((text) => label(text)), ...block.columns.map((column, i) => label(column.label, rest(i)))],
      ...block.rows.map((row) => [
        { ...label(row.printed), labels: row.code },
        ...block.columns.map((column, i) => figure(truth(row.code, column.code), rest(i))),
      ]),
    ]
  })
}

function requestGrid(table: FormTable, truth: TruthOf): Grid {
  return table.blocks.flatMap((block) => {
    const [group = '', person = '', organisation = '', total = '', ...kinds] = block.header
    const header = [
      [label(block.article, 3, 3), label(group, 7)],
      [label(person, 1, 2), label(organisation, kinds.length), label(total, 1, 2)],
      kinds.map((text) => label(text)),
    ]
    const rows = block.rows.map((row, i) => {
      const above = block.rows[i - 1]?.under ?? []
      const fresh = row.under.flatMap((text, level) => {
        if (above[level] === text) return []
        const below = block.rows.slice(i).findIndex((other) => other.under[level] !== text)
        return [label(text, 1, below < 0 ? block.rows.length - i : below)]
      })
      const own = { ...label(row.printed, 3 - row.under.length), labels: row.code }
      return [...fresh, own, ...block.columns.map((column) => figure(truth(row.code, column.code)))]
    })
    return [...header, ...rows]
  })
}

function remedyGrid(table: FormTable, truth: TruthOf): Grid {
  return table.blocks.flatMap((block) => {
    const names = block.columns.map((column) => column.label)
    const [review, direct, after] = block.rows
    const groups = [label(review?.printed ?? '', 5), label(direct?.under[0] ?? '', 10)]
    const middle = [
      ...names.map((text) => label(text, 1, 2)),
      label(direct?.printed ?? '', 5),
      label(after?.printed ?? '', 5),
    ]
    const figures = block.rows.flatMap((row) => block.columns.map((column) => figure(truth(row.code, column.code))))
    return [groups, middle, [...names, ...names].map((text) => label(text)), figures]
  })
}
