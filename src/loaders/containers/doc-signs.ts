/**
 * Characters that stand in an old Word file's text, a byte each, for what Word shows there, until word-extractor has taken it out:
 * Word itself has no use for them, and word-extractor leaves them alone.
 */
const RAISED_DIGITS = '\u000f\u0010\u0011\u0012\u0016\u0017\u0018\u0019\u001a\u001b'

/** Something is seen there that is no text, or is crossed out. */
export const UNSEEN = 0x1c
/** A line ends inside a cell, or a tab stands in it. */
export const BREAK = 0x1d
export const NOTHING = 0x00

const SOFT_HYPHEN = 0x1f
const FIRM_HYPHEN = 0x1e
const HYPHEN = 0x2d
const PICTURES = new Set([0x01, 0x08])
const BREAKS = new Set([0x09, 0x0b])

/** The sign for a raised digit, or `null` for what is none. */
export function raisedSign(character: number): number | null {
  return character >= 0x30 && character <= 0x39 ? RAISED_DIGITS.charCodeAt(character - 0x30) : null
}

/** What a character of Word's own is to be taken for, in a cell of a table or outside; `null` for all others. */
export function signFor(character: number, inCell: boolean): number | null {
  if (character >= 0x20) return null
  if (character === FIRM_HYPHEN) return HYPHEN
  if (character === SOFT_HYPHEN || SIGNS.test(String.fromCharCode(character))) return NOTHING
  if (inCell && BREAKS.has(character)) return BREAK
  return inCell && PICTURES.has(character) ? UNSEEN : null
}

const SIGNS = /[\u000f-\u0012\u0016-\u001d]/

/** The text with what the signs stand for: `^` before what is raised, a mark where all that a cell shows is no text. */
export function withSignsWritten(text: string): string {
  return text
    .replace(/[\u000f-\u0012\u0016-\u001b]/g, (sign) => `^${RAISED_DIGITS.indexOf(sign)}`)
    .replace(/(?<=^|[\t\n])[ \u001d]{0,9}\u001c[ \u001c\u001d]{0,99}(?=[\t\n]|$)/g, '\ufffc')
    .replace(/\u001c/g, '')
    .replace(/(?<=\d) {0,9}\u001d[ \u001d]{0,99}(?=\d)/g, '  ')
    .replace(/\u001d/g, ' ')
}
