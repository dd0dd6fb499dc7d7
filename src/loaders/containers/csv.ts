import { ReadError, reasonOf } from '../errors.js'
import { LIMITS } from './limits.js'
import { sheetMarkup } from './sheet.js'

/**
 * The rows of a CSV file as HTML. Commas, semicolons or tabs may part the fields, whichever its first lines hold most of; line
 * breaks within a field become blanks.
 *
 * @throws ReadError `damaged_file` where quotes do not close
 */
export async function csvHtml(text: string): Promise<string> {
  const { parse } = await import('csv-parse/sync')
  const delimiter = delimiterOf(text)
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LIMITS.textLength,
    })
    return await sheetMarkup(rows.map((row) => row.map((field) => field.replace(/\s+/g, blanks).trim())))
  } catch (error) {
    throw new ReadError('damaged_file', `the CSV file cannot be read: ${reasonOf(error)}`)
  }
}

/** What white space within a field becomes: a line break two blanks, which group no number by thousands. */
export function blanks(space: string): string {
  return /[\r\n]/.test(space) ? '  ' : ' '
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 4096)
  const count = (mark: string) => head.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
