import { TABLES } from '../../forms/forms.js'
import { sectionKinds } from '../../forms/vocabulary.js'
import { struck } from './faults.js'
import { type Grid, gridOf, label, type Printed } from './grid.js'
import { damage } from './grid-faults.js'
import { labelStyle, relabelled } from './labels.js'
import type { Block, Layout } from './layouts.js'
import type { Narrative } from './narrative.js'
import type { OfficeYear } from './population.js'
import type { Random } from './random.js'
import { settings } from './settings.js'
import type { Planted } from './truth.js'

/** Everything a page is made of. */
export interface PageParts {
  readonly office: OfficeYear
  readonly layout: Layout
  readonly narrative: Narrative
  /** The words for title, period and signature. */
  readonly head: { readonly title: string; readonly period: string; readonly signed: string }
  readonly figure: Printed
  /** The table that is left out, if one is. */
  readonly without: string | null
}

const NUMERALS = ['一', '二', '三', '四', '五', '六']

/** Lays the parts of a report out as blocks, from title to signature; faults of the page are told. */
export function blocksOf(random: Random, parts: PageParts): { blocks: Block[]; planted: Planted[] } {
  const { office, layout, narrative, head, without } = parts
  const { marking, page_above, page_below, tables_at_end, table_notes, second_table } = settings()
  const planted: Planted[] = []
  const tables = new Map<string, Grid>()
  const style = labelStyle(random)
  for (const [name, table] of Object.entries(office.form?.tables ?? {})) {
    if (name !== without) tables.set(name, relabelled(gridOf(name, table, parts.figure), table, style))
  }
  planted.push(...damage(random, tables))
  const dropped = struck(random, 'missing_section') ? 'other' : null
  if (dropped !== null) planted.push({ fault: 'missing_section', section: dropped })

  const words: Readonly<Record<string, readonly string[]>> = {
    overview: narrative.overview,
    problems: narrative.problems,
    other: narrative.other,
  }
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  const noted = (table: string): Block[] => {
    if (!struck(random, 'table_note')) return []
    planted.push({ fault: 'table_note', table })
    return [paragraph(random.pick(table_notes))]
  }
  const body: Block[] = []
  let number = 0
  const kinds = ['overview', ...TABLES, 'problems', 'other'].filter((key) => key !== dropped)
  for (const key of kinds) {
    const grid = tables.get(key)
    if (words[key] === undefined && grid === undefined) continue
    body.push({ kind: 'heading', text: `${NUMERALS[number++]}、${labelOf(key)}` })
    if (grid === undefined) body.push(...(words[key] ?? []).map(paragraph))
    else if (layout.tablesLast) body.push(paragraph(tables_at_end))
    else body.push({ kind: 'table', table: key, grid }, ...noted(key))
  }
  const last = layout.tablesLast
    ? [...tables].flatMap(([name, grid], i): Block[] => [
        { kind: 'paragraph', text: `表格${NUMERALS[i]}` },
        { kind: 'table', table: name, grid },
      ])
    : []
  const requests = tables.get('requests')
  const second: Block[] = []
  if (requests !== undefined && struck(random, 'second_table')) {
    const other = requests.map((row) =>
      row.map((cell) => (cell.figure === undefined ? cell : label(String(random.int(0, 40)), cell.colspan))),
    )
    second.push(paragraph(second_table), { kind: 'table', table: 'requests', grid: other })
    planted.push({ fault: 'second_table', table: 'requests' })
  }
  const remains = struck(random, 'page_remains')
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

function labelOf(key: string): string {
  return sectionKinds().find((kind) => kind.key === key)?.label ?? key
}
