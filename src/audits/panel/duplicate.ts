import { ALL_TABLES } from '../../forms/forms.js'
import { panelReference } from '../../forms/panel.js'
import { listed, said, sentences } from '../../forms/words.js'
import type { Bilingual, CellRef, PanelCheck } from '../../types.js'
import { figure, packedCells } from './figures.js'
import { figuresKey, grouped } from './likeness.js'
import { found, unfound } from './outcome.js'
import type { PanelReport } from './panel-report.js'
import { likeness } from './passages.js'
import { compare, type Panel, type Placed } from './series.js'

/**
 * Was the same report published twice, or are there two reports of one body on one year? Compared are reports that are the
 * same file, hold the same figures, or have the same words, and those of one body and year. One check a pair, at the later of
 * the two (by year, then id); `subject` is the other's id. A report without such a twin has one check, `panel`.
 *
 * - `failed`: the same file; or the same figures and, where both texts were read, nearly the same words, whatever body or
 *   year they name; or two reports of one body on one year: the message says how they differ, `cells` which figures do.
 * - `passed`: no twin. `not_assessable`: neither figures nor words were read, or there is no telling whose report it is.
 * - `not_applicable`: it is the only report.
 *
 * Severity `warning`. Ground: one report a year (articles 49 and 50); a twin counted twice doubles a body's figures.
 *
 * @rule panel.duplicate
 * @passes { "reports": [{ "form": "2021", "year": 2021, "requests": { "received_new": 3 } }, { "form": "2021", "year": 2022, "requests": { "received_new": 4 } }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "requests": { "received_new": 3 } }, { "form": "2021", "year": 2021, "requests": { "received_new": 4 } }] }
 */
export function checkDuplicates({ placed }: Panel): PanelCheck[] {
  const reports = placed.map(({ report }) => report)
  const twins = twinsOf(placed, reports)
  return placed.flatMap((one): PanelCheck[] => {
    const { report, unit } = one
    const others = twins.get(report) ?? []
    const checks = others.map((other) => describe(one, other))
    if (checks.length > 0) return checks
    if (reports.length === 1) return [unfound(one, RULE, 'panel', 'not_applicable')]
    const isKnown =
      (unit !== null && report.year !== null) || report.text.length > 0 || Object.keys(report.tables).length > 0
    return [unfound(one, RULE, 'panel', isKnown ? 'passed' : 'not_assessable')]
  })
}

const RULE = 'panel.duplicate'

/** Earlier twins of every report that has any, in the panel's order. */
function twinsOf(placed: readonly Placed[], reports: readonly PanelReport[]): Map<PanelReport, PanelReport[]> {
  const { least_figures, text_share } = panelReference().duplicate
  const unitOf = new Map(placed.map(({ report, unit }) => [report, unit]))
  const twins = new Map<PanelReport, Set<PanelReport>>()
  const pairUp = (groups: Iterable<readonly PanelReport[]>, isTwin: (a: PanelReport, b: PanelReport) => boolean) => {
    for (const group of groups)
      group.forEach((later, i) => {
        for (const earlier of group.slice(0, i))
          if (isTwin(later, earlier)) twins.set(later, (twins.get(later) ?? new Set()).add(earlier))
      })
  }
  const sameWords = (a: PanelReport, b: PanelReport) =>
    a.text.length === 0 || b.text.length === 0
      ? a.text.length === b.text.length
      : likeness(a.text, b.text) >= text_share
  const least = { least_figures, least_distinct: 2 }
  pairUp(grouped(reports, ({ sha256 }) => sha256).values(), () => true)
  pairUp(grouped(reports, ({ tables }) => figuresKey(tables, ALL_TABLES, least)).values(), sameWords)
  pairUp(grouped(reports, wordsKey).values(), (a, b) => sameWords(a, b) && differing(a, b).length === 0)
  pairUp(
    grouped(reports, (report) => {
      const unit = unitOf.get(report) ?? null
      return unit === null || report.year === null ? null : `${report.year} ${unit}`
    }).values(),
    () => true,
  )
  const order = new Map(reports.map((report, i) => [report, i]))
  const place = (report: PanelReport) => order.get(report) ?? 0
  return new Map([...twins].map(([report, own]) => [report, [...own].sort((a, b) => compare(place(a), place(b)))]))
}

/** The same for texts with the same fingerprints; `null` for texts too short to mean anything. */
function wordsKey({ text }: PanelReport): string | null {
  return text.hashes.length < 8 ? null : text.hashes.join(' ')
}

function describe(placed: Placed, other: PanelReport): PanelCheck {
  const { report } = placed
  const cells = differing(report, other)
  const alike =
    report.text.length === 0 || other.text.length === 0 ? null : Math.round(likeness(report.text, other.text) * 100)
  const words = alike === null ? null : said('panel.duplicate.words', { percent: alike })
  const isFile = report.sha256 === other.sha256
  const isSame = isFile || cells.length === 0
  const what = isFile
    ? said('panel.duplicate.file', { other: other.id })
    : isSame
      ? sentences(sameFigures(report, other), words)
      : sentences(said('panel.duplicate.differ', { other: other.id, count: cells.length }), words)
  return found(placed, RULE, other.id, [other.id], {
    severity: 'warning',
    message: sentences(what, said('panel.duplicate.once')),
    cells: cells.flatMap((cell): CellRef[] => [
      { report_id: report.id, ...cell },
      { report_id: other.id, ...cell },
    ]),
    expected: null,
    observed: isSame ? said('panel.duplicate.same') : said('panel.duplicate.observed', { count: cells.length }),
    at: null,
  })
}

/** That two reports hold the same figures, and in what they differ besides. */
function sameFigures(report: PanelReport, other: PanelReport): Bilingual {
  const yearOf = ({ year }: PanelReport) => (year === null ? said('year.unnamed') : said('year.of_report', { year }))
  const bodyOf = ({ body }: PanelReport) => body ?? said('body.unnamed')
  const heads = [
    ...(report.year === other.year
      ? []
      : [said('panel.duplicate.years', { other: yearOf(other), own: yearOf(report) })]),
    ...(report.body === other.body
      ? []
      : [said('panel.duplicate.bodies', { other: bodyOf(other), own: bodyOf(report) })]),
  ]
  return heads.length === 0
    ? said('panel.duplicate.figures', { other: other.id })
    : said('panel.duplicate.figures_though', { other: other.id, heads: listed('clause', heads) })
}

/** The cells that hold different numbers, or a number in one report only. */
function differing(a: PanelReport, b: PanelReport): Omit<CellRef, 'report_id'>[] {
  return ALL_TABLES.flatMap((table) => {
    const [first, second] = [packedCells(a.tables, table), packedCells(b.tables, table)]
    const cells = first.length >= second.length ? first : second
    return cells.flatMap(({ row, column }) =>
      figure(a.tables, table, row, column) === figure(b.tables, table, row, column) ? [] : [{ table, row, column }],
    )
  })
}
