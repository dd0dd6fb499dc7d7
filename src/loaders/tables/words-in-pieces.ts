/** Such a share of a label's pairs of neighbouring letters is no chance, none of which is another label's. */
const SHARE = 0.4

const OTHER_SIGNS = /[^\p{Script=Han}]+/gu

/**
 * Tells which words stand in a stretch of text in pieces, in whatever order: broken over lines, with figures and other words between.
 *
 * @param taken what of the text is known to be something else, from left to right
 * @returns whether one of several wordings does
 */
export function wordsInPieces(
  text: string,
  taken: readonly (readonly [from: number, to: number])[],
): (wordings: readonly string[]) => boolean {
  let at = 0
  const left = [...taken, [text.length, text.length] as const].map(([from, to]) => {
    const between = text.slice(at, Math.max(at, from))
    at = Math.max(at, to)
    return between.replace(OTHER_SIGNS, '')
  })
  const found = new Set(left.flatMap(pairsOf))
  return (wordings) =>
    wordings.some((wording) => {
      const pairs = pairsOf(wording.replace(OTHER_SIGNS, ''))
      return pairs.length > 0 && pairs.filter((pair) => found.has(pair)).length >= pairs.length * SHARE
    })
}

function pairsOf(words: string): string[] {
  return Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2))
}
