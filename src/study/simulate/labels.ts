import type { FormTable } from '../../forms/forms.js'
import type { Grid } from './grid.js'
import type { Random } from './random.js'
import { settings } from './settings.js'

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
  const { alias, renumbered } = settings().label_styles
  return { wide: random.chance(0.6), alias: random.chance(alias), renumbered: random.chance(renumbered) }
}

const WIDE: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：' }
const NUMBER = /^(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d\.)/

/** A grid with its labels in a report's style; figures stay. */
export function relabelled(grid: Grid, table: FormTable, { wide, alias, renumbered }: LabelStyle): Grid {
  const aliases = new Map(table.blocks.flatMap(({ rows }) => rows.map((row) => [row.code, row.aliases[0]] as const)))
  const styled = (text: string, row: string | undefined) => {
    const [prefix = ''] = /^其中:/.exec(text) ?? []
    return prefix === '' ? worded(text, row) : punctuated(prefix) + worded(text.slice(prefix.length), row)
  }
  const punctuated = (text: string) => (wide ? text.replace(/[(),:]/g, (sign) => WIDE[sign] ?? sign) : text)
  const worded = (text: string, row: string | undefined) => {
    const number = NUMBER.exec(text)?.[0] ?? ''
    const other = alias && row !== undefined ? aliases.get(row) : undefined
    const chosen = other === undefined ? text : number + other.replace(NUMBER, '')
    return punctuated(renumbered ? chosen.replace(/^(\d)\./, '$1、') : chosen)
  }
  return grid.map((row) =>
    row.map((cell) => (cell.figure === undefined ? { ...cell, text: styled(cell.text, cell.labels) } : cell)),
  )
}
