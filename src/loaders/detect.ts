import { ALL_TABLES, forms } from '../forms/forms.js'
import type { Detection, TableName } from '../types.js'
import { type Alignment, align } from './align.js'
import type { Stream } from './stream.js'
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
  const best = ALL_TABLES.map((table) => ({ table, ranked: rank(stream, table) })).filter(({ ranked }) =>
    ranked.some(isFound),
  )
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
