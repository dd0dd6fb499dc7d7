import { CELL, type Surface, UNASSIGNED } from '../surface.js'
import { withWholeLabels } from './cut-labels.js'
import type { LaidRow } from './heads.js'
import type { Measure } from './measure.js'
import { laidPages } from './pieces.js'
import { type LaidTable, laidRows } from './rows.js'

/** A row of figures parted by blanks, with or without their units. */
const ROW = /\S[ \u3000]{1,60}[\d０-９]{1,9}\p{Script=Han}?(?:[ \u3000]{1,60}[\d０-９]{1,9}\p{Script=Han}?){3}/u
/** A figure at the end of a line, some blanks away from words; and how many such lines may be rows of one figure each. */
const [FIGURE, SEVERAL] = [/^[^\n]{0,80}\S[ \u3000]{3,60}[\d０-９][\d０-９.,．，]{0,14}[ \r]*$/gm, 5]

/**
 * A text whose lines stand as they stood on a page, with blanks between the columns, as tools that take text from PDF lay it
 * out: with the rows of its wide tables put into cells, their labels made whole. All else stays as it is.
 *
 * @param measure what its columns were set by
 * @returns `null` where no row could be told
 */
export async function laidOutSurface(source: string, measure: Measure): Promise<Surface | null> {
  if (!ROW.test(source) && (source.match(FIGURE)?.length ?? 0) < SEVERAL) return null
  const tables: LaidTable[] = []
  const untold = new Set<string>()
  const pages = await withWholeLabels(await laidPages(source, measure))
  for (const [i, page] of pages.entries()) tables.push(await laidRows(page, pages[i + 1] ?? [], untold))
  const told = tables.filter(({ rows }) => rows.length > 0)
  return told.length === 0 ? null : withRows(source, told)
}

/**
 * The source with rows in their cells, where they begin, each character with its own place, and blanks where they stood; figures
 * of a table that no row has are marked as not assigned.
 */
function withRows(source: string, tables: readonly LaidTable[]): Surface {
  const writer = new Writer()
  const rows = tables.flatMap((table) => table.rows)
  const moved = new Set<number>()
  for (const [from, to] of rows.flatMap(({ cells }) => cells.flat().flatMap(({ places }) => places)))
    for (let at = from; at < to; at++) moved.add(at)
  const unread = new Set(tables.flatMap((table) => table.unread).flatMap(({ places }) => places.map(([from]) => from)))
  const begun = new Map<number, LaidRow[]>()
  for (const row of rows) begun.set(row.line, [...(begun.get(row.line) ?? []), row])
  let begin = 0
  source.split('\n').forEach((written, line) => {
    for (const { cells, isHead = false } of begun.get(line) ?? []) {
      for (const cell of cells) {
        for (const [from, to] of cell.flatMap(({ places }) => places)) writer.write(source.slice(from, to), from)
        if (!isHead) writer.mark(CELL)
      }
      writer.mark('\n')
    }
    for (let i = 0; i < written.length; i++) {
      const at = begin + i
      if (unread.has(at)) writer.mark(UNASSIGNED, at)
      writer.write(moved.has(at) || /[\r\v\f\u001d\u001f]/.test(written[i] ?? '') ? ' ' : (written[i] ?? ''), at)
    }
    begin += written.length + 1
    if (begin <= source.length) writer.write('\n', begin - 1)
  })
  return writer.finish(source.length)
}

class Writer {
  private text = ''
  private readonly offsets: number[] = []
  private readonly ends: number[] = []
  private place = 0

  /** Characters as they stand in the source from `at` on. */
  write(text: string, at: number): void {
    this.text += text
    for (let i = 0; i < text.length; i++) {
      this.offsets.push(at + i)
      this.ends.push(at + i + 1)
    }
    this.place = at + text.length
  }

  /** A mark of the surface's own, at a place or at that reached. */
  mark(mark: string, at = this.place): void {
    this.text += mark
    for (let i = 0; i < mark.length; i++) {
      this.offsets.push(at)
      this.ends.push(at)
    }
  }

  finish(length: number): Surface {
    return {
      text: this.text,
      offsets: Int32Array.from([...this.offsets, length]),
      ends: Int32Array.from(this.ends),
      format: 'text',
    }
  }
}
