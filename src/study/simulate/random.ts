/** A source of repeatable chance: the same seed and keys give the same draws on every machine. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly int: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
  /** An entry, drawn with a probability in proportion to its weight. */
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
}

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to make up data. The keys part one use of chance
 * from another, so that a new draw in one place moves nothing elsewhere.
 */
export function randomOf(seed: string | number, ...keys: readonly (string | number)[]): Random {
  let state = hash([seed, ...keys].join('/'))
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => some(list[int(0, list.length - 1)])
  const shuffled = <T>(list: readonly T[]): T[] => {
    const keyed = list.map((entry) => ({ entry, key: next() }))
    return keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry)
  }
  const weighted = <T>(list: readonly (readonly [T, number])[]): T => {
    let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
    const found = list.find(([, weight]) => {
      left -= weight
      return left < 0
    })
    return some(found ?? list.at(-1))[0]
  }
  return { next, int, chance: (probability) => next() < probability, pick, shuffled, weighted }
}

function some<T>(entry: T | undefined): T {
  if (entry === undefined) throw new Error('a random choice requires a list that is not empty')
  return entry
}

/** FNV-1a over UTF-16 units, mixed once more so that neighbouring keys start far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
