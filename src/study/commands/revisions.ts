import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvChunks } from '../csv.js'
import { revisions } from '../revisions/log.js'
import type { RevisionRow } from '../revisions/types.js'
import { revisionText } from '../revisions/words.js'
import { tableRows } from '../tables/define.js'
import { revisionsTable } from '../tables/revisions.js'

const ROWS_AT_ONCE = 1000

export type RevisionFormat = 'table' | 'json' | 'csv'

/** `gongkai revisions`: what changed between two builds or two versions of a report. @returns 0: a difference is no failure */
export async function runRevisions(
  older: string,
  newer: string,
  options: { readonly format: RevisionFormat; readonly out?: string },
): Promise<number> {
  const rows = revisions(older, newer)
  const first = await rows.next() // a wrong call is known by now: nothing is written for it
  const text = Readable.from(chunks(resumed(first, rows), options.format))
  if (options.out === undefined) {
    for await (const chunk of text) process.stdout.write(chunk)
    return 0
  }
  await mkdir(dirname(options.out), { recursive: true })
  await pipeline(text, createWriteStream(options.out))
  return 0
}

async function* resumed(
  first: IteratorResult<RevisionRow>,
  rest: AsyncIterable<RevisionRow>,
): AsyncGenerator<RevisionRow> {
  if (first.done) return
  yield first.value
  yield* rest
}

/** The log in one of the formats, a piece at a time; `table` needs all of it first. */
async function* chunks(rows: AsyncIterable<RevisionRow>, format: RevisionFormat): AsyncGenerator<string> {
  if (format === 'csv') {
    yield* csvChunks(revisionsTable, [])
    yield* csvLines(rows)
    return
  }
  if (format === 'json') {
    let before = '[\n'
    for await (const row of rows) {
      yield `${before}${JSON.stringify(row)}`
      before = ',\n'
    }
    yield before === '[\n' ? '[]\n' : '\n]\n'
    return
  }
  const all: RevisionRow[] = []
  for await (const row of rows) all.push(row)
  yield `${revisionText(all)}\n`
}

async function* csvLines(rows: AsyncIterable<RevisionRow>): AsyncGenerator<string> {
  let some: RevisionRow[] = []
  const lines = () => csvChunks(revisionsTable, tableRows(revisionsTable, some), { header: false })
  for await (const row of rows) {
    some.push(row)
    if (some.length < ROWS_AT_ONCE) continue
    yield* lines()
    some = []
  }
  yield* lines()
}
