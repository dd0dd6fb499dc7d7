export interface Approximate {
  readonly from: number
  readonly to: number
  readonly distance: number
}

/**
 * The best approximate occurrence of a pattern in `text[from, to)`: fewest insertions, deletions, replacements and exchanges of
 * two neighbours, at most `limit`; the leftmost of equally good ones (Sellers 1980).
 *
 * @returns `null` when nothing comes within the limit
 */
export function approximateMatch(
  text: string,
  pattern: string,
  from: number,
  to: number,
  limit: number,
): Approximate | null {
  if (limit <= 0 || pattern.length === 0) return null
  const rows = pattern.length + 1
  let distances = Int32Array.from({ length: rows }, (_, i) => i)
  let starts = new Int32Array(rows).fill(from)
  // Those before the last character.
  let [earlier, earlierStarts] = [distances, starts]
  let best: Approximate | null = null
  for (let at = from; at < to; at++) {
    const nextDistances = new Int32Array(rows)
    const nextStarts = new Int32Array(rows)
    nextStarts[0] = at + 1
    for (let i = 1; i < rows; i++) {
      const replaced = (distances[i - 1] ?? 0) + (pattern[i - 1] === text[at] ? 0 : 1)
      const inserted = (distances[i] ?? 0) + 1
      const deleted = (nextDistances[i - 1] ?? 0) + 1
      const isExchange = i > 1 && at > from && pattern[i - 1] === text[at - 1] && pattern[i - 2] === text[at]
      const exchanged = isExchange ? (earlier[i - 2] ?? rows) + 1 : rows
      const least = Math.min(replaced, inserted, deleted, exchanged)
      nextDistances[i] = least
      const own = least === replaced ? starts[i - 1] : least === inserted ? starts[i] : nextStarts[i - 1]
      nextStarts[i] = (exchanged === least && replaced > least ? earlierStarts[i - 2] : own) ?? from
    }
    // The start belonging to row 0 before this character is this character itself.
    ;[earlier, earlierStarts] = [distances, starts]
    distances = nextDistances
    starts = nextStarts
    const distance = distances[pattern.length] ?? rows
    if (distance <= limit && (best === null || distance < best.distance)) {
      best = { from: starts[pattern.length] ?? from, to: at + 1, distance }
    }
  }
  return best
}
