import { type Form, forms } from '../../forms/forms.js'
import { drawYear, type State } from './office.js'
import { type Random, randomOf } from './random.js'
import { settings, type UnitKind } from './settings.js'
import { added, type Values } from './solve.js'
import type { Planted } from './truth.js'

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
  /** The edition its tables follow; `null` for a year without tables, whose figures stand in sentences. */
  readonly form: Form | null
  readonly values: Values
  readonly planted: readonly Planted[]
}

/** Reports in one cluster: a few bodies that belong together, over a few years. */
export function clusterSize(): number {
  return settings().units.length * settings().years
}

/** The edition prescribed for a year, or `null`. */
export function formOfYear(year: number): Form | null {
  return forms().find(({ report_years: [first, last] }) => first <= year && year <= (last ?? year)) ?? null
}

/** All reports of a cluster: by body, then by year. They depend on the seed and the cluster's number alone. */
export function cluster(seed: string, number: number): OfficeYear[] {
  const random = randomOf(seed, 'cluster', number)
  const { stems, departments, first_years, years, units, hierarchy } = settings()
  const names = random.shuffled(stems)
  const department = random.pick(departments)
  const first = random.pick(first_years)
  const adding = random.chance(hierarchy.share)
  const id = (unit: string) => `sim-${String(number).padStart(4, '0')}-${unit}`
  const drawn = new Map<string, OfficeYear>()
  const order = [...units].sort((a, b) => Number(a.code === hierarchy.whole) - Number(b.code === hierarchy.whole))
  for (const unit of order) {
    const issuer = unit.name.replace(/\{(\d)\}/g, (_, i) => names[Number(i)] ?? '').replace('{department}', department)
    const whole = adding && unit.code === hierarchy.whole
    const state: State = { carried: new Map(), stock: new Map(), items: new Map() }
    for (let year = first; year < first + years; year++) {
      const own = randomOf(seed, 'office', number, unit.code, year)
      const { form, planted } = editionOf(own, year, adding)
      const base = {
        id: `${id(unit.code)}-${year}`,
        unit,
        unitId: id(unit.code),
        parentId: unit.parent === null ? null : id(unit.parent),
        parts: whole ? hierarchy.parts.map(id) : [],
        issuer,
        year,
        form,
      }
      const parts = whole ? hierarchy.parts.map((code) => drawn.get(`${id(code)}-${year}`)) : []
      const { values, planted: broken } = whole ? sumOf(own, parts, form) : drawYear(own, { form, year, unit, state })
      drawn.set(base.id, { ...base, values, planted: [...planted, ...broken] })
    }
  }
  return units.flatMap((unit) =>
    Array.from({ length: years }, (_, i) => drawn.get(`${id(unit.code)}-${first + i}`)).filter(
      (one) => one !== undefined,
    ),
  )
}

/** The edition of the year, or, planted, the one of another year. Bodies whose figures are added up keep to the right one. */
function editionOf(random: Random, year: number, adding: boolean): { form: Form | null; planted: Planted[] } {
  const prescribed = formOfYear(year)
  const wrong = random.chance(settings().faults.wrong_form ?? 0)
  const others = forms().filter((form) => form !== prescribed)
  if (!wrong || adding || prescribed === null || others.length === 0) return { form: prescribed, planted: [] }
  const form = random.pick(others)
  return { form, planted: [{ fault: 'wrong_form', prescribed: prescribed.form, printed: form.form }] }
}

/** The sum of the parts' figures; where the fault is planted, one more request granted than the parts report. */
function sumOf(random: Random, parts: readonly (OfficeYear | undefined)[], form: Form | null) {
  const values: Values = new Map()
  for (const part of parts)
    for (const [key, value] of part?.values ?? []) values.set(key, added([values.get(key) ?? 0, value]))
  if (form === null || !random.chance(settings().faults.hierarchy ?? 0)) return { values, planted: [] }
  const by = random.int(1, 9)
  const raised = ['granted', 'concluded_total', 'received_new'].flatMap((row) =>
    ['natural_person', 'total'].map((column) => `requests/${row}/${column}`),
  )
  if (!raised.every((key) => values.has(key))) return { values, planted: [] }
  for (const key of raised) values.set(key, (values.get(key) ?? 0) + by)
  const cell = { table: 'requests', row: 'received_new', column: 'total' }
  return { values, planted: [{ fault: 'hierarchy', ...cell, difference: by } satisfies Planted] }
}
