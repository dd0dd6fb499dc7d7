import type { Matrix } from './parts.js'

/** Where a piece of text begins on the page, and how wide it is. */
export interface Begun {
  readonly matrix: Matrix
  readonly width: number
}

/** A stroke that runs nearly level, by how much it falls on each point to the right. */
export interface Stroke {
  readonly slope: number
  readonly length: number
}

/** A page laid askew on a scanner falls no more than this on each point; what falls less than the least is level to the eye. */
const [MOST, LEAST] = [0.03, 0.0015]
/** Strokes shorter than this do not tell; together they must be as long as this many of them. */
const [LONG, STROKES] = [60, 8]
/** As many pieces of text, at least, tell how a page lies. */
const PIECES = 24
/** Steps in which slopes are tried; beginnings of words within such a height stand on one line, in letters; how much better a slope must fit than level lines do. */
const [STEP, NEAR, BETTER] = [0.0005, 0.12, 1.2]

/**
 * How much the lines of a page fall on each point to the right: by its long strokes, by the direction of its letters, or, where
 * level words stand on slanted lines, by the slope at which most words stand on one line with others. 0 for a level page.
 */
export function tiltOf(pieces: readonly Begun[], strokes: readonly Stroke[]): number {
  const long = strokes.filter(({ length }) => length >= LONG)
  if (sum(long) >= LONG * STROKES) return tilt(middle(long))
  const level = pieces.filter(({ matrix: [a, b] }) => a > 0 && Math.abs(b) <= a * MOST)
  if (level.length < PIECES) return 0
  const turned = middle(level.map(({ matrix: [a, b], width }) => ({ slope: b / a, length: width })))
  return tilt(turned) === 0 ? tilt(slopeOfLines(level)) : turned
}

/** What levels a page about its middle. */
export function levelled(slope: number, [width, height]: readonly [number, number]): Matrix {
  const turn = Math.atan(slope)
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const [x, y] = [width / 2, height / 2]
  return [cos, -sin, sin, cos, x - x * cos - y * sin, y + x * sin - y * cos]
}

function tilt(slope: number): number {
  return Math.abs(slope) < LEAST || Math.abs(slope) > MOST ? 0 : slope
}

function sum(strokes: readonly Stroke[]): number {
  return strokes.reduce((total, { length }) => total + length, 0)
}

/** The slope half of the strokes fall less than, by length. */
function middle(strokes: readonly Stroke[]): number {
  const half = sum(strokes) / 2
  let reached = 0
  for (const { slope, length } of strokes.toSorted((a, b) => a.slope - b.slope)) {
    reached += length
    if (reached >= half) return slope
  }
  return 0
}

interface Point {
  readonly x: number
  readonly y: number
  /** How far from another's height it may stand on one line with it. */
  readonly near: number
}

/** The slope at which most pieces of text begin on one line with others, if it fits much better than level lines. */
function slopeOfLines(pieces: readonly Begun[]): number {
  const points = pieces.map(({ matrix: [a, , , , x, y] }): Point => ({ x, y, near: a * NEAR }))
  const steps = Math.round(MOST / STEP)
  const slopes = Array.from({ length: 2 * steps + 1 }, (_, i) => (i - steps) * STEP)
  const fits = slopes.map((slope) => pairsOnLines(points, slope))
  const most = Math.max(...fits)
  const best = slopes.filter((_, i) => (fits[i] ?? 0) > most * AS_WELL)
  const isOne = (best.at(-1) ?? 0) - (best[0] ?? 0) < STEP * SPREAD
  if (!isOne || most < (fits[steps] ?? 0) * BETTER) return 0
  return fitted(points, best[Math.floor(best.length / 2)] ?? 0)
}

/** Slopes that fit as well as the best stand together, no more steps apart than this. */
const [AS_WELL, SPREAD] = [0.97, 12]

/** How many pairs of points stand on one line, if lines fall by a slope. */
function pairsOnLines(points: readonly Point[], slope: number): number {
  const heights = points.map(({ x, y, near }) => ({ height: y - slope * x, near })).sort((a, b) => a.height - b.height)
  let pairs = 0
  let first = 0
  heights.forEach(({ height, near }, i) => {
    while (height - (heights[first]?.height ?? height) > near) first++
    pairs += i - first
  })
  return pairs
}

/** A slope made exact: that of the straight lines which leave least between them and the points near each. */
function fitted(points: readonly Point[], slope: number): number {
  const lines: { left: number; own: { x: number; height: number }[] }[] = []
  const heights = points.map(({ x, y, near }) => ({ x, near, height: y - slope * x }))
  for (const { x, height, near } of heights.sort((a, b) => a.height - b.height)) {
    const line = lines.at(-1)
    if (line !== undefined && height - line.left <= near) line.own.push({ x, height })
    else lines.push({ left: height, own: [{ x, height }] })
  }
  let [moved, spread] = [0, 0]
  for (const { own } of lines) {
    const x = own.reduce((total, point) => total + point.x, 0) / own.length
    for (const point of own) {
      moved += (point.x - x) * point.height
      spread += (point.x - x) ** 2
    }
  }
  return spread === 0 ? slope : slope + moved / spread
}
