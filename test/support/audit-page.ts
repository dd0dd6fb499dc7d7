import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { auditPageFiles, type PageOptions, type PageReport } from '../../src/page/page.js'
import { analyseReport } from '../../src/study/analyse.js'
import type { Finding } from '../../src/types.js'

const RAW = fileURLToPath(new URL('../../data/raw/', import.meta.url))

/** The transcripts of the repository. */
export const RAW_FILES = [
  'anqiu-edz-2020.txt',
  'jingjiang-park-2020.txt',
  'suining-etdz-2018.txt',
  'taicang-city-2021.txt',
  'taicang-port-2019.txt',
].map((name) => join(RAW, name))

/** A report as the page takes it, read from bytes. */
export async function pageReport(
  path: string,
  bytes: Uint8Array = readFileSync(path),
  id = basename(path, extname(path)),
): Promise<PageReport> {
  const { report, checks, text } = await analyseReport({ id, path: basename(path), bytes })
  return { report, checks, findings: report.findings, text, file: id.replace(/[^\p{L}\p{N}-]/gu, '_') }
}

/** A finding made up for a test of the page. */
export function madeUpFinding(given: Partial<Finding> & Record<string, unknown>): Finding {
  return {
    rule: 'made.up',
    severity: 'warning',
    message: 'made up',
    message_zh: '虚构',
    cells: [],
    expected: null,
    observed: null,
    at: null,
    ...given,
  }
}

/** Writes the audit page of some reports to a folder of its own. @returns its address, and the folder */
export function writePage(reports: Iterable<PageReport>, options: PageOptions = {}): { url: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-page-'))
  for (const { path, text } of auditPageFiles(reports, [], options)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return { url: pathToFileURL(join(folder, 'audit.html')).href, folder }
}
