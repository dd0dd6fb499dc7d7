/** Word's mark behind each cell, with the end of the paragraph before it; one more stands behind the last cell of a row. */
const MARKS = /(?:(?:\r\n|[\r\n])?\x07)+/g

/**
 * A text copied out of Word's memory with tabs for the marks between cells and line ends for those of rows. Several marks in a row may
 * also be empty cells, which nobody can tell from the end of a row: then the row ends there, and has fewer cells than it should.
 * Every character keeps its place.
 */
export function withoutCellMarks(text: string): string {
  if (!text.includes('\x07')) return text
  return text.replace(MARKS, (marks, at: number) => {
    const isEnd = marks.split('\x07').length > 2 || /^[\r\n]?$/.test(text.charAt(at + marks.length))
    return ' '.repeat(marks.length - 1) + (isEnd ? '\n' : '\t')
  })
}
