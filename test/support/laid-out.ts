import { type ColumnSetting, linesSet, setInColumns } from '../../src/study/simulate/columns.js'
import type { Place } from '../../src/types.js'
import { type GridCell, key, type MadeUp } from './made-up.js'
import { type Rendered, words } from './render.js'

/** A report as text whose blanks keep the columns of its requests table under each other; its other tables are left out. */
export function laidOut(report: MadeUp, setting: ColumnSetting): Rendered {
  const { opening, headings, closing } = words(report)
  const places = new Map<string, Place>()
  const before = [...opening, headings.proactive, headings.requests, ''].join('\n')
  const cells = setInColumns(report.grids.requests, ({ truth }: GridCell) => truth !== undefined, setting)
  const table = linesSet(cells, ({ truth }, from, to) => {
    if (truth) places.set(key('requests', truth.row, truth.column), [before.length + from, before.length + to])
  })
  return { source: `${before}${table}${[headings.remedies, ...closing].join('\n')}`, places }
}
