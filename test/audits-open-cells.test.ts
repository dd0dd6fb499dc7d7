import { describe, expect, it } from 'vitest'
import { checkIdentities } from '../src/audits/index.js'
import { openVerdict, sidesLeftOut } from '../src/audits/open-cells.js'
import { byPlace, relationsOf } from '../src/audits/relations.js'
import { type Form, formById, type Identity } from '../src/forms/forms.js'
import type { Cell, CellStatus } from '../src/types.js'
import { randomOf } from './support/random.js'
import { fillReport } from './support/report.js'

function form(id: string): Form {
  const found = formById(id)
  if (found === undefined) throw new Error(`no form ${id}`)
  return found
}

const FORM = form('2021')

/** review: upheld + corrected + other + pending = total, with `null` for a cell of the given status. */
function review(values: readonly (number | null)[], status: CellStatus): Cell[] {
  const cells = fillReport('2021', { remedies: { review: {} } }).tables.remedies
  return cells
    .filter(({ row }) => row === 'review')
    .map((cell, i) => {
      const value = values[i] ?? null
      return { ...cell, value, status: value === null ? status : 'stated' }
    })
}

function identity(relation: Identity['relation']): Identity {
  const found = FORM.identities.find(({ id }) => id === 'remedies.row_total')
  if (found === undefined) throw new Error('no such identity')
  return { ...found, relation }
}

function verdict(relation: Identity['relation'], values: readonly (number | null)[], status: CellStatus) {
  const relations = relationsOf(FORM, identity(relation))
  const own = relations.find(({ subject }) => subject === 'remedies/review')
  if (own === undefined) throw new Error('no such line')
  const cells = byPlace(review(values, status))
  return openVerdict(own, cells, sidesLeftOut(relations, cells))
}

/** Whether some numbers from 0 to 20 in place of each `null` make the total stand in the relation to its parts. */
function someFilling(relation: Identity['relation'], values: readonly (number | null)[]): boolean {
  const open = values.indexOf(null)
  if (open >= 0)
    return Array.from({ length: 21 }, (_, number) => number).some((number) =>
      someFilling(
        relation,
        values.map((value, i) => (i === open ? number : value)),
      ),
    )
  const [total = 0, ...parts] = values.map((value) => value ?? 0).reverse()
  const sum = parts.reduce((all, part) => all + part, 0)
  return relation === 'equals' ? total === sum : relation === 'at_most' ? total <= sum : total >= sum
}

describe('what can be said of a sum with cells that hold no number', () => {
  it('is what trying every number shows: impossible where none fits, lacking where 0 does not', () => {
    const random = randomOf('open cells')
    let [impossible, lacking, undecided] = [0, 0, 0]
    for (let round = 0; round < 2000; round++) {
      const relation = (['equals', 'at_most', 'at_least'] as const)[random.int(0, 2)] ?? 'equals'
      const values = Array.from({ length: 5 }, () => random.int(0, 4) as number | null)
      for (let open = random.int(1, 2); open > 0; open--) values[random.int(0, 4)] = null
      const status = (['blank', 'nil', 'ambiguous', 'absent'] as const)[random.int(0, 3)] ?? 'blank'
      const isEmpty = status === 'blank' || status === 'nil'
      const fits = someFilling(relation, values)
      const fitsEmpty = someFilling(
        relation,
        values.map((value) => value ?? 0),
      )
      const expected = !fits ? 'impossible' : isEmpty && !fitsEmpty ? 'lacking' : 'undecided'
      expect([relation, values, status, verdict(relation, values, status)]).toEqual([
        relation,
        values,
        status,
        expected,
      ])
      if (expected === 'impossible') impossible++
      else if (expected === 'lacking') lacking++
      else undecided++
    }
    // Every answer is tried, and often.
    expect(Math.min(impossible, lacking, undecided)).toBeGreaterThan(20)
  })
})

describe('the finding on such a sum', () => {
  function finding(values: readonly (number | null)[], status: CellStatus) {
    const report = fillReport('2021', { remedies: { review: {} } })
    const others = report.tables.remedies.filter(({ row }) => row !== 'review')
    const remedies = [...review(values, status), ...others]
    const checks = checkIdentities({ ...report, tables: { ...report.tables, remedies } }, FORM)
    return checks.find(({ subject }) => subject === 'remedies/review')
  }

  it('says that an empty cell or a printed number is wrong, as a warning', () => {
    // 1 + 2 + (empty) + 0 against 5: two are lacking.
    const { finding: found } = finding([1, 2, null, 0, 5], 'blank') ?? {}
    expect([found?.severity, found?.expected, found?.observed]).toEqual(['warning', 3, 5])
    expect(found?.message).toMatch(
      /is 5\. No number is printed in "[^"]+": either one is missing there, or another is wrong\./,
    )
    expect(found?.cells).toHaveLength(5)
  })

  it('is an error where no number would mend it, whoever withheld it', () => {
    // 4 + 2 are more than 5 already.
    const { finding: found } = finding([4, 2, null, 0, 5], 'ambiguous') ?? {}
    expect(found?.severity).toBe('error')
    expect(found?.message).toContain('but none of 0 or more would mend it.')
  })

  it('is none where most lines of the table leave that side empty: it was left out, not miscounted', () => {
    const report = fillReport('2021', { remedies: { review: {} } })
    const remedies = report.tables.remedies.map((cell) =>
      cell.column === 'total' ? { ...cell, value: 5 } : { ...cell, value: null, status: 'blank' as const },
    )
    const checks = checkIdentities({ ...report, tables: { ...report.tables, remedies } }, FORM)
    const outcomes = checks.filter(({ rule }) => rule === 'remedies.row_total').map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['not_assessable', 'not_assessable', 'not_assessable'])
  })
})
