import type { OrderedFigure } from './figures.js'
import { halvesFrom, movedOnce, stack, stacksInParts } from './parts.js'
import { joined, type PlacedFigure, type Placing, placed, rowsOf } from './placed.js'
import type { Shape } from './placings.js'

/** Lines of a figure, at the most. */
const LINES = 3
/** Rows that stand together with their columns in two parts, at the most. */
const HIGHEST = 8

/** The ways to read one row, or several together, from a figure on. */
export function bandsFrom(
  figures: readonly OrderedFigure[],
  start: number,
  rows: number,
  broken: number,
  shape: Shape,
): Placing[] {
  const { columns } = shape
  const whole = figures.slice(start, start + columns).map(placed)
  const bands = brokenRows(figures, start, columns, broken)
  if (whole.length === columns) bands.push(whole)
  if (shape.stacks !== 'none' && whole.length === columns) {
    const isBegun = ({ lines: [figure] }: PlacedFigure, i: number) =>
      figure?.isBehindWords || (shape.stacks === 'in parts' && figure?.block !== whole[i - 1]?.lines[0]?.block)
    for (const [i, figure] of whole.entries())
      if (i > 0 && isBegun(figure, i)) bands.push([...whole.slice(i), ...whole.slice(0, i)])
    if (shape.stacks === 'moved') bands.push(...movedOnce(whole, isFirst), ...halvesFrom(figures, start, rows, columns))
    for (let height = 2; height <= rows && start + height * columns <= figures.length; height++) {
      const own = figures.slice(start, start + height * columns).map(placed)
      bands.push(stack(own, height, columns))
      if (shape.stacks === 'in parts' && height <= HIGHEST) bands.push(...stacksInParts(own, height, columns))
    }
  }
  return bands.filter((band) => rowsOf(band, columns).every(isInOrder))
}

/** Whether a figure begins what stands behind words. */
const isFirst = ({ lines: [figure] }: PlacedFigure) => figure?.isBehindWords === true

/** The rows that begin with a figure and have so many broken ones at the most, at least one. */
function brokenRows(figures: readonly OrderedFigure[], start: number, columns: number, broken: number): Placing[] {
  if (broken === 0) return []
  const found: Placing[] = []
  const add = (row: PlacedFigure[], at: number, left: number) => {
    if (row.length === columns) {
      if (left < broken) found.push(row)
      return
    }
    const first = figures[at]
    if (first === undefined) return
    add([...row, placed(first)], at + 1, left)
    for (let lines = 2; lines <= Math.min(LINES, left + 1); lines++) {
      const own = figures.slice(at, at + lines)
      if (own.length === lines && isOneFigure(own)) add([...row, joined(own)], at + lines, left - lines + 1)
    }
  }
  add([], start, broken)
  return found
}

/** Whether figures stand line upon line, each alone on its own, and no line is longer than the first. */
function isOneFigure(lines: readonly OrderedFigure[]): boolean {
  const [first] = lines
  if (first?.text.startsWith('0')) return false
  return lines.every(
    (one, i) =>
      one.isAlone &&
      /^\d+$/.test(one.text) &&
      one.block === first?.block &&
      one.line === first.line + i &&
      one.set === first.set &&
      one.text.length <= first.text.length,
  )
}

/** Whether figures of a row surely stand from left to right: those of one block on several lines only where all are set alike. */
function isInOrder(row: Placing): boolean {
  const figures = row.flatMap(({ lines: [first] }) => first ?? [])
  const isBroken = row.some(({ lines }) => lines.length > 1)
  return figures.every((figure, i) =>
    figures
      .slice(i + 1)
      .every(
        (other) =>
          other.block !== figure.block || other.line === figure.line || (other.set === figure.set && !isBroken),
      ),
  )
}
