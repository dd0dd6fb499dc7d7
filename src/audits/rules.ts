import type { Check, Report, Severity } from '../types.js'
import { checkLate, checkSignedBeforeYearEnd, checkYears } from './dates.js'
import type { IssuerKind } from './deadlines.js'
import { checkEmptySections, checkEmptyTables } from './emptiness.js'
import { checkIdentityRule, identityRules } from './identities.js'
import { checkNarrativeYear } from './narrative-year.js'
import { checkPossible } from './possible.js'
import { checkAgainstTables } from './statement-table.js'
import { checkBreakdowns, checkPercentages } from './statements.js'
import { checkFormYear, checkSections, checkTables } from './structure.js'

export interface AuditOptions {
  /** Whose report it is, for `date.late`; told from the issuer's name where it is left out. */
  readonly issuerKind?: IssuerKind | null
}

/** One question put to every report. */
export interface AuditRule {
  readonly id: string
  /** What the rule rests on: article, notice or form row. */
  readonly ground: string
  /** The severity of its findings; a finding may be milder where the law is. */
  readonly severity: Severity
  readonly check: (report: Report, options: AuditOptions) => Check[]
}

const FORMAT =
  'Regulations on Open Government Information, article 50; 国办公开办函〔2019〕60号; 国办公开办函〔2021〕30号'
const DATE = 'Regulations on Open Government Information, article 49'

const FIGURES = 'Regulations on Open Government Information, article 50: what a report must state'

const OTHER_RULES: readonly AuditRule[] = [
  { id: 'date.signed_before_year_end', ground: DATE, severity: 'error', check: checkSignedBeforeYearEnd },
  {
    id: 'date.late',
    ground: `${DATE}; before the reports on 2019: Order No. 492, article 31`,
    severity: 'warning',
    check: (report, { issuerKind }) => checkLate(report, issuerKind),
  },
  { id: 'year.mismatch', ground: DATE, severity: 'error', check: checkYears },
  { id: 'year.sentences', ground: DATE, severity: 'warning', check: checkNarrativeYear },
  { id: 'form.wrong_year', ground: FORMAT, severity: 'warning', check: checkFormYear },
  { id: 'section.missing', ground: FORMAT, severity: 'warning', check: checkSections },
  { id: 'table.missing', ground: FORMAT, severity: 'warning', check: checkTables },
  { id: 'section.empty', ground: FORMAT, severity: 'warning', check: checkEmptySections },
  { id: 'table.empty', ground: FORMAT, severity: 'warning', check: checkEmptyTables },
  { id: 'table.impossible', ground: 'The units of the form’s columns', severity: 'error', check: checkPossible },
  { id: 'statements.breakdown', ground: FIGURES, severity: 'warning', check: checkBreakdowns },
  { id: 'statements.percentage', ground: FIGURES, severity: 'warning', check: checkPercentages },
  { id: 'statements.table', ground: FIGURES, severity: 'warning', check: checkAgainstTables },
]

/**
 * Every rule a single report is checked by, in the order of the checks: the forms' accounting identities, which are data,
 * then dates, structure and the figures in sentences. To add a rule, write its function and add one line here.
 *
 * @example
 * auditRules().map((rule) => rule.id)[0] // 'requests.balance'
 */
export function auditRules(): AuditRule[] {
  const identities = identityRules().map(
    ({ id, ground, severity }): AuditRule => ({
      id,
      ground,
      severity,
      check: (report) => checkIdentityRule(report, id),
    }),
  )
  return [...identities, ...OTHER_RULES]
}
