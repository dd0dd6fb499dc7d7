import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AnalysedReport } from './analyse.js'

/**
 * Writes the text that a report's places refer to as `ID.txt`, in UTF-8, where it is not the file itself: the text taken out of
 * PDF, Word, Excel and saved pages, and of every document in an archive or in JSONL. Of plain text and HTML files nothing is
 * written; they are their own text.
 *
 * @returns the file's path, or `null` where nothing was written
 */
export async function keepText({ report, text }: AnalysedReport, folder: string): Promise<string | null> {
  const { format, within } = report.source
  if ((format === 'text' || format === 'html') && within === undefined) return null
  const path = join(folder, `${fileName(report.id)}.txt`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return path
}

/** An id as a path below a folder: `/` parts folders; what no file name may hold is replaced, and told apart by a hash. */
export function fileName(id: string): string {
  const parts = id.split('/').map((part) => part.replace(/[<>:"\\|?*\u0000-\u001f]/g, '_').replace(/^\.+|[. ]+$/g, '_'))
  const safe = parts.map((part) => (part === '' ? '_' : part.slice(0, 120))).join('/')
  return safe === id ? id : `${safe}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`
}
