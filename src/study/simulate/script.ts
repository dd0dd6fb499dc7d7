import { betweenMarks } from './marks.js'
import type { Random } from './random.js'
import { settings } from './settings.js'

/** The scripts a report can be in; the number is how often each is drawn. */
export const SCRIPTS = [
  ['simplified', 12],
  ['traditional', 2],
  ['taiwan words', 2],
  ['over-converted', 1],
  ['pinyin', 1],
] as const

export type Script = (typeof SCRIPTS)[number][0]

type Converter = (text: string) => string
const loaded = new Map<string, Promise<Converter>>()

/** Puts a page, marks and all, into a script. */
export async function inScript(text: string, script: Script): Promise<string> {
  if (script === 'simplified') return text
  if (script === 'pinyin') return withPinyin(text)
  const converted = (await converter(script === 'taiwan words' ? 'twp' : 'tw'))(text)
  return script === 'over-converted' ? replaced(converted, settings().over_converted) : converted
}

function converter(to: 'tw' | 'twp'): Promise<Converter> {
  const known = loaded.get(to)
  if (known !== undefined) return known
  const made = import('opencc-js/cn2t').then(({ Converter }) => Converter({ from: 'cn', to }))
  loaded.set(to, made)
  return made
}

/** Characters a converter should have left alone put for others, one for one, as careless conversion does. */
function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
  const map = new Map(pairs)
  return Array.from(text, (c) => map.get(c) ?? c).join('')
}

/** The pinyin in brackets behind characters thought to be hard. */
function withPinyin(text: string): string {
  const map = new Map(settings().pinyin)
  return Array.from(text, (c) => (map.has(c) ? `${c}（${map.get(c)}）` : c)).join('')
}

/** Stray characters of a bad copy, between words and never within what has a true value. */
export function withNoise(text: string, random: Random): string {
  return betweenMarks(text, (part) =>
    part.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, () => (random.chance(0.01) ? '\u200b' : '')),
  )
}
