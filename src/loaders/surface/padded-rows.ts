/** Cells with a border behind each, and behind the last more borders without a blank between them. */
const PADDED = /^(?:\| )?[^|\n]*[^|\s] {1,2}\|(?: [^|\n]*[^|\s] {1,2}\|){0,40} \|{2,40}[ \t]*$/m
/** So with one border more, in a row that none opens: what an empty last cell leaves looks the same, where a row has all its borders. */
const PADDED_BY_ONE = /^[^\S\n]*[^|\s][^|\n]* {1,2}\|(?: [^|\n]*[^|\s] {1,2}\|){0,40} \|[ \t]*$/m
/** An empty cell before one that is not: there empty cells are kept. */
const KEPT = /\|[^\S\n]*\|[^\S\n]*[^|\s]/m
/** The borders behind the last cell's own, and one that opens a row. */
const PADDING = /(?<=[^|\s] {1,2}\|) ?[| \t]*\|[ \t]*$|^\| /gm

/**
 * A text whose rows were filled up with borders to equal widths after their empty cells had been dropped, as programs write them that take
 * the text of web pages (规章 | 0 | 0 | |): these borders stand for no cell and count none, and are blanked. Every place stays.
 */
export function withoutPadding(source: string): string {
  if (!(PADDED.test(source) || PADDED_BY_ONE.test(source)) || KEPT.test(source)) return source
  return source.replace(PADDING, (padding) => ' '.repeat(padding.length))
}
