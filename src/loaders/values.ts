/** What stands in one cell. `other` is text that is neither a number nor a nil mark. */
export type CellText =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | null }
  | { readonly kind: 'nil' }
  | { readonly kind: 'other' }

const NIL = /^(?:[/\\]|[-—–─―]{1,3}|无|无数据|不适用|\*)$/
const NUMBER =
  /^(?<sign>[+-]|增|减|增加|减少)?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:(?<unit>万?元|[件条个项次篇人])|(?<scale>万)(?<scaled>[件条个项次篇人])?)?(?<mark>\((?:增|减|增加|减少|\+|-)\))?(?<note>\(?(?:件|条|个|项|次|万?元)\))?$/

/**
 * Reads the folded text of one cell: plain and grouped numbers, signs, `1(增)`, `34(减)`, `12件`, `1.2万`,
 * `1314.91万元`, and the nil marks `/ - — 无`. Signs that contradict each other (`+34(减)`) make no number.
 *
 * @example
 * readCell('34(减)') // { kind: 'number', value: -34, unit: null }
 */
export function readCell(folded: string): CellText {
  const text = folded.replace(/\s/g, '')
  if (NIL.test(text)) return { kind: 'nil' }
  const groups = NUMBER.exec(text)?.groups
  if (groups === undefined) return { kind: 'other' }
  const signs = (groups.sign ?? '') + (groups.mark ?? '')
  if (/-|减/.test(signs) && /\+|增/.test(signs)) return { kind: 'other' }
  const magnitude = Number((groups.digits ?? '').replaceAll(',', ''))
  const scaled = groups.scale === undefined ? magnitude : decimalTimes(magnitude, 10_000)
  const negative = /-|减/.test(signs)
  const unit = groups.unit ?? groups.scaled ?? groups.note?.replace(/[()]/g, '') ?? groups.scale ?? null
  return { kind: 'number', value: negative && scaled !== 0 ? -scaled : scaled, unit }
}

/** Whether every blank-separated part of a text reads as a cell of its own, as in `12 0 0 3`. */
export function splitsIntoCells(folded: string): boolean {
  const parts = folded.trim().split(/\s+/)
  return parts.length > 1 && parts.every((part) => readCell(part).kind !== 'other')
}

/** Multiplies a decimal by a power of ten without leaving a binary remainder (1.2 × 10000 = 12000). */
function decimalTimes(value: number, factor: number): number {
  return Number((value * factor).toFixed(6))
}
