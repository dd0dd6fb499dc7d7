import { zipped } from '../../loaders/containers/zip.js'
import { type DocumentBlock, type DocumentTable, laidOut } from './documents.js'
import { escapeHtml } from './html.js'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')

/** A Word file (.docx): a paragraph each, tables with their merged cells, with lines around these or without. */
export function docxFile(blocks: readonly DocumentBlock[], { ruled } = { ruled: true }): Promise<Uint8Array> {
  const body = blocks.map((block) => (typeof block === 'string' ? paragraph(block) : table(block, ruled)))
  return zipped({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  })
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r></w:p>`
}

function table(rows: DocumentTable, ruled: boolean): string {
  const written = laidOut(rows).map((row) => {
    const cells = row.map(({ text, colspan, merge }) => {
      const span = colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : ''
      const down = merge === 'starts' ? '<w:vMerge w:val="restart"/>' : merge === 'goes on' ? '<w:vMerge/>' : ''
      return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${paragraph(text)}</w:tc>`
    })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  const properties = ruled ? `<w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>` : ''
  return `<w:tbl>${properties}${written.join('')}</w:tbl>`
}
