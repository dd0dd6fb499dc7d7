import { LAYOUTS } from './simulate/layouts.js'
import type { Truth } from './simulate/truth.js'

/** The two kinds of layout: every cell can be told from the next, or nothing is left of an empty one. */
export const [SURVIVE, LOST] = ['cells survive', 'empty cells lost'] as const

/** Whether each cell of a report's tables can still be told from the next, as its layout says. */
export function cellsOf({ layout }: Pick<Truth, 'layout'>): typeof SURVIVE | typeof LOST {
  return LAYOUTS.find(({ name }) => name === layout)?.showsEmpty === true ? SURVIVE : LOST
}
