/** A cell as a program prints it in a list: words in quotation marks, a number, or a word for nothing. */
const CELL = /'[^'\n]{0,300}'|"[^"\n]{0,300}"|-?\d{1,12}(?:\.\d{1,6})?|None|nan|null/.source
/** A row as a program prints a list of cells, the first or the last of a list of rows perhaps, and the comma before the next row on its line. */
const ROW = new RegExp(`(\\[{1,2})((?:${CELL})(?:, ?(?:${CELL})){1,60})(\\]{1,2})(,(?= ?\\[))?`, 'g')
const CELLS = new RegExp(`(${CELL})(,?)`, 'g')

/**
 * A text into which a program printed rows as lists (['规章', '0', None]): with tabs between their cells, without brackets and quotation marks,
 * each row on a line. Every character keeps its place.
 */
export function withoutLists(text: string): string {
  if (!text.includes('[')) return text
  return text.replace(ROW, (row: string, open: string, cells: string, close: string, next = '') => {
    if (!/['"]/.test(cells)) return row
    const bare = cells.replace(CELLS, (_, cell: string, comma: string) => wordsOf(cell) + (comma === '' ? '' : '\t'))
    return ' '.repeat(open.length) + bare + ' '.repeat(close.length) + (next === '' ? '' : '\n')
  })
}

/** A cell's words, with blanks for its quotation marks and for line ends spelled out. */
function wordsOf(cell: string): string {
  const words = /^['"]/.test(cell) ? ` ${cell.slice(1, -1)} ` : cell
  return words.replaceAll('\\n', '  ')
}
