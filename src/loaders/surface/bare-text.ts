import { withoutTags } from '../html/text-with-tags.js'
import { withoutLists } from './printed-lists.js'
import { withoutCellMarks } from './word-cells.js'
import { withoutWordMarks } from './word-marks.js'

/** A blank as HTML spells it. */
const BLANK = /&(?:nbsp|ensp|emsp|#160|#12288|#x3000);/gi
/** What programs write into a cell that is empty, alone between borders. */
const NOTHING = /(?<=^|[|\t])( *)(None|NaN|nan|null|NULL)(?= *(?:$|[|\t]))/gm
/** A line that may be a row between borders, or that above the first, whose blanks a program for terminals drew: `|____规章____|__3__|`. */
const UNDERLINED = /^.*__.*$/gm

/**
 * A text without what programs put into it that no reader is meant to see: the marks of Word's cells, of lists and of Markdown, tags, blanks spelled
 * out or drawn as a line in rows between borders, and words for nothing in empty cells. Blanks stand for them, so that every character keeps its place.
 */
export function bareText(text: string): string {
  const plain = text.replace(UNDERLINED, (line) => (isRow(line.trim()) ? line.replaceAll('_', ' ') : line))
  return withoutTags(withoutWordMarks(withoutLists(withoutCellMarks(plain))))
    .replace(BLANK, (blank) => ' '.repeat(blank.length))
    .replace(NOTHING, (_, before: string, word: string) => before + ' '.repeat(word.length))
}

function isRow(line: string): boolean {
  return (line.startsWith('|') && line.endsWith('|')) || /^_{5,}$/.test(line)
}
