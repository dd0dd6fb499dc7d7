/** [words]{.class style="…"}, as a converter to Markdown writes words that are dressed. */
const SPAN = /\[([^[\]\n]{0,300})\](\{[^{}\n]{1,300}\})/g

/** A text without such marks about its words: blanks stand for them, so that every character keeps its place. */
export function withoutSpanMarks(text: string): string {
  if (!text.includes(']{')) return text
  return text.replace(SPAN, (_, words: string, marks: string) => ` ${words}${' '.repeat(marks.length + 1)}`)
}
