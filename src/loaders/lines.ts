/** A line of a text with its range; white space at both ends left out. */
export interface Line {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The lines of `text[from, to)` that hold something. */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = []
  let at = from
  for (const raw of text.slice(from, to).split('\n')) {
    const trimmed = raw.trim()
    const start = at + (raw.length - raw.trimStart().length)
    if (trimmed !== '') lines.push({ text: trimmed, from: start, to: start + trimmed.length })
    at += raw.length + 1
  }
  return lines
}
