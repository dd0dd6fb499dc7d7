import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { createInterface } from 'node:readline'
import type { FailedInput } from '../types.js'
import { ReadError } from './errors.js'
import type { ReportInput } from './report.js'

/** Files in a folder that are taken for reports; a file named itself is read whatever its ending. */
const ENDINGS = new Set(['.txt', '.text', '.html', '.htm', '.md', '.markdown'])

interface Listed {
  readonly id: string
  readonly path: string
  readonly load: () => Promise<ReportInput>
}

/** What the inputs of a call come to: reports to read, in order, and inputs that cannot be. */
export type ListedInput = Listed | FailedInput

/**
 * Lists what a call's inputs hold: a file is itself, a folder its report files at any depth, sorted by path, and `-` the
 * lines of standard input (see `readLines`). A report's id is its file's name without ending; where two share it, the
 * path below the folder, then the path as given; the same file named again gets `#2`.
 */
export async function listInputs(
  inputs: readonly string[],
  stdin: NodeJS.ReadableStream = process.stdin,
): Promise<ListedInput[]> {
  const files: { path: string; below: string }[] = []
  const listed: (ListedInput | { file: number })[] = []
  for (const input of inputs) {
    if (input === '-') {
      for (const line of await readLines(stdin)) listed.push(line)
      continue
    }
    const found = await filesOf(input)
    if (!Array.isArray(found)) listed.push(found)
    else for (const file of found) listed.push({ file: files.push(file) - 1 })
  }
  const ids = uniqueIds(files)
  return listed.map((entry) => {
    if (!('file' in entry)) return entry
    const path = files[entry.file]?.path ?? ''
    const id = ids[entry.file] ?? ''
    return { id, path, load: async () => ({ id, path, bytes: await readBytes(path) }) }
  })
}

async function filesOf(input: string): Promise<{ path: string; below: string }[] | FailedInput> {
  try {
    if (!(await stat(input)).isDirectory()) return [{ path: input, below: basename(input) }]
    const entries = await readdir(input, { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile() && ENDINGS.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name))
    if (paths.length === 0) {
      return failed(input, 'no_reports', `the folder ${input} holds no report files (${[...ENDINGS].join(', ')})`)
    }
    return paths.sort(byCodeUnits).map((path) => ({ path, below: relative(input, path).split(sep).join('/') }))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return failed(input, 'not_found', `there is no file or folder ${input}`)
    return failed(input, 'not_readable', `${input} cannot be read: ${(error as Error).message}`)
  }
}

/** Order that does not depend on the machine's language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The shortest names that tell the files apart: without folder and ending, else below the folder given, else as given. */
function uniqueIds(files: readonly { readonly path: string; readonly below: string }[]): string[] {
  const bare = files.map(({ below }) => basename(below, extname(below)))
  const below = withoutClashes(bare, (i) => files[i]?.below ?? '')
  const whole = withoutClashes(below, (i) => files[i]?.path ?? '')
  const seen = new Map<string, number>()
  return whole.map((id) => {
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return times === 1 ? id : `${id}#${times}`
  })
}

function withoutClashes(ids: readonly string[], longer: (i: number) => string): string[] {
  const count = new Map<string, number>()
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1)
  return ids.map((id, i) => ((count.get(id) ?? 0) > 1 ? longer(i) : id))
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new ReadError('not_readable', `the file cannot be read: ${(error as Error).message}`)
  }
}

/** Reads JSONL as crawlers write it: `{"id", "text" or "html", "url"?, "issuer"?, "year"?}` a line. */
export async function readLines(stream: NodeJS.ReadableStream): Promise<ListedInput[]> {
  const listed: ListedInput[] = []
  let number = 0
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    listed.push(parseLine(line, number))
  }
  return listed
}

function parseLine(line: string, number: number): ListedInput {
  const name = `line-${number}`
  let record: Record<string, unknown> | null
  try {
    record = JSON.parse(line.replace(/^\uFEFF/, '')) as Record<string, unknown> | null
  } catch (error) {
    const reason = (error as Error).message
    return failed('-', 'bad_json', `line ${number} of standard input is no JSON object: ${reason}`, name)
  }
  if (record === null || typeof record !== 'object' || Array.isArray(record)) {
    return failed('-', 'bad_json', `line ${number} of standard input is no JSON object`, name)
  }
  const id = typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id) : name
  const content = typeof record.text === 'string' ? record.text : record.html
  if (typeof content !== 'string') {
    return failed('-', 'bad_json', `line ${number} of standard input (${id}) has neither "text" nor "html"`, id)
  }
  const path = typeof record.url === 'string' ? record.url : '-'
  const declared = {
    ...(typeof record.issuer === 'string' ? { issuer: record.issuer } : {}),
    ...(Number.isInteger(Number(record.year)) && record.year != null ? { year: Number(record.year) } : {}),
  }
  return { id, path, load: async () => ({ id, path, bytes: new TextEncoder().encode(content), declared }) }
}

function failed(path: string, code: string, message: string, id?: string): FailedInput {
  return { id: id ?? basename(path, extname(path)), source: { path }, error: { code, message } }
}
