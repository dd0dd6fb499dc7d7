import { publishers as declaredPublishers, type Publisher } from '../../forms/publishers.js'
import type { PanelCheck, Severity } from '../../types.js'
import { checkChains } from './chains.js'
import { checkDuplicates } from './duplicate.js'
import { checkGaps } from './gap.js'
import { checkHierarchy } from './hierarchy.js'
import type { PanelReport } from './panel-report.js'
import { checkReusedText } from './reused-text.js'
import { checkHeaping, checkSecondDigits } from './screen-digits.js'
import { checkIdenticalTables, checkZeroTables } from './screen-tables.js'
import { checkVolumeJumps } from './screen-volume.js'
import { compare, type Panel, panelOf } from './series.js'
import { checkUnchanged } from './unchanged.js'

export { type PanelReport, panelReport } from './panel-report.js'

export interface PanelOptions {
  /** Who publishes, and whose report covers whose; those of `data/reference/publishers.json` where it is left out. */
  readonly publishers?: readonly Publisher[]
}

/** One question put to all reports together. */
export interface PanelRule {
  readonly id: string
  /** What the rule rests on: form row, notice or method. */
  readonly ground: string
  /** The severity of its findings; a finding may be milder. */
  readonly severity: Severity
  readonly check: (panel: Panel) => PanelCheck[]
}

const COPIES = '国办公开办函〔2021〕30号: 内容雷同、敷衍塞责'
const YEARLY = 'Regulations on Open Government Information, articles 49 and 50: one report every year'
const SCREEN = 'a question to whoever uses the figures; thresholds in data/reference/panel.json'

/**
 * Every rule across reports, in the order of the checks. To add one, write its function and add one line here.
 *
 * @example
 * panelRules().map((rule) => rule.id)[0] // 'panel.carry_over'
 */
export function panelRules(): PanelRule[] {
  return [
    {
      id: 'panel.carry_over',
      ground: 'rows 二 and 四 of the requests table: what was carried out is carried in',
      severity: 'warning',
      check: (panel) => checkChains(panel, 'panel.carry_over'),
    },
    {
      id: 'panel.stock',
      ground:
        'article 20 block of the forms of 2019 and 2021, column 历年累计 of the Fujian table: stocks roll forward',
      severity: 'warning',
      check: (panel) => checkChains(panel, 'panel.stock'),
    },
    { id: 'panel.gap', ground: YEARLY, severity: 'info', check: checkGaps },
    { id: 'panel.duplicate', ground: YEARLY, severity: 'warning', check: checkDuplicates },
    { id: 'panel.reused_text', ground: COPIES, severity: 'info', check: checkReusedText },
    { id: 'panel.unchanged', ground: COPIES, severity: 'info', check: checkUnchanged },
    {
      id: 'panel.hierarchy',
      ground: 'a report that covers others counts what they report, as declared in publishers.json',
      severity: 'warning',
      check: checkHierarchy,
    },
    { id: 'screen.zero_tables', ground: SCREEN, severity: 'info', check: checkZeroTables },
    { id: 'screen.identical_tables', ground: SCREEN, severity: 'info', check: checkIdenticalTables },
    { id: 'screen.heaping', ground: SCREEN, severity: 'info', check: checkHeaping },
    { id: 'screen.second_digit', ground: SCREEN, severity: 'info', check: checkSecondDigits },
    { id: 'screen.volume_jump', ground: SCREEN, severity: 'info', check: checkVolumeJumps },
  ]
}

/**
 * What do the reports say about each other? Joins reports of one body into series, and runs every rule across reports: does
 * last year's figure go on in this year's, is a year missing, is a report there twice, is text or a table repeated, do the
 * parts come to the whole, and the screening questions. Every rule answers at least once for every report. The checks are
 * ordered by report and rule, and do not depend on the order of the reports; nothing is changed.
 *
 * @param reports from `panelReport`, each id once
 * @throws when an id occurs twice
 * @example
 * const checks = auditPanel([panelReport(report)])
 * checks.find((check) => check.rule === 'panel.duplicate').outcome // 'not_applicable'
 */
export function auditPanel(reports: readonly PanelReport[], options: PanelOptions = {}): PanelCheck[] {
  const ids = new Set<string>()
  for (const { id } of reports) {
    if (ids.has(id)) throw new Error(`auditPanel requires reports with different ids, and ${id} occurs twice`)
    ids.add(id)
  }
  const panel = panelOf(reports, options.publishers ?? declaredPublishers())
  const checks = panelRules().flatMap((rule) => rule.check(panel))
  return checks.sort((a, b) => compare(a.report_id, b.report_id))
}
