import { readReference } from '../../forms/reference.js'

/** The blocks CJK Radicals Supplement and Kangxi Radicals. */
const RADICALS = /[\u2e80-\u2fd5]/g

let known: ReadonlyMap<string, string> | undefined

/**
 * A text with whole characters for the radicals that PDF files put in their place: ⺠政局 → 民政局. One unit for one unit; a radical
 * that is only a part of characters stays.
 */
export function plainRadicals(text: string): string {
  return text.replace(RADICALS, (radical) => characters().get(radical) ?? radical.normalize('NFKC'))
}

function characters(): ReadonlyMap<string, string> {
  known ??= new Map(
    Object.entries(
      readReference<{ characters: Readonly<Record<string, string>> }>('lexicons/radicals.json', 'radicals').characters,
    ),
  )
  return known
}
