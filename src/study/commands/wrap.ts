/** Characters that take two columns of a terminal: Chinese characters, kana, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** Columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += WIDE.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
  return columns
}

/** Where a line may be broken: at a blank, and behind any wide character, but not before what closes a clause or a quotation. */
const PIECES = /[^ \u1100-\uffff]+|[\u1100-\uffff][，。；：、？）”》]{0,4}|[\ud800-\udbff][\udc00-\udfff]| +/gu

/**
 * A text as lines of no more than so many columns, each after the same indent. A word longer than a line has one for itself.
 *
 * @example
 * wrapped('the sum is 7', 10, '  ') // ['  the sum', '  is 7']
 */
export function wrapped(text: string, width: number, indent: string): string[] {
  const room = Math.max(20, width) - indent.length
  const lines: string[] = []
  let line = ''
  for (const [piece] of text.matchAll(PIECES)) {
    if (line !== '' && columnsOf(line + piece.trimEnd()) > room) {
      lines.push(indent + line.trimEnd())
      line = ''
    }
    if (line !== '' || piece.trim() !== '') line += piece
  }
  return line === '' ? lines : [...lines, indent + line.trimEnd()]
}
