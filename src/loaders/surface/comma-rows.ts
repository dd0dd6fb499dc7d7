/** So many lines must be rows of cells, of which so many hold figures. */
const [ROWS, FIGURES] = [15, 3]
/** Cells with a comma or a semicolon between two of them and no sentence in any; words and a figure, or what stands for one, are enough. */
const CELLS = {
  ',': /^(?:(?:[^,;。；\n|\t]{0,60},){2,40}[^,;。；\n|\t]{0,60}|[^,;。；\n|\t]{1,40},(?:[\d０-９.．]{0,12}|[-—–/无無]))$/gm,
  ';': /^(?:(?:[^;。；\n|\t]{0,60};){2,40}[^;。；\n|\t]{0,60}|[^;。；\n|\t]{1,40};(?:[\d０-９.．,，]{0,14}|[-—–/无無]))$/gm,
}
/** A cell that holds a figure, and perhaps a unit. */
const FIGURE = /[,;] *[\d０-９][\d０-９.．,，]{0,15}\p{Script=Han}{0,2} *(?=[,;\r]|$)/u

/**
 * A text whose tables' rows are cells with commas between them, or semicolons, as programs write them: with tabs for these, so that every
 * character keeps its place. A number grouped by commas is then two cells, and its row has one too many.
 */
export function withTabsForCommas(source: string): string {
  for (const cells of Object.values(CELLS)) {
    const rows = source.match(cells) ?? []
    if (rows.length >= ROWS && rows.filter((row) => FIGURE.test(row)).length >= FIGURES)
      return source.replace(cells, (row) => row.replace(/[,;]/g, '\t'))
  }
  return source
}
