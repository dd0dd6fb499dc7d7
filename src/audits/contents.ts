import { readReference } from '../forms/reference.js'

interface Contents {
  readonly encouraged_years: readonly number[]
  readonly encouraged_note: string
  readonly encouraged_note_zh: string
  readonly sections: readonly { key: string; citation: string; citation_zh: string }[]
}

/** The statutory sections, with the clause that asks for each (`data/reference/contents.json`). */
export function contents(): Contents {
  return readReference<Contents>('contents.json', 'contents')
}
