import { TABLES } from '../../src/forms/forms.js'
import type { Place, TableName } from '../../src/types.js'
import { type Grid, type GridCell, key, type MadeUp, mapCells } from './made-up.js'
import type { Random } from './random.js'

/** How a table is laid out on the page or in what was copied from it. */
export type Layout = keyof typeof LAYOUTS

const LAYOUTS = {
  /** One cell a line; empty cells vanish. */
  lines: (grid: Grid) =>
    filled(grid)
      .map((row) => row.map(textOf).join('\n'))
      .join('\n'),
  /** One cell a line closed by a pipe; what is left of merged cells stands as pipes at the end of each row. */
  'closed lines': (grid: Grid) =>
    filled(grid)
      .map((row) => `${row.map((cell) => `${cell.text} |`).join('\n')}\n${'|'.repeat(Math.max(1, mergedIn(row)))}`)
      .join('\n'),
  /** One cell a line, an empty line after each; empty cells vanish. */
  'blank lines': (grid: Grid) =>
    filled(grid)
      .map((row) => row.map((cell) => `${cell.text}\n`).join('\n'))
      .join('\n'),
  /** One cell a line behind a tab, empty cells and covered places as a tab alone, an empty line after each row. */
  'tabbed lines': (grid: Grid) =>
    covered(grid)
      .map((row) => row.map((cell) => `\t${cell.text}\n`).join(''))
      .join('\n'),
  /** Cells parted by tabs, as a browser copies them: covered places are left out. */
  tabs: (grid: Grid) => grid.map((row) => row.map(textOf).join('\t')).join('\n'),
  /** Cells parted by tabs, as a word processor or spreadsheet copies them: covered places are empty cells. */
  'spread tabs': (grid: Grid) =>
    spread(grid)
      .map((row) => row.join('\t'))
      .join('\n'),
  pipes: (grid: Grid) =>
    covered(grid)
      .map((row) => `| ${row.map(textOf).join(' | ')} |`)
      .join('\n'),
  markdown: (grid: Grid) =>
    spread(grid)
      .map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${' --- |'.repeat(row.length)}` : ''}`)
      .join('\n'),
  /** The cells of a row parted by one blank; empty cells vanish. */
  blanks: (grid: Grid) =>
    filled(grid)
      .map((row) => row.map(textOf).join(' '))
      .join('\n'),
  /** Cells behind each other with a border behind each; empty cells vanish, and more borders fill the rows up to equal widths. */
  'padded rows': (grid: Grid) => {
    const width = Math.max(...grid.map((row) => row.reduce((sum, { colspan }) => sum + colspan, 0)))
    return filled(grid)
      .map((row) => `${row.map((cell) => `${cell.text} | `).join('')}${'|'.repeat(width - row.length)}`.trimEnd())
      .join('\n')
  },
  html: (grid: Grid) => htmlTable(grid),
  /** The table inside a table that lays out the page. */
  'nested html': (grid: Grid) =>
    `<table width="100%"><tr><td class="left">&nbsp;</td><td><div>${htmlTable(grid)}</div></td></tr></table>`,
} as const

/** All layouts. */
export const ALL_LAYOUTS = Object.keys(LAYOUTS) as Layout[]
/** Layouts in which an empty cell leaves a trace. */
export const BORDERED: readonly Layout[] = [
  'tabbed lines',
  'tabs',
  'spread tabs',
  'pipes',
  'markdown',
  'html',
  'nested html',
]
/** Layouts in which an empty cell leaves none. */
export const BORDERLESS: readonly Layout[] = ['lines', 'closed lines', 'blank lines', 'blanks', 'padded rows']

/** A source, and where each printed figure stands in it. */
export interface Rendered {
  readonly source: string
  readonly places: ReadonlyMap<string, Place>
}

export interface Dress {
  /** Puts the whole text in another dress, such as another script. */
  readonly text?: (text: string) => string
  /** A line of the page that stands in the middle of a table, before its row of this index. */
  readonly interruption?: { readonly table: TableName; readonly row: number; readonly line: string }
}

/** A whole report in one layout. */
export function render(report: MadeUp, layout: Layout, { text = (own) => own, interruption }: Dress = {}): Rendered {
  const keys: string[] = []
  const marked = mapCells(report, (cell) => {
    if (cell.truth === undefined || cell.text === '') return cell
    keys.push(key(cell.truth.table, cell.truth.row, cell.truth.column))
    return { ...cell, text: OPEN + cell.text + CLOSE }
  })
  const table = (name: TableName) => {
    const grid = marked.grids[name]
    if (interruption?.table !== name) return LAYOUTS[layout](grid)
    const line = layout.includes('html') ? `<p>${interruption.line}</p>` : interruption.line
    const parts = [grid.slice(0, interruption.row), grid.slice(interruption.row)].filter((part) => part.length > 0)
    return parts.map((part) => LAYOUTS[layout](part)).join(`\n${line}\n`)
  }
  return unmarked(text(page(words(report), table, layout.includes('html'))), keys)
}

