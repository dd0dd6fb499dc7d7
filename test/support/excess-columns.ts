import { type Grid, type GridCell, type GridRow, key, type MadeUp, mapCells, mapGrids, truthsOf } from './made-up.js'
import { readText } from './private-reports.js'
import type { Random } from './random.js'
import type { Rendered } from './render.js'

// Tables with a column that no form has. Each figure of the form keeps its truth; those of the other column have none, so that any number
// read from there is another than the one printed in the form's cell.

/** Heads of columns that no form has, as reports word them. */
export const HEADS = {
  'last year': ['上年', '上年度', '去年同期', '前一年度', '往年', '2021年', '同期数', '对比年度'],
  change: ['同比', '增减', '变化', '增减情况', '同比增减%', '升降'],
  share: ['占比', '比重(%)', '百分率', '份额'],
  total: ['小计', '累计', '共计', '历年累计'],
  body: ['市直部门', '街道办', '所属单位', '园区', '镇街', '局机关', '下属单位', '派出机构'],
  number: ['序号', '编号', '行次', '项次', '排序', '代码'],
} as const

export type Kind = keyof typeof HEADS

function cellOf(text: string, colspan = 1, rowspan = 1): GridCell {
  return { text, colspan, rowspan }
}

function figureOf(random: Random, kind: Kind, row: number): string {
  if (kind === 'number') return String(row + 1)
  if (kind === 'share') return `${random.int(0, 99)}${random.pick(['%', ''])}`
  const count = String(random.chance(0.4) ? 0 : random.int(1, random.pick([9, 60, 900])))
  return kind === 'change' ? random.pick(['+', '-', '']) + count : count
}

const isFigure = (cell: GridCell) => cell.truth !== undefined

/** One table with a column more before its column `at`, under a head of its own; requests under a header of one line or of three. */
export function withColumn(
  report: MadeUp,
  table: 'requests' | 'proactive',
  { kind, head, at }: { kind: Kind; head: string; at: number },
  random: Random,
): MadeUp {
  let row = 0
  const own = () => cellOf(figureOf(random, kind, row++))
  const figures = (cells: GridRow): GridRow => {
    const before = cells.filter((cell) => !isFigure(cell)).length + Math.min(at, cells.filter(isFigure).length)
    return [...cells.slice(0, before), own(), ...cells.slice(before)]
  }
  return mapGrids(report, (grid, name) => {
    if (name !== table) return grid
    if (table === 'requests') return [...requestHeads(grid, head, at, random), ...grid.slice(3).map(figures)]
    return grid.map((cells) => {
      if (cells.some(isFigure)) return figures(cells)
      const [first, ...names] = cells
      if (first === undefined || names.length === 0)
        return cells.map((cell) => ({ ...cell, colspan: cell.colspan + 1 }))
      return [first, ...names.slice(0, at), cellOf(head), ...names.slice(at)]
    })
  })
}

function requestHeads(grid: Grid, head: string, at: number, random: Random): GridRow[] {
  const [top = [], middle = [], bottom = []] = grid
  const [person, organisations, total] = middle
  if (random.chance(0.5)) {
    const names = [person, ...bottom, total].flatMap((cell) => (cell ? [cellOf(cell.text)] : []))
    return [[cellOf('申请人情况', 3), ...names.slice(0, at), cellOf(head), ...names.slice(at)]]
  }
  const above = top.map((cell, i) => (i === 1 ? { ...cell, colspan: cell.colspan + 1 } : cell))
  if (at === 0) return [above, [cellOf(head, 1, 2), ...middle], bottom]
  if (at === 7) return [above, [...middle, cellOf(head, 1, 2)], bottom]
  const wider = middle.map((cell) => (cell === organisations ? { ...cell, colspan: cell.colspan + 1 } : cell))
  return [above, wider, [...bottom.slice(0, at - 1), cellOf(head), ...bottom.slice(at - 1)]]
}

/** The same report with some of its cells empty. */
export function withEmptyCells(
  report: MadeUp,
  share: number,
  random: Random,
  which: (cell: GridCell) => boolean = isFigure,
): MadeUp {
  return mapCells(report, (cell) => {
    if (cell.truth?.value == null || !which(cell) || !random.chance(share)) return cell
    return { ...cell, text: '', truth: { ...cell.truth, printed: '', value: null, status: 'blank' } }
  })
}

/** What came of a report with a column in excess: cells given another number than theirs, and how many were read and printed. */
export async function readWithExcess(report: MadeUp, { source, places }: Rendered) {
  const { report: found } = await readText(source)
  const counts = { read: 0, printed: 0 }
  const wrong = truthsOf(report).flatMap(({ table, row, column, value, status }) => {
    const cell = found.tables[table]?.find((one) => one.row === row && one.column === column)
    if (status === 'stated') counts.printed++
    if (status === 'stated' && cell?.value === value) counts.read++
    const [from] = places.get(key(table, row, column)) ?? []
    const isElsewhere =
      cell?.status === 'stated' && (cell.value !== value || (from !== undefined && cell.at?.[0] !== from))
    const isOther = cell?.status === 'inferred' && cell.value !== value
    const isCalledEmpty = (cell?.status === 'blank' || cell?.status === 'nil') && status === 'stated'
    return isElsewhere || isOther || isCalledEmpty
      ? [`${table}/${row}/${column}: ${cell?.status} ${cell?.value}, printed is ${value}`]
      : []
  })
  return { wrong, ...counts }
}
