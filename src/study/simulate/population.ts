import type { Form } from '../../forms/forms.js'
import type { FormId } from '../../types.js'
import { type Body, drawBodies } from './bodies.js'
import { copiedTables } from './copies.js'
import { drawPractice, editionOf } from './editions.js'
import { NO_FAULTS, type Rates, struck } from './faults.js'
import { adopt, drawYear, newState } from './office.js'
import { withPassages } from './passages.js'
import { type Random, randomOf } from './random.js'
import { planSeries, seriesOf } from './series.js'
import { settings, type UnitKind } from './settings.js'
import type { Values } from './solve.js'
import type { Planted } from './truth.js'
import { sumOf } from './whole.js'

/** One body's year: who it is, what its tables say, and what was broken on purpose. */
export interface OfficeYear {
  readonly id: string
  readonly unit: UnitKind
  /** The unit without its year. */
  readonly unitId: string
  readonly parentId: string | null
  readonly parts: readonly string[]
  readonly issuer: string
  readonly year: number
  /** The form its tables follow, as it prints it; `null` for a year without tables, whose figures stand in sentences. */
  readonly form: Form | null
  /** The edition of each of its tables. */
  readonly editions: Readonly<Record<string, FormId>>
  readonly values: Values
  readonly planted: readonly Planted[]
  /** The report whose words, dates and figures these are: its own id, but for a report published twice. */
  readonly original: string
  /** The report whose section five this one prints. */
  readonly passage: string
  /** The section that is left out, if one is, and whether its heading stays. */
  readonly lost: { readonly section: string; readonly heading: boolean } | null
  /** How often faults are planted in this report. */
  readonly rates: Rates
}

/** Reports in one cluster: a few bodies that belong together, over a few years. */
export function clusterSize(): number {
  return settings().units.length * settings().years
}

/**
 * All reports of a cluster: by body, then by year. They depend on the seed and the cluster's number alone, and on how often
 * faults are planted.
 */
export function cluster(seed: string, number: number, rates: Rates = settings().faults): OfficeYear[] {
  const random = randomOf(seed, 'cluster', number)
  const { stems, departments, first_years, years, hierarchy, careful } = settings()
  const names = random.shuffled(stems)
  const department = random.pick(departments)
  const first = random.pick(first_years)
  const adding = random.chance(hierarchy.share)
  const practice = drawPractice(random)
  const summed = new Set(adding ? [hierarchy.whole, ...hierarchy.parts] : [])
  const bodies = drawBodies(seed, number, rates, summed)
  const unitId = (code: string) => bodies.find(({ unit }) => unit.code === code)?.id ?? code
  const ratesOf = (id: string) => (randomOf(seed, 'careful', id).chance(careful) ? NO_FAULTS : rates)
  const drawn = new Map<string, OfficeYear>()
  const published = new Set<string>()
  // Figures that were not counted are copied by nobody, so that it is known whose they are.
  const counted = new Set(bodies.filter(({ habit }) => habit.fault === null).map(({ id }) => id))
  const others = (year: number) =>
    [...drawn.values()].filter(({ id, unitId, year: of }) => of === year && published.has(id) && counted.has(unitId))
  const isWholeOf = ({ unit }: Body) => Number(unit.code === hierarchy.whole)
  const order = [...bodies].sort((a, b) => isWholeOf(a) - isWholeOf(b))
  const series = order.flatMap((body) => {
    const { unit } = body
    const issuer = unit.name.replace(/\{(\d)\}/g, (_, i) => names[Number(i)] ?? '').replace('{department}', department)
    const isWhole = adding && unit.code === hierarchy.whole
    const added = summed.has(unit.code)
    const own = adding ? practice : drawPractice(randomOf(seed, 'practice', number, unit.code))
    const habits = { ...own, province: practice.province }
    const state = newState()
    const slots = planSeries(seed, unitId(unit.code), years, rates, added)
    let before: OfficeYear | undefined
    // One year more than is published: a series with a gap reaches further.
    const all = Array.from({ length: years + 1 }, (_, i): OfficeYear => {
      const year = first + i
      const id = `${unitId(unit.code)}-${year}`
      const chance = randomOf(seed, 'office', number, unit.code, year)
      const careless = ratesOf(id)
      const { form, editions, planted } = editionOf(chance, year, habits, adding, careless)
      const last = before !== undefined && published.has(before.id) ? before : undefined
      const parts = isWhole ? hierarchy.parts.map((code) => drawn.get(`${unitId(code)}-${year}`)) : []
      const copied = adding ? null : copiedTables(chance, careless, { form, editions }, last, others(year))
      const { values, planted: broken } =
        copied !== null
          ? copied
          : isWhole
            ? sumOf(chance, parts, form, careless)
            : drawYear(chance, { form, year, body, state, rates: careless })
      if (copied !== null) adopt(state, values)
      before = {
        id,
        unit,
        unitId: unitId(unit.code),
        parentId: unit.parent === null ? null : unitId(unit.parent),
        parts: isWhole ? hierarchy.parts.map(unitId) : [],
        issuer,
        year,
        form,
        editions,
        values,
        planted: [...planted, ...broken],
        original: id,
        passage: id,
        lost: form?.tables.requests === undefined ? null : lostSection(randomOf(seed, 'lost', id), careless),
        rates: careless,
      }
      drawn.set(id, before)
      if (slots.some(({ index, copy }) => index === i && copy === null)) published.add(id)
      return before
    })
    return [{ unit, reports: seriesOf(all, slots) }]
  })
  return withPassages(
    seed,
    bodies.flatMap(({ unit }) => series.find((one) => one.unit === unit)?.reports ?? []),
  )
}

/** The section that is left out of a report, or left empty. */
function lostSection(random: Random, rates: Rates): OfficeYear['lost'] {
  const missing = struck(random, rates, 'missing_section')
  const empty = struck(random, rates, 'empty_section')
  const section = random.pick(['overview', 'problems', 'other'])
  return missing || empty ? { section, heading: !missing } : null
}
