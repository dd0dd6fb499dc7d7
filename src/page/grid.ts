import type { FormBlock, FormTable } from '../forms/forms.js'
import type { Bilingual, Grid, GridBlock, GridCell, GridLabel } from './shapes.js'

interface Named extends Bilingual {
  readonly unit?: string
}

/** English for what a form prints over several rows or columns; without one the printed words stand. */
type English = Readonly<Record<string, string>>

/**
 * A statutory table laid out as the form prints it: headings above groups of columns, labels of groups at the left of their
 * rows, each spanning what it covers.
 *
 * @param english English for the printed group labels
 */
export function gridOf(table: FormTable, english: English): Grid {
  const title = { zh: table.title, en: table.title_en }
  if (table.arrangement === 'single_row') {
    const blocks = table.blocks.map((block) => singleRow(block, english))
    return { title, width: Math.max(...blocks.map(cellsAcross)), side: 0, blocks }
  }
  const side = Math.max(...table.blocks.flatMap((block) => block.rows.map((row) => row.under.length + 1)))
  const width = side + Math.max(...table.blocks.map((block) => block.columns.length))
  return { title, width, side, blocks: table.blocks.map((block) => labelledRows(block, table, width, side, english)) }
}

const cellsAcross = ({ lines }: GridBlock) => lines[0]?.cells.length ?? 0

function labelledRows(block: FormBlock, table: FormTable, width: number, side: number, english: English): GridBlock {
  const group = (text: string): Named => ({ zh: text, en: english[text] ?? text })
  const columns = block.columns.map((column): Named[] => [
    ...(column.under ?? []).map(group),
    { zh: column.label, en: column.label_en, ...unitOf(column.unit) },
  ])
  const printed = new Set(columns.flatMap((path) => path.map(({ zh }) => zh)))
  const corner = block.header.find((text) => !printed.has(text)) ?? block.article
  const depth = Math.max(...columns.map((path) => path.length))
  const spare = width - side - block.columns.length
  const levels = merged(columns, depth).map((level) =>
    level.map(
      ({ label, from, count, deep }): GridLabel => ({
        ...label,
        colspan: count + (from + count === block.columns.length ? spare : 0),
        rowspan: deep,
      }),
    ),
  )
  const cornerLabel: GridLabel = { ...group(corner), colspan: side, rowspan: depth }
  const head = levels.map((level, i) => (i === 0 ? [cornerLabel, ...level] : level))
  const rows = block.rows.map((row): Named[] => [
    ...row.under.map(group),
    { zh: row.printed, en: row.label_en, ...unitOf(row.unit) },
  ])
  const labels = merged(rows, side)
  const lines = block.rows.map((row, i) => ({
    labels: labels.flatMap((level) =>
      level
        .filter(({ from }) => from === i)
        .map(({ label, count, deep }): GridLabel => ({ ...label, rowspan: count, colspan: deep })),
    ),
    cells: block.columns.map(
      (column, j): GridCell => ({
        row: row.code,
        column: column.code,
        unit: row.unit ?? column.unit,
        label: { zh: `${row.label} · ${column.label}`, en: `${row.label_en} · ${column.label_en}` },
        colspan: 1 + (j === block.columns.length - 1 ? spare : 0),
      }),
    ),
  }))
  const hasCaption = block.article !== corner && block.article !== table.title
  return { caption: hasCaption ? group(block.article) : null, head, lines }
}

/** The unit, where it is not the one of nearly all cells, which goes without saying. */
function unitOf(unit: string | undefined): { unit?: string } {
  return unit === undefined || unit === '件' || unit === '见计量单位栏' ? {} : { unit }
}

/** All figures in one line, with the rows' labels above those of the columns. */
function singleRow(block: FormBlock, english: English): GridBlock {
  const paths = block.rows.flatMap((row) =>
    block.columns.map((column): Named[] => [
      ...row.under.map((text) => ({ zh: text, en: english[text] ?? text })),
      { zh: row.printed, en: row.label_en },
      { zh: column.label, en: column.label_en },
    ]),
  )
  const depth = Math.max(...paths.map((path) => path.length))
  const head = merged(paths, depth).map((level) =>
    level.map(({ label, count, deep }): GridLabel => ({ ...label, colspan: count, rowspan: deep })),
  )
  const cells = block.rows.flatMap((row) =>
    block.columns.map(
      (column): GridCell => ({
        row: row.code,
        column: column.code,
        unit: row.unit ?? column.unit,
        label: { zh: `${row.label} · ${column.label}`, en: `${row.label_en} · ${column.label_en}` },
        colspan: 1,
      }),
    ),
  )
  return { caption: null, head, lines: [{ labels: [], cells }] }
}

interface Span {
  readonly label: Named
  /** First line it covers, and how many. */
  readonly from: number
  readonly count: number
  /** How many levels it takes up. */
  readonly deep: number
}

/** Paths of labels, outermost first, as merged cells by level: neighbours with the same path so far share one; the last label takes the levels left. */
function merged(paths: readonly (readonly Named[])[], depth: number): Span[][] {
  return Array.from({ length: depth }, (_, level) => {
    const spans: Span[] = []
    paths.forEach((path, i) => {
      const label = path[level]
      if (label === undefined) return
      const isLast = level === path.length - 1
      const before = spans.at(-1)
      const other = paths[i - 1]
      const isSame =
        !isLast &&
        before !== undefined &&
        other !== undefined &&
        other.length - 1 > level &&
        before.from + before.count === i &&
        path.slice(0, level + 1).every(({ zh }, k) => other[k]?.zh === zh)
      if (isSame) spans[spans.length - 1] = { ...before, count: before.count + 1 }
      else spans.push({ label, from: i, count: 1, deep: isLast ? depth - level : 1 })
    })
    return spans
  })
}
