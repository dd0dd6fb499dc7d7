const NUMERALS = '〇一二三四五六七八九'

/** The part of a pattern that finds a month's number; 元 is the first. */
export const MONTH_NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2}|元)'

/** The ISO date of a day; `null` where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

/** The number written in Arabic or Chinese numerals: 2021, 二〇二一, 十二, 三十一; 元 of 元月 is 1. */
export function number(written: string | undefined): number {
  const text = (written ?? '').replace(/[○零Oo]/g, '〇')
  if (/^[\d]+$/.test(text)) return Number(text)
  if (text === '元') return 1
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text)
  if (tens) return (tens[1] ? NUMERALS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? NUMERALS.indexOf(tens[2]) : 0)
  return Number(Array.from(text, (c) => (/\d/.test(c) ? c : NUMERALS.indexOf(c))).join(''))
}
