import { describe, expect, it, test } from 'vitest'
import { type Constraint, isFulfilled, type Numbers, smallestChanges } from '../src/audits/changes.js'
import { auditReport, findingsOf, smallestRepair } from '../src/audits/index.js'
import { solveLinear } from '../src/audits/linear.js'
import { slipOf } from '../src/audits/slips.js'
import { formById, formCells } from '../src/forms/forms.js'
import { type Random, randomOf } from '../src/study/simulate/random.js'
import type { Cell, Report } from '../src/types.js'
import { fillReport, type TableSpecs } from './support/report.js'

/** Consistent by hand: 90 + 14 = 83 + 21; 83 = 45 + 23 + 15; rows add up over applicants. */
const REQUESTS: TableSpecs = {
  requests: {
    received_new: { natural_person: 60, business: 30, total: 90 },
    carried_in: { natural_person: 12, business: 2, total: 14 },
    granted: { natural_person: 32, business: 13, total: 45 },
    partially_granted: { natural_person: 11, business: 12, total: 23 },
    'denied.process': { natural_person: 12, business: 3, total: 15 },
    concluded_total: { natural_person: 55, business: 28, total: 83 },
    carried_out: { natural_person: 17, business: 4, total: 21 },
  },
}

const sound = fillReport('2021', REQUESTS)

/** The report with other numbers in some cells of its requests table, by `row/column`. */
function withNumbers(report: Report, numbers: Readonly<Record<string, number | null>>): Report {
  const requests = report.tables.requests.map((cell): Cell => {
    const value = numbers[`${cell.row}/${cell.column}`]
    if (value === undefined) return cell
    return value === null ? { ...cell, value, status: 'blank' } : { ...cell, value, text: String(value) }
  })
  return { ...report, tables: { ...report.tables, requests } }
}

function repairs(report: Report, table: 'requests' | 'remedies' | 'proactive' | 'statistics' = 'requests') {
  return smallestRepair(report, table).groups.map(({ repairs, sets, outcome }) => ({
    outcome,
    sets,
    first: repairs[0]?.cells.map((cell) => `${cell.row}/${cell.column} ${cell.printed} ${cell.would_be}`),
    slip: repairs[0]?.slip,
  }))
}

describe('slipOf', () => {
  // Each number pair is the slip its name says, made by hand.
  it.each([
    [23, 32, 'digits_swapped'],
    [607, 670, 'digits_swapped'],
    [28, 287, 'digit_lost'],
    [4, 40, 'digit_lost'],
    [119, 19, 'digit_added'],
    [28, 23, 'digit_mistyped'],
    [5, 3, null], // of one digit any may stand for any
    [3, 300, 'decimal_shift'],
    [-7, 7, 'sign'],
    [17, 99, null],
    [5, 5, null],
  ])('%i printed for %i: %s', (printed, meant, slip) => {
    expect(slipOf(printed, meant, [])).toBe(slip)
  })

  it('of a total names the part left out, else only that it is not the sum', () => {
    expect(slipOf(17, 25, [[8, 10, 7]])).toBe('part_left_out')
    expect(slipOf(16, 25, [[8, 10, 7]])).toBe('total_not_updated')
    expect(slipOf(52, 25, [[8, 10, 7]])).toBe('digits_swapped')
  })
})

describe('solveLinear', () => {
  test('what it calls a solution solves, what it calls a contradiction is one, on made-up systems', () => {
    const random = randomOf('linear', 0)
    const seen = { solved: 0, contradiction: 0 }
    for (let round = 0; round < 300; round++) {
      const unknowns = random.int(1, 4)
      const rows = Array.from({ length: random.int(1, 5) }, () => [
        ...Array.from({ length: unknowns }, () => random.int(-1, 1)),
        random.int(-9, 9),
      ])
      const product = (row: readonly number[], x: readonly number[]) =>
        x.reduce((sum, value, i) => sum + value * (row[i] ?? 0), 0)
      const solution = solveLinear(rows, unknowns)
      seen[solution.kind]++
      if (solution.kind === 'solved') {
        for (const row of rows) {
          expect(product(row, solution.point)).toBeCloseTo(row[unknowns] ?? 0, 9)
          for (const direction of solution.directions) expect(product(row, direction)).toBeCloseTo(0, 9)
        }
      } else {
        const mixed = rows.reduce(
          (sum, row, i) => sum.map((value, j) => value + (row[j] ?? 0) * (solution.mixture[i] ?? 0)),
          new Array<number>(unknowns + 1).fill(0),
        )
        expect(mixed.slice(0, unknowns)).toEqual(new Array(unknowns).fill(0))
        expect(mixed[unknowns]).not.toBe(0)
      }
    }
    expect(Math.min(seen.solved, seen.contradiction)).toBeGreaterThan(30)
  })
})

