import { headWords } from '../../forms/head-words.js'
import { edgeLines, type Line } from '../lines.js'
import { anyOf, once } from '../word-patterns.js'
import { isSameBody, maySignFor } from './same-body.js'
import { type Judged, judged, type Title } from './title.js'
import { type Candidate, candidates, lastSteps, runningOn } from './title-lines.js'

type Range = readonly [from: number, to: number]

/** A report's own title, and where the titles of other reports stand that its page lists. */
export interface FoundTitle {
  readonly title: Title | null
  readonly others: readonly Range[]
}

/** Lines in which a title is looked for, from the first of the page and up to the text: pages put menus and lists above it. */
const TITLE_LINES = 80

/**
 * Finds the report's own title: words that say 政府信息公开工作年度报告 or the like and are no sentence, above the report's text. Of several that
 * name different years or bodies it is the one nearest to the text, or that of the body which signed: above and below it a page
 * lists other reports. Of those that agree it is the one that says most, of equal ones the first.
 *
 * @param starts where the report's text begins anew: its sections, or else its sentences
 * @param named bodies that the report names as its own elsewhere: the signatory, the page's issuer
 */
export function findTitle(
  all: readonly Line[],
  text: string,
  starts: readonly number[],
  named: { readonly signatory: string | null; readonly issuer: string | null },
): FoundTitle {
  const lines = titleLines(all, starts[0] ?? 0)
  const ways: [() => readonly Candidate[], readonly Line[]][] = [
    [() => candidates(lines, text), lines],
    [() => lastSteps(lines), lines],
    [() => runningOn(all.slice(0, TITLE_LINES)), all],
  ]
  let seen: readonly Judged[] = []
  for (const [way, lines] of ways) {
    const found = judged(way(), lines, text)
    seen = [...seen, ...found]
    const free = withoutFiles(found.filter(({ title }) => !isNeighbour(lines, title.line)))
    const pool = ownAmong(free, starts, named)
    const own = best(pool)
    if (own !== null) return { title: own.title, others: rangesOfOthers(seen, own, pool) }
  }
  return { title: null, others: rangesOfOthers(seen, null, []) }
}

/** Those that may be the report's own title, all of one year and one body. */
function ownAmong(
  found: readonly Judged[],
  starts: readonly number[],
  { signatory, issuer }: { readonly signatory: string | null; readonly issuer: string | null },
): readonly Judged[] {
  const [first, last] = [starts[0] ?? Number.POSITIVE_INFINITY, starts.at(-1) ?? Number.POSITIVE_INFINITY]
  const followed = found.filter(({ title }) => title.range[0] < last)
  const above = followed.filter(({ title }) => title.range[0] < first)
  const nearest = above.findLast(({ title }) => title.year !== null)
  const signed = (one: Judged) => one.name !== null && signatory !== null && maySignFor(signatory, one.name)
  const foreign = nearest?.name != null && signatory !== null && !signed(nearest)
  const anchor = (foreign ? (above.findLast(signed) ?? followed.find(signed)) : null) ?? nearest
  if (anchor === undefined) return followed
  const agreeing = above.filter((one) => one === anchor || agrees(one, anchor))
  const naming = agreeing.filter(({ name }) => name !== null)
  if (anchor.name !== null) return naming.includes(anchor) ? naming : [anchor, ...naming]
  const names = agreeing.flatMap(({ name }) => name ?? [])
  const known = signatory ?? issuer
  const isOne = names.every((name) => names.every((other) => isSameBody(name, other)))
  return isOne && names.every((name) => known === null || maySignFor(known, name))
    ? agreeing
    : agreeing.filter(({ name }) => name === null || (known !== null && maySignFor(known, name)))
}

/** Whether two titles may be one report's. */
function agrees(one: Judged, other: Judged): boolean {
  const [year, otherYear] = [one.title.year?.value, other.title.year?.value]
  if (year !== undefined && otherYear !== undefined && year !== otherYear) return false
  return one.name === null || other.name === null || isSameBody(one.name, other.name)
}

function best(found: readonly Judged[]): Judged | null {
  return found.reduce<Judged | null>((most, one) => (most === null || one.score > most.score ? one : most), null)
}

/** Without the names of attached files, unless there is nothing else: …年度报告.pdf. */
function withoutFiles(found: readonly Judged[]): readonly Judged[] {
  const printed = found.filter(({ title }) => !title.isFile)
  return printed.length > 0 ? printed : found
}

/** Titles that are not the report's own: they name another year or body than its title does, or any where that names none. */
function rangesOfOthers(found: readonly Judged[], own: Judged | null, pool: readonly Judged[]): Range[] {
  return found
    .filter((one) => one.title.year !== null || one.name !== null)
    .filter(
      (one) => own === null || !(pool.includes(one) || overlaps(one, own) || (own.name !== null && agrees(one, own))),
    )
    .map(({ title }) => title.range)
}

function overlaps({ title: { range: one } }: Judged, { title: { range: other } }: Judged): boolean {
  return one[0] < other[1] && other[0] < one[1]
}

/** 上一篇: 某某局2019年…: the report before or behind this one, in its line or the next. */
function isNeighbour(lines: readonly Line[], index: number): boolean {
  const label = (line: Line | undefined) => neighbour().exec(line?.text ?? '')?.[0] ?? ''
  const above = lines[index - 1]
  return label(lines[index]) !== '' || (above !== undefined && label(above).length === above.text.length)
}

const neighbour = once(
  () => new RegExp(`^[\\s<>«»《》\\[\\]【】()·•*-]*${anyOf(headWords().titles.neighbours)}[\\s:>»\\]】)]*`),
)

function titleLines(all: readonly Line[], start: number): Line[] {
  const first = all.findIndex(({ to }) => to > start)
  const above = first > TITLE_LINES ? all.slice(Math.max(TITLE_LINES, first - TITLE_LINES), first + 1) : []
  return [...edgeLines(all.slice(0, TITLE_LINES)).slice(0, TITLE_LINES), ...edgeLines(above)]
}
