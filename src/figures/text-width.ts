/** Advance widths of Noto Sans SC, in thousandths of the type size, from its `hmtx` table: U+0020 to U+007E. */
const REGULAR = [
  224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
  555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
  723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
  554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
  270, 338, 555,
]

/** What bold adds: for Latin letters and digits, on average, by the same table of the bold face. Hanzi keep their square. */
const BOLD = 1.06

/** A break may not come before these, nor after those (GB/T 15834—2011, 5.1, rules for the ends of lines). */
const NOT_FIRST = '，。、；：？！）》〉」』】〕”’…—·,.;:?!)]}%'
const NOT_LAST = '（《〈「『【〔“‘([{'

/**
 * Width of a line of text in the figures' font, in the unit of `size`. Every machine gets the same answer, whatever fonts or
 * canvas it has; kerning is left out, which costs less than two per cent.
 *
 * @example
 * textWidth('公开', 8) // 16
 */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const character of text) {
    const latin = REGULAR[(character.codePointAt(0) ?? 0) - 0x20]
    if (latin !== undefined) thousandths += bold ? latin * BOLD : latin
    else thousandths += /[\u00a1-\u024f\u2010-\u2015\u2212]/.test(character) ? 600 : 1000
  }
  return (thousandths * size) / 1000
}

/**
 * Breaks a text into lines that fit `width`, each as full as it can be. Chinese breaks between any two characters, Latin at
 * spaces; punctuation stays where it belongs.
 *
 * @returns at least one line; a piece that cannot be broken keeps its length even where that is more than `width`
 * @example
 * wrapText('安丘市人民政府办公室', 8, 64) // ['安丘市人民政府办', '公室']
 */
export function wrapText(text: string, size: number, width: number): string[] {
  return fill(breakable(text), size, width)
}

/**
 * As `wrapText`, with the same number of lines but about equally long ones: for names and headings, where a last line of one
 * character looks like a mistake.
 *
 * @example
 * wrapEvenly('安丘市人民政府办公室', 8, 64) // ['安丘市人民', '政府办公室']
 */
export function wrapEvenly(text: string, size: number, width: number): string[] {
  const pieces = breakable(text)
  let lines = fill(pieces, size, width)
  const count = lines.length
  for (let narrower = width - size / 2; narrower > 0; narrower -= size / 2) {
    const next = fill(pieces, size, narrower)
    if (next.length > count || next.some((line) => textWidth(line, size) > narrower)) break
    lines = next
  }
  return lines
}

function breakable(text: string): string[] {
  const pieces: string[] = []
  for (const character of text.match(/[\u0021-\u024f\u2212]+ ?| +|./gsu) ?? ['']) {
    const last = pieces.at(-1)
    const glued = last !== undefined && (NOT_FIRST.includes(character[0] ?? '') || NOT_LAST.includes(last.at(-1) ?? ''))
    if (glued) pieces[pieces.length - 1] = last + character
    else pieces.push(character)
  }
  return pieces
}

function fill(pieces: readonly string[], size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  lines.push(line.trimEnd())
  return lines
}
