import { readReference, schemaProblems } from './reference.js'

/** A body that publishes reports, and whose report covers it. */
export interface Publisher {
  readonly id: string
  /** Names in Simplified characters; short names count as their full ones. */
  readonly names: readonly string[]
  /** GB/T 2260 code; `null` where the names need none or it may be any. */
  readonly region: string | null
  /** Ids of its reports, or beginnings of ids that end in `*`. */
  readonly reports: readonly string[]
  /** The body whose report covers this one. */
  readonly parent: string | null
  /** Whether the parent's figures count those of this body. */
  readonly in_parent: boolean
  /** Whether its report is the sum of its parts, or counts its own figures besides; `null`: its figures are its own. */
  readonly covers: 'parts' | 'parts_and_own' | null
  /** First and last reporting year of the body as described here; `null` where open. */
  readonly since: number | null
  readonly until: number | null
  readonly source: string
  readonly note: string
}

interface Publishers {
  readonly publishers: readonly Publisher[]
}

/** The publishers declared with the project (`data/reference/publishers.json`). */
export function publishers(): readonly Publisher[] {
  return readReference<Publishers>('publishers.json', 'publishers').publishers
}

/**
 * The publishers of a file's text, checked against the schema of `data/reference/publishers.json`.
 *
 * @throws where the text is no JSON or does not fit; the message names place and fault
 * @example
 * publishersOfText('{"source": "s", "note": "n", "publishers": []}') // []
 */
export function publishersOfText(text: string): readonly Publisher[] {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new Error(`publishersOfText requires JSON: ${(error as Error).message}`)
  }
  const problems = schemaProblems(data, 'publishers')
  if (problems.length > 0)
    throw new Error(`publishersOfText requires the shape of publishers.json:\n  ${problems.join('\n  ')}`)
  return (data as Publishers).publishers
}

/** Whether a publisher is declared for a reporting year. */
export function isActive({ since, until }: Publisher, year: number): boolean {
  return (since ?? year) <= year && year <= (until ?? year)
}
