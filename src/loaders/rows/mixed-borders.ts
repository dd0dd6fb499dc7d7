import type { FoundRow } from '../tables/fill.js'
import { isMark } from './cells.js'

/**
 * Doubts the empty cells between tabs in a text whose tabs are not its only borders: in another row of the table blanks stand between
 * figures, so that in this one blanks beside a tab may stand for a border, too, and a tab for none of an empty cell.
 */
export function withoutMixedBorders(text: string, rows: readonly FoundRow[]): FoundRow[] {
  const isMixed = rows.some((row) => betweenFigures(text, row).some((gap) => /^[^\S\n\t]+$/.test(gap)))
  return rows.map((row) => (isMixed && hasEmptyBetweenTabs(text, row) ? { ...row, uncertain: true } : row))
}

/** What stands between the figures of a row, one string for each two neighbours. */
function betweenFigures(text: string, { pieces }: FoundRow): string[] {
  const marks = pieces.filter(isMark)
  return marks.slice(1).map((mark, i) => text.slice(marks[i]?.to ?? mark.from, mark.from))
}

function hasEmptyBetweenTabs(text: string, { pieces }: FoundRow): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first === undefined || last === undefined || !pieces.some(isMark)) return false
  const begin = text.lastIndexOf('\n', first.from) + 1
  const end = text.indexOf('\n', last.to)
  const line = text.slice(begin, end < 0 ? text.length : end)
  return (
    pieces.some(({ kind }) => kind === 'blank') && /[^\S\n\t]{2}\t|\t[^\S\n\t]{2}/.test(line) && !/[|\u001f]/.test(line)
  )
}
