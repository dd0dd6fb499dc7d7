import { fullIssuerName } from '../../forms/issuers.js'
import { isActive, type Publisher } from '../../forms/publishers.js'
import type { PanelReport } from './panel-report.js'

/** The reports of one body, by year and then by id. */
export interface Series {
  readonly unit: string
  readonly reports: readonly PanelReport[]
}

/** A report with its place in the panel. */
export interface Placed {
  readonly report: PanelReport
  /** The body, or `null` where it cannot be told from others. */
  readonly unit: string | null
  readonly publisher: Publisher | null
  /** The body's reports on earlier years, the latest year first; several may be on one year. */
  readonly earlier: readonly PanelReport[]
  /** Those on the year before. */
  readonly last: readonly PanelReport[]
  /** The body's other reports on the same year. */
  readonly twins: readonly PanelReport[]
}

/** Reports told apart by body, and what each comes after. */
export interface Panel {
  readonly placed: readonly Placed[]
  readonly series: readonly Series[]
  readonly publishers: readonly Publisher[]
  /** Reports of a unit on a year. */
  readonly find: (unit: string, year: number) => readonly PanelReport[]
}

/**
 * Tells which reports are of one body. A declared publisher goes before names; else bodies are joined by their name in one
 * spelling. Where one name is borne in several regions, reports without a region belong to nobody; so do those whose name
 * alone tells no body from another. The result does not depend on the order of the reports.
 */
export function panelOf(reports: readonly PanelReport[], publishers: readonly Publisher[]): Panel {
  const ordered = [...reports].sort((a, b) => compare(a.year ?? 0, b.year ?? 0) || compare(a.id, b.id))
  const regions = regionsByName(ordered)
  const find = finder(publishers)
  const units = new Map<PanelReport, { unit: string | null; publisher: Publisher | null }>()
  const series = new Map<string, PanelReport[]>()
  for (const report of ordered) {
    const publisher = find(report)
    const unit = publisher?.id ?? unitByName(report, regions)
    units.set(report, { unit, publisher })
    if (unit !== null) series.set(unit, [...(series.get(unit) ?? []), report])
  }
  const of = (unit: string, year: number) => (series.get(unit) ?? []).filter((report) => report.year === year)
  const placed = ordered.map((report): Placed => {
    const { unit = null, publisher = null } = units.get(report) ?? {}
    const { year } = report
    const own = unit === null || year === null ? [] : (series.get(unit) ?? [])
    const earlier = own.filter((one) => one.year !== null && year !== null && one.year < year).reverse()
    return {
      report,
      unit,
      publisher,
      earlier,
      last: earlier.filter((one) => one.year === (year ?? 0) - 1).reverse(),
      twins: own.filter((one) => one !== report && one.year === year),
    }
  })
  return {
    placed,
    series: [...series].map(([unit, own]) => ({ unit, reports: own })).sort((a, b) => compare(a.unit, b.unit)),
    publishers,
    find: of,
  }
}

/** Every name with the regions in which it is borne. */
function regionsByName(reports: readonly PanelReport[]): ReadonlyMap<string, ReadonlySet<string>> {
  const regions = new Map<string, Set<string>>()
  for (const { body, region } of reports) {
    if (body === null || region === null) continue
    regions.set(body, (regions.get(body) ?? new Set()).add(region))
  }
  return regions
}

function unitByName(
  { body, region, isDistinct }: PanelReport,
  regions: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (body === null) return null
  const borne = regions.get(body) ?? new Set()
  if (borne.size > 1) return region === null ? null : `${body} ${region}`
  if (region !== null) return body
  return isDistinct ? body : null
}

/** The publisher a report is declared to be of; `null` where none is, or two are. */
function finder(publishers: readonly Publisher[]): (report: PanelReport) => Publisher | null {
  const byId = new Map<string, Publisher[]>()
  const byName = new Map<string, Publisher[]>()
  const add = (map: Map<string, Publisher[]>, key: string, publisher: Publisher) =>
    map.set(key, [...(map.get(key) ?? []), publisher])
  for (const publisher of publishers) {
    for (const id of publisher.reports) add(byId, id, publisher)
    for (const name of publisher.names) add(byName, fullIssuerName(name), publisher)
  }
  const only = (found: readonly Publisher[]) => (new Set(found.map(({ id }) => id)).size === 1 ? found[0] : undefined)
  return (report) => {
    const suits = (one: Publisher) => report.year === null || isActive(one, report.year)
    const keys = [report.id, ...Array.from(report.id, (_, i) => `${report.id.slice(0, report.id.length - i)}*`), '*']
    for (const key of keys) {
      const found = only((byId.get(key) ?? []).filter(suits))
      if (found !== undefined) return found
    }
    const named = (byName.get(report.body ?? '') ?? []).filter(suits)
    return only(named.filter(({ region }) => region === null || region === report.region)) ?? null
  }
}

/** By number, or by code units. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
