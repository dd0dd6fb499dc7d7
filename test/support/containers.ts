import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { type Grid, type GridCell, type MadeUp, mapCells } from './made-up.js'
import { words } from './render.js'

/** A made-up report as it goes into a container: paragraphs and tables in reading order. */
export type Block = string | Grid

export function blocksOf(report: MadeUp): Block[] {
  const { opening, headings, closing } = words(report)
  const { proactive, requests, remedies } = report.grids
  return [
    ...opening,
    headings.proactive,
    proactive,
    headings.requests,
    requests,
    headings.remedies,
    remedies,
    ...closing,
  ]
}

/** The same report with some cells printed empty or with a nil mark. */
export function withGaps(report: MadeUp, pick: (cell: GridCell) => '' | '/' | null): MadeUp {
  return mapCells(report, (cell) => {
    const mark = cell.truth === undefined ? null : pick(cell)
    if (cell.truth === undefined || mark === null) return cell
    return {
      ...cell,
      text: mark,
      truth: { ...cell.truth, printed: mark, value: null, status: mark === '' ? 'blank' : 'nil' },
    }
  })
}

export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    await writer.add(name, new Uint8ArrayReader(bytes), { lastModDate: new Date(2020, 0, 1) })
  }
  return writer.close()
}

const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

// ——— Word ———

export function docxOf(report: MadeUp): Promise<Uint8Array> {
  const body = blocksOf(report).map((block) => (typeof block === 'string' ? wordParagraph(block) : wordTable(block)))
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  })
}

const wordParagraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`

function wordTable(grid: Grid): string {
  const rows = laidOut(grid).map((row) => {
    const cells = row.map(({ text, colspan, merge }) => {
      const span = colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : ''
      const down = merge === 'starts' ? '<w:vMerge w:val="restart"/>' : merge === 'goes on' ? '<w:vMerge/>' : ''
      return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${wordParagraph(text)}</w:tc>`
    })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

interface LaidOut {
  readonly text: string
  readonly x: number
  readonly colspan: number
  readonly rowspan: number
  readonly merge: 'starts' | 'goes on' | null
}

/** The rows of a grid with a cell for every place, those that a cell above reaches into included. */
export function laidOut(grid: Grid): LaidOut[][] {
  const reach = new Map<number, { left: number; colspan: number }>()
  return grid.map((row) => {
    const cells: LaidOut[] = []
    let x = 0
    const pass = () => {
      for (let above = reach.get(x); above !== undefined && above.left > 0; above = reach.get(x)) {
        above.left--
        cells.push({ text: '', x, colspan: above.colspan, rowspan: 1, merge: 'goes on' })
        x += above.colspan
      }
    }
    for (const { text, colspan, rowspan } of row) {
      pass()
      cells.push({ text, x, colspan, rowspan, merge: rowspan > 1 ? 'starts' : null })
      reach.set(x, { left: rowspan - 1, colspan })
      x += colspan
    }
    pass()
    return cells
  })
}

// ——— Excel ———

export function xlsxOf(report: MadeUp): Promise<Uint8Array> {
  const rows: string[] = []
  const merges: string[] = []
  for (const block of blocksOf(report)) {
    const lines: LaidOut[][] =
      typeof block === 'string' ? [[{ text: block, x: 0, colspan: 1, rowspan: 1, merge: null }]] : laidOut(block)
    for (const line of lines) {
      const y = rows.length + 1
      for (const { x, colspan, rowspan, merge } of line) {
        if (merge !== 'goes on' && colspan * rowspan > 1)
          merges.push(`${letter(x)}${y}:${letter(x + colspan - 1)}${y + rowspan - 1}`)
      }
      rows.push(`<row r="${y}">${line.map((cell) => sheetCell(cell, y)).join('')}</row>`)
    }
  }
  const cells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${cells === '' ? '' : `<mergeCells count="${merges.length}">${cells}</mergeCells>`}</worksheet>`,
  })
}

const letter = (x: number) => String.fromCharCode(65 + x)

function sheetCell({ text, x }: LaidOut, y: number): string {
  const at = `${letter(x)}${y}`
  if (text === '') return `<c r="${at}"/>`
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`
}

export function csvOf(report: MadeUp): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = blocksOf(report).flatMap((block) =>
    typeof block === 'string'
      ? [quoted(block)]
      : laidOut(block).map((row) =>
          row.flatMap(({ text, colspan }) => [quoted(text), ...Array<string>(colspan - 1).fill('')]).join(','),
        ),
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}

// ——— PDF ———

let compiler: NodeCompiler | undefined

export function typstPdf(source: string): Uint8Array {
  const { resolve } = createRequire(import.meta.url)
  const font = resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [font] }] })
  const pdf = compiler.pdf({
    mainFileContent: `#set document(date: none)\n#set text(font: "Noto Sans SC", size: 9pt)\n${source}`,
  })
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}

/** The report printed on A4 with ruled tables, or with none of their rules. */
export function pdfOf(report: MadeUp, { ruled = true } = {}): Uint8Array {
  const blocks = blocksOf(report).map((block) =>
    typeof block === 'string' ? `#par[${typst(block)}]` : typstTable(block, ruled),
  )
  return typstPdf(`#set page(paper: "a4", margin: 1.5cm)\n${blocks.join('\n')}`)
}

function typstTable(grid: Grid, ruled: boolean): string {
  const columns = (grid[0] ?? []).reduce((sum, cell) => sum + cell.colspan, 0)
  const cells = grid
    .flat()
    .map(({ text, colspan, rowspan }) => `table.cell(colspan: ${colspan}, rowspan: ${rowspan})[${typst(text)}]`)
  return `#table(columns: (1fr,) * ${columns}, stroke: ${ruled ? '0.5pt' : 'none'}, inset: 3pt, align: center + horizon, ${cells.join(', ')})`
}

const typst = (text: string) => `#${JSON.stringify(text)}`
