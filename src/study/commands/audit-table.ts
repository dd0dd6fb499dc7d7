import { auditRules } from '../../audits/index.js'
import { listed, named, said } from '../../forms/words.js'
import { pageWords } from '../../page/words.js'
import type { Bilingual, Check, CheckOutcome, Finding, Severity } from '../../types.js'
import { columnsOf, wrapped } from './wrap.js'

export type ReportFinding = Finding & { readonly report_id: string }
export type ReportCheck = Check & { readonly report_id: string }

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** The language of a table. */
export type Language = keyof Bilingual

/** Findings by report, the gravest first, then how often each rule could be applied; fitted to so many columns. */
export function auditTable(
  reports: readonly string[],
  findings: readonly ReportFinding[],
  checks: readonly ReportCheck[],
  width = 100,
  language: Language = 'en',
): string {
  const kinds = SEVERITIES.flatMap((severity) => {
    const n = findings.filter((one) => one.severity === severity).length
    return n === 0 ? [] : [counted(severity, n)]
  })
  const totals = { findings: counted('findings', findings.length), reports: counted('reports', reports.length) }
  const head = said('audit.head', totals)
  const bySeverity = said('audit.head_by_severity', { head, counts: listed('comma', kinds) })
  const byReport = grouped(findings)
  const quiet = reports.filter((id) => !byReport.has(id)).length
  return [
    (kinds.length === 0 ? head : bySeverity)[language],
    ...(quiet === 0 ? [] : [said('audit.quiet', { reports: counted('reports', quiet) })[language]]),
    ...reports.flatMap((id) => reportLines(id, byReport.get(id) ?? [], width, language)),
    '',
    ...ruleLines(checks, width, language),
  ].join('\n')
}

function counted(what: 'findings' | 'reports' | Severity, count: number): Bilingual {
  return said(`tally.${what}.${count === 1 ? 'one' : 'several'}`, { count })
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

function reportLines(id: string, findings: readonly ReportFinding[], width: number, language: Language): string[] {
  if (findings.length === 0) return []
  const ordered = SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity))
  return ['', id, ...ordered.flatMap((finding) => findingLines(finding, width, language))]
}

/** How many other reports are named in the line of a finding. */
const NAMED = 3

function findingLines(finding: ReportFinding, width: number, language: Language): string[] {
  const { severity, rule, with: others = [] } = finding
  const sign = padded(named('severity', severity)[language], 9)
  const line = `${sign}${ruleWords(rule)[language]}${beside(others)[language]}`
  const [first = '', ...rest] = wrapped(line, width - 2, '')
  const message = language === 'zh' ? finding.message_zh : finding.message
  return [`  ${first}`, ...rest.map((line) => `${INDENT}${line.trimStart()}`), ...wrapped(message, width, INDENT)]
}

/** The other reports a finding rests on; nothing where it rests on none. */
function beside(others: readonly string[]): Bilingual {
  if (others.length === 0) return { en: '', zh: '' }
  const reports = listed('comma', others.slice(0, NAMED))
  const count = others.length - NAMED
  return count > 0 ? said('audit.beside_more', { reports, count }) : said('audit.beside', { reports })
}

/** A rule's id, with its short name where the ids, which are English, do not say it. */
function ruleWords(id: string): Bilingual {
  return said('audit.rule', { id, name: pageWords().rules[id]?.zh ?? '' })
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)))
}

const INDENT = ' '.repeat(11)

const COLUMNS = ['applied', 'failed_in', 'not_assessable', 'not_applicable', 'checks', 'failed'] as const

/** For each rule the reports it was applied in, and those in which it could not be; then its checks. */
function ruleLines(checks: readonly ReportCheck[], width: number, language: Language): string[] {
  const byRule = new Map<string, ReportCheck[]>(auditRules().map(({ id }) => [id, []]))
  for (const check of checks) add(byRule, check.rule, check)
  const columns = COLUMNS.map((column) => said(`audit.column.${column}`)[language])
  const names = [...byRule.keys()].map((rule) => ruleWords(rule)[language])
  const name = Math.max(...names.map(columnsOf)) + 2
  const line = (first: string, numbers: readonly (string | number)[]) =>
    padded(first, name) + numbers.map((number, i) => behind(String(number), columnsOf(columns[i] ?? '') + 2)).join('')
  return [
    ...wrapped(said('audit.legend')[language], width, ''),
    '',
    line(said('audit.column.rule')[language], columns),
    ...[...byRule.values()].map((own, i) => line(names[i] ?? '', ruleCounts(own))),
  ]
}

function behind(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text
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
