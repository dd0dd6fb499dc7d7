import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { FailedInput } from '../../types.js'
import type { CorrectedReport } from '../corrections/types.js'

type Parsed = CorrectedReport | FailedInput

/** Whether a file is what `parse` prints: a first line that is a report, or an input that could not be read. */
export async function isParsed(path: string): Promise<boolean> {
  for await (const line of linesOf(path)) return isRecord(record(line))
  return false
}

/**
 * What `parse` printed, one report after the other.
 *
 * @throws where a line is no such report; the message names the line
 */
export async function* parsedReports(path: string): AsyncGenerator<Parsed> {
  let number = 0
  for await (const line of linesOf(path)) {
    number += 1
    const found = record(line)
    if (!isRecord(found)) {
      throw new Error(`revisions requires reports as parse prints them, and entry ${number} of ${path} is none`)
    }
    yield found
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8')
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== '') yield line
    }
  } finally {
    input.destroy()
  }
}

function record(line: string): unknown {
  if (!line.startsWith('{')) return null
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Parsed {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('source' in value)) return false
  if ('error' in value) return true
  return ['report', 'tables', 'statements', 'findings', 'folding'].every((name) => name in value)
}
