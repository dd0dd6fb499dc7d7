import { readReference } from '../../forms/reference.js'

interface ScriptPairs {
  readonly simplified: string
  readonly traditional: string
  readonly variants: string
  readonly min_share: number
}

interface Forms {
  readonly simplified: ReadonlySet<string>
  readonly traditional: ReadonlySet<string>
}

let known: Forms | undefined

function formsOfCharacters(): Forms {
  if (known === undefined) {
    const { simplified, traditional, variants } = pairs()
    known = { simplified: new Set(simplified), traditional: new Set(traditional + variants) }
  }
  return known
}

function pairs(): ScriptPairs {
  return readReference<ScriptPairs>('lexicons/script-pairs.json', 'script-pairs')
}

/** How often the characters that have two forms stand in each of them. */
export function countForms(text: string): { simplified: number; traditional: number } {
  const { simplified, traditional } = formsOfCharacters()
  const counts = { simplified: 0, traditional: 0 }
  for (const character of text) {
    if (simplified.has(character)) counts.simplified++
    else if (traditional.has(character)) counts.traditional++
  }
  return counts
}

/** Characters from the start of a text by which its script is told. */
const SAMPLE = 200_000

/**
 * Of the characters that have a Simplified and a Traditional form, the share printed in the Traditional one: 0 in a
 * Simplified text, 1 in a Traditional one, between them where scripts are mixed; 0 for a text without such characters.
 */
export function traditionalShare(text: string): number {
  const { simplified, traditional } = countForms(text.slice(0, SAMPLE))
  return traditional === 0 ? 0 : traditional / (simplified + traditional)
}

/** `hant` if enough of a text is in Traditional characters to need conversion, else `hans`. */
export function scriptOf(text: string): 'hans' | 'hant' {
  return traditionalShare(text) >= pairs().min_share ? 'hant' : 'hans'
}