/** A square of numbers with totals to the right and below, some of them wrong. */
function square(random: Random): Numbers {
  const size = 2
  const at = (row: number, column: number) => row * (size + 1) + column
  const all = [0, 1, 2]
  const inner = all.slice(0, size)
  const values = new Array<number>((size + 1) ** 2).fill(0)
  for (const row of inner) for (const column of inner) values[at(row, column)] = random.int(0, 3)
  const value = (index: number) => values[index] ?? 0
  for (const row of inner) values[at(row, size)] = inner.reduce((sum, column) => sum + value(at(row, column)), 0)
  for (const column of all) values[at(size, column)] = inner.reduce((sum, row) => sum + value(at(row, column)), 0)
  for (let faults = random.int(1, 2); faults > 0; faults--) values[random.int(0, values.length - 1)] = random.int(0, 6)
  const sum = (parts: readonly number[], total: number): Constraint => ({
    terms: new Map([...parts.map((index) => [index, 1] as const), [total, -1] as const]),
    relation: 'equals',
  })
  const bound: Constraint = { terms: new Map([[0, 1] as const, [at(0, size), -1] as const]), relation: 'at_most' }
  return {
    values,
    least: values.map(() => 0),
    constraints: [
      ...all.map((row) =>
        sum(
          inner.map((column) => at(row, column)),
          at(row, size),
        ),
      ),
      ...all.map((column) =>
        sum(
          inner.map((row) => at(row, column)),
          at(size, column),
        ),
      ),
      bound,
    ],
  }
}

/** Every way to change `size` numbers, each to one from 0 to `most`, that fulfils all: by trying them all. */
function tried({ values, constraints }: Numbers, size: number, most: number): string[] {
  const found: string[] = []
  const choose = (from: number, left: number, changed: readonly number[]): void => {
    if (left === 0) {
      assign(changed, 0, [...values])
      return
    }
    for (let index = from; index < values.length; index++) choose(index + 1, left - 1, [...changed, index])
  }
  const assign = (changed: readonly number[], depth: number, now: number[]): void => {
    const index = changed[depth]
    if (index === undefined) {
      if (constraints.every((one) => isFulfilled(one, now)))
        found.push(changed.map((each) => `${each}=${now[each]}`).join())
      return
    }
    for (let value = 0; value <= most; value++) {
      if (value !== values[index]) assign(changed, depth + 1, now.with(index, value))
    }
  }
  choose(0, size, [])
  return found.sort()
}

describe('smallestChanges', () => {
  test('finds the same sets and numbers as trying everything', () => {
    const random = randomOf('squares', 0)
    const sizes: number[] = []
    for (let round = 0; round < 40; round++) {
      const numbers = square(random)
      if (numbers.constraints.every((one) => isFulfilled(one, numbers.values))) continue
      const { changes, outcome } = smallestChanges(numbers, { size: 2, steps: 100_000 })
      const size = [1, 2].find((one) => tried(numbers, one, 12).length > 0)
      sizes.push(size ?? 0)
      expect(outcome).toBe(size === undefined ? 'none' : 'all')
      const found = changes.map(({ at, values }) => at.map((index, i) => `${index}=${values[i]}`).join())
      expect(found.sort()).toEqual(size === undefined ? [] : tried(numbers, size, 12))
    }
    expect(new Set(sizes)).toEqual(new Set([1, 2]))
  })

  test('says that it was given up when the steps run out', () => {
    const numbers = square(randomOf('squares', 3))
    expect(smallestChanges(numbers, { size: 3, steps: 1 }).outcome).toBe('some')
  })
})

