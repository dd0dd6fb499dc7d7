import { alternation, compiled, has, wordAt } from './cues.js'
import type { Piece } from './pieces.js'

const DATE = /^(?:二[○〇零OoＯ0]\S{2}|20\d\d)\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日(?=\s|$|附)/

const SECTION_MARKS = new Set(['han', 'paren_han'])

/**
 * True where the section's own text is over: the heading of the next section, a signature with its date, annexes, or the
 * furniture of the page. Only the opening of a paragraph can end the text.
 */
export function bodyEnds(text: string, piece: Piece): boolean {
  const here = text.slice(piece.start, piece.end)
  const mark = piece.enumerator
  if (mark)
    return (
      SECTION_MARKS.has(mark.family) && has(text.slice(mark.end, Math.min(piece.end, mark.end + 30)), 'next_sections')
    )
  if (piece.opens === null || piece.start === 0) return false
  return DATE.test(here) || wordAt(here, 0, 'closing_words') !== '' || signs().test(here)
}

/** A page number printed between paragraphs: — 6 — */
export const isPageMark = (text: string, piece: Piece): boolean =>
  /^[—\-–－\s]*\d+[—\-–－\s]*$/.test(text.slice(piece.start, piece.end))

/** A paragraph without any punctuation, opened by no enumerator, after a full stop: a signature, a caption, a link. */
export function isStray(text: string, piece: Piece): boolean {
  if (piece.enumerator !== null || piece.opens === null) return false
  const stopped = /[。！!？?;；][”"’')）]*\s*$/.test(text.slice(Math.max(0, piece.start - 12), piece.start))
  const here = text.slice(piece.start, piece.end)
  return stopped && !/[,，。;；:：!！?？]/.test(here)
}

/** The name of the signing body, followed by a blank and a date, an annex or nothing. */
const signs = (): RegExp =>
  compiled(
    'signs',
    () => `^[\\p{Script=Han}()（）]{2,30}(?:${alternation('institution_endings')})\\s*(?:$|\\s(?=20|二|附))`,
    'u',
  )
