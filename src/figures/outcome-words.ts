import type { FigureLanguage } from './theme.js'

/** A wording in each language of a figure: one of `zh` and `en`, or both, in the order in which they are printed. */
export type Wording = readonly string[]

export type Words = Readonly<Record<keyof typeof WORDS, Wording>>

const WORDS = {
  title: { zh: '政府信息公开申请办理结果构成', en: 'How requests for government information were concluded' },
  share: { zh: '占办结申请的比例', en: 'Share of concluded requests' },
  denominator: {
    zh: '注：n 为该年度办理结果总计（件），即比例的分母。',
    en: 'Note: n, the denominator, is the number of requests concluded in the year.',
  },
  complete: { zh: '共 {reports} 份报告，均有可用数据。', en: 'Reports: {reports}, all with usable data.' },
  missing: {
    zh: '共 {reports} 份报告，其中 {unusable} 份无可用数据，原因以灰字注明。',
    en: 'Reports without usable data: {unusable} of {reports}, reason in grey.',
  },
  noCount: { zh: '无可用数据', en: 'no usable data' },
  noTotal: { zh: '缺办理结果总计', en: 'no total of concluded requests' },
  nothingConcluded: { zh: 'n = 0，本年度无办结申请', en: 'n = 0, no request concluded in the year' },
  notAddingUp: { zh: '分项之和 {sum} 与总计 {total} 不符', en: 'outcomes add up to {sum}, but the total is {total}' },
} as const

/** The words of the figure in the language asked for. */
export function outcomeWords(language: FigureLanguage): Words {
  const languages = language === 'both' ? (['zh', 'en'] as const) : [language]
  const words: Record<string, Wording> = {}
  for (const [key, wording] of Object.entries(WORDS)) words[key] = languages.map((one) => wording[one])
  return words as Words
}

/** One line of text, with the numbers put in. Both languages stand beside each other. */
export function sentence(wording: Wording, numbers: Readonly<Record<string, number>> = {}): string {
  return wording.map((text) => filled(text, numbers)).join(' / ')
}

/** A text with `{name}` replaced by the number of that name. */
export function filled(text: string, numbers: Readonly<Record<string, number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => grouped(numbers[name] ?? 0))
}

/** A whole number with a comma every three digits, the same on every machine. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
