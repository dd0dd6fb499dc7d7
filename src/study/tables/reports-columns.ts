import type { FailedInput } from '../../types.js'
import type { CorrectedReport } from '../corrections/types.js'
import type { TextColumn } from './define.js'
import { textNotes } from './shared.js'

/** An input either became a report or failed; both are rows, so that nothing drops out of the count. */
export type ReportInput = CorrectedReport | FailedInput

export const FAILED = 'The input could not be read; see error_code.'
export const OR_FAILED = 'or the input could not be read; see error_code.'

/** What is read of a report; `null` for an input that failed. */
export function ifRead<Value>(row: ReportInput, read: (report: CorrectedReport) => Value): Value | null {
  return 'error' in row ? null : read(row)
}

/** A column of words that a report holds. */
export function fromReport(
  label: string,
  en: string,
  zh: string,
  nullMeans: string,
  source: string,
  read: (report: CorrectedReport) => string | null,
): TextColumn<ReportInput> {
  return { ...textNotes(label, en, zh, nullMeans, source), value: (row) => ifRead(row, read) }
}

/** The notes of a column that counts. */
export function counted(label: string, type: 'integer' | 'long', unit: string, en: string, zh: string, source: string) {
  return { label_zh: label, type, unit, description_en: en, description_zh: zh, null_means: FAILED, source }
}
