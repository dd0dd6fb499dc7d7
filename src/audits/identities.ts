import { ALL_TABLES, cellsOf, type Form, formById, forms, type Identity, tablesOf } from '../forms/forms.js'
import type { Check, Evidence, Finding, Place, Report, Severity } from '../types.js'
import { evidence, failed, settled } from './check.js'
import {
  byPlace,
  type CellsByPlace,
  holds,
  isLeftOut,
  placeKey,
  type Relation,
  relationsOf,
  rounded,
  type Slot,
  sumOf,
  type Term,
  termsOf,
} from './relations.js'

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
 * @rule proactive.stock
 * @passes { "form": "2021", "proactive": { "normative_documents": { "made": 3, "repealed": 1, "in_force": 9 } } }
 * @fails { "form": "2021", "proactive": { "normative_documents": { "made": 3, "repealed": 1, "in_force": 1 } } }
 * @rule proactive.items
 * @passes { "form": "2019", "proactive": { "licences": { "items_last_year": 20, "items_change": -3 } } }
 * @fails { "form": "2019", "proactive": { "licences": { "items_last_year": 20, "items_change": -34 } } }
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
  const equations = ordered.filter(({ relation }) => relation === 'equals')
  const rules = new Map(
    [...equations, ...ordered].map(({ id, citation, severity }) => [id, { ground: citation, severity }]),
  )
  return [...rules].map(([id, rule]) => ({ id, ...rule }))
}

function checkIdentity(report: Report, form: Form, identity: Identity): Check[] {
  const cells = cellsOf(report, identity.table)
  const isAbsent = cells.every((cell) => cell.status === 'absent')
  if (isAbsent) return [settled(identity.id, identity.table, 'not_applicable')]
  const known = byPlace(cells)
  return relationsOf(form, identity).map((relation) => checkRelation(form, relation, known))
}

function checkRelation(form: Form, relation: Relation, cells: CellsByPlace): Check {
  const { identity, subject, slots } = relation
  if (slots.every((slot) => isLeftOut(slot, cells))) return settled(identity.id, subject, 'not_applicable')
  const left = termsOf(relation.left, cells)
  const right = termsOf(relation.right, cells)
  if (left === null || right === null) return settled(identity.id, subject, 'not_assessable', whyNot(slots, cells))
  if (!holds(identity, rounded(sumOf(left) - sumOf(right))))
    return failed(identity.id, subject, describe(form, relation, left, right, cells))
  const places = [...left, ...right].map(({ cell }) => cell.at)
  return settled(
    identity.id,
    subject,
    'passed',
    evidence(`${inWords(left)}; ${inWords(right)}.`, relation.cells, places),
  )
}

/** Which cells hold no number. */
function whyNot(slots: readonly Slot[], cells: CellsByPlace): Evidence {
  const open = slots.filter((slot) => !isLeftOut(slot, cells) && (cells.get(placeKey(slot))?.value ?? null) === null)
  const statuses = [...new Set(open.map((slot) => cells.get(placeKey(slot))?.status ?? 'absent'))].sort()
  const places = open.map((slot) => cells.get(placeKey(slot))?.at ?? null)
  const refs = open.map(({ table, row, column }) => ({ table, row, column }))
  return evidence(`${open.length} of ${slots.length} cells hold no number (${statuses.join(', ')}).`, refs, places)
}

function describe(
  form: Form,
  { identity, label, printed: line, slots }: Relation,
  left: readonly Term[],
  right: readonly Term[],
  cells: CellsByPlace,
): Omit<Finding, 'rule'> {
  const [parts, printed] = left.length === 1 || identity.relation !== 'equals' ? [right, left] : [left, right]
  const place = [...printed, ...parts].map((term) => term.cell.at).find((at): at is Place => at !== null)
  const isPartial = slots.some((slot) => isLeftOut(slot, cells))
  const where = `${form.tables[identity.table]?.title_en}, ${identity.along === 'columns' ? 'column' : 'row'} ${line} "${label}"`
  return {
    severity: isPartial ? 'warning' : identity.severity,
    message: `${where}: ${inWords(parts)}, but ${inWords(printed)}${LIMIT[identity.relation]}.${isPartial ? LEFT_OUT : ''}`,
    cells: [...left, ...right].map(({ slot: { table, row, column } }) => ({ table, row, column })),
    expected: sumOf(parts),
    observed: sumOf(printed),
    at: place ?? null,
  }
}

const LIMIT = { equals: '', at_most: ', which is more', at_least: ', which is less' } as const
const LEFT_OUT = ' Rows that only some printings of the form have are not in this table as far as could be read.'

/** So many terms are named; of more the greatest, and what the others come to. */
const NAMED = 6

/** `"A" (2) + "B" (1) = 3 (the other 17 are 0)`; a single term, with its label as printed: `甲 "A" is 3`. */
function inWords(terms: readonly Term[]): string {
  const [first] = terms
  if (first === undefined) return 'the least that can be is 0'
  if (terms.length === 1) return `${first.slot.printed} "${first.slot.label}" is ${first.value}`
  const counted = terms.filter((term) => term.value !== 0)
  if (counted.length === 0) return `all ${terms.length} parts are 0`
  const zeros = terms.length - counted.length
  const rest = zeros === 0 ? '' : ` (the other ${zeros === 1 ? 'one is' : `${zeros} are`} 0)`
  const least = [...counted].sort((a, b) => b.value - a.value)[NAMED - 1]?.value ?? 0
  const named = counted.length <= NAMED ? counted : counted.filter(({ value }) => value >= least).slice(0, NAMED)
  const more = counted.filter((term) => !named.includes(term))
  const words = named.map((term) => `"${term.slot.label}" (${term.value})`)
  const others = more.length === 0 ? [] : [`${more.length} more (${sumOf(more)})`]
  return `${[...words, ...others].join(' + ')} = ${sumOf(terms)}${rest}`
}
