/**
 * gongkai (公开): read, audit, measure and analyse annual reports on government information disclosure
 * (政府信息公开工作年度报告). One export line a capability; heavy packages are loaded when first used.
 */

export { auditReport, findingsOf, ruleSummary, type Slip, smallestRepair } from './audits/index.js'
// is a report consistent with itself, the form and the law
export { auditPanel, type PanelOptions, type PanelReport, panelReport, panelRules } from './audits/panel/index.js'
// figures
export { type FigureFiles, figureFiles, figurePdf, figurePng, figureSvg } from './figures/export.js'
export { type OutcomeRow, outcomeComposition } from './figures/outcome-composition.js'
// what the law prescribes
export {
  ALL_TABLES,
  cellsOf,
  type Form,
  type FormColumn,
  type FormRow,
  formById,
  formCells,
  forms,
  type Identity,
  TABLES,
  tablesOf,
} from './forms/forms.js'
export { type Publisher, publishers, publishersOfText } from './forms/publishers.js'
// bytes → report
export { ReadError } from './loaders/errors.js'
export { foldingLog } from './loaders/fold.js'
export { listInputs, openInputs } from './loaders/inputs.js'
export { type ReadReport, type ReportInput, readReport } from './loaders/report.js'
// numbers with a definition
export { compliance, complianceMetrics, complianceScore } from './metrics/compliance.js'
export { metricDefinitions } from './metrics/definitions.js'
export { denialComposition } from './metrics/denials.js'
export { disclosureRates } from './metrics/disclosure.js'
export { wilsonInterval } from './metrics/interval.js'
export { outcomeShares } from './metrics/outcomes.js'
// reports and what was found about them → the audit page
export { auditPageFiles, type PageFile, type PageReport } from './page/page.js'
// a synthetic corpus, how well it is read and audited
export { editionOfTruth, scoreReport } from './study/accuracy.js'
export { measureAccuracy } from './study/accuracy-run.js'
export { addScores, type Judgement, type Miss, NO_SCORE, type Score, type Scored } from './study/accuracy-score.js'
// a whole study
export { type AnalysedReport, analyse, analyseReport } from './study/analyse.js'
export { type AuditAccuracyRow, auditAccuracy, type ReportCheck } from './study/audit-accuracy.js'
export { PANEL_EXPECTATIONS } from './study/audit-accuracy-panel.js'
export { EXPECTATIONS, type Expectation, type ExpectedFailure } from './study/audit-expected.js'
export {
  cellsTable,
  checksTable,
  complianceTable,
  correctionsTable,
  findingsTable,
  itemsTable,
  keywordsTable,
  metricsTable,
  otherNumbersTable,
  reportsTable,
  statementsTable,
  TIDY_TABLES,
  tableRows,
} from './study/columns.js'
// what was read, corrected by declaration
export { applyCorrections, withoutCorrections } from './study/corrections/apply.js'
export { readCorrections } from './study/corrections/declared.js'
export { correctEvery } from './study/corrections/every.js'
export type { CorrectedReport, Correction, CorrectionOutcome } from './study/corrections/types.js'
export { csvText, readCsv } from './study/csv.js'
export { outcomeRows } from './study/figures.js'
export { frameHtml, toFrame } from './study/frame.js'
export { keepText } from './study/keep-text.js'
export { readPublishers } from './study/publishers.js'
export { type RepairAccuracyRow, repairAccuracy } from './study/repair-accuracy.js'
export { compareCells } from './study/revisions/compare.js'
export { revisions } from './study/revisions/log.js'
export type { RevisionRow } from './study/revisions/types.js'
export { publishersOf } from './study/simulate/publishers.js'
export { type SimulateOptions, type SyntheticReport, simulate, simulateReport } from './study/simulate/report.js'
export type { Planted, TrueCell, TrueItem, TrueStatement, Truth } from './study/simulate/truth.js'
export { readParquet, writeParquet } from './study/store.js'
export { cellRow, loadStudy, type Study, type StudyOptions, studyOf } from './study/study.js'
export { markPlace } from './study/trace.js'
export { writeStudy } from './study/write.js'
// the narrative
export { keywords, tokenRows } from './text/keywords.js'
export { loadSegmenter } from './text/segmenter.js'
export { splitUnits } from './text/units.js'
// the vocabulary
export type {
  Cell,
  CellRef,
  CellRow,
  CellStatus,
  Check,
  CheckOutcome,
  CurrentTable,
  DateMention,
  Detection,
  Evidence,
  FailedInput,
  Finding,
  FindingCause,
  FindingTest,
  FoldChange,
  Folded,
  Folding,
  FoldKind,
  FormId,
  Item,
  ItemKind,
  ItemRow,
  KeywordRow,
  MetricRow,
  PanelCheck,
  Place,
  Repair,
  RepairCell,
  Report,
  ReportHead,
  ReportTables,
  Section,
  Severity,
  Source,
  Statement,
  TableName,
  TokenRow,
} from './types.js'
export { VERSION } from './version.js'
