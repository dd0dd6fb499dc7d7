import { editionOfTruth } from './accuracy.js'
import { type CorpusRow, corpusSection } from './accuracy-corpus.js'
import type { GoldScore } from './accuracy-gold.js'
import { cellsOf, LOST, SURVIVE } from './accuracy-kinds.js'
import { addScores, type Miss, NO_SCORE, type Score, type Scored } from './accuracy-score.js'
import { type AuditResults, auditSection } from './audit-accuracy-page.js'
import { LAYOUTS } from './simulate/layouts.js'
import type { Truth } from './simulate/truth.js'

/** What reports are told apart by on the page, one table each. */
const DIMENSIONS = {
  Layout: (truth: Truth) => truth.layout,
  Form: editionOfTruth,
  Container: (truth: Truth) => truth.container,
  Encoding: (truth: Truth) => truth.encoding,
  Script: (truth: Truth) => truth.script,
  Digits: (truth: Truth) => truth.dress.digits,
  Noughts: (truth: Truth) => truth.dress.zeros,
  Faults: (truth: Truth) => (truth.planted.length === 0 ? 'none planted' : 'planted'),
} as const

/** Wrong readings the page lists; the count says how many there are. */
const SHOWN = 40

/** Scores added up by what a report is like. */
export class AccuracyTally {
  total = NO_SCORE
  readonly wrong: Miss[] = []
  private readonly groups = new Map<string, Map<string, Score>>()

  add(truth: Truth, { score, wrong }: Scored): void {
    this.total = addScores(this.total, score)
    this.wrong.push(...wrong)
    for (const [dimension, of] of Object.entries(DIMENSIONS)) this.into(dimension, of(truth), score)
    this.into('cells', cellsOf(truth), score)
    const { layout, container, script } = truth
    this.into('all', [layout, editionOfTruth(truth), container, script].join(' · '), score)
  }

  private into(dimension: string, group: string, score: Score): void {
    const scores = this.groups.get(dimension) ?? new Map<string, Score>()
    this.groups.set(dimension, scores.set(group, addScores(scores.get(group) ?? NO_SCORE, score)))
  }

  /** The groups of a dimension (`all`: layout × form × container × script; `cells`: whether they survive), by name. */
  of(dimension: keyof typeof DIMENSIONS | 'all' | 'cells'): [string, Score][] {
    return [...(this.groups.get(dimension) ?? [])].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  }
}

export interface AccuracyRun {
  readonly date: string
  readonly version: string
  readonly node: string
  readonly command: string
  readonly seed: string
  readonly tally: AccuracyTally
  /** `null` where the checked real reports are not on this machine. */
  readonly gold: readonly GoldScore[] | null
  /** What was read of each real report; `null` or left out where they are not on this machine. */
  readonly corpus?: readonly CorpusRow[] | null
  /** How well the audits did on the same reports. */
  readonly audits?: AuditResults
}

