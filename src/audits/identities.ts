import type { Judgement } from '../forms/findings.js'
import { ALL_TABLES, cellsOf, type Form, formById, forms, type Identity, tablesOf } from '../forms/forms.js'
import { listed, named, said, sentences } from '../forms/words.js'
import type { Bilingual, Check, Evidence, Place, Report, Severity } from '../types.js'
import { evidence, failed, settled } from './check.js'
import { openInWords, sumInWords } from './identity-words.js'
import { type OpenVerdict, openVerdict, type Side, sidesLeftOut } from './open-cells.js'
import {
  byPlace,
  type CellsByPlace,
  holds,
  isLeftOut,
  openSlots,
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
 * - `passed`: all cells of the identity hold a number (printed, or inferred from the form's own relations), and they fit.
 * - `failed`: they do not fit. Where some cell holds no number, only what is wrong whatever belongs there fails: if no number
 *   of 0 or more would do, with the severity of the rule; if what is printed would fit only with a number other than 0 in a
 *   cell that is empty or holds a nil mark, as a `warning`: either that number is missing in print, or another is wrong.
 * - `not_assessable`: some cell holds no number (blank, nil mark, ambiguous, absent), and nothing can be said without it. An
 *   empty cell is never taken for zero, so that such a sum never passes. Totals (or parts) that most lines of the table leave
 *   empty were left out, not miscounted, and say nothing either.
 * - `not_applicable`: the whole table is absent, or the row is one that only some printings of the form have.
 *
 * A part that only some printings of the form have, and this one has not, is left out of the sum; since its label may have
 * been missed, what fails without it is no more than a warning. `subject` is `table/column` for identities that hold in
 * every column, `table/row` for those that hold in every row; where one rule has several relations, `table/total/column`.
 * A finding's `expected` is what the parts come to, as far as they hold numbers, and `observed` the printed total; where
 * neither side is one printed total (`requests.balance`), `expected` is the left side and `observed` the right. `at` is the place of the total. Unit:
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
  const relations = relationsOf(form, identity)
  const leftOut = sidesLeftOut(relations, known)
  return relations.map((relation) => checkRelation(form, relation, known, leftOut))
}

function checkRelation(form: Form, relation: Relation, cells: CellsByPlace, leftOut: ReadonlySet<Side>): Check {
  const { identity, subject, slots } = relation
  if (slots.every((slot) => isLeftOut(slot, cells))) return settled(identity.id, subject, 'not_applicable')
  const left = termsOf(relation.left, cells)
  const right = termsOf(relation.right, cells)
  const open = openSlots(slots, cells)
  const verdict = open.length === 0 ? null : openVerdict(relation, cells, leftOut)
  if (verdict === 'undecided') return settled(identity.id, subject, 'not_assessable', whyNot(slots, open, cells))
  if (verdict !== null || !holds(identity, rounded(sumOf(left) - sumOf(right))))
    return failed(identity.id, subject, describe(form, relation, left, right, cells, verdict))
  const places = [...left, ...right].map(({ cell }) => cell.at)
  const sums = { left: sumInWords(left, relation.left), right: sumInWords(right, relation.right) }
  return settled(identity.id, subject, 'passed', evidence(said('relation.passed', sums), relation.cells, places))
}

/** Which cells hold no number. */
function whyNot(slots: readonly Slot[], open: readonly Slot[], cells: CellsByPlace): Evidence {
  const statuses = [...new Set(open.map((slot) => cells.get(placeKey(slot))?.status ?? 'absent'))].sort()
  const places = open.map((slot) => cells.get(placeKey(slot))?.at ?? null)
  const refs = open.map(({ table, row, column }) => ({ table, row, column }))
  const words = listed(
    'comma',
    statuses.map((status) => named('status', status)),
  )
  const why = said('relation.open', { count: open.length, all: slots.length, statuses: words })
  return evidence(why, refs, places)
}

function describe(
  form: Form,
  relation: Relation,
  left: readonly Term[],
  right: readonly Term[],
  cells: CellsByPlace,
  verdict: OpenVerdict | null,
): Judgement {
  const { identity, slots } = relation
  const isTotalLeft = relation.left.length === 1 || identity.relation !== 'equals'
  const [parts, printed] = isTotalLeft ? [right, left] : [left, right]
  const [ofParts, ofPrinted] = isTotalLeft ? [relation.right, relation.left] : [relation.left, relation.right]
  const place = [...printed, ...parts].map((term) => term.cell.at).find((at): at is Place => at !== null)
  const isPartial = slots.some((slot) => isLeftOut(slot, cells))
  const sums = {
    where: lineInWords(form, relation),
    parts: sumInWords(parts, ofParts),
    total: sumInWords(printed, ofPrinted),
  }
  const isMild = isPartial || verdict === 'lacking'
  return {
    severity: isMild && identity.severity === 'error' ? 'warning' : identity.severity,
    message: sentences(
      said(`relation.fails.${identity.relation}`, sums),
      verdict === null ? null : openInWords(verdict, openSlots(slots, cells)),
      isPartial ? said('relation.left_out') : null,
    ),
    cells: slots.filter((slot) => !isLeftOut(slot, cells)).map(({ table, row, column }) => ({ table, row, column })),
    expected: sumOf(parts),
    observed: sumOf(printed),
    at: place ?? null,
  }
}

/** The table, and the row or column of it. */
function lineInWords({ tables }: Form, { identity: { table, along }, label: line, printed }: Relation): Bilingual {
  const name = { en: tables[table]?.title_en ?? table, zh: named('table', table).zh }
  return along === 'columns'
    ? said('relation.column', { table: name, printed, line })
    : said('relation.row', { table: name, printed, line })
}
