import type { Matrix } from './parts.js'

/** Of a page whose table is turned so many of its figures are, and so many there are at least. */
const [MOST, FEW] = [0.6, 10]

/** A piece of text as a page draws it. */
export interface Drawn {
  readonly text: string
  readonly matrix: Matrix
}

/** Whether letters stand on a line that runs up the page, or down it. */
export function isTurned([a, b]: Matrix): boolean {
  return Math.abs(b) > Math.abs(a)
}

/**
 * What sets a page upright whose table stands on its side, below a title that does not; `null` where most figures stand level. Labels
 * that are turned to fit in their cells are no reason.
 */
export function turnUpright(pieces: readonly Drawn[], [width, height]: readonly [number, number]): Matrix | null {
  const digits = (some: readonly Drawn[]) => some.reduce((sum, { text }) => sum + (text.match(/\d/g)?.length ?? 0), 0)
  const turned = pieces.filter(({ matrix }) => isTurned(matrix))
  const up = turned.filter(({ matrix }) => matrix[1] < 0)
  const down = turned.filter(({ matrix }) => matrix[1] > 0)
  const [own, turn]: [readonly Drawn[], Matrix] =
    digits(up) >= digits(down) ? [up, [0, 1, -1, 0, height, 0]] : [down, [0, -1, 1, 0, 0, width]]
  return digits(own) < Math.max(FEW, digits(pieces) * MOST) ? null : turn
}
