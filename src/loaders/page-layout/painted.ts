import { type Matrix, times } from './parts.js'
import { isMatrix, type Operators, type Point, shapesOf } from './rules.js'

/** A box on the page, in points from the upper left corner. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A letter, in the order in which a page is drawn. */
export interface PaintedLetter {
  readonly text: string
  readonly order: number
  /** Its colour; `null` where it is none that can be told, or the letter is drawn otherwise than by filling it. */
  readonly colour: string | null
  /** Whether it belongs to a layer that is not shown. */
  readonly isOff: boolean
}

/** An area that is filled; a picture, or one whose colour or edges cannot be told, has no colour. */
export interface PaintedArea extends Box {
  readonly order: number
  readonly colour: string | null
}

export interface Painted {
  readonly letters: readonly PaintedLetter[]
  readonly areas: readonly PaintedArea[]
}

interface State {
  readonly matrix: Matrix
  readonly colour: string | null
  /** Whether what is drawn covers what is below it. */
  readonly opaque: boolean
  readonly mode: number
  readonly clip: Box | null
  /** Whether what is drawn is cut off along other lines than a box's. */
  readonly oddlyClipped: boolean
  /** Whether the page is moved and nothing drawn since: pictures leave no other trace. */
  readonly isIdle: boolean
}

const FILLED = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const
const UNIT: Box = { left: 0, right: 1, top: 0, bottom: 1 }

/** What a page draws, letter by letter and area by area. Appearances of annotations are left out. */
export function paintedOn(
  { fnArray, argsArray }: Operators,
  ops: Readonly<Record<string, number>>,
  view: Matrix,
  isShown: (layer: unknown) => boolean,
): Painted {
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]))
  const filled = new Set(FILLED.map((name) => ops[name]))
  const letters: PaintedLetter[] = []
  const areas: PaintedArea[] = []
  const saved: State[] = []
  const layers: boolean[] = []
  let [annotations, isClipping] = [0, false]
  let state: State = {
    matrix: view,
    colour: '#000000',
    opaque: true,
    mode: 0,
    clip: null,
    oddlyClipped: false,
    isIdle: false,
  }
  const draw = () => {
    state = { ...state, isIdle: false }
  }
  const step: Readonly<Record<string, (args: readonly unknown[], order: number) => void>> = {
    save: () => {
      saved.push(state)
      draw()
    },
    restore: (_, order) => {
      if (state.isIdle) areas.push({ ...boxOf(UNIT, state.matrix), order, colour: null })
      state = saved.pop() ?? state
      draw()
    },
    transform: (args) => {
      if (isMatrix(args)) state = { ...state, matrix: times(state.matrix, args), isIdle: true }
    },
    paintFormXObjectBegin: ([matrix]) => {
      saved.push(state)
      if (isMatrix(matrix)) state = { ...state, matrix: times(state.matrix, matrix) }
      draw()
    },
    paintFormXObjectEnd: () => {
      state = { ...(saved.pop() ?? state), isIdle: false }
    },
    beginAnnotation: () => {
      annotations++
    },
    endAnnotation: () => {
      annotations--
    },
    beginMarkedContent: () => layers.push(true),
    beginMarkedContentProps: ([tag, layer]) => layers.push(tag !== 'OC' || isShown(layer)),
    endMarkedContent: () => layers.pop(),
    setFillRGBColor: ([colour]) => {
      state = { ...state, colour: typeof colour === 'string' ? colour.toLowerCase() : null }
    },
    setFillColorN: () => {
      state = { ...state, colour: null }
    },
    setFillTransparent: () => {
      state = { ...state, colour: null }
    },
    setGState: ([entries]) => {
      state = { ...state, opaque: isOpaque(entries, state.opaque) }
    },
    setTextRenderingMode: ([mode]) => {
      state = { ...state, mode: Number(mode) }
    },
    clip: () => {
      isClipping = true
    },
    eoClip: () => {
      isClipping = true
    },
    shadingFill: (_, order) => {
      areas.push({ ...(state.clip ?? EVERYWHERE), order, colour: null })
      draw()
    },
    constructPath: (args, order) => {
      const shapes = shapesOf(args[1], state.matrix)
      const isBox = shapes.length === 1 && isBoxed(shapes[0] ?? [])
      const whole = boxAround(shapes.flat())
      if (filled.has(args[0] as number) && !layers.includes(false)) {
        const isPlain = isBox && state.opaque && !state.oddlyClipped
        areas.push({ ...within(whole, state.clip), order, colour: isPlain ? state.colour : null })
      }
      draw()
      if (isClipping) state = { ...state, clip: within(whole, state.clip), oddlyClipped: state.oddlyClipped || !isBox }
      isClipping = false
    },
    showText: ([glyphs], order) => {
      draw()
      if (annotations > 0 || !Array.isArray(glyphs)) return
      const own = { order, colour: state.mode === 0 ? state.colour : null, isOff: layers.includes(false) }
      for (const glyph of glyphs) for (const text of textOf(glyph)) letters.push({ ...own, text })
    },
  }
  fnArray.forEach((code, order) => {
    const name = names.get(code) ?? ''
    const args = argsArray[order]
    if (name.startsWith('paintImage') || name.startsWith('paintInline') || name.startsWith('paintSolid')) {
      areas.push({ ...(/Group|Repeat/.test(name) ? EVERYWHERE : boxOf(UNIT, state.matrix)), order, colour: null })
      draw()
    } else step[name]?.(Array.isArray(args) ? args : [], order)
  })
  return { letters, areas }
}

const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
}

/** Whether what is drawn covers what is below it, after some settings. */
function isOpaque(entries: unknown, before: boolean): boolean {
  const set = new Map(Array.isArray(entries) ? (entries as (readonly [string, unknown])[]) : [])
  const told = ['ca', 'BM', 'SMask'].some((name) => set.has(name))
  const plain = !set.has('BM') || set.get('BM') === 'source-over'
  return told ? (set.get('ca') ?? 1) === 1 && plain && !set.get('SMask') : before
}

/** The letters of a glyph, blanks left out; numbers stand between glyphs for the gaps. */
function textOf(glyph: unknown): string[] {
  if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph)) return []
  return Array.from(String(glyph.unicode)).filter((letter) => letter.trim() !== '')
}

function boxOf({ left, right, top, bottom }: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [left, right].flatMap((x) => [top, bottom].map((y): Point => [a * x + c * y + e, b * x + d * y + f]))
  return boxAround(corners)
}

function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Whether a shape is a box with level sides. */
function isBoxed(shape: readonly Point[]): boolean {
  const { left, right, top, bottom } = boxAround(shape)
  const near = (value: number, ...edges: number[]) => edges.some((edge) => Math.abs(value - edge) < 0.5)
  return (
    shape.length >= 4 &&
    shape.length <= 5 &&
    shape.every(([x, y]) => near(x, left, right) && near(y, top, bottom)) &&
    shape.slice(1).every(([x, y], i) => near(x, shape[i]?.[0] ?? x) || near(y, shape[i]?.[1] ?? y))
  )
}

function within(box: Box, clip: Box | null): Box {
  if (clip === null) return box
  return {
    left: Math.max(box.left, clip.left),
    right: Math.min(box.right, clip.right),
    top: Math.max(box.top, clip.top),
    bottom: Math.min(box.bottom, clip.bottom),
  }
}
