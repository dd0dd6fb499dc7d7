/**
 * Tidy tables as danfo.js dataframes, for notebooks. This is the only file that loads danfojs-node (large and slow to load),
 * and it does so when first used. What danfo does with gaps and large numbers: docs/decisions/0005-tables-and-store.md.
 */

import type { DataFrame, Utils } from 'danfojs-node'
import { type ColumnType, columnsOf, type Scalar, type Table, type TableRow } from './columns.js'

type Danfo = typeof import('danfojs-node')

export interface FrameOptions {
  /** Column headers: the codes of the table (default), or their short Chinese labels. */
  readonly labels?: 'code' | 'zh'
}

/** The part of a dataframe that `frameHtml` reads. */
export interface FrameLike {
  readonly columns: readonly (string | number)[]
  readonly values: ArrayLike<unknown>
}

/**
 * Puts rows of a tidy table into a danfo.js dataframe.
 *
 * A missing number becomes `NaN`, danfo's mark for a missing value: sums and means pass over it and arithmetic stays missing.
 * (With `null` danfo would count it as zero.) Missing text stays `null`. Days stay ISO text. Every value is exact; danfo's
 * arithmetic on one column is too, but arithmetic on a whole frame (`frame.add(…)`) goes through 32-bit floats: calculate
 * column by column.
 *
 * @example
 * const frame = await toFrame(cellsTable, rows, { labels: 'zh' })
 * frame.column('数值').sum()
 */
export async function toFrame<Name extends string>(
  table: Table<never, Name>,
  rows: readonly TableRow<Name>[],
  options: FrameOptions = {},
): Promise<DataFrame> {
  const danfo = await loadDanfo()
  const columns = columnsOf(table)
  return new danfo.DataFrame(
    // danfo's types know no null, its code does
    rows.map((row) => columns.map(({ name, type }) => framed(type, row[name as Name]))) as number[][],
    {
      columns: columns.map(({ name, label_zh }) => (options.labels === 'zh' ? label_zh : name)),
      dtypes: columns.map(({ type }) => DTYPES[type]),
    },
  )
}

/**
 * The first rows of a frame as an HTML table for display in a notebook. Every header and value is escaped: report text is
 * written by others. Missing values are empty cells.
 *
 * @example
 * tslab.display.html(frameHtml(frame, { rows: 10 }))
 */
export function frameHtml(frame: FrameLike, options: { readonly rows?: number } = {}): string {
  const limit = options.rows ?? 20
  if (!Number.isSafeInteger(limit) || limit < 0) throw new Error('frameHtml requires a whole number of rows')
  const all = Array.from(frame.values) as readonly unknown[][]
  const head = frame.columns.map((name) => `<th>${escaped(name)}</th>`).join('')
  const body = all.slice(0, limit).map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`)
  const size = `${all.length} × ${frame.columns.length}`
  const caption = all.length > limit ? `${size}; first ${limit} rows` : size
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

/** danfo holds every number as the double it is; its type names only steer what may be calculated. */
const DTYPES: Readonly<Record<ColumnType, 'int32' | 'float32' | 'string' | 'boolean'>> = {
  integer: 'int32',
  long: 'float32',
  number: 'float32',
  boolean: 'boolean',
  string: 'string',
  date: 'string',
}

let loaded: Promise<Danfo> | undefined

function loadDanfo(): Promise<Danfo> {
  loaded ??= import('danfojs-node').then((module) => {
    const danfo = (module as { default?: Danfo }).default ?? module
    danfo.tensorflow.enableProdMode() // keeps TensorFlow.js from printing its advertisement at the first tensor
    sortMissingLast(danfo.Utils)
    return danfo
  })
  return loaded
}

/**
 * danfo sorts by subtraction, and one missing value leaves the others in disorder. The missing are set aside, the rest is
 * sorted by danfo itself, and the missing follow.
 */
function sortMissingLast(utils: typeof Utils): void {
  const { sortObj } = utils.prototype
  utils.prototype.sortObj = function (entries, ascending) {
    const missing = entries.filter(({ value }) => this.isEmpty(value))
    const present = entries.filter(({ value }) => !this.isEmpty(value))
    return [...sortObj.call(this, present, ascending), ...missing]
  }
}

function framed(type: ColumnType, value: Scalar): Scalar {
  const isNumeric = type === 'integer' || type === 'long' || type === 'number'
  return isNumeric && value === null ? Number.NaN : value
}

function htmlCell(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '<td></td>'
  if (typeof value === 'number') return `<td style="text-align: right" title="${value}">${rounded(value)}</td>`
  return `<td style="text-align: left">${escaped(value)}</td>`
}

/** Four decimals are enough to read; the cell's tooltip has the whole number. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toFixed(4))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
