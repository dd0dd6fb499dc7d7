import { ALL_TABLES, cellsOf, type Form, formById, forms, type Identity, tablesOf } from '../forms/forms.js'
import type { Cell, Check, Finding, Place, Report, Severity } from '../types.js'
import { failed, settled } from './check.js'

/** Decimals are compared after rounding to this many places, so that 0.1 + 0.2 equals 0.3. */
const DECIMALS = 6

interface Line {
  /** `table/row` or `table/column`: the row or column the identity is tried in. */
  readonly subject: string
  readonly label: string
  readonly left: readonly Term[]
  readonly right: readonly Term[]
}

interface Term {
  readonly row: string
  readonly column: string
  readonly label: string
  readonly cell: Cell | undefined
  /** Whether the row stands in some printings of the form only, and not in this one. */
  readonly isLeftOut: boolean
}

interface KnownTerm extends Term {
  readonly cell: Cell
  readonly value: number
}

/**
 * Do the printed numbers add up as the form says they must? Tries each accounting identity of one form edition in each
 * column or row of the tables that follow this edition, and answers with one check a column or row.
 *
 * - `passed`, `failed`: all cells of the identity hold a number (printed, or inferred from the form's own relations).
 * - `not_assessable`: some cell holds no number (blank, nil mark, ambiguous, absent). It is never taken for zero.
 * - `not_applicable`: the whole table is absent, or the row is one that only some printings of the form have.
 *
 * A part that only some printings of the form have, and this one has not, is left out of the sum; since its label may have
 * been missed, what fails without it is no more than a warning. `subject` is `table/column` for identities that hold in
 * every column, `table/row` for those that hold in every row; where one rule has several relations, `table/total/column`.
 * A finding's `expected` is what the parts come to and `observed` the printed total; where neither side is one printed
 * total (`requests.balance`), `expected` is the left side and `observed` the right. `at` is the place of the total. Unit:
 * that of the column (件). The identities, with tolerance and citation, are data: `data/reference/forms/*.json`. Tables
 * that follow another edition than `form` are passed over: check them with their own.
 *
 * @rule requests.balance
 * @passes { "form": "2021", "requests": { "received_new": 5, "granted": 4, "concluded_total": 4, "carried_out": 1 } }
 * @fails { "form": "2021", "requests": { "received_new": 5, "granted": 4, "concluded_total": 4 } }
 * @rule requests.concluded_sum
 * @passes { "form": "2019", "requests": { "received_new": 3, "granted": 2, "other": 1, "concluded_total": 3 } }
 * @fails { "form": "2019", "requests": { "received_new": 3, "granted": 2, "concluded_total": 3 } }
 * @rule requests.row_total
 * @passes { "form": "2021", "requests": { "granted": { "natural_person": 2, "business": 1, "total": 3 } } }
 * @fails { "form": "2021", "requests": { "granted": { "natural_person": 2, "business": 1, "total": 2 } } }
 * @rule remedies.row_total
 * @passes { "form": "2021", "remedies": { "review": { "upheld": 2, "corrected": 1, "total": 3 } } }
 * @fails { "form": "2021", "remedies": { "review": { "upheld": 2, "corrected": 1, "total": 1 } } }
 * @rule statistics.sum
 * @passes { "form": "2014", "statistics": { "received": 2, "received.online": 2, "concluded": 2, "concluded.on_time": 2, "replies": 2, "replies.granted": 2 } }
 * @fails { "form": "fujian", "statistics": { "received": 2, "received.online": 1 } }
 * @rule statistics.part
 * @passes { "form": "2014", "statistics": { "disclosed": 9, "disclosed.normative": 2, "channels.website": 9, "normative_made": 2 } }
 * @fails { "form": "2008", "statistics": { "disclosed": 9, "disclosed.full_text": 10 } }
 * @rule statistics.cumulative
 * @passes { "form": "fujian", "statistics": { "disclosed": { "this_year": 2, "cumulative": 9 } } }
 * @fails { "form": "fujian", "statistics": { "disclosed": { "this_year": 9, "cumulative": 2 } } }
 * @rule statistics.plausible
 * @passes { "form": "2014", "statistics": { "disclosed": 3, "channels.website": 3, "channels.wechat": 3 } }
 * @fails { "form": "2014", "statistics": { "disclosed": 3, "channels.website": 2 } }
 *
 * @example
 * checkIdentities(report, formById('2021')).filter((check) => check.outcome === 'failed') // []
 */
export function checkIdentities(report: Report, form: Form): Check[] {
  return form.identities
    .filter((identity) => (report.report.forms[identity.table] ?? report.report.form) === form.form)
    .flatMap((identity) => checkIdentity(report, form, identity))
}

/**
 * One rule, by the edition each table of the report follows. A report that has no table with this rule has one
 * `not_applicable` check: the rule was not tried, so it has not passed.
 */
export function checkIdentityRule(report: Report, id: string): Check[] {
  const checks = tablesOf(report).flatMap((table) => {
    const form = formById(report.report.forms[table] ?? report.report.form)
    if (form === undefined) return []
    const identities = form.identities.filter((candidate) => candidate.id === id && candidate.table === table)
    return identities.flatMap((identity) => checkIdentity(report, form, identity))
  })
  return checks.length > 0 ? checks : [settled(id, 'no statutory table', 'not_applicable')]
}

/** The identities over all form editions, one entry an id, with the newest edition's citation; those of old forms last. */
export function identityRules(): { id: string; ground: string; severity: Severity }[] {
  const identities = forms().flatMap((form) => form.identities)
  const ordered = ALL_TABLES.flatMap((table) => identities.filter((identity) => identity.table === table))
  const rules = new Map(ordered.map(({ id, citation, severity }) => [id, { ground: citation, severity }]))
  return [...rules].map(([id, rule]) => ({ id, ...rule }))
}

