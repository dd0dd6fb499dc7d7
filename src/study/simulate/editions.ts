import { type Form, type FormRow, formById, forms } from '../../forms/forms.js'
import type { FormId } from '../../types.js'
import { type Rates, struck } from './faults.js'
import type { Random } from './random.js'
import { settings } from './settings.js'
import type { Planted } from './truth.js'

/** Which form a body's tables follow in one year. */
export interface Edition {
  /** The form as it prints it; `null` for a year without tables, whose figures stand in sentences. */
  readonly form: Form | null
  /** The edition of each table. */
  readonly editions: Readonly<Record<string, FormId>>
  readonly planted: readonly Planted[]
}

const WITHOUT_TABLES: Edition = { form: null, editions: {}, planted: [] }

/** The practice of a body before the form of 2019: a province's own form, the national one, or no table at all. */
export interface OldPractice {
  readonly printsTable: boolean
  readonly province: FormId | null
}

/** A draw of the practice before 2019. */
export function drawPractice(random: Random): OldPractice {
  const { without_table, provincial } = settings().old_forms
  const printsTable = !random.chance(without_table)
  const own = Object.entries(provincial)
  const national = 1 - own.reduce((sum, [, share]) => sum + share, 0)
  return { printsTable, province: random.weighted([...own, [null, national] as const]) }
}

/** The edition prescribed for a year since 2019, or `null`. */
export function formOfYear(year: number): Form | null {
  return currentForms().find((form) => covers(form, year)) ?? null
}

/** The statistics table of a year before 2019, with the rows that were printed that year; `null` for a year without one. */
export function oldFormOf(year: number, { printsTable, province }: OldPractice): Form | null {
  if (!printsTable) return null
  const { provincial, printings } = settings().old_forms
  const national = forms().find(
    (form) => form.tables.statistics !== undefined && !(form.form in provincial) && covers(form, year),
  )
  const own = province === null ? undefined : formById(province)
  const form = own !== undefined && covers(own, year) ? own : national
  if (form === undefined) return null
  const printing = printings.find(
    ({ form: id, years: [first, last] }) => id === form.form && first <= year && year <= last,
  )
  return withoutRows(form, printing?.without ?? [])
}

/**
 * What a body prints in a year: the edition of the year or, planted, that of another year, or one table of another. Bodies
 * whose figures are added up keep to the right one.
 */
export function editionOf(random: Random, year: number, practice: OldPractice, adding: boolean, rates: Rates): Edition {
  const prescribed = formOfYear(year)
  const wrong = struck(random, rates, 'wrong_form')
  const mixed = struck(random, rates, 'mixed_forms')
  if (prescribed === null) return pure(oldFormOf(year, practice))
  const others = currentForms().filter((form) => form !== prescribed)
  if (adding || others.length === 0 || !(wrong || mixed)) return pure(prescribed)
  const other = random.pick(others)
  const told = { prescribed: prescribed.form, printed: other.form }
  if (wrong) return { ...pure(other), planted: [{ fault: 'wrong_form', ...told }] }
  return {
    form: withTable(prescribed, other, 'proactive'),
    editions: { ...pure(prescribed).editions, proactive: other.form },
    planted: [{ fault: 'mixed_forms', table: 'proactive', ...told }],
  }
}

function pure(form: Form | null): Edition {
  if (form === null) return WITHOUT_TABLES
  return {
    form,
    editions: Object.fromEntries(Object.keys(form.tables).map((table) => [table, form.form])),
    planted: [],
  }
}

function covers({ report_years: [first, last] }: Form, year: number): boolean {
  return first <= year && year <= (last ?? year)
}

/** The editions since 2019, which have three tables. */
function currentForms(): Form[] {
  return forms().filter((form) => form.tables.requests !== undefined)
}

function withTable(form: Form, other: Form, table: 'proactive'): Form {
  const definition = other.tables[table]
  if (definition === undefined) return form
  const identities = [form, other].flatMap((each) =>
    each.identities.filter((identity) => (identity.table === table) === (each === other)),
  )
  return { ...form, tables: { ...form.tables, [table]: definition }, identities }
}

/** A form in a printing that leaves rows out: the numbers of the rows close up, sums go without them. */
function withoutRows(form: Form, without: readonly string[]): Form {
  const table = form.tables.statistics
  if (without.length === 0 || table === undefined) return form
  const stays = (code: string) => !without.includes(code)
  const blocks = table.blocks.map((block) => ({
    ...block,
    rows: renumbered(block.rows.filter(({ code }) => stays(code))),
  }))
  const identities = form.identities
    .map((each) =>
      each.along === 'rows' ? each : { ...each, left: each.left.filter(stays), right: each.right.filter(stays) },
    )
    .filter(({ left, right }) => left.length > 0 && right.length > 0)
  return { ...form, tables: { ...form.tables, statistics: { ...table, blocks } }, identities }
}

/** Rows numbered `1.`, `2.` … anew, beginning with 1 below every row that is not numbered. */
function renumbered(rows: readonly FormRow[]): FormRow[] {
  let number = 0
  return rows.map((row) => {
    const numbered = /^\d+\./.test(row.printed)
    number = numbered ? number + 1 : 0
    return numbered ? { ...row, printed: row.printed.replace(/^\d+/, String(number)) } : row
  })
}
