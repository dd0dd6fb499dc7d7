import type { Run } from './parts.js'

/** A line of text on a page. */
export interface PageLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly size: number
}

/** Puts runs that stand at one height into lines, from top to bottom, each from left to right. */
export function linesOfRuns(runs: readonly Run[]): PageLine[] {
  const lines: { middle: number; runs: Run[] }[] = []
  const middle = (run: Run) => (run.top + run.bottom) / 2
  for (const run of [...runs].sort((a, b) => middle(a) - middle(b) || a.left - b.left)) {
    const line = lines.at(-1)
    if (line !== undefined && middle(run) - line.middle < run.size * 0.5) line.runs.push(run)
    else lines.push({ middle: middle(run), runs: [run] })
  }
  return lines.map((line) => joinRuns(line.runs.sort((a, b) => a.left - b.left)))
}

/** Runs of one line: close together as they are, apart with a blank, far apart with a tab. */
function joinRuns(runs: readonly Run[]): PageLine {
  let text = ''
  let reached = runs[0]?.left ?? 0
  for (const run of runs) {
    const gap = text === '' ? 0 : run.left - reached
    text += (gap > run.size ? '\t' : gap > run.size * 0.2 ? ' ' : '') + withoutSpacing(run.text.trim())
    reached = Math.max(reached, run.right)
  }
  const [first] = runs
  return {
    text,
    left: first?.left ?? 0,
    right: reached,
    top: Math.min(...runs.map(({ top }) => top)),
    size: first?.size ?? 0,
  }
}

/** A run without the small gaps that typesetting puts between Chinese and figures or Latin letters. */
function withoutSpacing(text: string): string {
  return text.replace(
    /(?<=[\u3000-\u9fff\uff00-\uff60]) (?=[\dA-Za-z])|(?<=[\dA-Za-z%]) (?=[\u3000-\u9fff\uff00-\uff60])/g,
    '',
  )
}

/**
 * Joins lines that go on in the next: a line that reaches the right edge of the page's text, under it one of the same size
 * that begins at the left edge. Elsewhere a line is a paragraph; so are lines of columns, lines that open with a number of their
 * own, and lines whose joining would run figures together.
 *
 * @param edges where the page's text begins and ends
 */
export function paragraphsOf(lines: readonly PageLine[], { left, right }: { left: number; right: number }): string[] {
  const paragraphs: string[] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const goesOn =
      above !== undefined &&
      above.right > right - above.size * 1.6 &&
      line.left < left + line.size &&
      Math.abs(line.size - above.size) < 1 &&
      line.top - above.top < line.size * 3 &&
      !/\t/.test(above.text + line.text) &&
      !OPENS.test(line.text) &&
      !(/\d$/.test(above.text) && /^[\d.,]/.test(line.text))
    if (goesOn) paragraphs.push((paragraphs.pop() ?? '') + joint(above.text, line.text) + line.text)
    else paragraphs.push(line.text)
  })
  return paragraphs
}

/** The number of a heading or of an item at the beginning of a line. */
const OPENS = /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．])/

/** Chinese runs on without a blank; figures and Latin words at both sides of a line's end are parted by one. */
function joint(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}
