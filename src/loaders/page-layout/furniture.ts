import { labelsAmong } from '../containers/known-labels.js'
import { foldLabel } from '../fold.js'
import type { Run } from './parts.js'

/** So many lines at the head and at the foot of a page may be outside its body: a running title and a number. */
const LINES = 2
/** How far a line may stand from the same place on another page, in points. */
const TOLERANCE = 1.5
/** The gap between such a line and the body, in letters. */
const GAP = 0.6
/** Pieces of such a line. */
const MOST = 60

/** The line that stands first or last on a page. */
interface EdgeLine {
  readonly page: number
  readonly at: number
  readonly text: string
  readonly runs: readonly Run[]
}

type Side = 'head' | 'foot'

/**
 * What stands on each page outside its body: the page's number and the running title. They stand apart from the body, at one height on
 * this page and one of the two before or behind it; the number counts on with the pages, the title is the same words.
 */
export async function furnitureOf(pages: readonly (readonly Run[])[]): Promise<ReadonlySet<Run>[]> {
  const outside = pages.map(() => new Set<Run>())
  for (const side of ['head', 'foot', 'head', 'foot'] satisfies Side[]) {
    const lines = pages.map((runs, page) =>
      edgeLine(
        runs.filter((run) => !outside[page]?.has(run)),
        page,
        side,
      ),
    )
    const titles = await labelsAmong(lines.map((line) => line?.text ?? ''))
    lines.forEach((line, page) => {
      if (line === null || titles[page]?.kind !== undefined) return
      const near = [...lines.slice(Math.max(0, page - LINES), page), ...lines.slice(page + 1, page + 1 + LINES)]
      if (near.some((other) => other !== null && isSameLine(line, other)))
        for (const run of line.runs) outside[page]?.add(run)
    })
  }
  return outside
}

/** The outermost line, if the body stands apart from it. */
function edgeLine(runs: readonly Run[], page: number, side: Side): EdgeLine | null {
  const sign = side === 'head' ? 1 : -1
  const middle = ({ top, bottom }: Run) => ((top + bottom) / 2) * sign
  const at = runs.reduce((least, run) => Math.min(least, middle(run)), Number.POSITIVE_INFINITY)
  const isOwn = (run: Run) => middle(run) < at + run.size * 0.5
  const own = runs.filter(isOwn).sort((a, b) => a.left - b.left)
  if (own.length === 0 || own.length > MOST) return null
  const size = own[0]?.size ?? 0
  const reach = Math.max(...own.map(({ top, bottom }) => (side === 'head' ? bottom : -top)))
  const nearBody = (run: Run) => !isOwn(run) && (side === 'head' ? run.top : -run.bottom) < reach + size * GAP
  if (runs.some(nearBody)) return null
  const text = foldLabel(own.map((run) => run.text).join(''))
  return { page, at, text, runs: own }
}

/** The day of printing, as browsers put it above a page. */
const DATE = /\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\d{1,2}:\d{2}/

/** Whether two lines of two pages are the same title, or numbers that count on from one page to the other. */
function isSameLine(a: EdgeLine, b: EdgeLine): boolean {
  const words = ({ text }: EdgeLine) => text.replace(/\d+/g, '#')
  const [own = [], other = []] = [a, b].map(({ text }) => (text.match(/\d{1,9}/g) ?? []).map(Number))
  if (Math.abs(a.at - b.at) > TOLERANCE || words(a) !== words(b)) return false
  const titled = /\p{L}{4}/u.test(a.text) || DATE.test(a.text)
  const counts = own.findIndex((number, i) => number !== other[i])
  if (counts < 0) return titled
  const isNumber = words(a).replace(/[^#]/g, '').length === 1 || /[页頁/]/.test(a.text) || titled
  return isNumber && (other[counts] ?? 0) - (own[counts] ?? 0) === b.page - a.page
}
