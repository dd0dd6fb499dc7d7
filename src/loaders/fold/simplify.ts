import type { Edit } from './working.js'

export type Converter = (text: string) => string
let loaded: Promise<Converter> | undefined

/** The converter to Simplified characters, loaded when a text first needs it. */
export function simplifier(): Promise<Converter> {
  loaded ??= import('opencc-js/t2cn').then(({ Converter }) => Converter({ from: 'tw', to: 'cn' }))
  return loaded
}

/** Every character that conversion to Simplified changes, line by line, one edit a character. */
export function simplifyEdits(text: string, convert: Converter): Edit[] {
  const edits: Edit[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const converted = Array.from(sameLength(line, convert))
    for (const [i, character] of Array.from(line).entries()) {
      const folded = converted[i] ?? character
      const to = at + character.length
      if (folded !== character && !KEPT.has(character)) edits.push({ kind: 'traditional', from: at, to, folded })
      at = to
    }
    at += 1
  }
  return edits
}

/** Simplified characters that are rare Traditional ones as well, which conversion would turn into something else. */
const KEPT = new Set('么')

/** Conversion that keeps the length; where a phrase would change it, the line is converted character by character. */
function sameLength(line: string, convert: Converter): string {
  const whole = convert(line)
  if (keepsUnits(line, whole)) return whole
  return Array.from(line, (character) => {
    const one = convert(character)
    return one.length === character.length ? one : character
  }).join('')
}

function keepsUnits(line: string, converted: string): boolean {
  if (line.length !== converted.length) return false
  const characters = Array.from(converted)
  return Array.from(line).every((character, i) => character.length === characters[i]?.length)
}
