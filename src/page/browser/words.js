import { overview } from './data.js'

/** @typedef {import('../shapes.js').Bilingual} Bilingual */
/** @typedef {'en' | 'zh'} Language */

/** @type {Language} */
let language = 'en'

/** @returns {Language} */
export function languageNow() {
  return language
}

/** @param {Language} chosen */
export function useLanguage(chosen) {
  language = chosen
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en'
}

/** What the page says under a key, with values put in for {0}, {1}. @param {string} key @param {(string | number)[]} values */
export function t(key, ...values) {
  const words = overview.words[key]
  if (words === undefined) return key
  return words[language].replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)] ?? ''))
}

/** The word for one of several of a kind, e.g. a status; one that this page does not know stands as it is. @param {string} kind @param {string} key */
export function named(kind, key) {
  return overview.words[`${kind}.${key}`] === undefined ? key : t(`${kind}.${key}`)
}

/** A label in the language chosen. @param {Bilingual | undefined} label @param {string} [instead] */
export function say(label, instead = '') {
  return label?.[language] ?? instead
}

/** What a build says in both languages: the words in the language chosen, and which language that is. @param {string} en @param {string | undefined} zh @returns {{ text: string, lang: Language }} */
export function told(en, zh) {
  return language === 'zh' && zh !== undefined ? { text: zh, lang: 'zh' } : { text: en, lang: 'en' }
}

/** A rule's short name, or its id. @param {string} rule */
export function ruleName(rule) {
  return say(overview.ruleNames[rule], rule)
}

/** What a quantity in a sentence counts. @param {string} key */
export function statementLabel(key) {
  return say(overview.statementLabels[key] ?? overview.statementLabels[key.replace(/\.part$/, '')], key)
}

/** Why a number in a sentence is no statement. @param {string} key */
export function numberReason(key) {
  return say(overview.numberReasons[key], key)
}

/** @param {number} count */
export function number(count) {
  return count.toLocaleString('en')
}
