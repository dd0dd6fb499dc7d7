import { ALL_TABLES, forms } from '../../forms/forms.js'
import type { Detection, TableName } from '../../types.js'
import type { Stream } from '../stream.js'
import { type Alignment, align } from './align.js'
import { templatesOf } from './template.js'

/** A table found in a source, laid out by the edition it follows. */
export interface DetectedTable {
  readonly alignment: Alignment
  readonly detection: Detection
}

/** Share of a table's labels that must be found before a text is taken for that table. */
const MIN_COVERAGE = 0.5
/** Labels named as having decided: the heaviest first. */
const MAX_REASONS = 12

/**
 * Finds the statutory tables in a text. Each table's form edition is told by its own labels: the edition that leaves fewest
 * of them over or missing, even if a text that is cut off has few of them and nearly all of a shorter edition's; between
 * equals, the edition of the requests table. The year is never asked.
 */
export function detectTables(stream: Stream): DetectedTable[] {
  const best = ALL_TABLES.map((table) => ({
    table,
    ranked: byOwnLabels(stream, firstTable(rank(stream, table))),
  })).filter(({ ranked }) => ranked.some(isFound))
  const decided = best.find(({ table }) => table === 'requests') ?? best[0]
  const main = decided?.ranked[0]?.template.form.form
  return best.flatMap(({ table, ranked }) => {
    const [first] = ranked
    if (first === undefined) return []
    const alignment = ranked.find((other) => other.score === first.score && other.template.form.form === main) ?? first
    const runnerUp = ranked.find((other) => other.template.form !== alignment.template.form)
    return [{ alignment, detection: detectionOf(table, alignment, runnerUp) }]
  })
}

function rank(stream: Stream, table: TableName): Alignment[] {
  return forms()
    .flatMap((form) => templatesOf(form, table))
    .map((template) => align(stream, template))
    .sort((a, b) => b.score - a.score)
}

/** So long a label is nothing else. */
const LONG = 12

/**
 * The alignments with that of another edition first if long labels stand in the table that it alone has, and none of the first's alone: in a
 * text taken from pages block by block they may stand in another order, so that the order of all labels speaks for an edition without them.
 */
function byOwnLabels(stream: Stream, ranked: readonly Alignment[]): readonly Alignment[] {
  const [first] = ranked
  if (first === undefined || !isFound(first)) return ranked
  const chars = stream.chars.slice(...reach(first))
  const isOwn = (one: Alignment, other: Alignment) => {
    const others = wordings(other)
    return one.template.labels.some(({ wordings: own }) =>
      own.some((words) => words.length >= LONG && !others.has(words) && chars.includes(words)),
    )
  }
  const better = ranked.find((one) => isFound(one) && isOwn(one, first) && !hasOwnMatch(first, one))
  return better === undefined ? ranked : [better, ...ranked.filter((one) => one !== better)]
}

/** Whether an alignment has found a row's label that another edition lacks. */
function hasOwnMatch({ template, matches }: Alignment, other: Alignment): boolean {
  const others = wordings(other)
  return template.labels.some((label, i) => matches[i] && !label.wordings.some((words) => others.has(words)))
}

/**
 * The alignments of the table that stands first, where tables of several editions stand one behind the other, as in a file that
 * holds two reports: those further down are the same table again.
 */
function firstTable(ranked: readonly Alignment[]): Alignment[] {
  const apart: Alignment[] = []
  for (const alignment of ranked)
    if (isFound(alignment) && apart.every((other) => !overlaps(alignment, other))) apart.push(alignment)
  const [first, ...others] = apart.toSorted((a, b) => reach(a)[0] - reach(b)[0])
  if (first === undefined || others.length === 0) return [...ranked]
  const again = others.flatMap((other) => [reach(other)[0], ...other.again])
  const own = ranked.filter((alignment) => others.every((other) => !overlaps(alignment, other)))
  return own.map((alignment) =>
    overlaps(alignment, first) ? { ...alignment, again: [...alignment.again, ...again] } : alignment,
  )
}

/** Where an alignment's first label begins and its last one ends. */
function reach({ matches }: Alignment): readonly [from: number, to: number] {
  const found = matches.filter((match) => match !== null)
  return [found[0]?.from ?? 0, found.at(-1)?.to ?? 0]
}

function overlaps(a: Alignment, b: Alignment): boolean {
  const [[from, to], [start, end]] = [reach(a), reach(b)]
  return from < end && start < to
}

function isFound(alignment: Alignment): boolean {
  return alignment.coverage >= MIN_COVERAGE
}

function detectionOf(table: TableName, winner: Alignment, runnerUp: Alignment | undefined): Detection {
  return {
    table,
    form: winner.template.form.form,
    score: winner.score,
    runner_up: runnerUp?.template.form.form ?? null,
    runner_up_score: runnerUp?.score ?? null,
    decided_by: runnerUp === undefined ? [] : reasons(winner, runnerUp),
  }
}

/** Labels found that the other edition lacks, and labels of the other edition that are missing. */
function reasons(winner: Alignment, runnerUp: Alignment): string[] {
  const [own, other] = [wordings(winner), wordings(runnerUp)]
  const found = winner.template.labels.filter(
    (label, i) => winner.matches[i] !== null && !label.wordings.some((wording) => other.has(wording)),
  )
  const missing = runnerUp.template.labels.filter(
    (label, i) =>
      runnerUp.matches[i] === null && !label.optional && !label.wordings.some((wording) => own.has(wording)),
  )
  const texts = (labels: typeof found) =>
    [...new Set(labels.map((label) => label.text))].sort((a, b) => b.length - a.length)
  return [...texts(found), ...texts(missing).map((text) => `not found: ${text}`)].slice(0, MAX_REASONS)
}

function wordings({ template }: Alignment): Set<string> {
  return new Set(template.labels.flatMap((label) => label.wordings))
}
