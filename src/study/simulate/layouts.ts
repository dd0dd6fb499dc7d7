import { type ColumnSetting, linesSet, setInColumns } from './columns.js'
import { DOCUMENT_LAYOUTS } from './document-layouts.js'
import { broken, covered, cutGrid, type Grid, type GridCell, spreadTexts } from './grid.js'
import { type HtmlDress, htmlPage, htmlTable } from './html.js'
import type { Random } from './random.js'

/** A part of a page, from above to below. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: string; readonly grid: Grid }

/** What a page is written in. Of the last five it is what `documentText` writes, of which the container makes the file. */
export type Markup = 'text' | 'markdown' | 'html' | 'docx' | 'doc' | 'xlsx' | 'csv' | 'pdf'

/** A way a report is laid out, or what is left of it where it was copied. */
export interface Layout {
  readonly name: string
  readonly markup: Markup
  /** Whether an empty cell leaves a trace. */
  readonly showsEmpty: boolean
  /** Whether figures of one row run together. */
  readonly glued: boolean
  /** Whether the tables stand behind the words. */
  readonly tablesLast: boolean
  readonly page: (blocks: readonly Block[], random: Random) => string
}

interface Traits {
  readonly showsEmpty?: boolean
  readonly glued?: boolean
  readonly tablesLast?: boolean
  readonly between?: string
}

type TableText = (grid: Grid, random: Random) => string

function text(name: string, table: TableText, traits: Traits = {}): Layout {
  const { showsEmpty = false, glued = false, tablesLast = false, between = '\n' } = traits
  const page: Layout['page'] = (blocks, random) =>
    blocks.map((block) => (block.kind === 'table' ? table(block.grid, random) : block.text)).join(between)
  return { name, markup: 'text', showsEmpty, glued, tablesLast, page }
}

function html(name: string, habits: HtmlDress): Layout {
  const page: Layout['page'] = (blocks, random) => {
    const dress = { ...habits, borders: random.pick(BORDERS) }
    const written = blocks.map((block) =>
      block.kind === 'table' ? htmlTable(block, dress, random) : { kind: block.kind, html: block.text },
    )
    return htmlPage(written, dress)
  }
  return { name, markup: 'html', showsEmpty: true, glued: false, tablesLast: false, page }
}

const BORDERS = ['tag', 'tag', 'tag', 'style', 'style', 'none'] as const

/** All layouts. To add one, say how a table's grid becomes text, and whether an empty cell can still be seen in it. */
export const LAYOUTS: readonly Layout[] = [
  text('one cell a line', (grid) => lines(grid, (cells) => cells.map(words).join('\n'))),
  text('cells closed by pipes', (grid) =>
    lines(grid, (cells) => `${cells.map((cell) => `${words(cell)} |`).join('\n')}\n${'|'.repeat(1 + merged(cells))}`),
  ),
  text('cells parted by empty lines', (grid) =>
    lines(grid, (cells) => cells.map((cell) => `${words(cell)}\n`).join('\n')),
  ),
  text(
    'cells behind tabs',
    (grid) =>
      covered(grid)
        .map((row) => row.map((cell) => `\t${words(cell)}\n`).join(''))
        .join('\n'),
    { showsEmpty: true },
  ),
  text('tab-separated', (grid) => grid.map((row) => row.map(words).join('\t')).join('\n'), { showsEmpty: true }),
  text(
    'tab-separated with merged cells',
    (grid) =>
      spreadTexts(grid)
        .map((row) => row.join('\t'))
        .join('\n'),
    { showsEmpty: true },
  ),
  text(
    'pipe rows',
    (grid) =>
      covered(grid)
        .map((row) => `| ${row.map(words).join(' | ')} |`)
        .join('\n'),
    { showsEmpty: true },
  ),
  { ...text('Markdown', markdown, { showsEmpty: true }), markup: 'markdown' },
  text('cells parted by blanks', (grid) => lines(grid, (cells) => cells.map(words).join(' '))),
  text('one line, blanks', (grid) => lines(grid, (cells) => cells.map(words).join(' '), ' '), { between: ' ' }),
  text('one line, glued', (grid) => lines(grid, (cells) => cells.map(words).join(''), ''), {
    between: '',
    glued: true,
  }),
  text('glued behind a blank', (grid) => lines(grid, gluedFigures), { glued: true }),
  text('from PDF', (grid, random) =>
    pdfText(grid, random, (page) => random.pick([`- ${page} -`, `第 ${page} 页`, `— ${page} —`])),
  ),
  text('from PDF, bare page numbers', (grid, random) => pdfText(grid, random, String)),
  text('from PDF, in columns', columnsText),
  text('vertical labels', (grid) =>
    lines(grid, (cells) =>
      cells.map((cell) => (cell.group && cell.colspan === 1 ? vertical(cell.text) : words(cell))).join('\n'),
    ),
  ),
  text('tables at the end', (grid) => lines(grid, (cells) => cells.map(words).join('\n')), { tablesLast: true }),
  html('HTML', {}),
  html('HTML from Word', { word: true }),
  html('HTML in several tables', { split: 'tables' }),
  html('HTML with repeated header', { split: 'header' }),
  html('HTML in layout tables', { nested: true }),
  ...DOCUMENT_LAYOUTS,
]

