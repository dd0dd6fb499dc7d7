import type { SaidOf } from '../forms/head-words.js'
import { escaped } from './marks.js'

/** The part of a pattern that finds any of some words; of two at one place the one listed first. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.map(escaped).join('|')})`
}

/** The part of a pattern that finds 我局, 本局, 我; a group of its own for each entry holds the word behind. */
export function anySaid(entries: readonly SaidOf[]): string {
  const parts = entries.map(({ said, of }) => (of === undefined ? anyOf(said) : `${anyOf(said)}(${anyOf(of)})`))
  return `(?:${parts.join('|')})`
}

/** What is made of the reference data when first asked for, and then kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
