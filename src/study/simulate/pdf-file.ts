import { typesetPdf } from '../../figures/typst.js'
import type { DocumentPage, DocumentTable } from './documents.js'

/** A page set on A4 as PDF with its text in it. */
export function pdfFile({ blocks, size, pageNumbers, ...traits }: DocumentPage): Promise<Uint8Array> {
  const numbering = pageNumbers === '' ? 'none' : JSON.stringify(pageNumbers)
  return typesetPdf(
    [
      '#set document(date: none)',
      `#set text(font: "Noto Sans SC", lang: "zh", size: ${size}pt)`,
      `#set page(paper: "a4", margin: 1.5cm, numbering: ${numbering})`,
      ...blocks.map((block) => (typeof block === 'string' ? `#par[${words(block)}]` : table(block, traits))),
    ].join('\n'),
  )
}

type Traits = Pick<DocumentPage, 'ruled' | 'align' | 'labels'>

function table(rows: DocumentTable, { ruled, align, labels }: Traits): string {
  const columns = (rows[0] ?? []).reduce((sum, { colspan }) => sum + colspan, 0)
  const beside = labelColumns(rows)
  const widths = Array.from({ length: columns }, (_, i) => (i < beside ? `${labels}fr` : '1fr'))
  const cells = rows
    .flat()
    .map(({ text, colspan, rowspan }) => `table.cell(colspan: ${colspan}, rowspan: ${rowspan})[${words(text)}]`)
  const stroke = ruled ? '0.5pt' : 'none'
  return `#table(columns: (${widths.join(', ')},), stroke: ${stroke}, inset: 3pt, align: ${align} + horizon, ${cells.join(', ')})`
}

/** How many columns the labels take up. */
function labelColumns(rows: DocumentTable): number {
  const before = rows.map((row) => {
    const first = row.findIndex(({ figure }) => figure === true)
    return row.slice(0, Math.max(0, first)).reduce((sum, { colspan }) => sum + colspan, 0)
  })
  return Math.max(0, ...before)
}

function words(text: string): string {
  return `#${JSON.stringify(text)}`
}
