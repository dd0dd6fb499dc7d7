import type { FormColumn } from '../../forms/forms.js'
import type { Random } from './random.js'
import type { TrueStatus } from './truth.js'

/** How a report writes its figures. */
export interface Dress {
  readonly digits: 'plain' | 'full-width' | 'grouped' | 'with unit'
  readonly zeros: 'figure' | 'empty' | 'slash' | 'dash' | 'word' | 'mixed'
  readonly signs: 'minus' | 'in brackets'
}

/**
 * A dress at random. Figures that run together without borders are written plainly, since no reader could part them else.
 *
 * @param empties whether noughts may be left unprinted
 */
export function drawDress(random: Random, glued: boolean, empties = true): Dress {
  const digits = random.weighted<Dress['digits']>([
    ['plain', 14],
    ['full-width', 2],
    ['grouped', glued ? 0 : 2],
    ['with unit', glued ? 0 : 1],
  ])
  const zeros = random.weighted<Dress['zeros']>([
    ['figure', 12],
    ['empty', empties ? 4 : 0],
    ['slash', glued ? 0 : 1],
    ['dash', glued ? 0 : 1],
    ['word', glued ? 0 : 1],
    ['mixed', glued || !empties ? 0 : 1],
  ])
  const signs = random.chance(0.5) ? 'in brackets' : 'minus'
  return { digits, zeros, signs }
}

/** A number as the dress prints it; `lost` where the layout shows no empty cells. */
export function dressed(
  random: Random,
  dress: Dress,
  value: number,
  column: FormColumn,
  showsEmpty: boolean,
): { printed: string; status: TrueStatus } {
  if (value === 0) {
    const printed = zeroOf(random, dress)
    if (printed === '') return { printed, status: showsEmpty ? 'blank' : 'lost' }
    return { printed, status: printed === '0' ? 'stated' : 'nil' }
  }
  return { printed: numberOf(dress, value, column), status: 'stated' }
}

/** What a form says of a column whose rows print their units in a cell of their own. */
const UNIT_BESIDE = '见计量单位栏'

function zeroOf(random: Random, { zeros }: Dress): string {
  const words = { figure: '0', empty: '', slash: '/', dash: '—', word: '无' }
  return zeros === 'mixed' ? random.pick(Object.values(words)) : words[zeros]
}

function numberOf(dress: Dress, value: number, column: FormColumn): string {
  const size = String(Math.abs(value))
  const digits = dress.digits === 'grouped' ? size.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',') : size
  const wide = dress.digits === 'full-width' ? fullWidth(digits) : digits
  const unit = dress.digits === 'with unit' && column.unit !== UNIT_BESIDE ? column.unit : ''
  if (column.signed === true && dress.signs === 'in brackets') return `${wide}${unit}（${value < 0 ? '减' : '增'}）`
  return `${value < 0 ? '-' : ''}${wide}${unit}`
}

/** Full-width digits, letters and signs. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
}
