import type { FormTable } from '../../forms/forms.js'
import { struck } from './faults.js'
import type { Grid } from './grid.js'
import type { Random } from './random.js'

/** How one report prints the form's labels. */
export interface LabelStyle {
  /** With the full-width punctuation of Chinese print. */
  readonly wide: boolean
  /** In a wording seen in print, where the form's data knows one. */
  readonly alias: boolean
  /** 1、 for 1. */
  readonly renumbered: boolean
}

export function labelStyle(random: Random): LabelStyle {
  return { wide: random.chance(0.6), alias: struck(random, 'alias'), renumbered: struck(random, 'renumbered') }
}

const WIDE: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：' }
const NUMBER = /^(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d\.)/

/** A grid with its labels in a report's style; figures stay. */
export function relabelled(grid: Grid, table: FormTable, { wide, alias, renumbered }: LabelStyle): Grid {
  const aliases = new Map(table.blocks.flatMap(({ rows }) => rows.map((row) => [row.code, row.aliases[0]] as const)))
  const styled = (text: string, row: string | undefined) => {
    const number = NUMBER.exec(text)?.[0] ?? ''
    const other = alias && row !== undefined ? aliases.get(row) : undefined
    const worded = other === undefined ? text : number + other.replace(NUMBER, '')
    const numbered = renumbered ? worded.replace(/^(\d)\./, '$1、') : worded
    return wide ? numbered.replace(/[(),:]/g, (sign) => WIDE[sign] ?? sign) : numbered
  }
  return grid.map((row) =>
    row.map((cell) => (cell.figure === undefined ? { ...cell, text: styled(cell.text, cell.labels) } : cell)),
  )
}