describe('smallestRepair', () => {
  it('has nothing to say of a sound table, an absent one, one without relations, and a report without tables', () => {
    for (const table of ['requests', 'remedies', 'proactive', 'statistics'] as const)
      expect(smallestRepair(sound, table).groups).toEqual([])
    expect(smallestRepair(fillReport('legacy'), 'requests').groups).toEqual([])
  })

  it('names the one cell that was changed and its number, whichever it is', () => {
    // In the requests table every cell stands in a row and a column that add up: it alone mends both.
    const form = formById('2021')
    if (form === undefined) throw new Error('no form 2021')
    for (const { row, column } of formCells(form, 'requests')) {
      const meant =
        sound.tables.requests.find((cell) => cell.row === row.code && cell.column === column.code)?.value ?? 0
      const broken = withNumbers(sound, { [`${row.code}/${column.code}`]: meant + 7 })
      expect(repairs(broken)).toMatchObject([
        { outcome: 'all', sets: 1, first: [`${row.code}/${column.code} ${meant + 7} ${meant}`] },
      ])
    }
  })

  it.each([
    ['two digits swapped', { 'granted/total': 54 }, 'digits_swapped'],
    ['a digit lost', { 'received_new/natural_person': 6 }, 'digit_lost'],
    ['a digit too many', { 'carried_out/natural_person': 177 }, 'digit_added'],
    ['one digit mistyped', { 'granted/natural_person': 37 }, 'digit_mistyped'],
    ['a part left out of the total', { 'partially_granted/total': 11 }, 'part_left_out'],
  ] as const)('tells %s', (_, numbers, slip) => {
    expect(repairs(withNumbers(sound, numbers))[0]?.slip).toBe(slip)
  })

  it('tells two neighbouring figures that were exchanged, and a row that stands one column off', () => {
    const exchanged = repairs(withNumbers(sound, { 'granted/natural_person': 13, 'granted/business': 32 }))
    expect(exchanged[0]).toMatchObject({ slip: 'figures_exchanged' })
    expect(exchanged[0]?.first).toEqual(['granted/natural_person 13 32', 'granted/business 32 13'])
    const shifted = withNumbers(sound, {
      'received_new/natural_person': 0,
      'received_new/business': 60,
      'received_new/research': 30,
    })
    const [group] = smallestRepair(shifted, 'requests').groups
    expect(group?.repairs[0]?.slip).toBe('shifted_column')
    expect(group?.repairs[0]?.cells.map(({ column, would_be }) => `${column} ${would_be}`)).toEqual([
      'natural_person 60',
      'business 30',
      'research 0',
    ])
  })

  it('finds two faults at once', () => {
    const [group, more] = repairs(withNumbers(sound, { 'granted/natural_person': 23, 'carried_in/total': 41 }))
    expect(more).toBeUndefined()
    expect(group).toMatchObject({
      sets: 1,
      first: ['carried_in/total 41 14', 'granted/natural_person 23 32'],
    })
  })

  it('gives every cell that could do it alone where there are several, a known slip first, and rows apart', () => {
    const remedies = {
      review: { upheld: 12, corrected: 4, total: 61 },
      litigation_direct: { upheld: 2, total: 1 },
    }
    const report = fillReport('2021', { remedies })
    const [review, litigation] = smallestRepair(report, 'remedies').groups
    // 12 + 4 = 16, printed 61: total 16, or one of four parts 45 more
    expect(review?.sets).toBe(5)
    expect(review?.repairs[0]).toMatchObject({ slip: 'digits_swapped', cells: [{ column: 'total', would_be: 16 }] })
    expect(review?.repairs.map(({ cells }) => `${cells[0]?.column} ${cells[0]?.would_be}`).sort()).toEqual([
      'corrected 49',
      'other 45',
      'pending 45',
      'total 16',
      'upheld 57',
    ])
    // 2 against 1: the total 2, or upheld 1; no other part can be less than 0
    expect(litigation?.repairs.map(({ cells }) => `${cells[0]?.column} ${cells[0]?.would_be}`).sort()).toEqual([
      'total 2',
      'upheld 1',
    ])
  })

  it('leaves relations with a cell that holds no number out, and says how many', () => {
    const open = withNumbers(sound, { 'granted/natural_person': null, 'granted/business': 31 })
    const { left_out, groups } = smallestRepair(open, 'requests')
    // the row of the blank cell and the sum of its column; the column of the wrong figure alone is broken
    expect(left_out).toBe(2)
    expect(groups[0]?.broken).toEqual([{ rule: 'requests.concluded_sum', subject: 'requests/business' }])
  })

  it('says so where more than three cells would have to change', () => {
    const many = Object.fromEntries(
      ['granted', 'partially_granted', 'denied.process', 'carried_in', 'received_new'].map((row, i) => [
        `${row}/${['natural_person', 'business', 'research', 'social_org', 'legal_service'][i]}`,
        200 + 31 * i,
      ]),
    )
    expect(repairs(withNumbers(sound, many))).toMatchObject([{ outcome: 'none', sets: 0 }])
  })

  it('gives a range where a bound is broken, and knows a sign that is wrong', () => {
    const report = fillReport('2019', { proactive: { licences: { items_last_year: 20, items_change: -34 } } })
    const [group] = smallestRepair(report, 'proactive').groups
    expect(group?.repairs).toEqual([
      {
        slip: 'sign',
        cells: [
          {
            table: 'proactive',
            row: 'licences',
            column: 'items_change',
            printed: -34,
            would_be: null,
            range: [-20, null],
            slip: 'sign',
          },
        ],
      },
      {
        slip: null,
        cells: [
          {
            table: 'proactive',
            row: 'licences',
            column: 'items_last_year',
            printed: 20,
            would_be: null,
            range: [34, null],
            slip: null,
          },
        ],
      },
    ])
  })

  it('takes milliseconds a table', () => {
    const report = withNumbers(sound, {
      'granted/natural_person': 23,
      'carried_in/total': 41,
      'carried_out/business': 5,
    })
    const start = performance.now()
    for (let i = 0; i < 10; i++) smallestRepair(report, 'requests')
    expect((performance.now() - start) / 10).toBeLessThan(500) // three faults, the most looked for; a loose bound for busy machines
  })
})

