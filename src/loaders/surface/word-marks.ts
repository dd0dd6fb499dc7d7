/** [words]{.class style="…"}, as a converter to Markdown writes words that are dressed. */
const SPAN = /\[([^[\]\n]{0,300})\](\{[^{}\n]{1,300}\})/g
/** ~~words~~ that are crossed out. */
const CROSSED_OUT = /(?<!~)~~(?=[^\s~])[^\n~|]{1,300}~~(?!~)/g
/** **words** in bold type, and __words__; not strokes to write upon (____年). */
const EMPHASIS = [
  /(?<!\*)(\*{2,3})(?=[^\s*])([^\n|*]{1,300})(\1)(?!\*)/g,
  /(?<!_)(__)(?=[^\s_])([^\n|_]{1,300})(\1)(?!_)/g,
]
/** A sign that would mean something else without the stroke before it. */
const ESCAPED = /\\(?=[!-/:-@[-`{-~])/g

/**
 * A text without the marks that converters to Markdown put about words, and without what they cross out: blanks stand for them, so that every
 * character keeps its place.
 */
export function withoutWordMarks(text: string): string {
  const blanks = (marks: string) => ' '.repeat(marks.length)
  let bare = text
  if (text.includes(']{'))
    bare = bare.replace(SPAN, (_, words: string, marks: string) => ` ${words}${' '.repeat(marks.length + 1)}`)
  if (text.includes('~~')) bare = bare.replace(CROSSED_OUT, blanks)
  for (const emphasis of EMPHASIS)
    bare = bare.replace(
      emphasis,
      (_, open: string, words: string, close: string) => blanks(open) + words + blanks(close),
    )
  return bare.replace(ESCAPED, ' ')
}
