import type { Outcome, OutcomeBar } from './outcome-bars.js'
import { filled, grouped, type Words } from './outcome-words.js'
import { textWidth, wrapEvenly, wrapText } from './text-width.js'
import { FIGURE_WIDTH, type FigureSize, LINE, TYPE } from './theme.js'

/** Least distance from one bar to the next, in points; a bar takes seven tenths of it, up to 16 points. */
const STEP = 17
const TALLEST_BAR = 16

/** Report names take at most this part of the width; longer ones are wrapped. */
const NAME_PART = 0.4

/** White at the edge of the figure, so that no stroke is cut; white between two things that do not touch. In points. */
export const EDGE = 1
export const GAP = 6

/** Height of the share axis with its numbers and its title. */
const AXIS = 5 + TYPE.text + 4 + TYPE.text * LINE

/** Where everything stands, in points; the plot's upper left corner is (0, 0). */
export interface OutcomeLayout {
  /** Of the plot: the length of a bar of 100 %, and the height of all bars with the white between them. */
  readonly width: number
  readonly height: number
  /** From one bar to the next, and the height of a bar. */
  readonly step: number
  readonly bar: number
  readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly title: readonly string[]
  readonly legend: { readonly columns: number; readonly y: number }
  readonly notes: { readonly lines: readonly string[]; readonly y: number }
  /** The lines of a report's name, and of the reason that stands in place of its bar. */
  readonly lines: ReadonlyMap<string, { readonly name: readonly string[]; readonly reason: readonly string[] }>
}

export interface OutcomeTexts {
  readonly size: FigureSize
  readonly title?: readonly string[]
  readonly notes?: readonly string[]
}

/** Measures every text and gives it room, so that nothing overlaps, is cut off or leaves the page. */
export function outcomeLayout(
  bars: readonly OutcomeBar[],
  groups: readonly Outcome[],
  words: Words,
  { size, title, notes }: OutcomeTexts,
): OutcomeLayout {
  const page = FIGURE_WIDTH[size] - 2 * EDGE
  const names = bars.map((bar) => wrapEvenly(bar.report, TYPE.text, page * NAME_PART))
  const left = EDGE + Math.ceil(widest(names.flat())) + GAP
  const ends = bars.flatMap((bar) => (bar.reason === null ? [`n = ${grouped(bar.total)}`] : []))
  const right = EDGE + Math.ceil(Math.max(widest(ends) + GAP, widest(['100%']) / 2))
  const width = FIGURE_WIDTH[size] - left - right
  const reasons = bars.map((bar) =>
    bar.reason === null ? [] : wrapEvenly(bar.reason, TYPE.text, width + right - EDGE),
  )
  const tallest = Math.max(...[...names, ...reasons].map((lines) => lines.length))
  const step = Math.max(STEP, Math.ceil(tallest * TYPE.text * LINE + GAP))
  const height = bars.length * step

  const columns = legendColumns(groups, page)
  const legend = Math.ceil(groups.length / columns) * (TYPE.text * LINE + 3)
  const heading = (title ?? words.title).flatMap((text) => wrapEvenly(text, TYPE.title * 1.06, page))
  const noteLines = noteTexts(bars, words, notes).flatMap((text) => wrapText(text, TYPE.small, page))
  const top = EDGE + heading.length * TYPE.title * LINE + GAP + legend + GAP
  const bottom = AXIS + 2 * GAP + noteLines.length * TYPE.small * LINE + EDGE
  return {
    width,
    height,
    step,
    bar: Math.min(TALLEST_BAR, Math.round(step * 0.7)),
    padding: { left, right, top: Math.ceil(top), bottom: Math.ceil(bottom) },
    title: heading,
    legend: { columns, y: -legend - GAP },
    notes: { lines: noteLines, y: height + AXIS + 2 * GAP },
    lines: new Map(bars.map((bar, i) => [bar.report, { name: names[i] ?? [], reason: reasons[i] ?? [] }])),
  }
}

/** As many columns as fit beside each other, then as few as hold the entries in the same number of rows. */
function legendColumns(groups: readonly Outcome[], page: number): number {
  const entries = groups.map((group) => 8 + 3 + textWidth(group.label, TYPE.text))
  for (let columns = entries.length; columns > 1; columns--) {
    const widths = Array.from({ length: columns }, (_, i) => Math.max(...entries.filter((_, j) => j % columns === i)))
    const total = widths.reduce((sum, width) => sum + width, 2 * GAP * (columns - 1))
    if (total <= page) return Math.ceil(entries.length / Math.ceil(entries.length / columns))
  }
  return 1
}

function noteTexts(bars: readonly OutcomeBar[], words: Words, notes: readonly string[] | undefined): string[] {
  const unusable = bars.filter((bar) => bar.reason !== null).length
  const coverage = unusable === 0 ? words.complete : words.missing
  const said = coverage.map((text) => filled(text, { reports: bars.length, unusable }))
  if (notes !== undefined) return [...notes, ...said]
  return words.denominator.map((text, i) => `${text}${text.endsWith('。') ? '' : ' '}${said[i] ?? ''}`)
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, TYPE.text)))
}
