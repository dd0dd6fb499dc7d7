import type { Run } from './pdf-page.js'

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
    text += (gap > run.size ? '\t' : gap > run.size * 0.2 ? ' ' : '') + run.text.trim()
    reached = Math.max(reached, run.right)
  }
  const [first] = runs
  return { text, left: first?.left ?? 0, right: reached, top: Math.min(...runs.map(({ top }) => top)), size: first?.size ?? 0 }
}

/**
 * Joins lines that go on in the next: a line that reaches the right edge of the page's text, under it one of the same size
 * that begins at the left edge. Elsewhere a line is a paragraph.
 *
 * @param lines the lines to join
 * @param page all lines of the page, which show where its text begins and ends
 */
export function paragraphsOf(lines: readonly PageLine[], page: readonly PageLine[]): string[] {
  const left = Math.min(...page.map((line) => line.left))
  const right = Math.max(...page.map((line) => line.right))
  const paragraphs: string[] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const goesOn =
      above !== undefined &&
      above.right > right - above.size * 1.6 &&
      line.left < left + line.size &&
      Math.abs(line.size - above.size) < 1 &&
      line.top - above.top < line.size * 3
    if (goesOn) paragraphs.push((paragraphs.pop() ?? '') + joint(above.text, line.text) + line.text)
    else paragraphs.push(line.text)
  })
  return paragraphs
}

/** Chinese runs on without a blank; figures and Latin words at both sides of a line's end are parted by one. */
function joint(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}
