import { lettersOf, partsLeft, type Run } from './parts.js'
import type { Rule, Rules } from './rules.js'

/** Stands where everything is crossed out: something is printed there that is no figure, as behind a picture in a page. */
const GONE = '\ufffc'

/** A rule through the middle of letters, in letters above the line they stand on; one below is an underline. */
const MIDDLE = [0.15, 0.5] as const
/** How far from the edges of letters a rule ends that was drawn for them, in letters; a cell's border goes on. */
const EDGE = 0.3
/** Letters nearer than this belong to one word or figure. */
const NEAR = 0.25

/** Letters that are crossed out are no part of what a page says: taken out, with the rules through them. */
export function withoutStruck(runs: readonly Run[], rules: Rules): { runs: readonly Run[]; rules: Rules } {
  const level = runs.filter(({ upright }) => !upright)
  const striking = new Map<Rule, readonly Run[]>()
  for (const rule of rules.across) {
    const crossed = level.filter((run) => isThrough(rule, run))
    if (crossed.length > 0 && endsWithLetters(rule, crossed)) striking.set(rule, crossed)
  }
  if (striking.size === 0) return { runs, rules }
  const through = new Map<Run, Rule[]>()
  for (const [rule, crossed] of striking)
    for (const run of crossed) through.set(run, [...(through.get(run) ?? []), rule])
  const left = new Map(runs.map((run) => [run, remaining(run, through.get(run) ?? [])]))
  const shown = [...left.values()].flat()
  const kept = runs.flatMap((run) => {
    const rest = left.get(run) ?? []
    const isAlone = rest.length === 0 && !shown.some((other) => adjoins(run, other))
    return isAlone ? [{ ...run, text: GONE }] : rest
  })
  return { runs: kept, rules: { ...rules, across: rules.across.filter((rule) => !striking.has(rule)) } }
}

function isThrough({ at, from, to }: Rule, { left, right, bottom, size }: Run): boolean {
  const above = (bottom - size * 0.15 - at) / size
  return above > MIDDLE[0] && above < MIDDLE[1] && from < right - 1 && to > left + 1
}

/** Whether a rule begins where a letter begins and ends where one ends. */
function endsWithLetters({ from, to }: Rule, runs: readonly Run[]): boolean {
  const letters = runs.flatMap((run) => lettersOf(run).map((letter) => ({ ...letter, slack: run.size * EDGE })))
  return (
    letters.some(({ left, slack }) => Math.abs(left - from) < slack) &&
    letters.some(({ right, slack }) => Math.abs(right - to) < slack)
  )
}

/** The parts of a run that no rule crosses out. */
function remaining(run: Run, rules: readonly Rule[]): Run[] {
  if (rules.length === 0) return [run]
  return partsLeft(run, ({ left, right }) => {
    const middle = (left + right) / 2
    return rules.some(({ from, to }) => middle > from && middle < to)
  })
}

function adjoins(run: Run, { left, right, top, bottom, upright }: Run): boolean {
  const slack = run.size * NEAR
  const isBeside = Math.abs(right - run.left) < slack || Math.abs(left - run.right) < slack
  return isBeside && !upright && top < run.bottom - run.size / 2 && bottom > run.top + run.size / 2
}
