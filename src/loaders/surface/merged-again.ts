import { labelsAmong } from '../containers/known-labels.js'
import { RULE_LINE } from '../rows/printed-row.js'
import { CELL, SPAN, type Surface } from '../surface.js'
import { isPlainCell, readCell } from '../values.js'
import { Moved, type Row, rowAt } from './bordered-lines.js'

/**
 * A surface in which tables that repeat the text of a merged cell in every cell it covers, as programs write them that know no merged
 * cells, have it once: a label of a form, or the words that begin a row, which stand again in the next cell of the row or the column, are one
 * cell; and so are equal figures under heads that are one. Equal figures under heads of their own are left alone.
 */
export async function mergedAgain(surface: Surface): Promise<Surface> {
  const blocks = blocksOf(surface.text)
  const repeated = new Set(blocks.flatMap((rows) => rows.flatMap((row, y) => repeatedIn(row, rows[y - 1]))))
  if (repeated.size === 0) return surface
  const texts = [...repeated]
  const kinds = await labelsAmong(texts)
  const labels = new Set(texts.filter((_, i) => kinds[i]?.kind !== undefined))
  const headings = new Set(texts.filter((_, i) => kinds[i]?.kind === 'heading'))
  const moved = new Moved(surface)
  let done = 0
  for (const rows of blocks.filter((one) => isFilled(one, labels, headings))) {
    const covered = coveredIn(rows, labels)
    rows.forEach(({ cells, from, next }, y) => {
      moved.add(done, from)
      cells.forEach((cell, x) => {
        if (covered[y]?.[x]) moved.mark(SPAN)
        else moved.add(cell.from, cell.to)
        moved.mark(CELL)
      })
      if (surface.text[next - 1] === '\n') moved.add(next - 1, next)
      done = next
    })
  }
  if (done === 0) return surface
  moved.add(done, surface.text.length)
  return moved.surface()
}

/** No table of a form has so many columns. */
const WIDEST = 60

/** The rows with borders that follow one another, rules between them left out; those alone of as many cells as the row above or below. */
function blocksOf(text: string): Row[][] {
  const blocks: Row[][] = []
  let open: Row[] = []
  for (let from = 0; from < text.length; ) {
    const row = rowAt(text, from)
    const isRule = row.border === '|' && RULE_LINE.test(text.slice(from, row.next).trimEnd())
    const goesOn = isRule || open.length === 0 || open.at(-1)?.border === row.border
    if (row.cells.length === 0 || !goesOn) {
      if (open.length > 1) blocks.push(open)
      open = []
    }
    if (row.cells.length > 1 && row.cells.length <= WIDEST && !isRule) open.push(row)
    from = row.next
  }
  if (open.length > 1) blocks.push(open)
  return blocks
}

/** The words of a row that stand in the cell before or above, too. */
function repeatedIn(row: Row, above: Row | undefined): string[] {
  return row.cells.flatMap(({ text }, x) => {
    const again = text === row.cells[x - 1]?.text || (isAsWide(row, above) && text === above?.cells[x]?.text)
    return again && isWords(text) ? [text] : []
  })
}

function isAsWide({ cells }: Row, other: Row | undefined): boolean {
  return cells.length === other?.cells.length
}

/** What can be the text of a merged cell: no figure, no nil mark. */
function isWords(text: string): boolean {
  return /\p{Script=Han}{2}/u.test(text) && !isPlainCell(readCell(text))
}

/** Words as long as these stand in two cells side by side for nothing but one merged cell. */
const LONG = /\p{Script=Han}[^\s]{3,}/u

/** Whether the rows repeat what is merged: a long label stands in two cells side by side, or a heading above itself beside other words. */
function isFilled(rows: readonly Row[], labels: ReadonlySet<string>, headings: ReadonlySet<string>): boolean {
  return rows.some((row, y) => {
    const above = rows[y - 1]
    const hasOwn = row.cells.some(({ text }, x) => isWords(text) && text !== above?.cells[x]?.text)
    const isBelow = (text: string, x: number) =>
      hasOwn && isAsWide(row, above) && text === above?.cells[x]?.text && headings.has(text)
    return row.cells.some(
      ({ text }, x) => LONG.test(text) && ((text === row.cells[x - 1]?.text && labels.has(text)) || isBelow(text, x)),
    )
  })
}

/** Which cells of rows are further places of a merged cell. */
function coveredIn(rows: readonly Row[], labels: ReadonlySet<string>): readonly (readonly boolean[])[] {
  let heads: Row | undefined
  return rows.map((row, y) => {
    const above = rows[y - 1]
    const first = row.cells.findIndex(({ text }) => isWords(text))
    const texts = row.cells.map(({ text }) => text)
    const begins = texts.findIndex((text, x) => x > first && text !== texts[first])
    const isMerged = (x: number) => labels.has(texts[x] ?? '') || begins < 0 || x < begins
    const isAbove = (x: number) => isAsWide(row, above) && texts[x] === above?.cells[x]?.text
    const hasOwn = texts.some((text, x) => isWords(text) && !isAbove(x))
    const isHead = texts.slice(Math.max(0, first)).every(isWords) && new Set(texts).size > 1
    const own = texts.map((text, x) => {
      if (x < first || first < 0) return false
      if (isWords(text))
        return (x > first && text === texts[x - 1] && isMerged(x)) || (hasOwn && isAbove(x) && isMerged(x))
      return heads !== undefined && isAsWide(row, heads) && isUnderOneHead(heads, row, x, labels)
    })
    if (isHead) heads = row
    return own
  })
}

/** Whether a figure stands under a head that the cell before has, too, and all figures under that head are one. */
function isUnderOneHead(heads: Row, { cells }: Row, x: number, labels: ReadonlySet<string>): boolean {
  const head = heads.cells[x]?.text ?? ''
  if (head !== heads.cells[x - 1]?.text || !labels.has(head)) return false
  const under = cells.filter((_, i) => heads.cells[i]?.text === head)
  return under.every(({ text }) => text === cells[x]?.text)
}
