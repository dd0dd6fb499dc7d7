import { type Form, type FormTable, TABLES } from '../../forms/forms.js'
import { sectionKinds } from '../../forms/vocabulary.js'
import { struck } from './faults.js'
import { type Grid, gridOf, label, type Printed } from './grid.js'
import { damage } from './grid-faults.js'
import { labelStyle, relabelled } from './labels.js'
import type { Block, Layout } from './layouts.js'
import type { Narrative } from './narrative.js'
import type { OfficeYear } from './population.js'
import { type Random, randomOf } from './random.js'
import { settings } from './settings.js'
import { cumulativeFigures } from './statistics.js'
import { type StatisticsStyle, statisticsGrid, statisticsStyle } from './statistics-grid.js'
import type { Planted } from './truth.js'

/** Everything a page is made of. */
export interface PageParts {
  readonly seed: string
  readonly office: OfficeYear
  readonly layout: Layout
  readonly narrative: Narrative
  /** The words for title, period and signature. */
  readonly head: { readonly title: string; readonly period: string; readonly signed: string }
  readonly figure: Printed
  /** Rows that must not be lost, by `table/row`: those with other faults. */
  readonly kept: ReadonlySet<string>
  /** The table that is left out, if one is. */
  readonly without: string | null
}

const NUMERALS = ['一', '二', '三', '四', '五', '六']

/** The sections a report may have, in their order; the statistics table is one only where it is not attached. */
const SECTIONS = ['overview', ...TABLES, 'statistics', 'problems', 'other']

/** Lays the parts of a report out as blocks, from title to signature; faults of the page are told. */
export function blocksOf(random: Random, parts: PageParts): { blocks: Block[]; planted: Planted[] } {
  const { office, layout, narrative, head, without } = parts
  const { marking, page_above, page_below, tables_at_end, table_notes, second_table, statistics_attached } = settings()
  const { rates, lost } = office
  const planted: Planted[] = []
  const style = { ...statisticsStyle(random, office.year), further: furtherColumn(parts) }
  const tables = gridsOf(random, parts, style)
  if (without !== null) tables.delete(without)
  planted.push(...damage(random, tables, rates, parts.kept))
  const words: Readonly<Record<string, readonly string[]>> = {
    overview: narrative.overview,
    problems: narrative.problems,
    other: narrative.other,
  }
  const noted = (table: string): Block[] => {
    if (!struck(random, rates, 'table_note')) return []
    planted.push({ fault: 'table_note', table })
    return [paragraph(random.pick(table_notes))]
  }
  const tableBlocks = (table: string, grid: Grid): Block[] => {
    const above = table === 'statistics' && !style.titleInside ? [paragraph(titleOf(office.form))] : []
    return [...above, { kind: 'table', table, grid }]
  }
  const isAttached = (table: string) => layout.tablesLast || (table === 'statistics' && style.attached)
  const body: Block[] = []
  let number = 0
  for (const key of SECTIONS) {
    const grid = tables.get(key)
    const isLost = lost?.section === key && !lost.heading
    if (isLost || (words[key] === undefined && (grid === undefined || (key === 'statistics' && isAttached(key)))))
      continue
    body.push({ kind: 'heading', text: `${NUMERALS[number++]}、${labelOf(key)}` })
    if (grid === undefined) body.push(...(words[key] ?? []).map(paragraph))
    else if (isAttached(key)) body.push(paragraph(tables_at_end))
    else body.push(...tableBlocks(key, grid), ...noted(key))
  }
  const last = [...tables]
    .filter(([name]) => isAttached(name))
    .flatMap(([name, grid], i): Block[] => {
      const above = name === 'statistics' ? statistics_attached : `表格${NUMERALS[i]}`
      return [paragraph(above), ...tableBlocks(name, grid)]
    })
  const second: Block[] = []
  const [name = '', first] = [...tables].find(([table]) => table === 'requests' || table === 'statistics') ?? []
  if (first !== undefined && struck(random, rates, 'second_table')) {
    const other = first.map((row) =>
      row.map((cell) => (cell.figure === undefined ? cell : label(String(random.int(0, 40)), cell.colspan))),
    )
    second.push(paragraph(second_table), ...tableBlocks(name, other))
    planted.push({ fault: 'second_table', table: name })
  }
  const remains = struck(random, rates, 'page_remains')
  if (remains) planted.push({ fault: 'page_remains' })
  const blocks: Block[] = [
    ...(remains ? page_above.map(paragraph) : []),
    { kind: 'title', text: head.title },
    paragraph(marking.line),
    paragraph(head.period),
    ...body,
    paragraph(office.issuer),
    paragraph(head.signed),
    ...last,
    ...second,
    paragraph(marking.foot),
    ...(remains ? page_below.map(paragraph) : []),
  ]
  return { blocks, planted }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** The tables of a report by name, in the order of its form, with labels in its style. */
function gridsOf(random: Random, { office, figure }: PageParts, statistics: StatisticsStyle): Map<string, Grid> {
  const style = labelStyle(random)
  const grid = (name: string, table: FormTable): Grid =>
    name === 'statistics'
      ? table.blocks.flatMap((block) => statisticsGrid(block, (row, column) => figure(name, row, column), statistics))
      : gridOf(name, table, figure)
  return new Map(
    Object.entries(office.form?.tables ?? {}).map(([name, table]) => [
      name,
      relabelled(grid(name, table), table, style),
    ]),
  )
}

/** Now and then cumulative figures behind those of a form with one column. */
function furtherColumn({ seed, office: { id, form, values } }: PageParts): StatisticsStyle['further'] {
  const random = randomOf(seed, 'further column', id)
  const { share, heads } = settings().old_forms.cumulative
  const columns = form?.tables.statistics?.blocks.flatMap((block) => block.columns) ?? []
  if (form === null || columns.length !== 1 || !random.chance(share)) return null
  return { heads: random.pick(heads), figures: cumulativeFigures(random, form, values) }
}

function titleOf(form: Form | null): string {
  return form?.tables.statistics?.title ?? ''
}

function labelOf(key: string): string {
  if (key === 'statistics') return settings().statistics_heading
  return sectionKinds().find((kind) => kind.key === key)?.label ?? key
}
