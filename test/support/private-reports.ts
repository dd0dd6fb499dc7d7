import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { type ReadReport, readReport } from '../../src/loaders/report.js'

const FOLDER = fileURLToPath(new URL('../../../shared/reports/', import.meta.url))
const RAW = fileURLToPath(new URL('../../data/raw/', import.meta.url))

/** A real report outside the repository, and what the list beside it says of it. */
export interface PrivateReport {
  readonly file: string
  readonly path: string
  readonly issuer: string
  readonly year: number
}

/** The real reports beside the checkout; none, with a notice, where they are not there. */
export function privateReports(test: string): PrivateReport[] {
  const manifest = `${FOLDER}manifest.jsonl`
  if (!existsSync(manifest)) {
    console.warn(`NOTICE ${test}: no real reports in ../shared/reports, so nothing is compared with them`)
    return []
  }
  const lines = readFileSync(manifest, 'utf8').trim().split('\n')
  const listed = lines.map((line) => JSON.parse(line) as { file: string; issuer: string; year: number })
  const seeds = (parse(readFileSync(`${RAW}manifest.csv`), { columns: true }) as Record<string, string>[]).map(
    (row) => ({
      file: `seeds/${row.file}`,
      issuer: row.issuer ?? '',
      year: Number(row.year),
    }),
  )
  return [...seeds, ...listed].map(({ file, issuer, year }) => ({ file, path: FOLDER + file, issuer, year }))
}

/** Reads a real report. */
export function readPrivate({ file, path }: PrivateReport): Promise<ReadReport> {
  return readReport({ id: file, path: file, bytes: readFileSync(path) })
}

/** Reads a made-up report. */
export function readText(text: string, declared?: { issuer?: string; year?: number }): Promise<ReadReport> {
  const input = { id: 'made-up', path: 'made-up.txt', bytes: new TextEncoder().encode(text) }
  return readReport(declared ? { ...input, declared } : input)
}
