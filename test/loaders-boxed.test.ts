import { describe, expect, test } from 'vitest'
import { boxedTables } from '../src/loaders/surface/boxed.js'
import { surfaceOf } from '../src/loaders/surface.js'
import { misled, textPage } from './support/adversary.js'
import { withEmpty } from './support/damage.js'
import { type Grid, type GridCell, madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'

// Tables drawn with strokes about their cells, as browsers for terminals and converters write them. Expected are the made-up figures.

const wide = (c: string) => (c >= '\u2e80' && c <= '\uff60' ? 2 : 1)

/** A text in lines no wider than `width` letters. */
function folded(text: string, width: number): string[] {
  const lines = ['']
  let used = 0
  for (const c of text) {
    if (used + wide(c) > width) {
      lines.push('')
      used = 0
    }
    lines[lines.length - 1] += c
    used += wide(c)
  }
  return lines
}

interface Owner {
  readonly cell: GridCell
  readonly row: number
  readonly column: number
}

/** A table drawn with strokes; cells over several rows and columns have none within. Words stand at the top or in the middle. */
function drawn(grid: Grid, [down, level, corner]: readonly [string, string, string], middle: boolean): string {
  const owners: Owner[][] = grid.map(() => [])
  grid.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (owners[row]?.[column] !== undefined) column++
      for (let r = row; r < row + cell.rowspan; r++)
        for (let c = column; c < column + cell.colspan; c++) (owners[r] ?? [])[c] = { cell, row, column }
    }
  })
  const count = Math.max(...owners.map(({ length }) => length))
  const widths = Array.from({ length: count }, (_, c) =>
    owners.some((row) => /^\d/.test(row[c]?.cell.text ?? '')) ? 7 : 10,
  )
  const widthOf = ({ cell, column }: Owner) =>
    widths.slice(column, column + cell.colspan).reduce((sum, width) => sum + width + 1, -1)
  const linesOf = (one: Owner) => folded(one.cell.text, widthOf(one))
  const heights = owners.map((row, r) => {
    const ending = row.filter((one) => one.row + one.cell.rowspan - 1 === r)
    return Math.max(1, ...ending.map((one) => Math.ceil(linesOf(one).length / one.cell.rowspan)))
  })
  const tops = heights.map((_, r) => heights.slice(0, r).reduce((sum, height) => sum + height + 1, 0))
  const textAt = (one: Owner, line: number): string => {
    const lines = linesOf(one)
    const last = one.row + one.cell.rowspan - 1
    const height = (tops[last] ?? 0) + (heights[last] ?? 0) - (tops[one.row] ?? 0)
    const text = lines[line - (tops[one.row] ?? 0) - (middle ? Math.floor((height - lines.length) / 2) : 0)] ?? ''
    return text + ' '.repeat(widthOf(one) - Array.from(text).reduce((sum, c) => sum + wide(c), 0))
  }
  const out: string[] = []
  for (let r = 0; r <= grid.length; r++) {
    const stroke = (above: Owner | undefined, below: Owner | undefined) => above !== below
    const [above, below] = [owners[r - 1] ?? [], owners[r] ?? []]
    let line = ''
    for (let c = 0; c < count; ) {
      const [up, own] = [above[c], below[c]]
      const isStroke = stroke(up?.cell === own?.cell ? undefined : up, own) && up?.cell !== own?.cell
      const inner = own !== undefined && !isStroke ? textAt(own, (tops[r] ?? 0) - 1) : level.repeat(widths[c] ?? 0)
      line += (isStroke || above[c - 1]?.cell !== below[c - 1]?.cell ? corner : down) + inner
      c += isStroke || own === undefined ? 1 : own.cell.colspan
    }
    out.push(line + (above[count - 1]?.cell === below[count - 1]?.cell ? down : corner))
    for (let i = 0; r < grid.length && i < (heights[r] ?? 0); i++) {
      const parts = below.filter((one, c) => one !== below[c - 1] && one.column === c)
      out.push(down + parts.map((one) => textAt(one, (tops[r] ?? 0) + i)).join(down) + down)
    }
  }
  return out.join('\n')
}

const STYLES = {
  'box strokes': ['│', '─', '┌'],
  'signs of a typewriter': ['|', '-', '+'],
} as const

describe('a table drawn with strokes', () => {
  const cases = Object.entries(STYLES).flatMap(([name, style]) =>
    [true, false].map((middle) => [name, middle, style] as const),
  )

  test.each(cases)('in %s, words in the middle %s: all is read', async (_, middle, style) => {
    for (const form of ['2019', '2021']) {
      const report = withEmpty((value, random) => value === 0 && random.chance(0.5))(
        madeUp(randomOf(41), form),
        randomOf(42),
      )
      const source = textPage(report, (grid) => drawn(grid, style, middle))
      const { wrong, read, printed } = await misled(report, source, new Set(), 'a.txt')
      expect({ wrong, read }, form).toEqual({ wrong: [], read: printed })
    }
  })

  test('is left alone where strokes part no rows, or a figure may be of two lines', () => {
    const box = (...bands: string[][]) => {
      const stroke = '+------+----+'
      return [stroke, ...bands.flatMap((lines) => [...lines, stroke])].join('\n')
    }
    const isSame = (text: string) => boxedTables(surfaceOf(text, false)).text === text
    const rows = ['甲', '乙', '丙', '丁', '戊'].map((name, i) => [`| ${name}   | ${i}  |`])
    const wordy = ['| 第六 | 7  |', '| 行   |    |']
    expect(isSame(box(...rows, wordy))).toBe(false)
    expect(isSame(box(...rows))).toBe(true)
    expect(isSame(box(['| 项目 | 数 |'], rows.flat()))).toBe(true)
    expect(isSame(box(...rows, wordy, ['| 第七 | 12 |', '| 行   | 34 |']))).toBe(true)
  })
})
