import type { Random } from './random.js'

/** A count as reports have them: often nought, mostly small. */
export function small(random: Random, size: number): number {
  if (random.chance(0.35)) return 0
  return Math.floor(-Math.log(1 - random.next()) * Math.max(0.4, size))
}

/** So many things are put into their boxes one by one. */
const ONE_BY_ONE = 2000

/** A number of things, each put at random into one of the boxes. */
export function spread(
  random: Random,
  number: number,
  boxes: readonly (readonly [string, number])[],
): Map<string, number> {
  const filled = new Map<string, number>()
  if (number > ONE_BY_ONE) return spreadMany(random, number, boxes)
  for (let i = 0; i < number; i++) {
    const box = random.weighted(boxes)
    filled.set(box, (filled.get(box) ?? 0) + 1)
  }
  return filled
}

/** The same for many things: of those left each box gets a share as chance has it, by the normal distribution. */
function spreadMany(
  random: Random,
  number: number,
  boxes: readonly (readonly [string, number])[],
): Map<string, number> {
  let left = number
  let weights = boxes.reduce((sum, [, weight]) => sum + weight, 0)
  return new Map(
    boxes.map(([box, weight], i) => {
      const share = i === boxes.length - 1 ? 1 : Math.min(1, weight / weights)
      const drawn = Math.round(left * share + around(random) * Math.sqrt(left * share * (1 - share)))
      const own = Math.min(left, Math.max(0, drawn))
      left -= own
      weights -= weight
      return [box, own]
    }),
  )
}

/** A draw from the standard normal distribution (Box and Muller). */
export function around(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
