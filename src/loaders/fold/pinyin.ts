import { readReference } from '../../forms/reference.js'
import type { Edit } from './working.js'

let readings: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** The readings of each character, without tones and with v for ü. */
function readingsOf(character: string): ReadonlySet<string> {
  if (readings === undefined) {
    const { syllables } = readReference<{ syllables: Readonly<Record<string, string>> }>(
      'lexicons/pinyin.json',
      'pinyin',
    )
    const known = new Map<string, Set<string>>()
    for (const [syllable, characters] of Object.entries(syllables)) {
      for (const one of characters) known.set(one, (known.get(one) ?? new Set()).add(syllable))
    }
    readings = known
  }
  return readings.get(character) ?? NONE
}

const NONE: ReadonlySet<string> = new Set()
/** A bracket, or several in a row, behind Han characters that holds nothing but letters, tones and blanks. */
const BRACKETS = /(?<=[\u3400-\u9fff])(?:\((?:[A-Za-z\u00c0-\u01dcɑɡ1-5' ]|[\u0300-\u030c]){1,30}\)){1,4}/g
/** The longest word whose reading is looked for behind it in one bracket. */
const MAX_WORD = 4

/**
 * Pinyin printed in brackets behind the characters it reads, with or without tones: 報(bào)告, 政(zheng)(zheng)府. A bracket
 * goes only if it is a reading of the very characters it follows, so (APP), (H5), (OA系统) and 智能(ai) stay.
 *
 * @param simplify a character's Simplified form: readings are listed under that
 */
export function pinyinEdits(text: string, simplify: (character: string) => string): Edit[] {
  const edits: Edit[] = []
  for (const { index, 0: run } of text.matchAll(BRACKETS)) {
    const before = Array.from(text.slice(Math.max(0, index - MAX_WORD), index), simplify)
    let at = index
    for (const [bracket] of run.matchAll(/\([^)]*\)/g)) {
      const to = at + bracket.length
      if (reads(bracket.slice(1, -1), before)) edits.push({ kind: 'pinyin', from: at, to, folded: '' })
      at = to
    }
  }
  return edits
}

/** Whether letters are the reading of the last one, two, three or four of the characters. */
function reads(written: string, characters: readonly string[]): boolean {
  const toned = /[^A-Za-z' ]/.test(written)
  if (!toned && /[A-Z]/.test(written)) return false
  const letters = plainLetters(written)
  for (let count = 1; count <= Math.min(MAX_WORD, characters.length); count++) {
    if (spells(letters, characters.slice(-count))) return true
  }
  return false
}

/** Letters without tones; ü is written v. */
function plainLetters(written: string): string {
  return written
    .normalize('NFD')
    .toLowerCase()
    .replace(/u[\u0300\u0301\u0304\u030c]?\u0308/g, 'v')
    .replace(/[\u0300-\u030c1-5' ]/g, '')
    .replaceAll('ɑ', 'a')
    .replaceAll('ɡ', 'g')
}

function spells(letters: string, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return letters === ''
  return [...readingsOf(first)].some(
    (reading) => letters.startsWith(reading) && spells(letters.slice(reading.length), rest),
  )
}