describe('findings on broken relations', () => {
  it('that have one cause name the same repair, in words and as cells', () => {
    const broken = withNumbers(sound, { 'granted/total': 54 })
    const found = findingsOf(auditReport(broken)).filter(({ rule }) => rule.startsWith('requests.'))
    expect(found.map(({ rule }) => rule)).toEqual(['requests.concluded_sum', 'requests.row_total'])
    for (const { message, repairs: own } of found) {
      expect(message).toMatch(
        / One cell would restore all relations: "Granted, Total" 54 → 45 \(two digits swapped\)\.$/,
      )
      expect(own).toEqual([
        {
          slip: 'digits_swapped',
          cells: [
            { table: 'requests', row: 'granted', column: 'total', printed: 54, would_be: 45, slip: 'digits_swapped' },
          ],
        },
      ])
    }
  })

  it('never name a number that is printed, and every number named restores the relation', () => {
    const random = randomOf('broken tables', 0)
    for (let round = 0; round < 20; round++) {
      const cells = Array.from({ length: random.int(1, 2) }, () => random.pick(sound.tables.requests))
      const broken = withNumbers(
        sound,
        Object.fromEntries(
          cells.map(({ row, column, value }) => [`${row}/${column}`, (value ?? 0) + random.int(1, 40)]),
        ),
      )
      for (const { repairs: sets } of smallestRepair(broken, 'requests').groups) {
        for (const { cells: changed } of sets) {
          for (const { printed, would_be } of changed) expect(would_be).not.toBe(printed)
          const mended = withNumbers(
            broken,
            Object.fromEntries(changed.map(({ row, column, would_be }) => [`${row}/${column}`, would_be])),
          )
          expect(smallestRepair(mended, 'requests').groups).toEqual([])
        }
      }
    }
  })
})
