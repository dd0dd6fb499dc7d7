import type { Check, Finding, Report, Severity } from '../types.js'
import type { Entry, OutcomeCounts, SeverityCounts } from './shapes.js'

/** A report with what was found about it: what the audit page is made from. */
export interface PageReport {
  readonly report: Report
  /** Every check whose subject is this report, in the order of the rules. */
  readonly checks: readonly Check[]
  /** Findings of the checks and notes of the reader. */
  readonly findings: readonly Finding[]
  /** The decoded or extracted source, to which every place refers. */
  readonly text: string
  /** A path, fit for a file system, under which the report's detail may lie; no two reports share one. */
  readonly file: string
}

const OUTCOMES = ['passed', 'failed', 'not_assessable', 'not_applicable'] as const
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** Gives each rule its number, in the order in which rules are first met. */
export class RuleNumbers {
  readonly #numbers = new Map<string, number>()

  of(rule: string): number {
    const known = this.#numbers.get(rule) ?? this.#numbers.size
    this.#numbers.set(rule, known)
    return known
  }

  get ids(): readonly string[] {
    return [...this.#numbers.keys()]
  }
}

/** What the overview shows of one report: its head, and per rule how its checks came out and how many findings there are. */
export function entryOf({ report, checks, findings, file }: PageReport, rules: RuleNumbers): Entry {
  const { title, issuer, year, form, issuer_level, issuer_kind, region } = report.report
  const outcomes: (OutcomeCounts | null)[] = []
  for (const { rule, outcome } of checks) {
    const number = rules.of(rule)
    while (outcomes.length <= number) outcomes.push(null)
    outcomes[number] = plusOne(outcomes[number] ?? [0, 0, 0, 0], OUTCOMES.indexOf(outcome)) as OutcomeCounts
  }
  const bySeverity: Record<string, SeverityCounts> = {}
  for (const { rule, severity } of findings) {
    const number = rules.of(rule)
    bySeverity[number] = plusOne(bySeverity[number] ?? [0, 0, 0], SEVERITIES.indexOf(severity)) as SeverityCounts
  }
  return {
    id: report.id,
    title,
    issuer,
    year,
    form: report.report.forms.statistics ?? form,
    level: issuer_level,
    kind: issuer_kind,
    region: region?.name ?? null,
    path: report.source.path,
    file,
    outcomes,
    findings: bySeverity,
  }
}

function plusOne(counts: readonly number[], index: number): readonly number[] {
  return counts.map((count, i) => (i === index ? count + 1 : count))
}
