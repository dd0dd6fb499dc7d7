import type { Alignment, Match } from './align.js'
import type { Stream } from './stream.js'

/** What a table's header says against reading its columns as the form prints them, block by block. */
export interface HeaderDoubts {
  /** Blocks whose column labels are printed in another order than the form's. */
  readonly disordered: ReadonlySet<number>
  /** Units that a header prints in place of the form's 万元, by `block/column`. */
  readonly units: ReadonlyMap<string, string>
}

/** Characters before the first label found in which a label in the wrong order may stand. */
const BEFORE = 60

/** Compares the header of each block of a table with the form's. */
export function headerDoubts(stream: Stream, { template, matches }: Alignment): HeaderDoubts {
  const disordered = new Set<number>()
  const units = new Map<string, string>()
  const blocks = template.form.tables[template.table].blocks
  blocks.forEach((block, index) => {
    const zone = headerZone(template.labels, matches, index)
    if (zone === null) return
    const header = template.labels.flatMap((label, i) =>
      label.block === index && i < zone.end ? [{ label, match: matches[i] ?? null }] : [],
    )
    const found = matches.filter((match) => match !== null)
    const misplaced = header.some(
      ({ label, match }) =>
        match === null && label.wordings.some((wording) => standsFree(stream.chars, wording, zone, found)),
    )
    if (misplaced) disordered.add(index)
    for (const column of block.columns) {
      const match = header.findLast(({ label }) => label.wordings.includes(column.label.replace(/\s/g, '')))?.match
      const unit =
        column.unit === '万元' && match
          ? /(?:单位:?|\()([亿千百]?元)/.exec(stream.chars.slice(match.from, match.to + 8))?.[1]
          : undefined
      if (unit !== undefined) units.set(`${index}/${column.code}`, unit)
    }
  })
  return { disordered, units }
}

interface Zone {
  readonly from: number
  readonly to: number
  /** Index of the label that ends the header. */
  readonly end: number
}

/** The stretch of a stream that holds a block's header: up to its first row. */
function headerZone(
  labels: Alignment['template']['labels'],
  matches: Alignment['matches'],
  block: number,
): Zone | null {
  const own = labels.flatMap((label, i) => (label.block === block && matches[i] ? [i] : []))
  const first = matches[own[0] ?? -1]
  if (!first) return null
  const row = labels.findIndex((label, i) => label.block === block && label.row !== null && matches[i] !== null)
  const single = row >= 0 && row === labels.length - 1
  const before = matches.slice(0, own[0]).findLast((match) => match !== null)?.to ?? 0
  const last = matches[row < 0 ? (own.at(-1) ?? 0) : row] ?? first
  const to = single || row < 0 ? last.to : last.from
  return { from: Math.max(before, first.from - BEFORE), to, end: single || row < 0 ? labels.length : row }
}

/** Whether a wording stands in a zone where no label was read. */
function standsFree(chars: string, wording: string, zone: Zone, found: readonly Match[]): boolean {
  for (
    let at = chars.indexOf(wording, zone.from);
    at >= 0 && at + wording.length <= zone.to;
    at = chars.indexOf(wording, at + 1)
  ) {
    if (!found.some((match) => match.from < at + wording.length && match.to > at)) return true
  }
  return false
}
