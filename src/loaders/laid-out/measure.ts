/** A Chinese letter or another as wide. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
/** So many cells at the least must stand under one another by one measure alone, and so many times as many as by the other alone. */
const [CELLS, TIMES] = [5, 3]
/** No line of a page has more characters. */
const LONGEST = 1000

/** What the columns of a text were set by: the count of characters, or their widths on a screen. */
export type Measure = 'count' | 'width'

/**
 * What the columns of a text were set by: widths on a screen on which a Chinese letter is as wide as two digits, as by programs that show
 * pages in a terminal, or the count of characters; `null` where not enough of its cells stand under others by one of both alone.
 */
export function measureOf(source: string): Measure | null {
  let [count, width] = [0, 0]
  let above: Edges | null = null
  for (const line of source.split('\n')) {
    const own = edgesOf(line)
    if (own === null) continue
    for (const i of own.byCount.keys()) {
      const [byCount, byWidth] = [isUnder(own.byCount[i], above?.byCount), isUnder(own.byWidth[i], above?.byWidth)]
      if (byCount && !byWidth) count++
      if (byWidth && !byCount) width++
    }
    above = own
  }
  if (width >= CELLS && width > count * TIMES) return 'width'
  return count >= CELLS && count > width * TIMES ? 'count' : null
}

/** Where each character of a line stands on a screen. */
export function columnsOnScreen(line: string): (character: number) => number {
  const columns = new Int32Array(line.length + 1)
  for (let i = 0; i < line.length; i++) columns[i + 1] = (columns[i] ?? 0) + (WIDE.test(line[i] ?? '') ? 2 : 1)
  return (character) => columns[character] ?? 0
}

/** Whether a cell begins where one of the line above does, or ends where one ends. */
function isUnder(cell: Edge | undefined, above: readonly Edge[] = []): boolean {
  return above.some(([from, to]) => from === cell?.[0] || to === cell?.[1])
}

type Edge = readonly [from: number, to: number]

/** Where the cells of a line begin and end, by characters and by their widths on a screen. */
interface Edges {
  readonly byCount: readonly Edge[]
  readonly byWidth: readonly Edge[]
}

/** The edges of a line's cells behind its first, with two blanks or more before each; `null` where it has none. */
function edgesOf(line: string): Edges | null {
  if (line.length > LONGEST) return null
  const first = line.length - line.trimStart().length
  const byCount = [...line.matchAll(/(?<= {2})\S+(?: \S+)*/g)].flatMap(({ index, 0: words }) =>
    index > first ? [[index, index + words.length] as const] : [],
  )
  if (byCount.length === 0) return null
  const columnOf = columnsOnScreen(line)
  return { byCount, byWidth: byCount.map(([from, to]) => [columnOf(from), columnOf(to)] as const) }
}
