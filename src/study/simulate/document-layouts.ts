import { documentText, type PageTraits } from './documents.js'
import { broken, type GridCell } from './grid.js'
import type { Layout, Markup } from './layouts.js'
import type { Random } from './random.js'

const PLAIN: PageTraits = {
  ruled: true,
  align: 'center',
  size: 9,
  labels: 1,
  pageNumbers: '',
  merged: 'one cell',
  saved: 'whole',
}

/** How Word files differ: most draw lines around the cells. */
function wordTraits(random: Random): Partial<PageTraits> {
  return { ruled: random.chance(0.85) }
}

/** How old Word files differ. */
function oldWordTraits(random: Random): Partial<PageTraits> {
  return {
    merged: random.pick(['one cell', 'empty cells'] as const),
    saved: random.weighted([
      ['whole', 3],
      ['fast', 1],
    ] as const),
  }
}

function document(name: string, markup: Markup, traits: (random: Random) => Partial<PageTraits> = () => ({})): Layout {
  const page: Layout['page'] = (blocks, random) => documentText(blocks, { ...PLAIN, ...traits(random) })
  return { name, markup, showsEmpty: true, glued: false, tablesLast: false, page }
}

/** The layout with some of its labels on several lines of their cells, as writers break them by hand. */
function withBrokenLabels(layout: Layout): Layout {
  const brokenIn = (cell: GridCell, random: Random) =>
    (cell.group || cell.labels !== undefined) && random.chance(0.2)
      ? { ...cell, text: broken(cell.text, random.int(4, 12)) }
      : cell
  const page: Layout['page'] = (blocks, random) =>
    layout.page(
      blocks.map((block) =>
        block.kind === 'table'
          ? { ...block, grid: block.grid.map((row) => row.map((cell) => brokenIn(cell, random))) }
          : block,
      ),
      random,
    )
  return { ...layout, page }
}

/** How PDF pages differ besides their ruling lines. */
function pdfTraits(random: Random): Partial<PageTraits> {
  return {
    align: random.weighted([
      ['center', 6],
      ['left', 1],
      ['right', 1],
    ] as const),
    size: random.pick([8, 9, 10.5]),
    labels: random.pick([1, 2, 3]),
    pageNumbers: random.pick(['', '1', '- 1 -', '— 1 —', '第 1 页']),
  }
}

/** The layouts of files that are more than their text; their page is what `documentText` writes. */
export const DOCUMENT_LAYOUTS: readonly Layout[] = [
  document('Word tables', 'docx', wordTraits),
  withBrokenLabels(document('old Word tables', 'doc', oldWordTraits)),
  document('sheet', 'xlsx'),
  document('CSV', 'csv'),
  document('PDF with ruling lines', 'pdf', pdfTraits),
  document('PDF without ruling lines', 'pdf', (random) => ({ ...pdfTraits(random), ruled: false })),
]
