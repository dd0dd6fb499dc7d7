import type { FormColumn } from '../../forms/forms.js'
import type { Cell } from '../../types.js'
import { foldLabel } from '../fold.js'
import { headerDoubts, headsOf, namesAllColumns } from '../header/header.js'
import type { Alignment } from '../labels/align.js'
import { foldedIndex, type Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { nameOf } from './confirm.js'
import { withheld, withheldWithoutPlace } from './withheld.js'

/** One count that is no whole number is a misprint, which the audits judge; more of them are counts of 万. */
const MANY = 2
/** A head in 万 that is none of amounts, and no figure: (万件), 以万计. */
const IN_TEN_THOUSANDS = /(?<![\d.百千近上数])万(?![百千]?元|余)/g
/** The same in the line of the unit above a table. */
const UNIT_LINE = /单位:?[^\n:。]{0,8}(?<![\d.百千])万(?![百千]?元)/
/** Characters above a table in which its line of the unit may stand. */
const ABOVE = 60

/**
 * Withholds counts that are printed in 万, or may be. All of a block whose heads, or of a table whose line of the unit, name 万; the figures
 * of a column that holds several which are no whole numbers, or one under heads that are not the form's own; and wherever a table has
 * several of these, they themselves, as one beside an empty cell for an amount.
 */
export function withheldFractions(
  stream: Stream,
  alignment: Alignment,
  rows: readonly FoundRow[],
  cells: readonly Cell[],
): readonly Cell[] {
  const counts = new Map(
    rows.flatMap(({ slots }) => slots.filter(({ unit }) => !unit.endsWith('元')).map((slot) => [slotName(slot), slot])),
  )
  const blocks = blocksOf(alignment)
  const columnOf = (cell: Cell) => `${blocks.get(cell.row)}/${cell.column}`
  const isFraction = (cell: Cell) => cell.value !== null && !Number.isInteger(cell.value) && counts.has(nameOf(cell))
  const fractions = cells.filter(isFraction)
  const scaled = scaledBlocks(stream, alignment)
  if (fractions.length === 0 && scaled.size === 0) return cells
  const { crowded } = headerDoubts(stream, alignment)
  const isOwn = (block: number) => {
    const heads = headsOf(stream, alignment, block)
    return heads !== null && !crowded.has(block) && namesAllColumns(stream, alignment, block, heads)
  }
  const doubted = new Set(
    fractions
      .filter((cell) => {
        const alike = fractions.filter((other) => columnOf(other) === columnOf(cell))
        return alike.length >= MANY || !isOwn(blocks.get(cell.row) ?? 0)
      })
      .map(columnOf),
  )
  const moved = movedAmounts(rows, cells, isFraction)
  return cells.map((cell) => {
    if (moved.has(nameOf(cell))) return withheldWithoutPlace(cell)
    if (cell.value === null || !counts.has(nameOf(cell))) return cell
    if (scaled.has(blocks.get(cell.row) ?? -1)) return inEitherUnit(cell, cell.value)
    return doubted.has(columnOf(cell)) || (fractions.length >= MANY && isFraction(cell)) ? withheld(cell) : cell
  })
}

/** Counts that are no whole numbers beside an empty cell for an amount, and that cell: the amount may have come into the count's. */
function movedAmounts(
  rows: readonly FoundRow[],
  cells: readonly Cell[],
  isFraction: (cell: Cell) => boolean,
): ReadonlySet<string> {
  const byName = new Map(cells.map((cell) => [nameOf(cell), cell]))
  return new Set(
    rows.flatMap(({ slots }) => {
      const [amounts, counts] = [slots.filter(isAmount), slots.filter((slot) => !isAmount(slot))].map((own) =>
        own.flatMap((slot) => byName.get(slotName(slot)) ?? []),
      )
      const empty = amounts?.filter(({ status }) => status === 'blank') ?? []
      const fractions = counts?.filter(isFraction) ?? []
      return empty.length > 0 && fractions.length > 0 ? [...empty, ...fractions].map(nameOf) : []
    }),
  )
}

function isAmount({ unit }: { readonly unit: string }): boolean {
  return unit.endsWith('元')
}

/** A count that is withheld with both numbers it may be. */
function inEitherUnit(cell: Cell, value: number): Cell {
  return { ...withheld(cell), candidates: value === 0 ? [0] : [value, Number((value * 1e4).toFixed(6))] }
}

/** The blocks of a table under heads, or a line of the unit, in 万. */
function scaledBlocks(stream: Stream, alignment: Alignment): Set<number> {
  const { definition } = alignment.template
  const first = alignment.matches.find((match) => match !== null)
  const start = first ? foldedIndex(stream, first.from) : 0
  const isAbove = UNIT_LINE.test(stream.folded.text.slice(Math.max(0, start - ABOVE), start))
  return new Set(
    definition.blocks.flatMap(({ columns }, block) => {
      const { from, to } = headsOf(stream, alignment, block) ?? { from: 0, to: 0 }
      return isAbove || isInTenThousands(stream.chars.slice(from, to), columns) ? [block] : []
    }),
  )
}

/** Whether 万 stands among a block's heads, and not behind that of an amount. */
function isInTenThousands(heads: string, columns: readonly FormColumn[]): boolean {
  const labels = columns.map(({ label, unit }) => ({ words: foldLabel(label).replace(/\(.*/, ''), unit }))
  return Array.from(heads.matchAll(IN_TEN_THOUSANDS)).some(({ index }) => {
    const placed = labels.map(({ words, unit }) => ({ at: heads.slice(0, index).lastIndexOf(words), unit }))
    const last = placed.toSorted((a, b) => b.at - a.at)[0]
    return last === undefined || last.at < 0 || !last.unit.endsWith('元')
  })
}

/** The block of each row of a table, by the row's code. */
function blocksOf({ template }: Alignment): Map<string, number> {
  return new Map(template.definition.blocks.flatMap(({ rows }, block) => rows.map(({ code }) => [code, block])))
}

function slotName({ row, column }: FoundRow['slots'][number]): string {
  return `${row}/${column}`
}
