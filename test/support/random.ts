/** A source of repeatable chance: the same seed gives the same draws on every machine. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly int: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to make up test data. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[int(0, list.length - 1)]
    if (chosen === undefined) throw new Error('pick requires a list that is not empty')
    return chosen
  }
  const shuffled = <T>(list: readonly T[]): T[] => {
    const keyed = list.map((entry) => ({ entry, key: next() }))
    return keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry)
  }
  return { next, int, chance: (probability) => next() < probability, pick, shuffled }
}
