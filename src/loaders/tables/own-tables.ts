import { cellMarks, escaped } from '../marks.js'
import { type Stream, streamOf } from '../stream.js'
import type { FoundTable } from './tables.js'

/** So many characters before a table may be its caption; years name a table of another year if it stands so near before the next. */
const CAPTION = 100
const NEAR = 400

/**
 * Tables of an earlier year for comparison, or a sample, may stand before the reporting year's own: their caption says so in words
 * (上年度…, 样表) or names an earlier year than that of the same table behind it. Then the later one is taken, and the other told as
 * standing once more. Of a table whose header alone stands at the end of a page, that on the next page is the table.
 *
 * @param read reads the tables of a text
 */
export function ownTables(
  stream: Stream,
  found: readonly FoundTable[],
  read: (stream: Stream) => FoundTable[],
): FoundTable[] {
  const doubtful = found.filter((table) => isHeadAlone(table) || mayBeOther(stream, found, table))
  if (doubtful.length === 0) return [...found]
  const rest = read(without(stream, doubtful))
  return found.map((table) => {
    const later = doubtful.includes(table) ? rest.find((one) => one.table === table.table) : undefined
    if (later === undefined || later.range[0] < table.range[1]) return table
    if (isHeadAlone(table)) return isHeadAlone(later) ? table : later
    if (!isOther(stream, found, table, later)) return table
    return { ...later, again: [table.at, ...later.again] }
  })
}

/** A report has no more tables of one kind beside its own; in a file of many reports the rest is not looked for. */
const MOST = 3

/**
 * Where the tables stand, in the folded text, that are told as standing once more: what their rows say is of another year, or an example.
 *
 * @param found the tables of the report itself
 * @param read reads the tables of a text
 */
export function furtherTables(
  stream: Stream,
  found: readonly FoundTable[],
  read: (stream: Stream) => FoundTable[],
): FoundTable['range'][] {
  const again = found.flatMap((table) => table.again)
  const further: FoundTable[] = []
  for (let i = 0; again.length > 0 && i < MOST; i++) {
    const isTold = ({ at }: FoundTable) => again.some(([from, to]) => from < at[1] && to > at[0])
    const more = read(without(stream, [...found, ...further])).filter(isTold)
    if (more.length === 0) break
    further.push(...more)
  }
  return further.map(({ range }) => range)
}

/** Whether there are words of a table and no cell of it. */
function isHeadAlone({ cells }: FoundTable): boolean {
  return cells.every(({ status }) => status === 'absent')
}

function isOther(stream: Stream, found: readonly FoundTable[], table: FoundTable, later: FoundTable): boolean {
  const [before, behind] = [captionOf(stream, found, table), captionOf(stream, [table], later)]
  if (words().test(behind)) return false
  if (words().test(before)) return true
  const isNear = later.range[0] - table.range[1] < NEAR
  return isNear && isBefore(before, behind)
}

/** Whether the caption's words say so, or the text right behind the table names a later year than it. */
function mayBeOther(stream: Stream, found: readonly FoundTable[], table: FoundTable): boolean {
  const caption = captionOf(stream, found, table)
  const behind = stream.folded.text.slice(table.range[1], table.range[1] + NEAR)
  return words().test(caption) || isBefore(caption, behind)
}

function isBefore(caption: string, next: string): boolean {
  const own = yearsIn(caption).at(-1)
  return own !== undefined && own < Math.max(...yearsIn(next))
}

/** What stands between the table or the sentence before and a table's first label. */
function captionOf({ folded }: Stream, found: readonly FoundTable[], { range: [from] }: FoundTable): string {
  const ends = found.map((one) => one.range[1]).filter((end) => end <= from)
  const before = folded.text.slice(Math.max(0, from - CAPTION, ...ends), from)
  return before.slice(before.lastIndexOf('。') + 1).replace(/\s/g, '')
}

function yearsIn(caption: string): number[] {
  return [...caption.matchAll(/(?<!\d)20\d\d(?=年)/g)].map(Number)
}

function words(): RegExp {
  return new RegExp(`(?:${cellMarks().other_captions.map(escaped).join('|')})(?!结转)`)
}

/** The text with blanks in place of some tables. */
function without({ folded }: Stream, tables: readonly FoundTable[]): Stream {
  let { text } = folded
  for (const {
    range: [from, to],
  } of tables)
    text = text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to)
  return streamOf({ ...folded, text })
}
