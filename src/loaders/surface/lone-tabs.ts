import type { Surface } from '../surface.js'

/** So many tabs must stand on lines of their own, and such a share of all. */
const [TABS, SHARE] = [20, 0.9]

/** White space with tabs in it, between two words or at either end of the text. */
const RUN = /[ \u00a0\u3000\n]*\t[ \u00a0\u3000\n\t]*/g

/**
 * A text whose cells have lines of their own, with a tab on a line between two of them, as a browser gives the text of a table
 * whose cells hold paragraphs: with each row on one line. Only line ends become blanks, so that every character keeps its place.
 */
export function withRowsOnLines(surface: Surface): Surface {
  const { text } = surface
  const lines = text.split('\n').filter((line) => line.includes('\t'))
  const alone = lines.filter((line) => line.trim() === '')
  if (alone.length < TABS || alone.length < lines.length * SHARE) return surface
  const runs = text.match(RUN) ?? []
  const [before, after] = [mostFrequent(runs.map(linesBefore)), mostFrequent(runs.map(linesBehind))]
  if (before === 0 || after === 0) return surface
  return { ...surface, text: text.replace(RUN, (run) => joined(run, before, after)) }
}

function linesBefore(run: string): number {
  return linesIn(run.slice(0, run.indexOf('\t')))
}

function linesBehind(run: string): number {
  return linesIn(run.slice(run.lastIndexOf('\t')))
}

function linesIn(blanks: string): number {
  return blanks.split('\n').length - 1
}

/**
 * The white space between two cells without line ends. More of them than elsewhere before its first tab, behind its last or between
 * two end a row, whose last cell or the next row's first is empty.
 */
function joined(run: string, before: number, after: number): string {
  const parts = run.split('\t')
  const isInner = (i: number) => i > 0 && i < parts.length - 1
  const most = (i: number) => (isInner(i) ? before + after : i === 0 ? before : after)
  return parts.map((part, i) => (linesIn(part) > most(i) ? part : part.replaceAll('\n', ' '))).join('\t')
}

function mostFrequent(counts: readonly number[]): number {
  const often = new Map<number, number>()
  for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1)
  return [...often].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
