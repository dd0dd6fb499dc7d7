import { expect } from 'vitest'
import { fold, scriptOf } from '../../src/loaders/fold.js'
import { readStatements } from '../../src/loaders/statements.js'
import { surfaceOf } from '../../src/loaders/surface.js'
import type { Statement } from '../../src/types.js'

/** The statements of a text, each of which has its words at its place. */
export async function statementsOf(text: string): Promise<Statement[]> {
  const found = readStatements(await fold(surfaceOf(text), scriptOf(text)), text, [])
  for (const one of found) expect(text.slice(one.at[0], one.at[1])).toBe(one.text)
  return found
}

/** Those of known kinds, as `key value`. */
export async function saidIn(text: string): Promise<string[]> {
  return (await statementsOf(text)).filter(isNamed).map(({ key, value }) => `${key} ${value}`)
}

/** Those of no known kind, as `label value unit`. */
export async function unnamedIn(text: string): Promise<string[]> {
  return (await statementsOf(text))
    .filter((one) => !isNamed(one))
    .map(({ label, value, unit }) => `${label} ${value}${unit}`)
}

export function isNamed({ key }: { readonly key: string }): boolean {
  return key !== 'unnamed'
}
