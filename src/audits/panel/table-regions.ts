import { forms } from '../../forms/forms.js'

/** Shorter labels occur in sentences, too. */
const SHORTEST = 6
/** Labels of one table stand no farther apart than this, and it has at least so many. */
const APART = 120
const LEAST = 4

const NUMBERING = /^(?:其中:?)?[(\d一二三四五六七八九十]{1,3}[).、]?/

let labels: ReadonlyMap<string, readonly string[]> | undefined

/** Every label of every form, by its first characters, longest first. */
function labelsByStart(): ReadonlyMap<string, readonly string[]> {
  if (labels !== undefined) return labels
  const all = forms().flatMap(({ tables }) =>
    Object.values(tables).flatMap(({ blocks }) =>
      blocks.flatMap(({ rows, columns }) => [
        ...rows.flatMap(({ printed, aliases }) => [printed, ...aliases]),
        ...columns.map(({ label }) => label),
      ]),
    ),
  )
  const plain = all
    .map((label) => label.replace(/\s+/g, '').replace(NUMBERING, ''))
    .filter(({ length }) => length >= SHORTEST)
  const byStart = new Map<string, string[]>()
  for (const label of [...new Set(plain)].sort((a, b) => b.length - a.length)) {
    const start = label.slice(0, SHORTEST)
    byStart.set(start, [...(byStart.get(start) ?? []), label])
  }
  labels = byStart
  return byStart
}

/**
 * Where tables stand in a text without white space: from the first to the last of several labels of a form that follow each
 * other closely. Finds tables whose figures were not read as well: a second one, an empty one, one in pieces.
 *
 * @returns ranges `[from, to)` in order, which do not overlap
 */
export function tableRegions(chars: string): (readonly [from: number, to: number])[] {
  const byStart = labelsByStart()
  const regions: { from: number; to: number; labels: number }[] = []
  for (let i = 0; i + SHORTEST <= chars.length; i++) {
    const label = byStart.get(chars.slice(i, i + SHORTEST))?.find((one) => chars.startsWith(one, i))
    if (label === undefined) continue
    const last = regions.at(-1)
    if (last !== undefined && i - last.to <= APART) {
      last.to = i + label.length
      last.labels++
    } else regions.push({ from: i, to: i + label.length, labels: 1 })
    i += label.length - 1
  }
  return regions.filter((region) => region.labels >= LEAST).map(({ from, to }) => [from, to] as const)
}
