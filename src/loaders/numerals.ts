const DIGITS = '零一二三四五六七八九'
const TENS: readonly (readonly [power: number, name: string])[] = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
]
/** Numbers below this are read. */
const LIMIT = 10_000

let known: ReadonlyMap<string, number> | undefined

/**
 * The number a Chinese numeral states, below 10 000: 〇, 三, 十二, 两百零五. Only the regular way of writing a number is
 * read; figures written one after the other (二〇二一) may be a year or several cells and are not.
 *
 * @returns `null` for anything else
 * @example
 * chineseNumber('一百零五') // 105
 */
export function chineseNumber(written: string): number | null {
  known ??= new Map(Array.from({ length: LIMIT }, (_, n) => [chineseNumeral(n), n] as const))
  const regular = written
    .replace(/^两$/, '二')
    .replace(/两(?=[百千])/g, '二')
    .replaceAll('〇', '零')
  return known.get(regular) ?? known.get(regular.replace(/^一十/, '十')) ?? null
}

/** How a number below 10 000 is regularly written: 105 is 一百零五, 12 is 十二. */
function chineseNumeral(n: number): string {
  if (n < 10) return DIGITS.charAt(n)
  let rest = n
  let written = ''
  for (const [power, name] of TENS) {
    const digit = Math.floor(rest / power)
    rest %= power
    if (digit > 0) written += DIGITS.charAt(digit) + name
    else if (written !== '' && rest > 0 && !written.endsWith('零')) written += '零'
  }
  return (written + (rest > 0 ? DIGITS.charAt(rest) : '')).replace(/^一十/, '十')
}
