import type { Folded } from '../types.js'
import { htmlSurface, looksLikeHtml } from './html.js'
import { bareText } from './surface/bare-text.js'

/**
 * What a reader of the source sees, as one string with the source offset of each character. Lines end in `\n`; the cells
 * of an HTML table end in `CELL`, and a cell that spans several leaves `SPAN` in the places it covers.
 */
export interface Surface extends Folded {
  readonly format: 'html' | 'text'
}

export const CELL = '\u001f'
export const SPAN = '\u001d'

/** What a container's reader writes for figures that it cannot assign to a row's cells: the row is not empty, and none of it is known. */
export const UNASSIGNED = '=?'

/** The visible text of a source: of HTML without its markup, of plain text as it is. */
export function surfaceOf(source: string, isHtml = looksLikeHtml(source)): Surface {
  // A byte order mark before the doctype would make the doctype text; a blank keeps every place.
  if (isHtml) return { ...htmlSurface(source.replace(/^\ufeff/, ' ')), format: 'html' }
  const text = bareText(source)
    .replace(/\r\n/g, ' \n')
    .replace(/[\u001d\u001f]/g, ' ')
    .replace(/[\r\f\v\u2028\u2029]/g, '\n')
  return { text, offsets: identity(text.length), format: 'text' }
}

function identity(length: number): Int32Array {
  const offsets = new Int32Array(length + 1)
  for (let i = 0; i <= length; i++) offsets[i] = i
  return offsets
}
