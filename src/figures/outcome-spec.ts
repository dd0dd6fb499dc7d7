import type { TopLevelSpec } from 'vega-lite'
import type { Outcome, OutcomeBar } from './outcome-bars.js'
import { EDGE, GAP, type OutcomeLayout } from './outcome-layout.js'
import { slicesOf } from './outcome-slices.js'
import { grouped, type Words } from './outcome-words.js'
import { GREY, INK, LINE, PALETTE, printStyle, TYPE } from './theme.js'

/** Layers, from the back: slices, outlines, shares, n, reasons in place of bars, notes. */
export function outcomeSpec(
  bars: readonly OutcomeBar[],
  groups: readonly Outcome[],
  place: OutcomeLayout,
  words: Words,
): TopLevelSpec {
  const reports = bars.map((bar) => bar.report)
  const slices = bars.flatMap((bar) => slicesOf(bar, groups, place.width))
  const whole = bars.flatMap(({ report, ...bar }) =>
    bar.reason === null ? [{ report, from: 0, to: 1, n: `n = ${grouped(bar.total)}` }] : [],
  )
  const gaps = bars.flatMap(({ report, reason }) =>
    reason === null ? [] : [{ report, at: 0, reason: place.lines.get(report)?.reason ?? [] }],
  )
  const height = { band: place.bar / place.step }
  const x = (field: string) => sharePosition(field, words, place)
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: [...place.title, ...place.notes.lines].join(' '),
    config: printStyle(),
    autosize: { type: 'none' },
    padding: { ...place.padding },
    width: place.width,
    height: place.height,
    ...titled(place),
    params: [
      { name: 'names', value: Object.fromEntries(reports.map((report) => [report, place.lines.get(report)?.name])) },
    ],
    encoding: { y: reportPosition(reports) },
    layer: [
      {
        name: 'slices',
        data: { values: slices },
        mark: { type: 'bar', height },
        encoding: { x: x('from'), x2: { field: 'to' }, color: fills(groups, place) },
      },
      {
        name: 'outlines',
        data: { values: whole },
        mark: { type: 'bar', height, filled: false, color: INK, strokeWidth: 0.4 },
        encoding: { x: x('from'), x2: { field: 'to' } },
      },
      {
        name: 'shares',
        data: { values: slices.filter((slice) => slice.printed !== null) },
        mark: { type: 'text', fontSize: TYPE.small },
        encoding: {
          x: x('middle'),
          text: { field: 'printed', type: 'nominal' },
          color: { field: 'ink', type: 'nominal', scale: null },
        },
      },
      {
        name: 'totals',
        data: { values: whole },
        mark: { type: 'text', align: 'left', dx: 5 },
        encoding: { x: x('to'), text: { field: 'n', type: 'nominal' } },
      },
      {
        name: 'reasons',
        data: { values: gaps },
        mark: { type: 'text', align: 'left', color: GREY, dy: { expr: raised('length(datum.reason)') } },
        encoding: { x: x('at'), text: { field: 'reason', type: 'nominal' } },
      },
      {
        name: 'notes',
        data: { values: [{ notes: place.notes.lines }] },
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: TYPE.small, lineHeight: TYPE.small * LINE },
        encoding: {
          x: { value: EDGE - place.padding.left },
          y: { value: place.notes.y },
          text: { field: 'notes', type: 'nominal' },
        },
      },
    ],
  }
}

function titled({ title, padding }: OutcomeLayout): Pick<TopLevelSpec, 'title'> {
  if (title.length === 0) return {}
  return { title: { text: [...title], frame: 'group', dx: EDGE - padding.left, offset: GAP } }
}

/** From 0 to 1 exactly, along the foot of the plot. */
function sharePosition(field: string, words: Words, { width }: OutcomeLayout) {
  const values = width < 160 ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1]
  const labels = { format: '.0%', labelFlush: false, labelOverlap: false, tickRound: false, translate: 0 }
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, 1], nice: false },
    axis: { title: words.share.join(' '), values, ...labels },
  }
}

/** One band a report, in the order given; its name in as many lines as it needs. */
function reportPosition(domain: string[]) {
  const ownLines = { labelExpr: 'names[datum.value]', labelOffset: { expr: raised('length(names[datum.value])') } }
  return {
    field: 'report',
    type: 'nominal' as const,
    scale: { domain, padding: 0 },
    axis: {
      title: null,
      domain: false,
      ticks: false,
      labelLimit: 0,
      labelOverlap: false,
      labelPadding: GAP,
      ...ownLines,
    },
  }
}

/** Lifts a text of several lines so that its middle, not its first line, stands at its place. */
function raised(lines: string): string {
  return `-(${lines} - 1) * ${(TYPE.text * LINE) / 2}`
}

function fills(groups: readonly Outcome[], { legend, padding }: OutcomeLayout) {
  return {
    field: 'outcome_label',
    type: 'nominal',
    scale: { domain: groups.map((group) => group.label), range: PALETTE.slice(0, groups.length) },
    legend: {
      orient: 'none',
      direction: 'horizontal',
      columns: legend.columns,
      columnPadding: 2 * GAP,
      legendX: EDGE - padding.left,
      legendY: legend.y,
      symbolStrokeColor: INK,
    },
  } as const
}
