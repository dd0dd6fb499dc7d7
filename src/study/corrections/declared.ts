import { readFile } from 'node:fs/promises'
import { readReference, schemaProblems } from '../../forms/reference.js'
import { cellPath } from '../tables/shared.js'
import type { Correction } from './types.js'

interface CorrectionList {
  readonly corrections: readonly Correction[]
}

/** The project's own corrections, `data/reference/corrections.json`. */
export function projectCorrections(): readonly Correction[] {
  const { corrections } = readReference<CorrectionList>('corrections.json', 'corrections')
  return consistent('data/reference/corrections.json', corrections)
}

/**
 * The corrections that hold for a call: the project's own and those of a file in the same format. An entry of the file that bears
 * the id of one of the project's takes its place, so that whoever disagrees can reject it.
 *
 * @param file the user's own list; left out, the project's alone
 * @throws where the file cannot be read, is not JSON, does not fit the schema, or corrects one place twice; the message names the
 * file and the entry
 */
export async function readCorrections(file?: string): Promise<readonly Correction[]> {
  const project = projectCorrections()
  if (file === undefined) return project
  return together(project, consistent(file, parsed(file, await textOf(file))), file)
}

/** The project's corrections, but for those whose id an own one bears, and the own ones. */
export function together(
  project: readonly Correction[],
  own: readonly Correction[],
  file: string,
): readonly Correction[] {
  const byId = new Map(own.map((correction) => [correction.id, correction]))
  const clashes = project.filter((one) => {
    const other = byId.get(one.id)
    return other !== undefined && (other.report !== one.report || targetOf(other) !== targetOf(one))
  })
  if (clashes.length > 0)
    throw wrong(
      file,
      clashes.map(({ id }) => `${id}: this is the id of one of the project's corrections, of another place`),
    )
  return consistent(`${file} and in data/reference/corrections.json`, [
    ...project.filter(({ id }) => !byId.has(id)),
    ...own,
  ])
}

/** The place a correction is about: `requests/granted/total`, or the name of an entry of the head. */
export function targetOf(correction: Correction): string {
  return 'cell' in correction ? cellPath(correction.cell) : correction.field
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Error(`the corrections in ${file} cannot be read: ${missing ? 'there is no such file' : String(error)}`)
  }
}

function parsed(file: string, text: string): readonly Correction[] {
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Error(`the corrections in ${file} are not valid JSON: ${(error as Error).message}`)
  }
  const problems = schemaProblems(data, 'corrections')
  if (problems.length > 0)
    throw wrong(
      file,
      problems.map((problem) => named(problem, data as Partial<CorrectionList>)),
    )
  return (data as CorrectionList).corrections
}

/** `corrections › 0 › value: …` becomes `entry 1 (ID) › value: …`, as a reader counts. */
function named(problem: string, { corrections }: Partial<CorrectionList>): string {
  return problem.replace(/^corrections › (\d+)/, (_, index: string) => {
    const id: unknown = corrections?.[Number(index)]?.id
    return `entry ${Number(index) + 1}${typeof id === 'string' ? ` (${id})` : ''}`
  })
}

/** Every id once, one accepted correction a place, days that exist: what a schema cannot say. */
function consistent(file: string, corrections: readonly Correction[]): readonly Correction[] {
  const problems: string[] = []
  const ids = new Set<string>()
  const places = new Map<string, string>()
  for (const [i, correction] of corrections.entries()) {
    const entry = `entry ${i + 1} (${correction.id})`
    if (ids.has(correction.id)) problems.push(`${entry}: another entry has the same id`)
    ids.add(correction.id)
    const days = [
      correction.date,
      ...('field' in correction && correction.field === 'signed' ? [correction.value] : []),
    ]
    for (const day of days)
      if (typeof day === 'string' && !exists(day)) problems.push(`${entry}: there is no day ${day}`)
    if (correction.status !== 'accepted') continue
    const place = `${targetOf(correction)} of ${correction.report}`
    const other = places.get(place)
    if (other !== undefined)
      problems.push(`${entry}: ${other} corrects ${place} as well; only one of them can be accepted`)
    places.set(place, correction.id)
  }
  if (problems.length > 0) throw wrong(file, problems)
  return corrections
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function wrong(file: string, problems: readonly string[]): Error {
  return new Error(`the corrections in ${file} are not in order (docs/corrections.md):\n  ${problems.join('\n  ')}`)
}
