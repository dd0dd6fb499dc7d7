import type { Random } from './random.js'

/** A count as reports have them: often nought, mostly small. */
export function small(random: Random, size: number): number {
  if (random.chance(0.35)) return 0
  return Math.floor(-Math.log(1 - random.next()) * Math.max(0.4, size))
}

/** A number of things, each put at random into one of the boxes. */
export function spread(
  random: Random,
  number: number,
  boxes: readonly (readonly [string, number])[],
): Map<string, number> {
  const filled = new Map<string, number>()
  for (let i = 0; i < number; i++) {
    const box = random.weighted(boxes)
    filled.set(box, (filled.get(box) ?? 0) + 1)
  }
  return filled
}
