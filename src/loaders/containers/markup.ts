/** A cell of a table to be written as HTML. */
export interface MarkupCell {
  readonly text: string
  readonly colspan?: number
  readonly rowspan?: number
}

/** Text as HTML shows it unchanged. */
export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
}

/** A paragraph on a line of its own. */
export function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>\n`
}

/** A table, a row a line, so that merged cells and empty ones stay what they are. */
export function table(rows: readonly (readonly MarkupCell[])[]): string {
  return `<table>\n${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>\n`).join('')}</table>\n`
}

function cell({ text, colspan = 1, rowspan = 1 }: MarkupCell): string {
  const spans = (colspan > 1 ? ` colspan="${colspan}"` : '') + (rowspan > 1 ? ` rowspan="${rowspan}"` : '')
  return `<td${spans}>${escaped(text)}</td>`
}
