const DIGITS = '零一二三四五六七八九'
/** The characters that amounts of money are written in, and those they stand for. */
const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟'
const PLAIN = '一二三四五六七八九十百千'
/** Every character of a Chinese numeral. */
export const NUMERALS = `零〇一二两三四五六七八九十百千万亿${FORMAL}`

const DIGIT = '[一二两三四五六七八九]'
/**
 * Numerals that state no number: 数十, 几百 (how many tens nobody knows), 上千, 十几, and two digits side by side (三四百, 一两千). 数 may end
 * the word before as well (申请数十件), so that nobody knows which it is.
 */
const VAGUE = new RegExp(
  `(?<![\\d第${NUMERALS}])(?:[数几上][十百千万亿]{1,3}|[${NUMERALS}]{1,4}几[百千万]{0,2}|[${NUMERALS}]{0,5}?(${DIGIT})(?!\\1)${DIGIT}[十百千万亿]{0,2})[余多]?(?![${NUMERALS}])`,
  'g',
)

/** Where such numerals stand, which are no counts though a unit stands behind. */
export function vagueNumerals(text: string): (readonly [from: number, to: number])[] {
  return [...text.matchAll(VAGUE)].map(({ index, 0: words }) => [index, index + words.length])
}

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
    .replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/g, (char) => PLAIN[FORMAL.indexOf(char)] ?? char)
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

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }

/** 10000 for 万, 10000000 for 千余万; 1 for what is no scale. */
export function scaleOf(scale = ''): number {
  return [...scale].reduce((product, char) => product * (SCALES[char] ?? 1), 1)
}

/** Digits that may go on in 万, 千 or 百: `1,205`, `4.5万`, `3千`, `1万2千`, `1千2百余`. */
export const PRINTED =
  '(?:\\d{1,4}[亿万千](?=\\d{1,4}[万千百])){0,3}(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?|\\d{1,12}(?:\\.\\d{1,6})?)'
/** The scale such digits end in, before or behind 余 or 多: `3千余`, `2300余万`, `5千余万`. */
export const SCALE = '(?<=[\\d余多])(?:[百千][余多]?[万亿]|[百千万亿])'

/**
 * The number that digits and their scales stand for; `null` where a part is not smaller than the scale before it.
 *
 * @example
 * printedNumber('1千2', '百') // 1200
 */
export function printedNumber(digits: string, scale = ''): number | null {
  if (scale.length > 1) return /[百千万亿]/.test(digits) ? null : (printedNumber(digits) ?? 0) * scaleOf(scale)
  let [total, least] = [0, Number.POSITIVE_INFINITY]
  for (const part of `${digits}${scale}`.replaceAll(',', '').split(/(?<=[百千万亿])/)) {
    const size = scaleOf(part.at(-1))
    const value = Number(size === 1 ? part : part.slice(0, -1)) * size
    if (value >= least) return null
    least = size
    total += value
  }
  return Number(total.toFixed(6))
}
