import { auditRules } from '../../audits/index.js'
import type { Check, CheckOutcome, Finding, Severity } from '../../types.js'
import { columnsOf, wrapped } from './wrap.js'

export type ReportFinding = Finding & { readonly report_id: string }
export type ReportCheck = Check & { readonly report_id: string }

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
const WORDS = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note or question', 'notes and questions'],
}

/** Findings by report, the gravest first, then how often each rule could be applied; fitted to so many columns. */
export function auditTable(
  reports: readonly string[],
  findings: readonly ReportFinding[],
  checks: readonly ReportCheck[],
  width = 100,
): string {
  const kinds = SEVERITIES.flatMap((severity) => {
    const n = findings.filter((one) => one.severity === severity).length
    return n === 0 ? [] : [counted(n, WORDS[severity])]
  })
  const head = `${counted(findings.length, ['finding', 'findings'])} in ${counted(reports.length, ['report', 'reports'])}`
  const byReport = grouped(findings)
  const quiet = reports.filter((id) => !byReport.has(id)).length
  return [
    kinds.length === 0 ? head : `${head}: ${kinds.join(', ')}`,
    ...(quiet === 0 ? [] : [`Without any finding, and not listed: ${counted(quiet, ['report', 'reports'])}.`]),
    ...reports.flatMap((id) => reportLines(id, byReport.get(id) ?? [], width)),
    '',
    ...ruleLines(checks, width),
  ].join('\n')
}

function counted(n: number, [one = '', many = '']: readonly string[]): string {
  return `${n} ${n === 1 ? one : many}`
}

function grouped<Row extends { readonly report_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) add(groups, row.report_id, row)
  return groups
}

function add<Row>(groups: Map<string, Row[]>, key: string, row: Row): void {
  const own = groups.get(key)
  if (own === undefined) groups.set(key, [row])
  else own.push(row)
}

function reportLines(id: string, findings: readonly ReportFinding[], width: number): string[] {
  if (findings.length === 0) return []
  const ordered = SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity))
  return ['', id, ...ordered.flatMap((finding) => findingLines(finding, width))]
}

/** How many other reports are named in the line of a finding. */
const NAMED = 3

function findingLines({ severity, rule, message, with: others = [] }: ReportFinding, width: number): string[] {
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : ''
  const beside = others.length === 0 ? '' : `  beside ${others.slice(0, NAMED).join(', ')}${more}`
  const [first = '', ...rest] = wrapped(`${severity.padEnd(9)}${rule}${beside}`, width - 2, '')
  return [`  ${first}`, ...rest.map((line) => `${INDENT}${line.trimStart()}`), ...wrapped(message, width, INDENT)]
}

const INDENT = ' '.repeat(11)

const LEGEND =
  'How often each rule could be applied. The first four columns count reports: applied means that at least one of its checks passed or failed; not assessable, that numbers or dates were missing or withheld; not applicable, that there was nothing to check. The last two count checks.'

const COLUMNS = ['applied in', 'failed in', 'not assessable', 'not applicable', 'checks', 'failed'] as const

/** For each rule the reports it was applied in, and those in which it could not be; then its checks. */
function ruleLines(checks: readonly ReportCheck[], width: number): string[] {
  const byRule = new Map<string, ReportCheck[]>(auditRules().map(({ id }) => [id, []]))
  for (const check of checks) add(byRule, check.rule, check)
  const name = Math.max(...[...byRule.keys()].map(columnsOf)) + 2
  const line = (first: string, numbers: readonly (string | number)[]) =>
    first.padEnd(name) + numbers.map((number, i) => String(number).padStart((COLUMNS[i]?.length ?? 0) + 2)).join('')
  return [
    ...wrapped(LEGEND, width, ''),
    '',
    line('rule', COLUMNS),
    ...[...byRule].map(([rule, own]) => line(rule, ruleCounts(own))),
  ]
}

function ruleCounts(checks: readonly ReportCheck[]): number[] {
  const outcomes = [...grouped(checks).values()].map((own) => new Set(own.map(({ outcome }) => outcome)))
  const isApplied = (own: ReadonlySet<CheckOutcome>) => own.has('passed') || own.has('failed')
  const left = outcomes.filter((own) => !isApplied(own))
  const applied = checks.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed')
  return [
    outcomes.length - left.length,
    outcomes.filter((own) => own.has('failed')).length,
    left.filter((own) => own.has('not_assessable')).length,
    left.filter((own) => !own.has('not_assessable')).length,
    applied.length,
    applied.filter(({ outcome }) => outcome === 'failed').length,
  ]
}
