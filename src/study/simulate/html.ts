import { cutGrid, type Grid, type GridCell } from './grid.js'
import type { Random } from './random.js'

/** What sets one page's HTML apart from another's. */
export interface HtmlDress {
  /** As a word processor exports it. */
  readonly word?: boolean
  /** The table inside a table that lays out the page. */
  readonly nested?: boolean
  /** A long table goes on in a further table, or under its header once more. */
  readonly split?: 'tables' | 'header'
  /** Where lines around the cells are asked for: in the table's tag, in the page's style, nowhere. */
  readonly borders?: 'tag' | 'style' | 'none'
}

export interface HtmlBlock {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'table'
  readonly html: string
}

/** A table in HTML. */
export function htmlTable({ grid }: { readonly grid: Grid }, dress: HtmlDress, random: Random): HtmlBlock {
  const header = grid.slice(
    0,
    grid.findIndex((row) => row.some((cell) => cell.figure !== undefined || cell.opens)),
  )
  // Only the header of the requests table, three lines deep, holds for all rows below; others hold for one block.
  const cut = grid.length > 12 && (dress.split === 'tables' || (dress.split === 'header' && header.length >= 3))
  const parts = cut ? cutGrid(grid, random.int(8, grid.length - 2)) : [grid]
  const rows = parts.map((part) =>
    part.map((row) => `<tr>${row.map((cell) => td(cell, dress)).join('')}</tr>`).join('\n'),
  )
  const again = header.map((row) => `<tr>${row.map((cell) => td(cell, dress)).join('')}</tr>`).join('\n')
  const tables = dress.split === 'header' ? [rows.join(`\n${again}\n`)] : rows
  const own = tables
    .map(
      (body) =>
        `<table${dress.borders === 'tag' ? ' border="1"' : ''} cellspacing="0"${dress.word ? ' class="MsoTableGrid"' : ''}><tbody>\n${body}\n</tbody></table>`,
    )
    .join('\n')
  const inside = `<table width="100%"><tr><td class="left">&nbsp;</td><td><div>${own}</div></td></tr></table>`
  return { kind: 'table', html: dress.nested ? inside : own }
}

function td(cell: GridCell, dress: HtmlDress): string {
  const spans =
    (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '') + (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '')
  const text = escapeHtml(cell.text)
  if (!dress.word) return `<td${spans}><p align="center">${text === '' ? '&nbsp;' : text}</p></td>`
  const style = `style="${dress.borders === 'none' ? '' : 'border:solid windowtext 1.0pt;'}padding:0cm 5.4pt"`
  return `<td${spans} valign="top" ${style}><p class="MsoNormal" align="center" style="text-align:center">${wordSpans(cell, text)}<o:p></o:p></p></td>`
}

/** Word parts a label's number from its words, and writes an empty cell as a no-break blank. */
function wordSpans(cell: GridCell, text: string): string {
  if (text === '') return '<span lang="EN-US">&nbsp;</span>'
  if (cell.figure !== undefined) return `<span lang="EN-US" style="font-size:10.5pt">${text}</span>`
  const number = /^(?:\d\.|[一二三四]、)/.exec(text)?.[0] ?? ''
  const rest = `<span style="font-family:宋体">${text.slice(number.length)}</span>`
  return number === '' ? rest : `<span lang="EN-US">${number}</span>${rest}`
}

const STYLE =
  '<style>table { border-collapse: collapse; width: 100% } td { border: 1px solid #333; padding: 3px }</style>'

/** The whole page. The head says that the report is made up, too. */
export function htmlPage(blocks: readonly HtmlBlock[], dress: HtmlDress): string {
  const body = blocks.map(({ kind, html }) => {
    if (kind === 'table') return html
    const text = escapeHtml(html)
    if (kind === 'title') return `<h1>${text}</h1>`
    return dress.word ? `<p class="MsoNormal"><span style="font-size:16.0pt">${text}</span></p>` : `<p>${text}</p>`
  })
  const namespaces = dress.word ? ' xmlns:o="urn:schemas-microsoft-com:office:office"' : ''
  const head = '<meta name="generator" content="gongkai simulate (SYNTHETIC)">'
  const comment = dress.word ? '<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->' : ''
  const style = dress.borders === 'style' ? STYLE : ''
  return `<!DOCTYPE html>\n<html${namespaces}><head>${head}${style}${comment}</head><body><div class="main">\n${body.join('\n')}\n</div></body></html>\n`
}

/** The page with its encoding declared in its head. */
export function withCharset(page: string, charset: string): string {
  return page.replace('<head>', `<head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">`)
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
