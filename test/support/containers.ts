import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { zipped } from '../../src/loaders/containers/zip.js'
import { docFile } from '../../src/study/simulate/old-word-file.js'
import { csvText, xlsxFile } from '../../src/study/simulate/sheet-files.js'
import { docxFile } from '../../src/study/simulate/word-file.js'
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

export { zipped as zipOf }

export function docxOf(report: MadeUp): Promise<Uint8Array> {
  return docxFile(blocksOf(report))
}

export function docOf(report: MadeUp): Promise<Uint8Array> {
  return docFile(blocksOf(report))
}

export function xlsxOf(report: MadeUp): Promise<Uint8Array> {
  return xlsxFile(blocksOf(report))
}

export function csvOf(report: MadeUp): string {
  return `\ufeff${csvText(blocksOf(report))}`
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

export interface PdfDress {
  readonly ruled?: boolean
  readonly write?: (cell: GridCell) => string
  /** Where figures stand in their cells; labels and heads stand in the middle. */
  readonly align?: 'left' | 'center' | 'right'
}

/** The report printed on A4 with ruled tables, or with none of their rules; each cell written by `write`, in Typst's markup. */
export function pdfOf(
  report: MadeUp,
  { ruled = true, write = ({ text }) => typst(text), align = 'center' }: PdfDress = {},
): Uint8Array {
  const blocks = blocksOf(report).map((block) =>
    typeof block === 'string' ? `#par[${typst(block)}]` : typstTable(block, { ruled, write, align }),
  )
  return typstPdf(`#set page(paper: "a4", margin: 1.5cm)\n${blocks.join('\n')}`)
}

function typstTable(grid: Grid, { ruled, write, align }: Required<PdfDress>): string {
  const columns = (grid[0] ?? []).reduce((sum, cell) => sum + cell.colspan, 0)
  const cells = grid.flat().map((cell) => {
    const place = cell.truth === undefined ? 'center' : align
    return `table.cell(colspan: ${cell.colspan}, rowspan: ${cell.rowspan}, align: ${place} + horizon)[${write(cell)}]`
  })
  return `#table(columns: (1fr,) * ${columns}, stroke: ${ruled ? '0.5pt' : 'none'}, inset: 3pt, ${cells.join(', ')})`
}

const typst = (text: string) => `#${JSON.stringify(text)}`
