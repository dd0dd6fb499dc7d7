import { readReference } from '../forms/reference.js'
import type { PageWords } from './shapes.js'

/** What the audit page says, in both languages (`data/reference/page-words.json`). */
export function pageWords(): PageWords {
  return readReference<PageWords>('page-words.json', 'page-words')
}
