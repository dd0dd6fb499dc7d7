import type { Merges } from './sheet.js'

/** The texts of a sheet, row by row, and its merged cells. */
interface SheetTexts {
  readonly texts: readonly (readonly string[])[]
  readonly merges: Merges
}

/** A sheet without some of its columns; a merged cell is narrower by those it covered, and gone if it covered no other. */
export function withoutColumns({ texts, merges }: SheetTexts, hidden: ReadonlySet<number>): SheetTexts {
  if (hidden.size === 0) return { texts, merges }
  const isHidden = (x: number) => hidden.has(x)
  const kept = new Map<string, { width: number; height: number }>()
  const moved = new Map<string, string>()
  for (const [place, { width, height }] of merges) {
    const [x = 0, y = 0] = place.split(',').map(Number)
    const shown = Array.from({ length: width }, (_, i) => x + i).filter((column) => !isHidden(column))
    const [first] = shown
    if (first === undefined) continue
    kept.set(`${first - before(hidden, first)},${y}`, { width: shown.length, height })
    // What a merged cell says stands in the first of its columns, even if that is hidden.
    if (first !== x) moved.set(`${first},${y}`, texts[y]?.[x] ?? '')
  }
  return {
    texts: texts.map((row, y) => row.map((text, x) => moved.get(`${x},${y}`) ?? text).filter((_, x) => !isHidden(x))),
    merges: kept,
  }
}

function before(hidden: ReadonlySet<number>, column: number): number {
  return [...hidden].filter((x) => x < column).length
}
