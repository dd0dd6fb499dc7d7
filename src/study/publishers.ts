import { readFile } from 'node:fs/promises'
import { type Publisher, publishersOfText } from '../forms/publishers.js'

/**
 * Reads a file of publishers: who publishes under which names, and whose report covers whose; in the shape of
 * `data/reference/publishers.json`, whose note explains each entry.
 *
 * @throws when the file cannot be read, is no JSON or does not fit; the message names file, place and fault
 * @example
 * await readPublishers('data/reference/publishers.json') // []
 */
export async function readPublishers(path: string): Promise<readonly Publisher[]> {
  const text = await readFile(path, 'utf8')
  try {
    return publishersOfText(text)
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`)
  }
}
