/** What only pages have. */
const OF_PAGES = /<(?:!doctype|html|head|body|script|style)\b/i
/** What begins a line of a page. */
const BLOCK = /<(?:p|br|div|section|article|center|h[1-6]|ul|ol|li|dl|dt|dd|pre|blockquote)\b/gi
/** The page that some programs write around each table. */
const WRAPPED = [/(?:<html\b[^<>]*>\s*)?(?:<body\b[^<>]*>\s*)?$/i, /^(?:\s*<\/body\s*>)?(?:\s*<\/html\s*>)?/i] as const
/** So many lines of words are a text; and of so many one may begin with an element, at the most. */
const [LINES, SHARE] = [3, 4]

/**
 * Whether a source is a text that has HTML in it, as programs write Markdown: its tables, or tags about some of its words. Such a text
 * breaks its lines by line ends; a page breaks them by elements.
 */
export function isTextWithTags(source: string): boolean {
  const outside = outsideTables(source)
  if (OF_PAGES.test(outside)) return false
  const lines = outside.split('\n').filter((line) => /\p{Script=Han}{2}/u.test(line)).length
  return lines >= LINES && (outside.match(BLOCK)?.length ?? 0) * SHARE <= lines
}

/** A text without its tables and what is wrapped around them. */
function outsideTables(source: string): string {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const { index, 0: tag } of source.matchAll(/<\/?table\b[^<>]{0,2000}>/gi)) {
    const closes = tag.startsWith('</')
    if (!closes && depth === 0) parts.push(source.slice(from, index))
    depth = Math.max(0, depth + (closes ? -1 : 1))
    from = index + tag.length
  }
  if (depth === 0) parts.push(source.slice(from))
  const [before, behind] = WRAPPED
  return parts
    .map((part, i) => part.slice(i > 0 ? (behind.exec(part)?.[0].length ?? 0) : 0))
    .map((part, i) => (i + 1 < parts.length ? part.replace(before, '') : part))
    .join('\n')
}

const NOTE_SIGN = /<sup\b[^<>]{0,200}>[^<>\n]{0,20}<\/sup\s*>/gi
/** A line with what ends lines, and no border of cells: in a cell words go on. */
const BROKEN_LINE = /^[^|\t\n]*<(?:br|\/?(?:p|div|li|h[1-6]))\b[^|\t\n]*$/gim
const BREAK = /<(?:br|\/?(?:p|div|li|h[1-6]))\b[^<>]{0,300}>/gi
const TAG = /<\/?[a-z][^<>]{0,300}>/gi

/** A text with blanks and line ends for the tags in it, and blanks for the raised signs of notes. Every character keeps its place. */
export function withoutTags(text: string): string {
  if (!text.includes('<')) return text
  const blanks = (marks: string) => ' '.repeat(marks.length)
  return text
    .replace(NOTE_SIGN, blanks)
    .replace(BROKEN_LINE, (line) => line.replace(BREAK, (tag) => `\n${' '.repeat(tag.length - 1)}`))
    .replace(TAG, blanks)
}
