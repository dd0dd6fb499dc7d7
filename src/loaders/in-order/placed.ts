import type { OrderedFigure } from './figures.js'

/** A cell's figure, with all of its lines where it is broken over several. */
export interface PlacedFigure {
  readonly value: number | null
  readonly lines: readonly OrderedFigure[]
}

/** The figures of a table in the order of its cells, or of some rows of it. */
export type Placing = readonly PlacedFigure[]

export function placed(figure: OrderedFigure): PlacedFigure {
  return { value: figure.value, lines: [figure] }
}

export function joined(lines: readonly OrderedFigure[]): PlacedFigure {
  return { value: Number(lines.map(({ text }) => text).join('')), lines }
}

export function rowsOf(band: Placing, columns: number): Placing[] {
  return Array.from({ length: band.length / columns }, (_, row) => band.slice(row * columns, (row + 1) * columns))
}
