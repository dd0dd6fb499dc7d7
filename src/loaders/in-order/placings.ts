import type { OrderedFigure } from './figures.js'

/** What a table asks of figures: so many rows of so many columns, and which of a row add up to which. */
export interface Shape {
  readonly rows: number
  readonly columns: number
  readonly sums: readonly { readonly left: readonly number[]; readonly right: readonly number[] }[]
  /** Whether rows may stand column by column, several together. */
  readonly hasStacks: boolean
}

/** The figures of a table in the order of its cells. */
export type Placing = readonly OrderedFigure[]

/** More ways than this leave nothing certain. */
const MOST = 200

/**
 * All ways to place figures in a table that has as many cells, where rows follow one another in the form's order, each from left to right or
 * several of them column by column, and every row adds up. Ways that give each cell the same count once.
 *
 * @returns none, where there are none or too many
 */
export function placings(figures: readonly OrderedFigure[], shape: Shape): Placing[] {
  const { rows, columns } = shape
  if (figures.length !== rows * columns) return []
  const reached = Array.from({ length: rows + 1 }, () => new Map<string, Placing>())
  reached[0]?.set('', [])
  for (let row = 0; row < rows; row++) {
    const before = reached[row] ?? new Map<string, Placing>()
    if (before.size > MOST) return []
    if (before.size === 0) continue
    for (const band of bandsFrom(figures, row, shape)) {
      const after = reached[row + band.length / columns]
      for (const [, placing] of before) {
        const own = [...placing, ...band]
        after?.set(own.map(({ value }) => value ?? '-').join(), own)
      }
    }
  }
  return [...(reached[rows]?.values() ?? [])]
}

/** The ways to read one row or several together from a row's first figure on. */
function bandsFrom(figures: readonly OrderedFigure[], row: number, shape: Shape): Placing[] {
  const { rows, columns, hasStacks } = shape
  const start = row * columns
  const own = figures.slice(start, start + columns)
  const bands: Placing[] = isInOrder(own) ? [own] : []
  if (hasStacks) {
    const words = own.findIndex(({ isBehindWords }, i) => i > 0 && isBehindWords)
    if (words > 0) {
      const turned = [...own.slice(words), ...own.slice(0, words)]
      if (isInOrder(turned)) bands.push(turned)
    }
    for (let height = 2; row + height <= rows; height++) {
      bands.push(
        Array.from({ length: height * columns }, (_, i) => {
          const place = start + (i % columns) * height + Math.floor(i / columns)
          return figures[place]
        }).filter((figure) => figure !== undefined),
      )
    }
  }
  return bands.filter((band) => addsUp(band, shape))
}

/** Whether figures of a row surely stand from left to right: those of one block on several lines only where all are of one font. */
function isInOrder(row: Placing): boolean {
  return row.every((figure, i) => {
    const next = row[i + 1]
    return next === undefined || next.block !== figure.block || next.line === figure.line || next.font === figure.font
  })
}

function addsUp(band: Placing, { columns, sums }: Shape): boolean {
  for (let start = 0; start < band.length; start += columns) {
    const sum = (own: readonly number[]) => own.reduce((total, i) => total + (band[start + i]?.value ?? 0), 0)
    if (!sums.every(({ left, right }) => Math.abs(sum(left) - sum(right)) < 1e-9)) return false
  }
  return true
}
