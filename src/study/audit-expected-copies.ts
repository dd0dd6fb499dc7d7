import { type LeastFigures, panelReference } from '../forms/panel.js'
import type { ExpectedFailure } from './audit-expected.js'
import type { Truth } from './simulate/truth.js'
import { printedFigures, printedIn, truthPanel } from './simulate/truth-panel.js'

type Corpus = ReadonlyMap<string, Truth>

const TABLES = ['proactive', 'requests', 'remedies', 'statistics']

/** Years left out of a series, as the years printed tell. */
export function gaps(truth: Truth, corpus: Corpus): ExpectedFailure[] {
  const { year } = truth.report
  const before = truthPanel(corpus)
    .years(truth.unit.id)
    .filter((one) => one < year)
  return before.length > 0 && !before.includes(year - 1)
    ? [{ report_id: truth.id, rule: 'panel.gap', subject: 'previous year' }]
    : []
}

/** Reports published once more. */
export function duplicates(truth: Truth): ExpectedFailure[] {
  return truth.planted
    .filter(({ fault }) => fault === 'duplicate')
    .map(({ of }) => ({ report_id: truth.id, rule: 'panel.duplicate', subject: String(of) }))
}

/**
 * Tables of noughts beside enough sentences with figures. Slight where most noughts are not printed as figures, or another
 * fault has put a figure among them.
 */
export function zeroTables(truth: Truth): ExpectedFailure[] {
  const { least_cells, least_statements } = panelReference().screening.zero_tables
  const isPlanted = truth.planted.some(({ fault }) => fault === 'zero_tables')
  const isBusy = truth.statements.filter(({ value }) => value > 0).length >= least_statements
  const isZero = TABLES.every((table) => printedFigures(truth, table).length === 0)
  if (!isPlanted || !isBusy) return []
  const noughts = Object.values(truth.tables).flatMap((cells) => cells.filter(({ value }) => value === 0))
  const isSlight = !isZero || noughts.length < least_cells
  return [{ report_id: truth.id, rule: 'screen.zero_tables', subject: 'tables', ...(isSlight ? { isSlight } : {}) }]
}

/** Tables with the printed figures of the year before, or of an earlier report of another body, in number enough to tell. */
export function copiedTables(truth: Truth, corpus: Corpus): ExpectedFailure[] {
  const { unchanged, screening } = panelReference()
  const last = truthPanel(corpus).last(truth)
  // Last year's table was printed, but with so much changed in it for other faults that what is left may be too little.
  const isReprinted = truth.planted.some(({ fault }) => fault === 'unchanged_tables')
  const isStock = (column: string) => unchanged.not_columns.includes(column)
  return TABLES.flatMap((table) => {
    const all = printedFigures(truth, table).filter(({ column }) => !isStock(column))
    const repeated = last.some((before) => {
      // A cell without a number in last year's print says nothing of a change.
      const own = all.filter(({ row, column }) => printedIn(before, table, row, column) !== undefined)
      const same = own.filter(({ row, column, value }) => printedIn(before, table, row, column) === value)
      const gone = printedFigures(before, table).filter(
        ({ row, column }) => !isStock(column) && printedIn(truth, table, row, column) === 0,
      )
      const figures = own.length + gone.length
      const isAlike = figures >= unchanged.least_figures && same.length >= unchanged.share * figures
      return isAlike && isEnough(same, { ...unchanged, least_figures: 1 })
    })
    const others = isEnough(printedFigures(truth, table), screening.identical_tables)
      ? sameElsewhere(truth, table, corpus)
      : false
    return [
      ...(repeated || isReprinted
        ? [{ report_id: truth.id, rule: 'panel.unchanged', subject: table, ...(repeated ? {} : { isSlight: true }) }]
        : []),
      ...(others ? [{ report_id: truth.id, rule: 'screen.identical_tables', subject: table }] : []),
    ]
  })
}

function sameElsewhere(truth: Truth, table: string, corpus: Corpus): boolean {
  const own = keyOf(truth, table)
  return [...corpus.values()].some(
    (other) => other.unit.id !== truth.unit.id && isBefore(other, truth) && keyOf(other, table) === own,
  )
}

const keys = new WeakMap<Truth, Map<string, string>>()

function keyOf(truth: Truth, table: string): string {
  const known = keys.get(truth) ?? new Map<string, string>()
  keys.set(truth, known)
  const key =
    known.get(table) ??
    printedFigures(truth, table)
      .map(({ row, column, value }) => `${row}/${column}=${value}`)
      .join(';')
  known.set(table, key)
  return key
}

function isEnough(figures: readonly { readonly value: number | null }[], least: LeastFigures): boolean {
  return (
    figures.length >= least.least_figures && new Set(figures.map(({ value }) => value)).size >= least.least_distinct
  )
}

/**
 * Section five word for word as last year, or as in another body's earlier report. The words between its items count for the
 * rule as well, which no truth tells: a copy whose items alone do not come to the rule's threshold is slight. So is one that a
 * converter of words has been at, for it is not the same word for word.
 */
export function copiedPassages(truth: Truth, corpus: Corpus): ExpectedFailure[] {
  const { last_year_characters, other_body_characters } = panelReference().reused_text
  const length = truth.items.reduce((sum, { text }) => sum + text.length, 0)
  if (length === 0) return []
  const same = sameWords(truth, corpus)
  const last = same.filter((other) => truthPanel(corpus).last(truth).includes(other))
  const others = same.filter((other) => other.unit.id !== truth.unit.id && isBefore(other, truth))
  const copy = (subject: string, originals: readonly Truth[], least: number): ExpectedFailure[] => {
    if (originals.length === 0) return []
    const isSlight = length < least || originals.every((other) => isConverted(other) !== isConverted(truth))
    return [{ report_id: truth.id, rule: 'panel.reused_text', subject, ...(isSlight ? { isSlight } : {}) }]
  }
  return [...copy('last year', last, last_year_characters), ...copy('other bodies', others, other_body_characters)]
}

/** Whether a converter put words for others, besides characters. */
function isConverted({ script }: Truth): boolean {
  return script === 'taiwan words'
}

const groups = new WeakMap<Corpus, Map<string, Truth[]>>()

/** The reports with the same section five, itself among them. */
function sameWords(truth: Truth, corpus: Corpus): readonly Truth[] {
  const known = groups.get(corpus) ?? new Map<string, Truth[]>()
  if (!groups.has(corpus)) {
    groups.set(corpus, known)
    for (const one of corpus.values()) {
      if (one.items.length === 0) continue
      const words = wordsOf(one, corpus)
      known.set(words, [...(known.get(words) ?? []), one])
    }
  }
  return known.get(wordsOf(truth, corpus)) ?? []
}

/** Id of the report whose section five is printed here: its own, or that it was copied from, and so on. */
function wordsOf(truth: Truth, corpus: Corpus): string {
  const source = truth.planted.find(({ fault }) => /^(?:copied|borrowed)_passage$/.test(fault))?.from
  const original = source ?? truth.planted.find(({ fault }) => fault === 'duplicate')?.of
  if (original === undefined) return truth.id
  const next = corpus.get(String(original))
  return next === undefined ? String(original) : wordsOf(next, corpus)
}

/** Whether a report comes before another one in the panel's order: by year, then by id. */
function isBefore(a: Truth, b: Truth): boolean {
  return a.report.year < b.report.year || (a.report.year === b.report.year && a.id < b.id)
}
