const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/**
 * The number a Chinese numeral stands for; `null` where the characters are no numeral.
 *
 * @example
 * chineseNumber('一万三千') // 13000
 */
export function chineseNumber(numeral: string): number | null {
  const parts = numeral
    .replaceAll('〇', '零')
    .replaceAll('两', '二')
    .split(/(?<=[万亿])/)
  let total = 0
  for (const part of parts) {
    const scale = part.endsWith('亿') ? 1e8 : part.endsWith('万') ? 1e4 : 1
    const section = scale === 1 ? part : part.slice(0, -1)
    const value = section === '' ? 1 : belowTenThousand(section)
    if (value === null) return null
    total += value * scale
  }
  return total
}

function belowTenThousand(section: string): number | null {
  let total = 0
  let digit: number | null = null
  for (const char of section) {
    const unit = UNITS[char]
    const value = DIGITS.indexOf(char)
    if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = null
    } else if (value < 0 || (digit !== null && digit !== 0)) return null
    else digit = value
  }
  return total + (digit ?? 0)
}
