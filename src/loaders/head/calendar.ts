const NUMERALS = '〇一二三四五六七八九'

/** The ISO date of a day; `null` where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

/** The number written in Arabic or Chinese numerals: 2021, 二〇二一, 十二, 三十一. */
export function number(written: string | undefined): number {
  const text = (written ?? '').replace(/[○零Oo]/g, '〇')
  if (/^[\d]+$/.test(text)) return Number(text)
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text)
  if (tens) return (tens[1] ? NUMERALS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? NUMERALS.indexOf(tens[2]) : 0)
  return Number(Array.from(text, (c) => (/\d/.test(c) ? c : NUMERALS.indexOf(c))).join(''))
}