/** Private-use characters around each figure while the page is laid out. */
const OPEN = '\ue000'
const CLOSE = '\ue001'

function unmarked(marked: string, keys: readonly string[]): Rendered {
  const places = new Map<string, Place>()
  let source = ''
  for (const [i, part] of marked.split(OPEN).entries()) {
    const end = part.indexOf(CLOSE)
    if (i > 0) places.set(keys[i - 1] ?? '', [source.length, source.length + end])
    source += part.replace(CLOSE, '')
  }
  return { source, places }
}

function page({ opening, headings, closing }: Words, table: (name: TableName) => string, html: boolean): string {
  const p = (text: string) => (html ? `<p style="text-indent: 2em">${text}</p>` : text)
  const tables = TABLES.flatMap((name) => [p(headings[name]), table(name)])
  const body = [...opening.map(p), ...tables, ...closing.map(p)].join('\n')
  return html
    ? `<!DOCTYPE html><html><head><title>云溪</title></head><body><div class="main">${body}</div></body></html>`
    : body
}

type Words = ReturnType<typeof words>

export function words({ year, issuer }: MadeUp) {
  return {
    opening: [
      `${issuer}${year}年政府信息公开工作年度报告`,
      `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
      '一、总体情况',
      `${year}年，云溪县围绕公开目录逐项核对，全年主动公开政府信息1208条。`,
    ],
    headings: {
      proactive: '二、主动公开政府信息情况',
      requests: '三、收到和处理政府信息公开申请情况',
      remedies: '四、政府信息公开行政复议、行政诉讼情况',
    },
    closing: [
      '五、存在的主要问题及改进情况',
      '（一）个别栏目更新偏慢。将按月抽查3次。',
      '六、其他需要报告的事项',
      '本年度没有其他需要报告的事项。',
      issuer,
      `${year + 1}年1月20日`,
    ],
  }
}

function textOf(cell: GridCell): string {
  return cell.text
}

function filled(grid: Grid): Grid {
  return grid.map((row) => row.filter((cell) => cell.text !== '')).filter((row) => row.length > 0)
}

function mergedIn(row: readonly GridCell[]): number {
  return row.reduce((sum, cell) => sum + cell.colspan - 1, 0)
}

/** The grid with an empty cell wherever a cell of a row above reaches down. */
function covered(grid: Grid): Grid {
  const reach: number[] = []
  return grid.map((row) => {
    const cells: GridCell[] = []
    let column = 0
    const pass = () => {
      for (; (reach[column] ?? 0) > 0; column++) {
        reach[column] = (reach[column] ?? 0) - 1
        cells.push({ text: '', colspan: 1, rowspan: 1 })
      }
    }
    for (const cell of row) {
      pass()
      cells.push(cell)
      for (let i = 0; i < cell.colspan; i++) reach[column++] = cell.rowspan - 1
    }
    pass()
    return cells
  })
}

/** The texts of the grid with an empty one for every further place a cell covers, to the right and below. */
function spread(grid: Grid): string[][] {
  return covered(grid).map((row) => row.flatMap((cell) => [cell.text, ...Array<string>(cell.colspan - 1).fill('')]))
}

function htmlTable(grid: Grid): string {
  const rows = grid.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`)
  return `<table border="1" cellspacing="0"><tbody>\n${rows.join('\n')}\n</tbody></table>`
}

function htmlCell({ text, colspan, rowspan }: GridCell): string {
  const spans = (colspan > 1 ? ` colspan="${colspan}"` : '') + (rowspan > 1 ? ` rowspan="${rowspan}"` : '')
  return `<td${spans} nowrap="nowrap"><p align="center">${text === '' ? '&nbsp;' : text.replaceAll('\n', '<br />')}</p></td>`
}

// ——— the dress of a report ———

/** A label or figure with full-width digits, letters and brackets. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (c) =>
    c === '<' || c === '>' || c === '|' ? c : String.fromCharCode(c.charCodeAt(0) + 0xfee0),
  )
}

/** A label broken over lines, as a narrow column breaks it. */
export function brokenOverLines(text: string, random: Random): string {
  return Array.from(text, (c, i) => (i > 0 && random.chance(0.2) ? `\n${c}` : c)).join('')
}

/** A label with one character replaced or left out; labels of fewer than six characters stay as they are. */
export function mistyped(text: string, random: Random): string {
  const own = /^(?:\(.{1,2}\)|.{1,2}[、.])?/.exec(text)?.[0].length ?? 0
  if (text.length - own < 6) return text
  const at = random.int(own, text.length - 1)
  return text.slice(0, at) + (random.chance(0.5) ? '蘑' : '') + text.slice(at + 1)
}

/** A label whose number is written another way. */
export function renumbered(text: string, random: Random): string {
  return text
    .replace(/^\(([一二三四五六七八九十])\)/, (_, n) => random.pick([`(${n})`, `（${n}）`, `${n}、`]))
    .replace(/^(\d)\./, (_, n) => random.pick([`${n}.`, `${n}、`, `${fullWidth(String(n))}．`, `${n}．`]))
}
