import type { Form, FormBlock, FormRow } from '../../src/forms/forms.js'
import type { Place } from '../../src/types.js'
import type { Random } from './random.js'

/** A report with the one table of the forms before 2019, and where each figure of it stands in the source. */
export interface OldReport {
  readonly source: string
  /** By `row/column`: the number printed and its place; `null` where the cell is empty. */
  readonly printed: ReadonlyMap<string, { readonly value: number; readonly at: Place } | null>
}

export type OldLayout = keyof typeof LAYOUTS

export interface OldDress {
  /** Whether the rows' own numbers are printed between unit and figures; `plain`: without noughts before them, as a sheet does. */
  readonly codes?: boolean | 'plain'
  /** Codes of optional rows that this printing leaves out. */
  readonly without?: readonly string[]
  /** Chance of a cell being empty. */
  readonly empty?: number
  /** The heads of two columns in place of the form's one; the figures of the second are at least those of the first. */
  readonly heads?: readonly [string, string]
  /** Whether the sums of the form hold in every column. */
  readonly adds?: boolean
}

const TEXT = {
  before:
    '云溪县2012年政府信息公开工作年度报告\n一、概述\n云溪县逐月核对公开目录。\n二、存在的问题\n个别栏目更新偏慢。\n',
  after: '\n附件下载',
}

/** How the lines of cells are put on the page. An empty cell is an empty string. */
const LAYOUTS = {
  /** The whole report on one line, cells parted by a blank; empty cells vanish. */
  'one line': (rows: readonly Cells[]) => rows.map((row) => row.filter((cell) => cell !== '').join(' ')).join(' '),
  /** One cell a line; empty cells vanish. */
  lines: (rows: readonly Cells[]) => rows.map((row) => row.filter((cell) => cell !== '').join('\n')).join('\n'),
  tabs: (rows: readonly Cells[]) => rows.map((row) => row.join('\t')).join('\n'),
  pipes: (rows: readonly Cells[]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
  html: (rows: readonly Cells[]) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</table>`,
  /** As `one line`, with the cells of a row run together. */
  glued: (rows: readonly Cells[]) => rows.map((row) => row.join('')).join(''),
} as const

type Cells = readonly string[]

/** All layouts, and those in which an empty cell keeps its borders. */
export const OLD_LAYOUTS = Object.keys(LAYOUTS) as OldLayout[]
export const OLD_BORDERED: readonly OldLayout[] = ['tabs', 'pipes', 'html']

/** Private-use characters around each figure while the page is laid out. */
const [OPEN, CLOSE] = ['\ue000', '\ue001']

/** A report of a place that does not exist, in an old form and a layout. */
export function oldReport(form: Form, layout: OldLayout, random: Random, dress: OldDress = {}): OldReport {
  const [block] = form.tables.statistics?.blocks ?? []
  if (block === undefined) throw new Error(`oldReport requires a form with a statistics table, not ${form.form}`)
  const { codes = false, without = [], empty = 0, heads } = dress
  const [own] = block.columns
  const columns = heads === undefined || own === undefined ? block.columns : [own, { ...own, code: 'further' }]
  const drawn = drawnFigures(form, block, columns, random, dress)
  const keys: string[] = []
  const values = new Map<string, number | null>()
  const header = block.header.filter((_, i) => codes !== false || i < 2)
  const serialOf = ({ serial = '' }: FormRow) => (codes === 'plain' ? serial.replace(/^0+/, '') : serial)
  const lines: Cells[] = [[...header, ...(heads ?? columns.map((column) => column.label))]]
  let above: readonly string[] = []
  for (const row of block.rows) {
    const fresh = row.under.filter((text, level) => above[level] !== text)
    above = row.under
    if (without.includes(row.code)) continue
    const parts = fresh.filter((text) => text !== '其中')
    for (const text of parts) lines.push([text, ...(text === '其中' ? [] : ['——']), ...columns.map(() => '')])
    const printed = columns.map((column) => {
      const value = random.chance(empty) ? null : (drawn.get(`${row.code}/${column.code}`) ?? 0)
      values.set(`${row.code}/${column.code}`, value)
      if (value === null) return ''
      keys.push(`${row.code}/${column.code}`)
      return `${OPEN}${value}${CLOSE}`
    })
    const label = (fresh.includes('其中') ? '其中：' : '') + row.printed
    lines.push([label, row.unit ?? '', ...(codes === false ? [] : [serialOf(row)]), ...printed])
  }
  const page = TEXT.before + block.article + (layout === 'html' ? '' : '\n') + LAYOUTS[layout](lines) + TEXT.after
  const flat = layout === 'one line' || layout === 'glued' ? page.replaceAll('\n', ' ') : page
  return placed(layout === 'html' ? `<!DOCTYPE html><html><body><div>${flat}</div></body></html>` : flat, keys, values)
}

/** A figure for each cell, by `row/column`. */
function drawnFigures(
  form: Form,
  { rows }: FormBlock,
  columns: FormBlock['columns'],
  random: Random,
  { without = [], heads, adds = false }: OldDress,
): Map<string, number> {
  const drawn = new Map<string, number>()
  for (const row of rows) {
    for (const [i, { code }] of columns.entries()) {
      const before = drawn.get(`${row.code}/${columns[i - 1]?.code}`) ?? 0
      const more = heads !== undefined && i > 0
      const value = more && random.chance(0.4) ? before : figure(random, row)
      drawn.set(`${row.code}/${code}`, more && value < before ? before : value)
    }
  }
  const sums = adds ? form.identities.filter(({ along, relation }) => along === 'columns' && relation === 'equals') : []
  // From parts to wholes: a sum may be a part of one that stands before it.
  for (const {
    left: [whole = ''],
    right,
    severity,
  } of sums.toReversed())
    for (const { code } of severity === 'error' ? columns : [])
      drawn.set(
        `${whole}/${code}`,
        right.reduce((sum, row) => sum + (without.includes(row) ? 0 : (drawn.get(`${row}/${code}`) ?? 0)), 0),
      )
  return drawn
}

function figure(random: Random, row: FormRow): number {
  if (row.unit === '万元') return random.int(0, 9_999) / 100
  return random.chance(0.5) ? 0 : random.int(1, random.chance(0.5) ? 9 : 90_000)
}

function placed(marked: string, keys: readonly string[], values: ReadonlyMap<string, number | null>): OldReport {
  const printed = new Map<string, { value: number; at: Place } | null>([...values.keys()].map((key) => [key, null]))
  let source = ''
  for (const [i, part] of marked.split(OPEN).entries()) {
    const key = keys[i - 1] ?? ''
    if (i > 0)
      printed.set(key, { value: values.get(key) ?? 0, at: [source.length, source.length + part.indexOf(CLOSE)] })
    source += part.replace(CLOSE, '')
  }
  return { source, printed }
}
