/**
 * gongkai (公开): read, audit, measure and analyse annual reports on government information disclosure
 * (政府信息公开工作年度报告). One export line a capability; heavy packages are loaded when first used.
 */

// is a report consistent with itself, the form and the law
export { auditReport, findingsOf, ruleSummary } from './audits/index.js'
// figures
export { figurePdf, figurePng, figureSvg } from './figures/export.js'
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
// a synthetic corpus, and how well it is read
export { addScores, type Miss, NO_SCORE, type Score, type Scored, scoreReport } from './study/accuracy.js'
export { measureAccuracy } from './study/accuracy-run.js'
// a whole study
export { type AnalysedReport, analyse, analyseReport } from './study/analyse.js'
export {
  cellsTable,
  checksTable,
  complianceTable,
  findingsTable,
  itemsTable,
  keywordsTable,
  metricsTable,
  reportsTable,
  statementsTable,
  TIDY_TABLES,
  tableRows,
} from './study/columns.js'
export { csvText, readCsv } from './study/csv.js'
export { outcomeRows } from './study/figures.js'
export { frameHtml, toFrame } from './study/frame.js'
export { keepText } from './study/keep-text.js'
export { type SyntheticReport, simulate, simulateReport } from './study/simulate/report.js'
export type { Planted, TrueCell, TrueItem, TrueStatement, Truth } from './study/simulate/truth.js'
export { readParquet, writeParquet } from './study/store.js'
export { cellRow, loadStudy, type Study, studyOf } from './study/study.js'
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
  FailedInput,
  Finding,
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
  Place,
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
