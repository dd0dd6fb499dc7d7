import { readReference } from '../../forms/reference.js'

interface ScriptPairs {
  readonly simplified: string
  readonly traditional: string
  readonly variants: string
  readonly min_share: number
}

const SIMPLIFIED = 1
const TRADITIONAL = 2

let known: Uint8Array | undefined

/** For each character, by its code, of which form it is; 0 where it has but one. */
function formsOfCharacters(): Uint8Array {
  if (known === undefined) {
    const { simplified, traditional, variants } = pairs()
    known = new Uint8Array(0x110000)
    for (const character of traditional + variants) known[character.codePointAt(0) ?? 0] = TRADITIONAL
    for (const character of simplified) known[character.codePointAt(0) ?? 0] = SIMPLIFIED
  }
  return known
}

function pairs(): ScriptPairs {
  return readReference<ScriptPairs>('lexicons/script-pairs.json', 'script-pairs')
}

/** How often the characters that have two forms stand in each of them. */
export function countForms(text: string): { simplified: number; traditional: number } {
  const forms = formsOfCharacters()
  let [simplified, traditional] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const form = forms[text.codePointAt(i) ?? 0]
    if (form === SIMPLIFIED) simplified++
    else if (form === TRADITIONAL) traditional++
  }
  return { simplified, traditional }
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
