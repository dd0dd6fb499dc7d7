import type { FormBlock, FormRow } from '../../forms/forms.js'
import { type GridCell, type GridRow, label } from './grid.js'
import type { Random } from './random.js'
import { settings } from './settings.js'

/** How one report prints the statistics table of the years before 2019. */
export interface StatisticsStyle {
  /** Whether the rows' own numbers stand in a column, where the form has them. */
  readonly serials: boolean
  /** What stands in the place of the unit where a heading has a line of its own. */
  readonly headingUnit: string
  /** Whether the title is the first line of the table, or a line above it. */
  readonly titleInside: boolean
  /** Whether the table stands behind the signature, or in the body. */
  readonly attached: boolean
  /** The head of the column of the year's figures, where the report names the year in it. */
  readonly year: string | null
  /** Figures that a form with one column prints in a second, and the heads of the two. */
  readonly further: { readonly heads: readonly [string, string]; readonly figures: ReadonlyMap<string, number> } | null
}

export function statisticsStyle(random: Random, year: number): Omit<StatisticsStyle, 'further'> {
  return {
    serials: random.chance(settings().old_forms.serials),
    headingUnit: random.pick(['——', '', '——']),
    titleInside: random.chance(0.5),
    attached: random.chance(0.6),
    year: random.chance(0.4) ? `${year}年度` : null,
  }
}

/** 其中, which stands before the first of the rows it is said of, in the same cell. */
const OF_WHICH = '其中'

/** One column of labels, one of units, now and then one of the rows' own numbers, then the figures. */
export function statisticsGrid(
  block: FormBlock,
  figure: (row: string, column: string) => GridCell,
  style: StatisticsStyle,
): GridRow[] {
  const serials = style.serials && block.rows.every(({ serial }) => serial !== undefined)
  const [name = '', unit = '', number = ''] = block.header
  const [first, ...others] = block.columns
  // Where there are two columns of figures, the first may be headed by the year itself.
  const heads = style.further?.heads ?? [
    others.length > 0 && style.year !== null ? style.year : (first?.label ?? ''),
    ...others.map((column) => column.label),
  ]
  const leading = [name, unit, ...(serials ? [number] : [])]
  const width = leading.length + heads.length
  const empty = Array.from({ length: width - 2 }, () => label(''))
  const line = (text: string): GridRow => [{ ...label(text), opens: true }, label(style.headingUnit), ...empty]
  const title: GridRow = [{ ...label(block.article, width), group: true }]
  return [
    ...(style.titleInside ? [title] : []),
    [...leading, ...heads].map((text) => label(text)),
    ...block.rows.flatMap((row, i) => {
      const { headings, ofWhich } = above(block.rows, i)
      const named = { ...label(ofWhich ? `${OF_WHICH}:${row.printed}` : row.printed), labels: row.code }
      const own = block.columns.map((column) => figure(row.code, column.code))
      const further = (style.further?.figures.get(row.code) ?? 0).toString()
      const figures = style.further === null ? own : [...own, { ...label(further), figure: `${row.code}/further` }]
      return [
        ...headings.map(line),
        [named, label(row.unit ?? ''), ...(serials ? [label(row.serial ?? '')] : []), ...figures],
      ]
    }),
  ]
}

/** The headings that begin with a row, and whether it is the first row of a list of parts. */
function above(rows: readonly FormRow[], at: number): { headings: readonly string[]; ofWhich: boolean } {
  const before = rows[at - 1]?.under ?? []
  const fresh = (rows[at]?.under ?? []).filter((text, level) => before[level] !== text)
  return { headings: fresh.filter((text) => text !== OF_WHICH), ofWhich: fresh.includes(OF_WHICH) }
}
