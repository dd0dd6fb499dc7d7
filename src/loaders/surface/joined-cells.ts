/** So many lines must be rows of cells, of which so many hold figures. */
const [ROWS, FIGURES] = [15, 3]
/** Cells with a comma or a semicolon between two of them and no sentence in any. */
const ROW = {
  ',': /^(?:[^,;。；\n|\t]{0,60},){2,40}[^,;。；\n|\t]{0,60}$/gm,
  ';': /^(?:[^;。；\n|\t]{0,60};){2,40}[^;。；\n|\t]{0,60}$/gm,
}
/** Words and one figure, or what stands for one. */
const SHORT_ROW = {
  ',': /^[^,;。；\n|\t]{0,40}\p{Script=Han}[^,;。；\n|\t]{0,40},(?:[\d０-９.．]{0,12}|[-—–/无無])$/gmu,
  ';': /^[^;。；\n|\t]{0,40}\p{Script=Han}[^;。；\n|\t]{0,40};(?:[\d０-９.．,，]{0,14}|[-—–/无無])$/gmu,
}
/** A cell that holds a figure, and perhaps a unit. */
const FIGURE = /[,;] *[\d０-９][\d０-９.．,，]{0,15}\p{Script=Han}{0,2} *(?=[,;\r]|$)/u

/**
 * A text whose tables' rows are cells with commas between them, or semicolons, as programs write them: with tabs for these, so that every
 * character keeps its place. A number grouped by commas is then two cells, and its row has one too many.
 */
function withTabsForCommas(source: string): string {
  for (const comma of [',', ';'] as const) {
    const rows = (source.match(ROW[comma]) ?? []).filter((row) => /\p{Script=Han}/u.test(row))
    if (rows.length < ROWS || rows.filter((row) => FIGURE.test(row)).length < FIGURES) continue
    const tabbed = (row: string) => row.replaceAll(comma, '\t')
    return source.replace(ROW[comma], tabbed).replace(SHORT_ROW[comma], tabbed)
  }
  return source
}

/** A row of cells with pipes between them. */
const PIPED = /^[^|\n]{0,80}(?:\|[^|\n]{0,80}){1,40}$/gm
/** Such a share of them may begin with a pipe, their first cell being empty, and such a share end with one, as those of small bodies do. */
const [OPENED, CLOSED] = [0.25, 0.75]
/** An empty cell before one that is not: there no empty cell was dropped. */
const KEPT = /\|[^\S\n]*\|[^\S\n]*[^|\s]/m

/** A text whose rows are cells with pipes between them, not about them: with tabs for these, so that every character keeps its place. */
function withTabsForPipes(source: string): string {
  const rows = (source.match(PIPED) ?? []).map((row) => row.trim())
  const opened = rows.filter((row) => row.startsWith('|')).length
  const closed = rows.filter((row) => row.endsWith('|')).length
  const areBetween = opened <= rows.length * OPENED && closed <= rows.length * CLOSED
  if (rows.length < ROWS || !areBetween || !KEPT.test(source)) return source
  return source.replace(PIPED, (row) => row.replaceAll('|', '\t'))
}

/** A text with tabs between the cells of rows that a program joined by commas, semicolons or pipes. */
export function withTabsBetweenCells(source: string): string {
  return withTabsForPipes(withTabsForCommas(source))
}
