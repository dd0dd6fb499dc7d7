/** A line of a text with its range; white space at both ends left out. */
export interface Line {
  readonly text: string
  readonly from: number
  readonly to: number
}

type Range = readonly [from: number, to: number]

/** The lines of `text[from, to)` that hold something. */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = []
  let at = from
  for (const raw of text.slice(from, to).split('\n')) {
    const line = trimmed(raw, at)
    if (line.text !== '') lines.push(line)
    at += raw.length + 1
  }
  return lines
}

/** The parts of a line, in order, that lie outside the ranges: a page that lost its line ends runs on around its tables. */
export function outside(line: Line, ranges: readonly Range[]): Line[] {
  const parts: Line[] = []
  let at = line.from
  const cut = (to: number) => {
    const part = trimmed(line.text.slice(at - line.from, Math.max(at, to) - line.from), at)
    if (part.text !== '') parts.push(part)
  }
  for (const [from, to] of ranges
    .filter(([from, to]) => to > line.from && from < line.to)
    .sort((a, b) => a[0] - b[0])) {
    cut(from)
    at = Math.max(at, to)
  }
  cut(line.to)
  return parts
}

/** A line without the borders of cells at its ends: a row of one cell is a line of its own. */
export function withoutBorders(line: Line): Line {
  const begin = line.text.search(INNER)
  if (begin < 0) return line.text === '' ? line : { text: '', from: line.from, to: line.from }
  let end = line.text.length
  while (!INNER.test(line.text.charAt(end - 1))) end--
  const text = line.text.slice(begin, end)
  return text === line.text ? line : { text, from: line.from + begin, to: line.from + end }
}

/** What is neither a blank nor a border. */
const INNER = /[^\s|\u001d\u001f]/

/** The parts of a line between its blanks. */
export function piecesOf(line: Line): Line[] {
  return [...line.text.matchAll(/\S+/g)].map((found) => {
    const from = line.from + found.index
    return { text: found[0], from, to: from + found[0].length }
  })
}

/** A longer line is a paragraph, or a page that lost its line ends. */
const LONG = 120
/** A longer piece is text, not a title, a name or a date. */
const MAX_PIECE = 70

/**
 * The lines of a page, and for a long line the pieces before its first sentence and behind its last, where pages that lost
 * their line ends have title, menu, signature and date.
 */
export function edgeLines(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    if (line.text.length <= LONG) return [line]
    const pieces = piecesOf(line)
    const first = pieces.findIndex((piece) => piece.text.length > MAX_PIECE || piece.text.includes('。'))
    const long = pieces.findLastIndex((piece) => piece.text.length > MAX_PIECE)
    const last = long < 0 ? pieces.findLastIndex((piece) => piece.text.includes('。')) : long
    return first < 0 ? [line] : [...pieces.slice(0, first), ...pieces.slice(last + 1)]
  })
}

function trimmed(raw: string, at: number): Line {
  const text = raw.trim()
  const from = at + (raw.length - raw.trimStart().length)
  return { text, from, to: from + text.length }
}
