import type { TrueCell, Truth } from './truth.js'

/** The true values of a corpus as series of bodies. */
export interface TruthPanel {
  /** The reports of a body on a year; more than one where one was published twice. */
  readonly of: (unit: string, year: number) => readonly Truth[]
  /** Those of the same body on the year before. */
  readonly last: (truth: Truth) => readonly Truth[]
  /** The years of all reports of a body. */
  readonly years: (unit: string) => readonly number[]
}

const panels = new WeakMap<ReadonlyMap<string, Truth>, TruthPanel>()

/** The series of a corpus; made once a corpus. */
export function truthPanel(corpus: ReadonlyMap<string, Truth>): TruthPanel {
  const known = panels.get(corpus)
  if (known !== undefined) return known
  const series = new Map<string, Truth[]>()
  for (const truth of corpus.values()) {
    const own = series.get(truth.unit.id)
    if (own === undefined) series.set(truth.unit.id, [truth])
    else own.push(truth)
  }
  const of = (unit: string, year: number) => (series.get(unit) ?? []).filter(({ report }) => report.year === year)
  const panel = {
    of,
    last: ({ unit, report }: Truth) => of(unit.id, report.year - 1),
    years: (unit: string) => (series.get(unit) ?? []).map(({ report }) => report.year),
  }
  panels.set(corpus, panel)
  return panel
}

/** The number in a printed cell; that meant where an empty cell left no trace; `undefined` where none can be known. */
export function printedIn({ tables }: Truth, table: string, row: string, column: string): number | undefined {
  const cell = (tables[table] ?? []).find((one) => one.row === row && one.column === column)
  return cell === undefined ? undefined : (cell.value ?? (cell.status === 'lost' ? cell.meant : undefined))
}

/** The number in a cell of several reports, where all agree. */
export function agreedIn(truths: readonly Truth[], table: string, row: string, column: string): number | undefined {
  const values = truths.map((truth) => printedIn(truth, table, row, column))
  return values.every((value) => value === values[0]) ? values[0] : undefined
}

/** The numbers other than 0 printed in a table, with their cells. */
export function printedFigures({ tables }: Truth, table: string): Pick<TrueCell, 'row' | 'column' | 'value'>[] {
  return (tables[table] ?? []).filter(({ value }) => value !== null && value !== 0)
}
