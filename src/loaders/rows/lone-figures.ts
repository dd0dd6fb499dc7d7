import { cellWords, isPlainCell, readCell } from '../values.js'

/** A part of a figure that is none alone. */
const PART = /^[-+]?[\d.,]{1,20}$/

/** A page's number between strokes, which are no nil marks beside it. */
export const MARKED_PAGE = /^\s*[-—–]{1,2}\s*\d{1,4}\s*[-—–]{1,2}\s*$/

/** The number of a label with the words that go on on the next line. */
const LABEL_NUMBER = /^(?:\d{1,2}\n?)?[.、]\n?\p{Script=Han}/u

/** A few letters, as a part of a label (同信息计1条), and figures behind them. */
const TAIL = /^\s*[\p{Script=Han}()][\p{Script=Han}()\d]{0,11}\s{1,80}[\d.,][\d.,\s]{0,200}$/u

/**
 * The figures of each line that holds nothing else, or parts of figures. The first and the last line, being parts of lines, are left out, and
 * so is the number of a label that goes on below.
 */
export function figuresAlone(text: string): string[][] {
  return innerLines(text).flatMap((line) => {
    const figures = figuresOf(line)
    return figures.length > 0 ? [figures] : []
  })
}

/** Whether some line holds one figure or part of one, and nothing else. */
export function holdsOneAlone(text: string): boolean {
  return innerLines(text).some((line) => PART.test(line.trim()))
}

/**
 * Whether some line holds a few letters, as a part of a label, and figures behind them, fewer than so many.
 *
 * @param isGlued whether one run of digits may be several figures
 */
export function holdsPartOfLabel(text: string, few = Number.POSITIVE_INFINITY, isGlued = false): boolean {
  const figures = (line: string) => line.trim().split(/\s+/).slice(1)
  return innerLines(text).some(
    (line) => TAIL.test(line) && (isGlued ? figures(line).join('') : figures(line)).length < few,
  )
}

/** How many figures stand right above the last whole line of a text, on lines of their own. */
export function figuresOverLabel(text: string): number {
  const lines = innerLines(text).slice(0, -1).map(figuresOf)
  const words = lines.findLastIndex((figures) => figures.length === 0)
  return lines.slice(words + 1).flat().length
}

/** Whether a figure alone on a line is a part of a figure or a whole one, and no nil mark. */
export function mayBePart(figure: string): boolean {
  return PART.test(figure)
}

/** The lines of a text but the first and the last, without the numbers of labels that go on on the next lines. */
function innerLines(text: string): string[] {
  const lines = text.split('\n')
  return lines.slice(1, -1).map((line, i) => {
    const words = line.trim().split(/\s+/)
    const goesOn = [words.at(-1), lines[i + 2]?.trim(), lines[i + 3]?.trim()].join('\n')
    return LABEL_NUMBER.test(goesOn) ? words.slice(0, -1).join(' ') : line
  })
}

function figuresOf(line: string): string[] {
  if (MARKED_PAGE.test(line)) return []
  const words = cellWords(line).map(({ text }) => text)
  return words.every((word) => isPlainCell(readCell(word)) || PART.test(word)) ? words : []
}
