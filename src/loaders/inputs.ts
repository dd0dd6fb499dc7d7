import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { FailedInput } from '../types.js'
import { jsonlRecords } from './containers/jsonl.js'
import { ENDINGS } from './containers/kinds.js'
import { type Opened, openFile } from './containers/open.js'
import { bareName, idCounter, uniqueIds } from './ids.js'
import { holdsReports } from './sift.js'

interface Listed {
  readonly id: string
  readonly path: string
  /** The documents in it, one or several. */
  readonly open: () => AsyncIterable<Opened>
}

/** What the inputs of a call come to: files to read, in order, and inputs that cannot be. */
export type ListedInput = Listed | FailedInput

/** A file of a folder that is not among the inputs: of a kind that is not read, or a list or table in which no report stands. */
export interface PassedOver {
  readonly path: string
  readonly reason: 'kind' | 'no_report'
}

export interface ListOptions {
  /** What `-` reads. */
  readonly stdin?: NodeJS.ReadableStream
  /** Told of every file of a folder that is passed over, hidden ones apart. */
  readonly onPassedOver?: (file: PassedOver) => void
}

/**
 * Lists what a call's inputs hold: a file is itself, whatever its ending; a folder its report files at any depth, sorted by
 * path; and `-` the JSONL of standard input. In a folder, `.csv`, `.json` and `.jsonl` files are listed only where reports stand in
 * them, since lists and tables of other kinds often lie beside reports; what is passed over is told. A file's id is its name without ending; where two
 * share it, the path below the folder, then the path as given; the same file named again gets `#2`.
 */
export async function listInputs(
  inputs: readonly string[],
  { stdin = process.stdin, onPassedOver = () => {} }: ListOptions = {},
): Promise<ListedInput[]> {
  const files: { path: string; below: string }[] = []
  const listed: (ListedInput | { file: number })[] = []
  for (const input of inputs) {
    if (input === '-') {
      listed.push({ id: '-', path: '-', open: () => jsonlRecords(bytesOf(stdin), { id: null, path: '-' }) })
      continue
    }
    const found = await filesOf(input, onPassedOver)
    if (!Array.isArray(found)) listed.push(found)
    else for (const file of found) listed.push({ file: files.push(file) - 1 })
  }
  const ids = uniqueIds(files)
  return listed.map((entry) => {
    if (!('file' in entry)) return entry
    const path = files[entry.file]?.path ?? ''
    const id = ids[entry.file] ?? ''
    return { id, path, open: () => openFile({ id, path }) }
  })
}

async function filesOf(
  input: string,
  onPassedOver: (file: PassedOver) => void,
): Promise<{ path: string; below: string }[] | FailedInput> {
  try {
    if (!(await stat(input)).isDirectory()) return [{ path: input, below: basename(input) }]
    const entries = await readdir(input, { recursive: true, withFileTypes: true })
    const paths: string[] = []
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue
      const path = join(entry.parentPath, entry.name)
      if (!ENDINGS.test(entry.name) && !JSON_FILE.test(entry.name)) onPassedOver({ path, reason: 'kind' })
      else if (await holdsReports(path)) paths.push(path)
      else onPassedOver({ path, reason: 'no_report' })
    }
    if (paths.length === 0) {
      return failed(
        input,
        'no_reports',
        `the folder ${input} holds no report files (text, HTML, PDF, Word, Excel, archives)`,
      )
    }
    return paths.sort(byCodeUnits).map((path) => ({ path, below: relative(input, path).split(sep).join('/') }))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return failed(input, 'not_found', `there is no file or folder ${input}`)
    return failed(input, 'not_readable', `${input} cannot be read: ${(error as Error).message}`)
  }
}

/** In archives these are seldom reports. */
const JSON_FILE = /\.json$/i

/** Order that does not depend on the machine's language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function failed(path: string, code: string, message: string): FailedInput {
  return { id: bareName(path), source: { path }, error: { code, message } }
}

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield Buffer.from(chunk)
}

/**
 * Opens listed inputs one after the other: every document they hold, with its bytes, or the error in its place. No two have the
 * same id: where one comes again, a number is added (`id#2`).
 *
 * @param onInput told of each listed input when all its documents were given, e.g. to show progress
 */
export async function* openInputs(
  listed: readonly ListedInput[],
  onInput: (id: string) => void = () => {},
): AsyncGenerator<Opened> {
  const numbered = idCounter()
  for (const input of listed) {
    if ('error' in input) yield { ...input, id: numbered(input.id) }
    else for await (const opened of input.open()) yield { ...opened, id: numbered(opened.id) }
    onInput(input.id)
  }
}
