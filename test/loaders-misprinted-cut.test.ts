import { expect, test } from 'vitest'
import { formById } from '../src/forms/forms.js'
import { templatesOf } from '../src/loaders/labels/template.js'
import { misprintedCuts } from '../src/loaders/search/misprinted-row.js'
import { equationsOf, type PuzzleRow } from '../src/loaders/search/puzzle.js'
import { reconstruct } from '../src/loaders/search/reconstruct.js'

// Rows of the requests table whose figures run together, as pages without borders give them. Each row is its seven figures.
const ROWS = ['received_new', 'carried_in', 'concluded_total', 'carried_out'] as const
type Figures = Readonly<Record<(typeof ROWS)[number], readonly number[]>>

function cut(figures: Figures): Map<string, (number | null)[]> {
  const form = formById('2021')
  if (form === undefined) throw new Error('there is no form of 2021')
  const [template] = templatesOf(form, 'requests')
  const rows = ROWS.map((code): PuzzleRow => {
    const slots = template?.labels.find(({ row }) => row?.cells[0]?.row === code)?.row?.cells ?? []
    return { slots, glued: true, settled: null, runs: [{ text: figures[code].join(''), from: 0 }] }
  })
  const { rows: verdicts } = reconstruct(form, 'requests', rows)
  return new Map(
    ROWS.map((code, i) => [code, verdicts[i]?.map((cell) => ('value' in cell ? (cell.value as number) : null)) ?? []]),
  )
}

// By hand: 633 + 25 + 4 + 14 + 29 + 11 = 716; in each column received + carried in = concluded + carried out.
const whole: Figures = {
  received_new: [633, 25, 4, 14, 29, 11, 716],
  carried_in: [2, 0, 0, 1, 0, 0, 3],
  concluded_total: [562, 22, 4, 13, 26, 10, 637],
  carried_out: [73, 3, 0, 2, 3, 1, 82],
}

test('figures that run together are cut where all sums leave one way', () => {
  const found = cut(whole)
  expect(found.get('received_new')).toEqual(whole.received_new)
  expect(found.get('concluded_total')).toEqual(whole.concluded_total)
})

test('a cut that fits is not taken where another fits but for one misprint', () => {
  // 52 for 25: 52|4 no longer adds up, while 5|24 does, and with 2|24 for 22|4 below in the columns, too.
  const found = cut({ ...whole, received_new: [633, 52, 4, 14, 29, 11, 716] })
  expect(found.get('received_new')?.slice(1, 3)).toEqual([null, null])
  expect(found.get('concluded_total')?.slice(1, 3)).toEqual([null, null])
})

test('of cuts that fit and cuts that fit but for one misprint, what all have is certain', () => {
  const form = formById('2021')
  if (form === undefined) throw new Error('there is no form of 2021')
  const [template] = templatesOf(form, 'remedies')
  const slots = template?.labels.flatMap(({ row }) => row?.cells ?? []) ?? []
  const run = [2, 0, 1, 0, 3, 14, 0, 0, 0, 14, 0, 0, 0, 0, 0].join('')
  const { rows } = reconstruct(form, 'remedies', [
    { slots, glued: true, settled: null, runs: [{ text: run, from: 0 }] },
  ])
  // By hand: 14|0|0|0|14 adds up; 1|40|0|0|14 would, were 14 a slip for 41. Every other cut fails in more than one sum.
  const told = rows[0]?.map((cell) =>
    cell.kind === 'number' ? cell.value : cell.kind === 'open' ? cell.candidates : null,
  )
  expect(told).toEqual([2, 0, 1, 0, 3, [1, 14], [0, 40], 0, 0, 14, 0, 0, 0, 0, 0])
})

test('the cuts that fit but for one misprint are found where the run could be cut in very many ways', () => {
  const form = formById('2021')
  if (form === undefined) throw new Error('there is no form of 2021')
  const [template] = templatesOf(form, 'requests')
  const slots = template?.labels.find(({ row }) => row?.cells[0]?.row === 'received_new')?.row?.cells ?? []
  // By hand: 740 + 85 + 4 + 30 + 16 + 8 = 883, with 3 printed for 30. Empty cells left no trace, so that any may be empty.
  const printed = [740, 85, 4, 3, 16, 8, 883]
  const row: PuzzleRow = { slots, glued: true, settled: null, runs: [{ text: printed.join(''), from: 0 }] }
  expect(misprintedCuts(row, equationsOf(form, 'requests', [row]), true)).toContainEqual(printed)
})