function words(cell: GridCell): string {
  return cell.text
}

/** Rows without their empty cells; rows with nothing in them vanish. */
function lines(grid: Grid, row: (cells: readonly GridCell[]) => string, between = '\n'): string {
  return grid
    .map((cells) => cells.filter((cell) => cell.text !== ''))
    .filter((cells) => cells.length > 0)
    .map(row)
    .join(between)
}

/** A row's label, and behind a blank its figures run together. */
function gluedFigures(cells: readonly GridCell[]): string {
  const run = (figures: boolean) => cells.filter((cell) => (cell.figure !== undefined) === figures).map(words)
  return [run(false).join(''), run(true).join('')].join(' ').trim()
}

function merged(cells: readonly GridCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.colspan - 1, 0)
}

function markdown(grid: Grid): string {
  const rows = spreadTexts(grid).map((row) => `| ${row.join(' | ')} |`)
  const rule = `|${' --- |'.repeat(spreadTexts(grid)[0]?.length ?? 1)}`
  return ['', rows[0], rule, ...rows.slice(1), ''].join('\n')
}

function vertical(label: string): string {
  return Array.from(label).join('\n')
}

/** Words as a PDF reader gives them back: labels broken where their column ends, and a page's number between two rows. */
function pdfText(grid: Grid, random: Random, written: (page: number) => string): string {
  const width = random.int(7, 12)
  const pageAt = grid.length > 12 ? random.int(6, grid.length - 2) : -1
  const [above, below] = pageAt < 0 ? [grid, []] : cutGrid(grid, pageAt)
  const rows = (part: Grid) => lines(part, (cells) => pdfRow(cells, width))
  const number = written(random.int(2, 9))
  return below.length === 0 ? rows(above) : `${rows(above)}\n${number}\n${rows(below)}`
}

/** Words as a PDF reader lays them out: blanks keep the columns, on each of two pages its own. */
function columnsText(grid: Grid, random: Random): string {
  const setting: ColumnSetting = {
    letters: random.int(4, 14),
    edge: random.pick(['top', 'middle', 'bottom']),
    align: random.pick(['left', 'middle', 'right']),
    gap: random.int(1, 4),
  }
  const pageAt = grid.length > 12 ? random.int(6, grid.length - 2) : -1
  const number = `- ${random.int(2, 9)} -`
  const pages = (pageAt < 0 ? [grid] : cutGrid(grid, pageAt)).map((part) =>
    linesSet(setInColumns(part, ({ figure }) => figure !== undefined, setting)),
  )
  return pages.join(`\n${number}\n\f`)
}

function pdfRow(cells: readonly GridCell[], width: number): string {
  return cells
    .map((cell, i) => {
      const body = cell.figure === undefined && cell.labels !== undefined ? broken(cell.text, width) : cell.text
      return i === 0 ? body : `${cell.group || cell.labels ? '\n' : '  '}${body}`
    })
    .join('')
}
