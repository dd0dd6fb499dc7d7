/**
 * The only way to put things into places, each thing in one, in the order of both, not all places need be filled.
 *
 * @param fits whether a thing may stand in a place
 * @returns the place of each thing; `null` where there is no way or more than one
 * @example
 * onlyPlacing(['a', 'b'], [3, 5], () => true) // [3, 5]
 * onlyPlacing(['a'], [3, 5], () => true) // null
 */
export function onlyPlacing<T>(
  things: readonly T[],
  places: readonly number[],
  fits: (thing: T, place: number) => boolean,
): number[] | null {
  if (things.length === 0 || things.length > places.length) return null
  const ways = waysToPlace(things, places, fits)
  if (ways[0]?.[0] !== 1) return null
  const found: number[] = []
  let j = 0
  for (let i = 0; i < things.length; i++) {
    while (ways[i]?.[j + 1] === 1) j++
    found.push(places[j] ?? 0)
    j++
  }
  return found
}

/** In how many ways the things from `i` on fit into the places from `j` on, counted up to 2. */
function waysToPlace<T>(
  things: readonly T[],
  places: readonly number[],
  fits: (thing: T, place: number) => boolean,
): number[][] {
  const ways: number[][] = Array.from({ length: things.length + 1 }, (_, i) =>
    new Array<number>(places.length + 1).fill(i === things.length ? 1 : 0),
  )
  for (let i = things.length - 1; i >= 0; i--) {
    for (let j = places.length - 1; j >= 0; j--) {
      const [thing, place] = [things[i], places[j]]
      const here = thing !== undefined && place !== undefined && fits(thing, place) ? (ways[i + 1]?.[j + 1] ?? 0) : 0
      const row = ways[i]
      if (row !== undefined) row[j] = Math.min(2, here + (row[j + 1] ?? 0))
    }
  }
  return ways
}
