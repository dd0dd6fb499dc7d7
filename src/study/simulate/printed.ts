import { type Form, formById, formCells } from '../../forms/forms.js'
import type { FormId, Place, TableName } from '../../types.js'
import { type drawDress, dressed } from './dress.js'
import { struck } from './faults.js'
import { breakFigures } from './figure-faults.js'
import { type GridCell, label } from './grid.js'
import type { Layout } from './layouts.js'
import type { Marks } from './marks.js'
import type { OfficeYear } from './population.js'
import type { Random } from './random.js'
import { cellKey } from './solve.js'
import type { Planted, TrueCell, TrueStatus } from './truth.js'

interface PrintedFigure {
  readonly text: string
  readonly status: TrueStatus
  readonly value: number | null
  readonly meant: number
}

export interface PrintedTables {
  readonly grid: ReadonlyMap<string, GridCell>
  readonly figures: ReadonlyMap<string, PrintedFigure>
  readonly without: string | null
  readonly planted: readonly Planted[]
}

/** Every figure as it is printed, with a mark around it, and the faults put in. */
export function printFigures(
  random: Random,
  office: OfficeYear,
  zeroTables: boolean,
  layout: Layout,
  dress: ReturnType<typeof drawDress>,
  marks: Marks,
): PrintedTables {
  const { form, rates } = office
  const figures = new Map<string, PrintedFigure>()
  const grid = new Map<string, GridCell>()
  if (form === null) return { grid, figures, without: null, planted: [] }
  const meant = zeroTables ? new Map([...office.values.keys()].map((key) => [key, 0])) : office.values
  const tables = Object.keys(form.tables) as TableName[]
  const current = form.tables.requests !== undefined
  // The edition of the remedies is told by the requests table alone: where editions are mixed, that table stays.
  const mixed = new Set(Object.values(office.editions)).size > 1
  const spare = tables.filter((table) => !mixed || table !== 'requests')
  const without = struck(random, rates, 'missing_table') && current ? random.pick(spare) : null
  const emptied =
    struck(random, rates, 'empty_table') && current ? random.pick(tables.filter((table) => table !== without)) : null
  const shown = new Set(tables.filter((table) => table !== without && table !== emptied))
  const { values, planted } = breakFigures(random, form, meant, shown, !layout.glued, rates)
  if (without !== null) planted.push({ fault: 'missing_table', table: without })
  if (emptied !== null) planted.push({ fault: 'empty_table', table: emptied })
  const sound = [...values].filter(
    ([key, value]) => value > 0 && value === meant.get(key) && shown.has(key.split('/')[0] as TableName),
  )
  const garbled = struck(random, rates, 'garbled_figure') && sound.length > 0 ? random.pick(sound)[0] : null
  let lost = 0
  for (const table of tables) {
    for (const { row, column } of formCells(form, table)) {
      const key = cellKey(table, row.code, column.code)
      const value = values.get(key) ?? 0
      const fair = table === emptied ? unprinted(layout) : dressed(random, dress, value, column, layout.showsEmpty)
      const { printed, status } = key === garbled ? { printed: `${fair.printed}某`, status: 'garbled' as const } : fair
      if (key === garbled) planted.push({ fault: 'garbled_figure', table, row: row.code, column: column.code })
      if (status === 'lost' && table !== without && table !== emptied) lost++
      const number = status === 'stated' ? value : null
      // What a nil mark or an empty cell stands for is nought, whatever belonged there.
      const belongs = status === 'stated' || status === 'garbled' ? (office.values.get(key) ?? 0) : 0
      figures.set(key, {
        text: printed,
        status: table === without ? 'absent' : status,
        value: table === without ? null : number,
        meant: belongs,
      })
      const shown = printed === '' ? '' : marks.around(key, printed)
      grid.set(key, { ...label(shown), figure: key })
    }
  }
  if (lost > 0) planted.push({ fault: 'lost_blank', cells: lost })
  return { grid, figures, without, planted }
}

function unprinted({ showsEmpty }: Layout): { printed: string; status: TrueStatus } {
  return { printed: '', status: showsEmpty ? 'blank' : 'lost' }
}

export function trueTables(
  { editions }: OfficeYear,
  { figures }: PrintedTables,
  lost: ReadonlySet<string>,
  places: ReadonlyMap<string, Place>,
  source: string,
  placed: boolean,
): Record<string, TrueCell[]> {
  const tables = Object.keys(editions) as TableName[]
  return Object.fromEntries(
    tables.map((table) => [
      table,
      formCells(wholeForm(editions[table]), table).map(({ row, column }): TrueCell => {
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
export function lostRows(planted: readonly Planted[]): Set<string> {
  return new Set(planted.filter(({ fault }) => fault === 'lost_row').map(({ table, row }) => `${table}/${row}`))
}

/** The form with all rows it may have, those included that this report does not print. */
function wholeForm(id: FormId | undefined): Form {
  const form = formById(id ?? '')
  if (form === undefined) throw new Error(`there is no form ${id}`)
  return form
}
