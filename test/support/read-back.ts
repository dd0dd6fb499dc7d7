import { readReport } from '../../src/loaders/report.js'
import type { Cell, Place } from '../../src/types.js'
import type { Change } from './damage.js'
import { key, type MadeUp, madeUp, type Truth, truthsOf } from './made-up.js'
import { type Random, randomOf } from './random.js'
import { type Dress, type Layout, type Rendered, render } from './render.js'

/** How what was read compares with what was printed. */
export interface Comparison {
  /** Numbers printed. */
  readonly printed: number
  /** Numbers read, at the place where they stand. */
  readonly read: number
  /** Numbers the reader left open (`ambiguous`) or whose row it did not find (`absent`). */
  readonly withheld: number
  /** Empty cells and nil marks read as such. */
  readonly empty: number
  /** Numbers inferred, and right. */
  readonly inferred: number
  /** Cells wrong in silence, each in words. */
  readonly wrong: readonly string[]
  /** Cells of a table with inferred numbers that follow from an inference and are not what was printed. */
  readonly misled: readonly string[]
}

/** Reads a rendered report and compares every cell with what was printed there. */
export async function readBack(report: MadeUp, { source, places }: Rendered): Promise<Comparison> {
  const cells = await cellsOf(source)
  const reasoned = new Set(
    [...cells].flatMap(([name, { status }]) => (status === 'inferred' ? name.split('/')[0] : [])),
  )
  const outcomes = truthsOf(report).map((truth) => {
    const name = key(truth.table, truth.row, truth.column)
    const cell = cells.get(name)
    const wrong = wrongness(truth, cell, places.get(name))
    return { truth, cell, wrong, name, misled: cell?.status !== 'stated' && reasoned.has(truth.table) }
  })
  const known = new Set(outcomes.map(({ name }) => name))
  const invented = [...cells].filter(([name, cell]) => !known.has(name) && cell.value !== null)
  const numbers = outcomes.filter(({ truth }) => truth.status === 'stated')
  return {
    printed: numbers.length,
    read: numbers.filter(({ cell, wrong }) => cell?.status === 'stated' && wrong === null).length,
    withheld: numbers.filter(
      ({ cell }) => cell === undefined || cell.status === 'ambiguous' || cell.status === 'absent',
    ).length,
    empty: outcomes.filter(({ truth, cell }) => truth.status !== 'stated' && cell?.status === truth.status).length,
    inferred: numbers.filter(({ cell, wrong }) => cell?.status === 'inferred' && wrong === null).length,
    misled: outcomes.flatMap(({ wrong, misled, name }) => (wrong === null || !misled ? [] : [`${name}: ${wrong}`])),
    wrong: [
      ...outcomes.flatMap(({ wrong, misled, name }) => (wrong === null || misled ? [] : [`${name}: ${wrong}`])),
      ...invented.map(([name, cell]) => `${name}: ${cell.value} in a cell the form does not have`),
    ],
  }
}

async function cellsOf(source: string): Promise<Map<string, Cell>> {
  try {
    const { report } = await readReport({ id: 'made-up', path: 'made-up', bytes: new TextEncoder().encode(source) })
    const tables = Object.entries(report.tables) as ['proactive' | 'requests' | 'remedies', readonly Cell[]][]
    return new Map(
      tables.flatMap(([table, cells]) => cells.map((cell) => [key(table, cell.row, cell.column), cell] as const)),
    )
  } catch (error) {
    if ((error as Error).name !== 'ReadError') throw error
    return new Map()
  }
}

/**
 * Why a cell is wrong in silence, or `null`: a number that was not printed there, a number at another cell's place, and an
 * empty cell or nil mark where a number is printed.
 */
function wrongness(truth: Truth, cell: Cell | undefined, place: Place | undefined): string | null {
  if (cell === undefined) return null
  const printed = `${truth.status} ${truth.printed}`
  if (cell.status === 'stated' || cell.status === 'inferred') {
    if (truth.status !== 'stated' || cell.value !== truth.value)
      return `${cell.status} ${cell.value}, printed is ${printed}`
    if (cell.status === 'stated' && (cell.at?.[0] !== place?.[0] || cell.at?.[1] !== place?.[1]))
      return `${cell.value} from another place`
    return null
  }
  const claimsEmpty = cell.status === 'blank' || cell.status === 'nil'
  return claimsEmpty && truth.status === 'stated' ? `${cell.status}, printed is ${printed}` : null
}

/** Makes and reads back one report a seed, the two forms in turn, and sums up the comparisons. */
export async function readBackMany(
  seeds: number,
  layout: Layout,
  make: Change = (report) => report,
  dress: (report: MadeUp, random: Random) => Dress = () => ({}),
): Promise<Comparison> {
  const found: Comparison[] = []
  for (let seed = 0; seed < seeds; seed++) {
    const random = randomOf(seed)
    const report = make(madeUp(random, seed % 2 === 0 ? '2019' : '2021'), random)
    const { wrong, misled, ...counts } = await readBack(report, render(report, layout, dress(report, random)))
    const named = (list: readonly string[]) => list.map((words) => `seed ${seed}: ${words}`)
    found.push({ ...counts, wrong: named(wrong), misled: named(misled) })
  }
  const sum = (count: 'printed' | 'read' | 'withheld' | 'empty' | 'inferred') =>
    found.reduce((total, one) => total + one[count], 0)
  return {
    printed: sum('printed'),
    read: sum('read'),
    withheld: sum('withheld'),
    empty: sum('empty'),
    inferred: sum('inferred'),
    wrong: found.flatMap(({ wrong }) => wrong),
    misled: found.flatMap(({ misled }) => misled),
  }
}
