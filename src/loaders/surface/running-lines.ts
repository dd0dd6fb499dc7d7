import { labelsAmong } from '../containers/known-labels.js'

/** Words of a running title, with two numbers at the most; a row's label is followed by more. */
const TITLED = /^(?=.*\p{Script=Han}{2})[^#]*#?[^#]*#?[^#]*$/u

/** A line of a text, and what it says but for its numbers. */
interface EdgeLine {
  readonly from: number
  readonly to: number
  readonly words: string
}

/**
 * A text with blanks for the running titles of its pages: first and last lines that stand so on a page before, but for their numbers.
 * They break into tables that go on over pages. Form feeds part the pages; every other character keeps its place.
 */
export async function withoutRunningLines(source: string): Promise<string> {
  const seen = new Set<string>()
  let from = 0
  const again = source.split('\f').flatMap((page) => {
    const edges = edgesOf(page, from)
    from += page.length + 1
    const repeated = edges.filter(({ words }) => seen.has(words) && TITLED.test(words))
    for (const { words } of edges) seen.add(words)
    return repeated
  })
  if (again.length === 0) return source
  const labels = await labelsAmong(again.map(({ words }) => words.replaceAll('#', '')))
  const running = again.filter((_, i) => labels[i]?.kind === undefined)
  let done = 0
  const parts = running.map((line) => {
    const part = source.slice(done, line.from) + ' '.repeat(line.to - line.from)
    done = line.to
    return part
  })
  return parts.join('') + source.slice(done)
}

/** The first and the last line of a page that hold something. */
function edgesOf(page: string, from: number): EdgeLine[] {
  const first = page.length - page.trimStart().length
  const last = page.trimEnd().lastIndexOf('\n') + 1
  return [...new Set([first, last])].flatMap((begin) => {
    const line = /^[^\n]*/.exec(page.slice(begin))?.[0] ?? ''
    const words = line.replace(/\s/g, '').replace(/\d+/g, '#')
    return words === '' ? [] : [{ from: from + begin, to: from + begin + line.length, words }]
  })
}
