import type { FormColumn, FormRow } from '../forms/forms.js'
import type { Bilingual } from '../types.js'

/** A heading of this length stands before the row's own words: (三)不予公开 1.属于国家秘密; not 其中, nor a long one. */
const [LEAST, MOST] = [3, 8]

/** What a form remarks in brackets behind a row's words: 部分公开(区分处理的,只计这一情形,不计其他情形). */
const REMARK = /\([^()]{10,60}\)$/

/**
 * A row by its English label, and by its words as printed, without a remark behind them.
 *
 * @example
 * rowName({ label: '行政诉讼 复议后起诉', label_en: 'After reconsideration', printed: '复议后起诉' }).zh // '行政诉讼 复议后起诉'
 */
export function rowName({ label, label_en, printed }: FormRow): Bilingual {
  const heading = label.endsWith(printed) ? label.slice(0, -printed.length).trim() : ''
  const own = printed.replace(REMARK, '')
  return { en: label_en, zh: heading.length >= LEAST && heading.length <= MOST ? `${heading} ${own}` : own }
}

/** A row or column, whichever it is. */
export function lineName(line: FormRow | FormColumn): Bilingual {
  return 'printed' in line ? rowName(line) : columnName(line)
}

/** A column by its labels. */
export function columnName({ label, label_en }: FormColumn): Bilingual {
  return { en: label_en, zh: label }
}
