import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ReadReport, readReport } from '../../src/loaders/report.js'

/** Real reports kept beside a checkout by whoever may hold them; they are no part of the repository. */
const CORPUS = fileURLToPath(new URL('../../../shared/reports/', import.meta.url))
const RAW = fileURLToPath(new URL('../../data/raw/', import.meta.url))

/** What a person found printed in the tables of a report. */
export interface Gold {
  readonly form: string
  readonly tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>
}

/** Whether the private corpus is there; says so visibly if it is not. */
export function hasCorpus(): boolean {
  const there = existsSync(join(CORPUS, 'gold.json'))
  if (!there) console.warn(`NOTICE: the private corpus ${CORPUS} is not here; nothing was checked against real reports`)
  return there
}

/** The numbers checked by hand, by report. */
export function gold(): Record<string, Gold> {
  return JSON.parse(readFileSync(join(CORPUS, 'gold.json'), 'utf8'))
}

/** The report files of a folder of the corpus, or of all its folders. */
export function corpusFiles(folder = ''): string[] {
  const entries = readdirSync(join(CORPUS, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter(
    (entry) => entry.isFile() && /\.(?:txt|html|md)$/.test(entry.name) && entry.name !== 'README.md',
  )
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()
}

/** One of the five seed reports of the corpus. */
export function seedFile(id: string): string {
  return join(CORPUS, 'seeds', `${id}.txt`)
}

/** The transcript of a report in the repository. */
export function rawFile(id: string): string {
  return join(RAW, `${id}.txt`)
}

/** Reads a report file. */
export function readReportFile(path: string): Promise<ReadReport> {
  return readReport({ id: basename(path, extname(path)), path, bytes: readFileSync(path) })
}
