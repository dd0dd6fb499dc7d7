import { zipped } from '../../loaders/containers/zip.js'
import { type DocumentBlock, type LaidOut, laidOut } from './documents.js'
import { escapeHtml } from './html.js'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** An Excel file (.xlsx) of one sheet: a paragraph a row, under it the rows of the tables; numbers are stored as numbers. */
export function xlsxFile(blocks: readonly DocumentBlock[]): Promise<Uint8Array> {
  const lines = sheetLines(blocks)
  const rows = lines.map((line, i) => `<row r="${i + 1}">${line.map((cell) => stored(cell, i + 1)).join('')}</row>`)
  const merges = lines.flatMap((line, i) =>
    line
      .filter(({ colspan, rowspan, merge }) => merge !== 'goes on' && colspan * rowspan > 1)
      .map(({ column, colspan, rowspan }) => `${at(column, i + 1)}:${at(column + colspan - 1, i + rowspan)}`),
  )
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return zipped({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${SHEET}"><sheetData>${rows.join('')}</sheetData>${merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`}</worksheet>`,
  })
}

/** A sheet saved as CSV: the fields of a merged cell but its first are empty. */
export function csvText(blocks: readonly DocumentBlock[]): string {
  const lines = sheetLines(blocks).map((line) =>
    line.flatMap(({ text, colspan }) => [quoted(text), ...Array<string>(colspan - 1).fill('')]).join(','),
  )
  return `${lines.join('\r\n')}\r\n`
}

function sheetLines(blocks: readonly DocumentBlock[]): LaidOut[][] {
  return blocks.flatMap((block): LaidOut[][] =>
    typeof block === 'string' ? [[{ text: block, column: 0, colspan: 1, rowspan: 1, merge: null }]] : laidOut(block),
  )
}

function stored({ text, column }: LaidOut, row: number): string {
  const cell = `r="${at(column, row)}"`
  if (text === '') return `<c ${cell}/>`
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return `<c ${cell}><v>${text}</v></c>`
  return `<c ${cell} t="inlineStr"><is><t>${escapeHtml(text)}</t></is></c>`
}

/** `C5`, in tables of at most 26 columns. */
function at(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
