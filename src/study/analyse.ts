import { auditReport, findingsOf } from '../audits/index.js'
import { ReadError } from '../loaders/errors.js'
import { type ListedInput, listInputs, openInputs } from '../loaders/inputs.js'
import { type ReadReport, type ReportInput, readReport } from '../loaders/report.js'
import { splitUnits, type Unit } from '../text/units.js'
import type { Check, FailedInput, Folded, Item, Report } from '../types.js'
import { VERSION } from '../version.js'

/** A report read, audited and split into its units, with what the text analysis needs. */
export interface AnalysedReport {
  /** Complete: with items and findings. */
  readonly report: Report
  readonly checks: readonly Check[]
  readonly units: readonly Unit[]
  /** The decoded or extracted source, to which every place refers. */
  readonly text: string
  /** The folded working copy of the whole source. */
  readonly folded: Folded
}

/**
 * Reads one report, audits it and splits its section on problems and improvements into units.
 *
 * @throws ReadError when the bytes are no text or no annual report
 */
export async function analyseReport(input: ReportInput): Promise<AnalysedReport> {
  const read = await readReport(input)
  const units = problemUnits(read)
  const items = units.map(
    (unit): Item => ({
      kind: unit.kind,
      ordinal: unit.ordinal,
      text: read.text.slice(unit.at[0], unit.at[1]),
      at: unit.at,
      themes: [],
    }),
  )
  const checks = auditReport({ ...read.report, items })
  const findings = [...read.report.findings, ...findingsOf(checks)]
  return {
    report: { ...withReader(read.report), items, findings },
    checks,
    units,
    text: read.text,
    folded: read.folded,
  }
}

/** The version that read a report, behind its id: revision logs tell by it whether the reader changed. */
function withReader({ id, ...rest }: Report): Report {
  return { id, reader: VERSION, ...rest }
}

/** The units of every section on problems, in reading order, numbered anew within their kind. */
function problemUnits({ folded, sections }: ReadReport): Unit[] {
  const outermost = sections.filter(
    ({ section }) =>
      section.key === 'problems' && (section.parent === null || sections[section.parent]?.section.key !== 'problems'),
  )
  const counts = new Map<string, number>()
  return outermost
    .flatMap(({ range: [from, to] }) => splitUnits(sliceOf(folded, from, to)))
    .map((unit) => {
      const ordinal = (counts.get(unit.kind) ?? 0) + 1
      counts.set(unit.kind, ordinal)
      return { ...unit, ordinal }
    })
}

function sliceOf(folded: Folded, from: number, to: number): Folded {
  return {
    text: folded.text.slice(from, to),
    offsets: Array.prototype.slice.call(folded.offsets, from, to + 1) as number[],
    ...(folded.ends === undefined ? {} : { ends: Array.prototype.slice.call(folded.ends, from, to) as number[] }),
  }
}

/** Analyses one document; its own fault becomes an error record, so that it costs no other input its result. */
async function analyseOpened(input: ReportInput | FailedInput): Promise<AnalysedReport | FailedInput> {
  if ('error' in input) return input
  try {
    return await analyseReport(input)
  } catch (error) {
    const code = error instanceof ReadError ? error.code : 'internal'
    const message =
      error instanceof ReadError
        ? error.message
        : `an error of the program's own, please report it: ${(error as Error).message}`
    return { id: input.id, source: { path: input.path }, error: { code, message } }
  }
}

/**
 * Analyses every document that listed inputs hold, in order.
 *
 * @param onInput told of each listed input when all its documents are done
 */
export async function* analyseListed(
  listed: readonly ListedInput[],
  onInput?: (id: string) => void,
): AsyncGenerator<AnalysedReport | FailedInput> {
  for await (const opened of openInputs(listed, onInput)) yield await analyseOpened(opened)
}

/** Whether an input could not be read. */
export function isFailed(result: object): result is FailedInput {
  return 'error' in result
}

/**
 * Reads, audits and splits every report the inputs hold, in input order.
 *
 * @param inputs files, folders (searched recursively), or `-` for JSONL on standard input
 * @example
 * for await (const result of analyse(['data/raw'])) console.log('error' in result ? result.error.message : result.report.id)
 */
export async function* analyse(inputs: readonly string[]): AsyncGenerator<AnalysedReport | FailedInput> {
  yield* analyseListed(await listInputs(inputs))
}
