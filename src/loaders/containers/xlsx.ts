import { ReadError, reasonOf } from '../errors.js'
import { blanks } from './csv.js'
import { assertSound } from './docx.js'
import { LIMITS } from './limits.js'
import { paragraph } from './markup.js'
import { sheetMarkup } from './sheet.js'
import { withoutColumns } from './xlsx-columns.js'
import { sheetLayouts } from './xlsx-layout.js'

/**
 * The sheets of an Excel file (.xlsx) as HTML: each under its name, one table a sheet, merged cells as merged cells; hidden sheets,
 * rows and columns left out, unless all sheets are hidden. A
 * number is written with the 15 digits that Excel shows at most, a date as 2021-12-31, whatever the format of its cell.
 *
 * @throws ReadError `damaged_file`, or `too_large` where a sheet has more cells than a report can have
 */
export async function xlsxHtml(bytes: Uint8Array): Promise<string> {
  await assertSound(bytes)
  const layouts = await sheetLayouts(bytes)
  const { default: readSheets } = await import('read-excel-file/node')
  let sheets: Awaited<ReturnType<typeof readSheets<string>>>
  try {
    sheets = await readSheets<string>(Buffer.from(bytes), { parseNumber: shownNumber })
  } catch (error) {
    throw new ReadError('damaged_file', `the Excel file cannot be read: ${reasonOf(error)}`)
  }
  let html = ''
  for (const [i, { sheet, data }] of sheets.entries()) {
    const cells = data.length * Math.max(0, ...data.map((row) => row.length))
    if (cells > LIMITS.sheetCells)
      throw new ReadError('too_large', `the sheet ${sheet} has ${cells} cells, more than a report can have`)
    const layout = layouts[i]
    if (layout?.isHidden && layouts.some(({ isHidden }) => !isHidden)) continue
    const texts = data.map((row) => row.map(textShown))
    for (const { x, y } of layout?.uncalculated ?? []) {
      while (texts.length <= y) texts.push([])
      const row = texts[y] ?? []
      while (row.length <= x) row.push('')
      row[x] = UNCALCULATED
    }
    for (const [place, text] of layout?.texts ?? []) {
      const [x = 0, y = 0] = place.split(',').map(Number)
      const row = texts[y]
      if (row !== undefined && x < row.length) row[x] = text
    }
    for (const { x, y } of layout?.shares ?? []) {
      const [row, text = ''] = [texts[y], texts[y]?.[x]]
      if (row !== undefined && text !== '') row[x] = `${shownNumber(String(Number(text) * 100))}%`
    }
    for (const y of layout?.hiddenRows ?? []) if (texts[y] !== undefined) texts[y] = []
    const shown = withoutColumns({ texts, merges: layout?.merges ?? new Map() }, layout?.hiddenColumns ?? new Set())
    html += paragraph(sheet) + (await sheetMarkup(shown.texts, shown.merges))
  }
  return html
}

/** What a cell shows. */
function textShown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).replace(/\s+/g, blanks).trim()
}

function shownNumber(stored: string): string {
  const value = Number(stored)
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : stored
}

/** Stands for the value of a formula that the program which wrote the file never calculated: not empty, and not known. */
const UNCALCULATED = '=?'
