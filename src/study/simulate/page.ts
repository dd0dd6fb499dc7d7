import { TABLES } from '../../forms/forms.js'
import { sectionKinds } from '../../forms/vocabulary.js'
import { mistyped, struck } from './faults.js'
import { type Grid, type GridCell, gridOf, type Printed } from './grid.js'
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
  const { marking, page_above, page_below, tables_at_end } = settings()
  const planted: Planted[] = []
  const tables = new Map<string, Grid>()
  const wide = random.chance(0.6)
  for (const [name, table] of Object.entries(office.form?.tables ?? {})) {
    if (name !== without) tables.set(name, punctuated(gridOf(name, table, parts.figure), wide))
  }
  if (tables.size > 0 && struck(random, 'label_typo')) planted.push(mistype(random, tables))
  const dropped = struck(random, 'missing_section') ? 'other' : null
  if (dropped !== null) planted.push({ fault: 'missing_section', section: dropped })

  const words: Readonly<Record<string, readonly string[]>> = {
    overview: narrative.overview,
    problems: narrative.problems,
    other: narrative.other,
  }
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  const body: Block[] = []
  let number = 0
  const kinds = ['overview', ...TABLES, 'problems', 'other'].filter((key) => key !== dropped)
  for (const key of kinds) {
    const grid = tables.get(key)
    if (words[key] === undefined && grid === undefined) continue
    body.push({ kind: 'heading', text: `${NUMERALS[number++]}、${labelOf(key)}` })
    if (grid === undefined) body.push(...(words[key] ?? []).map(paragraph))
    else body.push(layout.tablesLast ? paragraph(tables_at_end) : { kind: 'table', table: key, grid })
  }
  const last = layout.tablesLast
    ? [...tables].flatMap(([name, grid], i): Block[] => [
        { kind: 'paragraph', text: `表格${NUMERALS[i]}` },
        { kind: 'table', table: name, grid },
      ])
    : []
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
    paragraph(marking.foot),
    ...(remains ? page_below.map(paragraph) : []),
  ]
  return { blocks, planted }
}

/** The labels with the full-width punctuation of Chinese print, or as the form's data has them. */
function punctuated(grid: Grid, wide: boolean): Grid {
  if (!wide) return grid
  const signs: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：' }
  const label = (text: string) => text.replace(/[(),:]/g, (sign) => signs[sign] ?? sign)
  return grid.map((row) => row.map((cell) => (cell.figure === undefined ? { ...cell, text: label(cell.text) } : cell)))
}

function labelOf(key: string): string {
  return sectionKinds().find((kind) => kind.key === key)?.label ?? key
}

/** Mistypes the label of one row long enough to be known again. */
function mistype(random: Random, tables: Map<string, Grid>): Planted {
  const long = [...tables].flatMap(([table, grid]) =>
    grid.flat().flatMap((cell) => (cell.labels !== undefined && cell.text.length >= 8 ? [{ table, cell }] : [])),
  )
  const chosen = random.pick(long)
  const printed = mistyped(random, chosen.cell.text)
  const typed = (cell: GridCell) => (cell === chosen.cell ? { ...cell, text: printed } : cell)
  const grid = tables.get(chosen.table) ?? []
  tables.set(
    chosen.table,
    grid.map((row) => row.map(typed)),
  )
  return { fault: 'label_typo', table: chosen.table, row: chosen.cell.labels, label: chosen.cell.text, printed }
}