function checkIdentity(report: Report, form: Form, identity: Identity): Check[] {
  const cells = cellsOf(report, identity.table)
  const isAbsent = cells.every((cell) => cell.status === 'absent')
  if (isAbsent) return [settled(identity.id, identity.table, 'not_applicable')]
  return linesOf(form, identity, cells).map((line) => checkLine(form, identity, line))
}

function checkLine(form: Form, identity: Identity, line: Line): Check {
  if ([...line.left, ...line.right].every((term) => term.isLeftOut))
    return settled(identity.id, line.subject, 'not_applicable')
  const left = known(line.left)
  const right = known(line.right)
  if (left === null || right === null) return settled(identity.id, line.subject, 'not_assessable')
  if (holds(identity, round(sum(left) - sum(right)))) return settled(identity.id, line.subject, 'passed')
  return failed(identity.id, line.subject, describe(form, identity, line, left, right))
}

function holds({ relation, tolerance }: Identity, difference: number): boolean {
  const tooMuch = relation !== 'at_least' && difference > tolerance
  const tooLittle = relation !== 'at_most' && -difference > tolerance
  return !tooMuch && !tooLittle
}

function describe(
  form: Form,
  identity: Identity,
  line: Line,
  left: readonly KnownTerm[],
  right: readonly KnownTerm[],
): Omit<Finding, 'rule'> {
  const [parts, printed] = left.length === 1 || identity.relation !== 'equals' ? [right, left] : [left, right]
  const place = [...printed, ...parts].map((term) => term.cell.at).find((at): at is Place => at !== null)
  const isPartial = [...line.left, ...line.right].some((term) => term.isLeftOut)
  const where = `${form.tables[identity.table]?.title_en}, ${identity.along === 'columns' ? 'column' : 'row'} "${line.label}"`
  return {
    severity: isPartial ? 'warning' : identity.severity,
    message: `${where}: ${inWords(parts)}, but ${inWords(printed)}${LIMIT[identity.relation]}.${isPartial ? LEFT_OUT : ''}`,
    cells: [...left, ...right].map(({ row, column }) => ({ table: identity.table, row, column })),
    expected: sum(parts),
    observed: sum(printed),
    at: place ?? null,
  }
}

const LIMIT = { equals: '', at_most: ', which is more', at_least: ', which is less' } as const
const LEFT_OUT = ' Rows that only some printings of the form have are not in this table as far as could be read.'

/** `"A" (2) + "B" (1) = 3 (the other 17 are 0)`; a single term: `"A" is 3`. */
function inWords(terms: readonly KnownTerm[]): string {
  const [first] = terms
  if (first !== undefined && terms.length === 1) return `"${first.label}" is ${first.value}`
  const counted = terms.filter((term) => term.value !== 0)
  if (counted.length === 0) return `all ${terms.length} parts are 0`
  const zeros = terms.length - counted.length
  const rest = zeros === 0 ? '' : ` (the other ${zeros === 1 ? 'one is' : `${zeros} are`} 0)`
  return `${counted.map((term) => `"${term.label}" (${term.value})`).join(' + ')} = ${sum(terms)}${rest}`
}

function linesOf(form: Form, identity: Identity, cells: readonly Cell[]): Line[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]))
  const blocks = form.tables[identity.table]?.blocks ?? []
  const optional = new Set(blocks.flatMap(({ rows }) => rows.flatMap((row) => (row.optional ? row.code : []))))
  const term = (row: string, column: string, label: string): Term => {
    const cell = byPlace.get(`${row}/${column}`)
    return { row, column, label, cell, isLeftOut: optional.has(row) && cell?.status === 'absent' }
  }
  const isOneOfSeveral = form.identities.filter((other) => other.id === identity.id).length > 1
  const name = isOneOfSeveral ? `/${identity.left[0]}` : ''
  return blocks.flatMap(({ rows, columns }) => {
    const rowLabel = new Map(rows.map((row) => [row.code, row.label_en]))
    const columnLabel = new Map(columns.map((column) => [column.code, column.label_en]))
    const codes = [...identity.left, ...identity.right]
    if (!codes.every((code) => (identity.along === 'columns' ? rowLabel : columnLabel).has(code))) return []
    const lines = identity.along === 'columns' ? columns : rows
    return lines.map((line): Line => {
      const terms = (side: readonly string[]): Term[] =>
        side.map((code) =>
          identity.along === 'columns'
            ? term(code, line.code, rowLabel.get(code) ?? code)
            : term(line.code, code, columnLabel.get(code) ?? code),
        )
      const subject = `${identity.table}${name}/${line.code}`
      return { subject, label: line.label_en, left: terms(identity.left), right: terms(identity.right) }
    })
  })
}

/** The terms with their numbers, without those this printing of the form has not; `null` where some cell holds none. */
function known(terms: readonly Term[]): KnownTerm[] | null {
  const printed = terms.filter((term) => !term.isLeftOut)
  const withNumber = printed.flatMap((term) => {
    const value = term.cell?.value ?? null
    return term.cell === undefined || value === null ? [] : [{ ...term, cell: term.cell, value }]
  })
  return withNumber.length === printed.length && printed.length > 0 ? withNumber : null
}

function sum(terms: readonly KnownTerm[]): number {
  return round(terms.reduce((total, term) => total + term.value, 0))
}

function round(value: number): number {
  return Number(value.toFixed(DECIMALS))
}
