import type { FormColumn, FormRow } from '../forms/forms.js'
import type { Bilingual } from '../types.js'

/** A heading above a row that is no longer than this stands before the row's own words: (三)不予公开 1.属于国家秘密. */
const SHORT = 8

/** A row by its English label, and by its words as printed. */
export function rowName({ label_en, printed, under }: FormRow): Bilingual {
  const heading = under.at(-1)
  const isNeeded = heading !== undefined && heading.length <= SHORT && heading.startsWith('(')
  return { en: label_en, zh: isNeeded ? `${heading} ${printed}` : printed }
}

/** A row or column, whichever it is. */
export function lineName(line: FormRow | FormColumn): Bilingual {
  return 'printed' in line ? rowName(line) : columnName(line)
}

/** A column by its labels. */
export function columnName({ label, label_en }: FormColumn): Bilingual {
  return { en: label_en, zh: label }
}
