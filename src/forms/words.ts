import type { Bilingual } from '../types.js'
import { readReference } from './reference.js'

interface AuditWords {
  readonly words: Readonly<Record<string, Bilingual>>
}

/** What may be put into a sentence: the same in both languages, or a word of each. */
export type Word = Bilingual | string | number

type Language = keyof Bilingual

/** A sentence cut at its placeholders: text, name, text, name … text. */
type Pieces = Readonly<Record<Language, readonly string[]>>

const cut = new Map<string, Pieces>()

/**
 * A sentence of `data/reference/audit-words.json` in both languages, with values put in for its placeholders.
 *
 * @param key of the sentence
 * @param values by the names of the placeholders; each language takes those it uses
 * @throws where there is no such sentence, or a placeholder has no value: a mistake in this program or in the list
 * @example
 * said('date.late.due', { due: isoDay('2022-01-31') }) // { en: 'due 2022-01-31.', zh: '法定期限为2022年1月31日。' }
 */
export function said(key: string, values: Readonly<Record<string, Word>> = {}): Bilingual {
  const pieces = piecesOf(key)
  return { en: filled(key, pieces, 'en', values), zh: filled(key, pieces, 'zh', values) }
}

/**
 * The word for one of several of a kind, e.g. a status or a slip; one that the list does not have stands as it is.
 *
 * @example
 * named('status', 'nil') // { en: 'nil', zh: '无值符号' }
 */
export function named(kind: string, name: string): Bilingual {
  const key = `${kind}.${name}`
  return key in auditWords() ? said(key) : { en: name, zh: name }
}

/**
 * Words in a row, with what stands between them in each language.
 *
 * @example
 * listed('comma', ['甲', '乙']) // { en: '甲, 乙', zh: '甲、乙' }
 */
export function listed(
  separator: 'comma' | 'clause' | 'semicolon' | 'plus' | 'space' | 'and' | 'or',
  words: readonly Word[],
): Bilingual {
  const between = said(`list.${separator}`)
  const inOne = (language: Language) => words.map((word) => inLanguage(word, language)).join(between[language])
  return { en: inOne('en'), zh: inOne('zh') }
}

/**
 * Sentences one after the other: English with a blank between them, Chinese without. What is not to be said is `null`.
 *
 * @example
 * sentences({ en: 'One.', zh: '一。' }, null, { en: 'Two.', zh: '二。' }) // { en: 'One. Two.', zh: '一。二。' }
 */
export function sentences(...all: readonly (Bilingual | null)[]): Bilingual {
  const there = all.filter((one) => one !== null)
  return { en: there.map(({ en }) => en).join(' '), zh: there.map(({ zh }) => zh).join('') }
}

/**
 * A day as each language writes it.
 *
 * @example
 * isoDay('2022-01-31') // { en: '2022-01-31', zh: '2022年1月31日' }
 */
export function isoDay(day: string): Bilingual {
  const [year, month, date] = day.split('-').map(Number)
  return { en: day, zh: `${year}年${month}月${date}日` }
}

function auditWords(): Readonly<Record<string, Bilingual>> {
  return readReference<AuditWords>('audit-words.json', 'audit-words').words
}

function piecesOf(key: string): Pieces {
  const known = cut.get(key)
  if (known !== undefined) return known
  const sentence = auditWords()[key]
  if (sentence === undefined) throw new Error(`said requires a key of data/reference/audit-words.json, not ${key}`)
  const pieces = { en: sentence.en.split(/[{}]/), zh: sentence.zh.split(/[{}]/) }
  cut.set(key, pieces)
  return pieces
}

function filled(key: string, pieces: Pieces, language: Language, values: Readonly<Record<string, Word>>): string {
  let text = ''
  pieces[language].forEach((piece, i) => {
    if (i % 2 === 0) text += piece
    else {
      const value = values[piece]
      if (value === undefined) throw new Error(`said requires a value for {${piece}} of ${key}`)
      text += inLanguage(value, language)
    }
  })
  return text
}

function inLanguage(word: Word, language: Language): string {
  return typeof word === 'object' ? word[language] : String(word)
}