/** The page `docs/accuracy.md`: how well reports are read, measured, with what is needed to measure it again. */
export function accuracyPage(run: AccuracyRun): string {
  const { date, version, node, command, seed, tally, gold, audits, corpus = null } = run
  const { total } = tally
  const dimensions = Object.keys(DIMENSIONS) as (keyof typeof DIMENSIONS)[]
  const tables = dimensions.flatMap((name) => [
    `### By ${name.toLowerCase()}`,
    '',
    scoreTable(name, tally.of(name)),
    '',
  ])
  const worst = [...tally.of('all')].filter(([, score]) => score.right < score.cells || score.wrong > 0)
  worst.sort(([, a], [, b]) => b.wrong - a.wrong || b.withheld / b.cells - a.withheld / a.cells)
  return [
    '# How well reports are read',
    '',
    `Measured on ${date} with gongkai ${version}, Node ${node}, by \`${command}\` (seed ${seed}, ${total.reports} reports).`,
    '',
    '*Right*: the number, nil mark or emptiness that is printed was read, or a number not printed was inferred rightly.',
    '*Withheld*: no value was given, and the status says so. *Wrong in silence*: another number was given, a number where',
    'none is printed, or a printed cell was called empty or absent. *Place*: of the numbers read as `stated`, the share whose place in the',
    'source holds that very number. *Whole*: of the reports with tables, the share of which every cell was read rightly.',
    '*Items*: problems and measures found, with nine tenths of their stretch in common.',
    '',
    '## Real reports, checked by hand',
    '',
    ...(gold === null ? ['The checked reports were not on the machine that measured.'] : goldTable(gold)),
    '',
    ...corpusSection(corpus),
    '## Synthetic reports',
    '',
    'Fictional bodies, with planted faults, from `gongkai simulate`; the true values are known, cell by cell.',
    '',
    scoreTable('All', [['all', total]]),
    '',
    `Of ${total.reports} reports, ${total.refused} were refused; the year was read rightly in ${total.year}, the date of the signature in ${total.signed}, the form edition in ${total.form}.`,
    `Of ${total.withTables} reports with tables, ${total.whole} were read whole, cell by cell; ${total.faulty} have a cell wrong in silence.`,
    `${total.inferred} of the cells read rightly were inferred. ${total.statementsWrong} statements were given another key or value, ${total.statementsExtra} read where none is; ${total.itemsExtra} items that are none.`,
    '',
    ...survival(tally),
    ...tables,
    '### The hardest kinds',
    '',
    'Layout · form · container · script, by cells wrong, then by the share withheld; the first twenty.',
    '',
    scoreTable('Kind', worst.slice(0, 20)),
    '',
    '### Wrong in silence',
    '',
    ...wrongList(tally.wrong),
    '',
    ...(audits === undefined ? [] : auditSection(audits)),
  ].join('\n')
}

/** Two kinds of layout, apart: where all cells survive, and where nothing is left of an empty one. */
function survival(tally: AccuracyTally): string[] {
  const scores = new Map(tally.of('cells'))
  const { right, cells, inferred } = scores.get(LOST) ?? NO_SCORE
  const names = LAYOUTS.filter(({ showsEmpty }) => showsEmpty).map(({ name }) => name)
  return [
    '### Where cells survive, and where empty cells are lost',
    '',
    `In ${names.length} of ${LAYOUTS.length} layouts every cell keeps its borders or, in PDF without ruling lines, its place, the empty ones too: ${names.join(', ')}.`,
    'In the others nothing is left of an empty cell. What is not decided there by counting, reading order and the sums of',
    `the form is withheld: ${share(right, cells)} of their cells were recovered, ${inferred} of them inferred.`,
    '',
    scoreTable(
      'Layouts',
      [SURVIVE, LOST].map((name) => [name, scores.get(name) ?? NO_SCORE]),
    ),
    '',
  ]
}

function scoreTable(name: string, groups: readonly (readonly [string, Score])[]): string {
  const head = [name, 'Reports', 'Whole', 'Cells', 'Right', 'Withheld', 'Wrong', 'Place', 'Statements', 'Items']
  const rows = groups.map(([group, score]) => [
    group,
    String(score.reports),
    share(score.whole, score.withTables),
    String(score.cells),
    share(score.right, score.cells),
    share(score.withheld, score.cells),
    String(score.wrong),
    share(score.placed, score.stated),
    share(score.statementsRight, score.statements),
    share(score.itemsFound, score.items),
  ])
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** A share in per cent, never rounded up to all of it. */
function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`
}

function goldTable(gold: readonly GoldScore[]): string[] {
  const rows = gold.map((one) => [
    one.id,
    one.form,
    one.formRight ? 'yes' : 'no',
    one.cells,
    one.right,
    one.withheld,
    one.wrong.length,
  ])
  const head = ['Report', 'Form', 'Form right', 'Cells', 'Right', 'Withheld', 'Wrong']
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
}

function wrongList(wrong: readonly Miss[]): string[] {
  if (wrong.length === 0) return ['None.']
  const first = wrong
    .slice(0, SHOWN)
    .map(({ id, what, truth, read }) => `- ${id}: ${what} is ${truth}, read as ${read}`)
  const more = wrong.length > SHOWN ? ['', `${wrong.length - SHOWN} more.`] : []
  return [...first, ...more]
}
