/** The marks around a field of Word: what it does, what it came to. */
const [BEGINS, RESULT, ENDS] = [0x13, 0x14, 0x15]

/** Fields that show something without a result that is kept: formulas, words with a gloss above them, signs of other fonts. */
const DRAWN = /^\s*(?:EQ|SYMBOL)\b/i

/** The fields among some characters whose text Word draws each time anew: from their first mark to their last. */
export function drawnFields(characters: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const found: [number, number][] = []
  for (let first = characters.indexOf(BEGINS); first >= 0; first = characters.indexOf(BEGINS, first + 1)) {
    const last = characters.indexOf(ENDS, first)
    if (last < 0) break
    const own = characters.slice(first + 1, last)
    if (!own.includes(RESULT) && DRAWN.test(String.fromCharCode(...own.slice(0, 20)))) found.push([first, last])
  }
  return found
}
