import { formById } from '../forms/forms.js'
import { listed, named, said, sentences, type Word } from '../forms/words.js'
import type { Bilingual, CellRef, Check, Repair, RepairCell, Report, TableName } from '../types.js'
import { columnName, rowName } from './names.js'
import { type RepairGroup, smallestRepair, type TableRepair } from './repair.js'

/** How many repairs a sentence names. */
const NAMED = 3

/** The checks, with the smallest repair beside each finding on a relation of a table: findings of one cause name the same. */
export function withRepairs(report: Report, checks: readonly Check[]): Check[] {
  const tables = new Map<TableName, TableRepair>()
  return checks.map((check) => {
    const table = check.finding?.cells[0]?.table
    if (check.finding === null || table === undefined) return check
    const repair = tables.get(table) ?? smallestRepair(report, table)
    tables.set(table, repair)
    const group = repair.groups.find(({ broken }) =>
      broken.some(({ rule, subject }) => rule === check.rule && subject === check.subject),
    )
    if (group === undefined) return check
    const { message: en, message_zh: zh } = check.finding
    const message = sentences({ en, zh }, repairSentence(report, repair, group))
    const finding = { ...check.finding, message: message.en, message_zh: message.zh, repairs: group.repairs }
    return { ...check, finding }
  })
}

/** What would restore the relations of a group, in one sentence. */
function repairSentence(report: Report, { table, left_out }: TableRepair, group: RepairGroup): Bilingual {
  const labels = labelsOf(report, table)
  const name: Name = (ref) => {
    const { row, column } = labels(ref)
    return column === null ? said('name.quoted', { name: row }) : said('name.cell', { row, column })
  }
  const all = left_out > 0 ? said('repair.all_tried') : said('repair.all')
  const { outcome, sets, repairs } = group
  const [first] = repairs
  if (first === undefined) return outcome === 'none' ? said('repair.none', { all }) : said('repair.given_up')
  const [at] = first.cells
  if (first.slip === 'shifted_column' && at !== undefined) {
    const column: Name = (ref) => said('name.quoted', { name: labels(ref).column ?? '' })
    const row = said('name.quoted', { name: labels(at).row })
    return said('repair.shifted', { row, all, cells: inWords(first, column) })
  }
  const size = first.cells.length
  const sizeWord = named('count', String(size))
  if (sets === 1 && outcome === 'all') {
    const cells = inWords(first, name)
    return size === 1 ? said('repair.one', { all, cells }) : said('repair.several', { size: sizeWord, all, cells })
  }
  const many = outcome === 'some' ? said('repair.at_least', { sets }) : String(sets)
  const fitting = repairs.filter(({ slip }) => slip !== null)
  const chosen = (fitting.length > 0 ? fitting : repairs).slice(0, NAMED)
  const why = fitting.length > 0 ? said('repair.fitting') : said('repair.among')
  const cells = listed(
    'semicolon',
    chosen.map((repair) => inWords(repair, name)),
  )
  return size === 1
    ? said('repair.any', { many, all, why, cells })
    : said('repair.sets', { many, size, all, why, cells })
}

/** The labels of a cell of the report's form; no column where the table has but one. */
function labelsOf({ report }: Report, table: TableName): (ref: CellRef) => { row: Word; column: Word | null } {
  const blocks = formById(report.forms[table] ?? report.form)?.tables[table]?.blocks ?? []
  return (ref) => {
    const block = blocks.find(
      ({ rows, columns }) =>
        rows.some(({ code }) => code === ref.row) && columns.some(({ code }) => code === ref.column),
    )
    const row = block?.rows.find(({ code }) => code === ref.row)
    const column = block?.columns.find(({ code }) => code === ref.column)
    return {
      row: row === undefined ? ref.row : rowName(row),
      column: block?.columns.length === 1 ? null : column === undefined ? ref.column : columnName(column),
    }
  }
}

type Name = (ref: CellRef) => Word

function inWords({ cells, slip }: Repair, name: Name): Bilingual {
  const parts = cells.map((cell) =>
    explained(
      said('repair.cell', { cell: name(cell), printed: cell.printed, due: dueOf(cell) }),
      cells.length > 1 ? cell.slip : null,
    ),
  )
  return explained(listed('clause', parts), slip)
}

/** With the slip that would explain it, where there is one that is not said otherwise. */
function explained(cells: Bilingual, slip: Repair['slip']): Bilingual {
  return slip === null || slip === 'shifted_column'
    ? cells
    : said('repair.explained', { cells, slip: named('slip', slip) })
}

function dueOf({ would_be, range }: RepairCell): Word {
  if (would_be !== null) return would_be
  const [least, most] = range ?? [null, null]
  if (least === null) return said('repair.most', { most: String(most) })
  return most === null ? said('repair.least', { least }) : said('repair.between', { least, most })
}
