/** So many lines must be set in by tabs, and such a share of all that hold any. */
const [LINES, SHARE] = [20, 0.95]
/** Two tabs or more, and words without any behind them or nothing. */
const SET_IN = /^[ \u00a0]*\t[ \t\u00a0]*\t[^\t]*$/

/**
 * A text whose lines are set in as the elements of a page were, whose text it is: these tabs are no borders of cells, as one before each cell
 * would be. Blanks stand for them, so that every character keeps its place.
 */
export function withoutIndents(source: string): string {
  if (!source.includes('\t\t')) return source
  const tabbed = source.split('\n').filter((line) => line.includes('\t'))
  const setIn = tabbed.filter((line) => SET_IN.test(line))
  if (setIn.length < LINES || setIn.length < tabbed.length * SHARE) return source
  return source.replace(/^[ \t\u00a0]*\t[ \t\u00a0]*/gm, (indent) => ' '.repeat(indent.length))
}
