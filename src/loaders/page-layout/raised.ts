import type { Run } from './parts.js'
import type { Rules } from './rules.js'

/** What stands before a raised or a lowered sign, as in the text of a page of HTML: it is no digit of the number beside it. */
const [RAISED, LOWERED] = ['^', '_']

/** Signs of notes, and what they are put together from where a page writes each part of one by itself. */
const SIGN = /^\s*[\d()（）[\]〔〕注*※†①-⑳]{1,6}\s*$/

/** Letters of signs are so much smaller, at most; those that are lowered more, since letters of other sizes stand on the line, about. */
const [SMALLER, MUCH_SMALLER] = [0.9, 0.8]
/** How much higher a sign stands than the figure it belongs to, in letters of that: less than the next line, also where it is as large. */
const HIGHER = { smaller: [0.2, 0.8], alike: [0.2, 0.55] } as const
const LOWER = { smaller: [0.04, 0.5], alike: [0.15, 0.35] } as const
/** How far a sign stands from what it belongs to, in letters: one as large as that stands close by. */
const APART = { smaller: 0.3, alike: 0.12 } as const

/** Signs that stand higher or lower than the letters beside them are marked, and put on the line of those. */
export function withRaisedMarked(runs: readonly Run[], { down }: Rules): readonly Run[] {
  const signs = runs.filter(({ text, upright }) => !upright && SIGN.test(text)).sort((a, b) => a.left - b.left)
  if (signs.length === 0) return runs
  const ending = byPlace(runs, ({ right }) => right)
  const beginning = byPlace(runs, ({ left }) => left)
  const marked = new Map<Run, { readonly run: Run; readonly mark: string }>()
  const isParted = (x: number, run: Run) =>
    down.some(({ at, from, to }) => Math.abs(at - x) < 2 && from < run.bottom && to > run.top)
  for (const sign of signs) {
    const before = ending(sign.left, sign.size).flatMap((run): { run: Run; mark: string }[] => {
      const other = marked.get(run)
      const mark = other && baseline(run) === baseline(sign) ? '' : markOf(sign, run, sign.left - run.right)
      return mark === null ? [] : [{ run: other?.run ?? run, mark }]
    })
    const behind = beginning(sign.right, sign.size).flatMap((run): { run: Run; mark: string }[] => {
      const mark = /^\s*\d/.test(run.text) ? markOf(sign, run, run.left - sign.right) : null
      return mark === null ? [] : [{ run, mark }]
    })
    const found = before[0] ?? behind[0]
    if (found === undefined || isParted(before.length > 0 ? sign.left : sign.right, sign)) continue
    const { top, bottom, right } = found.run
    const left = before.length > 0 ? right : sign.left
    marked.set(sign, { run: { ...sign, text: found.mark + sign.text.trim(), left, top, bottom }, mark: found.mark })
  }
  return runs.map((run) => marked.get(run)?.run ?? run)
}

/** The mark of a sign that stands higher or lower than a run beside it; `null` where it does neither. */
function markOf(sign: Run, run: Run, gap: number): string | null {
  if (run === sign || run.upright || sign.size > run.size * 1.05) return null
  const kind = sign.size < run.size * SMALLER ? 'smaller' : 'alike'
  if (Math.abs(gap) > run.size * APART[kind]) return null
  const raise = (baseline(run) - baseline(sign)) / run.size
  if (raise > HIGHER[kind][0] && raise < HIGHER[kind][1]) return RAISED
  const lower = LOWER[sign.size < run.size * MUCH_SMALLER ? 'smaller' : 'alike']
  const isDigits = /\d\s*$/.test(run.text) && /\d/.test(sign.text)
  return isDigits && -raise > lower[0] && -raise < lower[1] ? LOWERED : null
}

function baseline({ bottom, size }: Run): number {
  return bottom - size * 0.15
}

/** Finds runs by an edge of theirs, within half a letter. */
function byPlace(runs: readonly Run[], edge: (run: Run) => number): (x: number, size: number) => readonly Run[] {
  const places = new Map<number, Run[]>()
  for (const run of runs) {
    const place = Math.round(edge(run))
    const own = places.get(place)
    if (own === undefined) places.set(place, [run])
    else own.push(run)
  }
  return (x, size) => {
    const found: Run[] = []
    for (let place = Math.floor(x - size / 2); place <= Math.ceil(x + size / 2); place++)
      found.push(...(places.get(place) ?? []))
    return found.sort((a, b) => Math.abs(edge(a) - x) - Math.abs(edge(b) - x))
  }
}
