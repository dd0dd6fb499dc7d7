import { type EncodingName, encoded } from './encodings.js'

/** A kind of file a page can be kept in. */
export interface Container {
  readonly name: string
  /** The markup of the pages it takes. */
  readonly takes: 'text' | 'html'
  readonly ending: string
  /** Whether its text is in an encoding of the writer's choice; the others are UTF-8 inside. */
  readonly encodings: boolean
  /** How often it is drawn among those that take the same markup. */
  readonly weight: number
  readonly bytes: (source: string, encoding: EncodingName) => Uint8Array | Promise<Uint8Array>
}

/** All containers. To add one (Word, PDF, an archive), say which markup it takes and how its bytes are made. */
export const CONTAINERS: readonly Container[] = [
  { name: 'text file', takes: 'text', ending: '.txt', encodings: true, weight: 1, bytes: encoded },
  { name: 'web page', takes: 'html', ending: '.html', encodings: true, weight: 1, bytes: encoded },
]
