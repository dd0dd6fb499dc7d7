import { forms } from '../forms/forms.js'
import { otherNumberWords } from '../forms/other-number-words.js'
import { statementVocabulary } from '../forms/statement-words.js'
import { sectionKinds } from '../forms/vocabulary.js'
import type { FailedInput, FormId, TableName } from '../types.js'
import { detailOf } from './detail.js'
import { entryOf, type PageReport, RuleNumbers } from './entry.js'
import { gridOf } from './grid.js'
import { detailJson, detailScript, pageHtml } from './html.js'
import type { Bilingual, Entry, Grid, Overview } from './shapes.js'
import { pageWords } from './words.js'

export type { PageReport } from './entry.js'

/** A file of the audit page: its path below the folder of the results, and what it holds. */
export interface PageFile {
  readonly path: string
  readonly text: string
}

export interface PageOptions {
  /** Up to how many characters of detail stand in the page itself; with more, each report's detail is a file beside it. */
  readonly embedUpTo?: number
}

const EMBED_UP_TO = 2_000_000

/**
 * The audit page: the corpus at a glance, and every report with its source beside its tables, each number leading to the
 * very characters it was read from. `audit.html` opens from a disk, needs no network and holds everything, unless the
 * reports' detail comes to more than `embedUpTo` characters: then each report's detail is `audit/FILE.js`, which the page loads
 * when the report is opened. Reports are taken one by one, and a file is handed on as soon as it is known that it is needed,
 * so that a large corpus is never held whole; `audit.html` comes last. The same reports give the same bytes.
 *
 * @param reports in the order in which the page is to list them
 * @param failed inputs that could not be read; the page lists them too
 * @throws when two reports have the same file
 * @example
 * const { report, checks, text } = await analyseReport(input)
 * const files = [...auditPageFiles([{ report, checks, findings: report.findings, text, file: report.id }])]
 * files.map((file) => file.path) // ['audit.html']
 */
export function* auditPageFiles(
  reports: Iterable<PageReport>,
  failed: readonly FailedInput[] = [],
  { embedUpTo = EMBED_UP_TO }: PageOptions = {},
): Generator<PageFile> {
  const rules = new RuleNumbers()
  const entries: Entry[] = []
  const held = new Map<string, PageFile & { readonly json: string }>()
  const taken = new Set<string>()
  let length = 0
  for (const one of reports) {
    if (taken.has(one.file))
      throw new Error(`auditPageFiles requires a file of its own for each report, not ${one.file} twice`)
    taken.add(one.file)
    entries.push(entryOf(one, rules))
    const json = detailJson(detailOf(one))
    const file = { path: `audit/${one.file}.js`, text: detailScript(json), json }
    length += json.length
    held.set(one.file, file)
    if (length > embedUpTo) yield* flush(held)
  }
  const isEmbedded = length <= embedUpTo
  const overview = overviewOf(entries, rules.ids, failed, isEmbedded)
  yield { path: 'audit.html', text: pageHtml(overview, new Map([...held].map(([name, { json }]) => [name, json]))) }
}

function* flush(held: Map<string, PageFile>): Generator<PageFile> {
  for (const { path, text } of held.values()) yield { path, text }
  held.clear()
}

function overviewOf(
  entries: readonly Entry[],
  rules: readonly string[],
  failed: readonly FailedInput[],
  embedded: boolean,
): Overview {
  const { words, rules: ruleNames, printed } = pageWords()
  return {
    embedded,
    rules,
    entries,
    failed: failed.map(({ id, source, error }) => ({ id, path: source.path, message: error.message })),
    grids: allGrids(printed),
    words,
    ruleNames: Object.fromEntries(rules.flatMap((rule) => (ruleNames[rule] ? [[rule, ruleNames[rule]]] : []))),
    statementLabels: labels([...statementVocabulary().statements, statementVocabulary().unnamed]),
    numberReasons: labels(otherNumberWords().reasons),
    sectionLabels: labels(sectionKinds()),
  }
}

/** Every table of every form edition: a report may follow one edition in one table and another in the next. */
function allGrids(printed: Readonly<Record<string, string>>): Record<FormId, Partial<Record<TableName, Grid>>> {
  return Object.fromEntries(
    forms().map(({ form, tables }) => [
      form,
      Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, gridOf(table, printed)])),
    ]),
  )
}

function labels(
  kinds: readonly { readonly key: string; readonly label: string; readonly label_en: string }[],
): Record<string, Bilingual> {
  return Object.fromEntries(kinds.map(({ key, label, label_en }) => [key, { zh: label, en: label_en }]))
}
