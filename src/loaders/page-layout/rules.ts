import { type Matrix, times } from './parts.js'
import type { Stroke } from './tilt.js'

/** A straight rule drawn on a page: across at height `at` from left to right, or down at `at` from top to bottom. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** What a PDF page's content does, as pdf.js lists it. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** A filled shape this thin is a rule, in points. */
const THIN = 3
/** Gaps and offsets that the eye does not see. */
const TOLERANCE = 2
const SHORTEST = 4

/** The rules drawn on a page: stroked lines and thin filled boxes, pieces of one rule joined. */
export function rulesOf(operators: Operators, ops: Readonly<Record<string, number>>, view: Matrix): Rules {
  const across: Rule[] = []
  const down: Rule[] = []
  for (const { isStroked, shape } of drawnShapes(operators, ops, view))
    if (isStroked) addStrokes(shape, across, down)
    else addThinBox(shape, across, down)
  return { across: joinPieces(across), down: joinPieces(down) }
}

/** The sides of what is drawn that run nearly level. */
export function strokesOf(operators: Operators, ops: Readonly<Record<string, number>>, view: Matrix): Stroke[] {
  return drawnShapes(operators, ops, view).flatMap(({ shape }) =>
    shape.slice(1).flatMap(([x1, y1], i) => {
      const [x0, y0] = shape[i] ?? [x1, y1]
      const slope = (y1 - y0) / (x1 - x0)
      return Math.abs(slope) <= LEVEL ? [{ slope, length: Math.abs(x1 - x0) }] : []
    }),
  )
}

/** Strokes that fall more than this on each point are none of a table's that lies askew. */
const LEVEL = 0.05

/** The shapes that are stroked or filled, where they stand on the page. */
function drawnShapes(
  { fnArray, argsArray }: Operators,
  ops: Readonly<Record<string, number>>,
  view: Matrix,
): { isStroked: boolean; shape: readonly Point[] }[] {
  const stroked = new Set(
    ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(
      (name) => ops[name],
    ),
  )
  const filled = new Set([ops.fill, ops.eoFill])
  const saved: Matrix[] = []
  let matrix = view
  return fnArray.flatMap((code, i) => {
    const args = argsArray[i]
    if (code === ops.save || code === ops.paintFormXObjectBegin) saved.push(matrix)
    if (code === ops.restore || code === ops.paintFormXObjectEnd) matrix = saved.pop() ?? view
    if (code === ops.transform && isMatrix(args)) matrix = times(matrix, args)
    if (code === ops.paintFormXObjectBegin && Array.isArray(args) && isMatrix(args[0])) matrix = times(matrix, args[0])
    if (code !== ops.constructPath || !Array.isArray(args)) return []
    const isStroked = stroked.has(args[0] as number)
    if (!isStroked && !filled.has(args[0] as number)) return []
    return shapesOf(args[1], matrix).map((shape) => ({ isStroked, shape }))
  })
}

export type Point = readonly [x: number, y: number]

export function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6 && value.every((n) => typeof n === 'number')
}

/** The numbers each step of a path takes: move, line, curve, quadratic curve, close. */
const STEPS = [2, 2, 6, 4, 0]

/** The shapes of a path, each as the points it passes; of a curve only the end. */
export function shapesOf(data: unknown, matrix: Matrix): Point[][] {
  const path = Array.isArray(data) ? data[0] : null
  if (path === null || path === undefined || typeof path !== 'object') return []
  const numbers = Array.from(
    path instanceof Float32Array || Array.isArray(path) ? path : (Object.values(path) as number[]),
  )
  const shapes: Point[][] = []
  for (let i = 0; i < numbers.length; ) {
    const step = numbers[i] ?? 4
    const count = STEPS[step] ?? 0
    const [x, y] = [numbers[i + count - 1] ?? 0, numbers[i + count] ?? 0]
    const shape = shapes.at(-1)
    if (step === 4) shape?.push(...shape.slice(0, 1))
    else {
      const [a, b, c, d, e, f] = matrix
      const point: Point = [a * x + c * y + e, b * x + d * y + f]
      if (step === 0 || shape === undefined) shapes.push([point])
      else shape.push(point)
    }
    i += count + 1
  }
  return shapes
}

function addStrokes(shape: readonly Point[], across: Rule[], down: Rule[]): void {
  for (let i = 1; i < shape.length; i++) {
    const [[x0, y0] = [0, 0], [x1, y1] = [0, 0]] = [shape[i - 1], shape[i]]
    if (Math.abs(y1 - y0) < 1) across.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
    else if (Math.abs(x1 - x0) < 1) down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
  }
}

function addThinBox(shape: readonly Point[], across: Rule[], down: Rule[]): void {
  const xs = shape.map(([x]) => x)
  const ys = shape.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (shape.length < 3 || shape.length > 8) return
  if (bottom - top <= THIN && bottom - top <= right - left)
    across.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (right - left <= THIN) down.push({ at: (left + right) / 2, from: top, to: bottom })
}

/** Joins the pieces that lie on one line and touch, and drops what is too short to be a cell's border. */
function joinPieces(pieces: readonly Rule[]): Rule[] {
  const lines: { at: number; pieces: Rule[] }[] = []
  for (const piece of [...pieces].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const line = lines.at(-1)
    if (line !== undefined && piece.at - line.at <= TOLERANCE) line.pieces.push(piece)
    else lines.push({ at: piece.at, pieces: [piece] })
  }
  return lines.flatMap(({ at, pieces: own }) => {
    const joined: { at: number; from: number; to: number }[] = []
    for (const { from, to } of own.sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1)
      if (last !== undefined && from <= last.to + TOLERANCE) last.to = Math.max(last.to, to)
      else joined.push({ at, from, to })
    }
    return joined.filter(({ from, to }) => to - from >= SHORTEST)
  })
}
