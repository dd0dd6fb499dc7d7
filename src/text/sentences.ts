import type { ItemKind } from '../types.js'
import { alternation, compiled, has, wordAt } from './cues.js'

/** What is known where a sentence stands: the kind of its stretch, whether a heading said so, whether a list stands in it. */
export interface Standing {
  readonly kind: ItemKind | null
  readonly byHeading: boolean
  readonly hasList: boolean
}

/** What a sentence outside any list is: a unit of a kind, or only a lead to units of that kind; `null`: neither. */
export interface Judgement {
  readonly kind: ItemKind
  readonly unit: boolean
}

const OPENING_YEAR = /^在?(?:20\d\d|二[○〇零]..)年/

/** A sentence without white space, as the cue words expect it. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '')

/** The sentence without the words that only say that problems exist (存在一些问题和不足). */
const specific = (sentence: string): string => sentence.replace(existence(), '')

/** True where the sentence states a shortcoming of its own. */
export const namesProblem = (sentence: string): boolean => {
  const bare = specific(sentence)
  if (has(bare, 'problem_words')) return !/^(?:主要|具体|突出)?问题[:：]?$/.test(bare)
  return bare !== sentence && !isLead(sentence)
}

/** True where the sentence does no more than announce problems. */
const announcesProblems = (sentence: string): boolean => has(sentence, 'problem_words') && !namesProblem(sentence)

const isLead = (sentence: string): boolean => {
  const quantified = [...sentence.matchAll(existence())].some((match) => (match.groups?.quantity ?? '') !== '')
  return quantified || has(sentence, 'contrast_words') || endsInColon(sentence)
}

const endsInColon = (sentence: string): boolean => /[:：]$/.test(sentence)

const answers = (sentence: string): boolean => wordAt(sentence, 0, 'answer_words') !== ''

/** True where the sentence opens with a verb of section-five promises and names no shortcoming, or answers one it names. */
export const opensWithMeasure = (sentence: string): boolean =>
  answers(sentence) || (opensWithVerb(sentence) && !has(sentence, 'problem_words'))

/** True where a sentence turns from problems to measures: 下一步, 针对上述问题, 2021年…将, 我区将继续, 从以下方面改进. */
export function turnsToMeasures(sentence: string): boolean {
  const opening = withoutConnective(sentence)
  if (wordAt(opening, 0, 'turning_words') !== '' || (answers(opening) && opening.includes('问题'))) return true
  const bare = specific(opening)
  const doubtful = bare !== opening || has(bare, 'verdict_words')
  if (OPENING_YEAR.test(opening)) return has(opening, 'future_words') && !doubtful
  if (subjectWill().test(opening)) return true
  return /以下|如下/.test(opening) && has(opening, 'lead_words') && !doubtful && !has(bare, 'problem_words')
}

/** True where a sentence, before any problem is named, opens the account of last year's problems. */
export function turnsToFixes(sentence: string): boolean {
  const earlier = has(sentence, 'prior_words')
  const replies = wordAt(sentence, 0, 'fix_openers') !== '' && sentence.includes('问题')
  const dated = /^..?20\d\d年/.test(sentence)
  return (earlier || dated) && (replies || /整改|解决|改进/.test(sentence)) && !/将|有待|仍需/.test(sentence)
}

/** Judges a sentence outside any list. A sentence that ends in a colon is a lead, whatever it says. */
export function judgeSentence(sentence: string, standing: Standing): Judgement | null {
  const kind = kindOf(sentence, standing)
  if (kind === null) return null
  const lead = endsInColon(sentence) || (kind === 'problem' && announcesProblems(sentence))
  return { kind, unit: !lead }
}

function kindOf(sentence: string, { kind, byHeading, hasList }: Standing): ItemKind | null {
  const problem = has(sentence, 'problem_words')
  const sayso = byHeading && !hasList && !has(sentence, 'praise_words')
  if (kind === 'prior_year_fix') {
    const announced = problem && !byHeading && has(sentence, 'exist_words') && !turnsToFixes(sentence)
    return announced ? 'problem' : kind
  }
  if (kind !== 'measure') return problem || (kind === 'problem' && sayso) ? 'problem' : null
  if (!byHeading && has(sentence, 'verdict_words') && !sentence.includes('将') && !opensWithVerb(sentence))
    return 'problem'
  return has(sentence, 'measure_words') || sayso ? 'measure' : null
}

const opensWithVerb = (sentence: string): boolean => wordAt(sentence, 0, 'measure_words') !== ''

/**
 * How many characters of a sentence only lead up to what it names: 存在一些不足,如 before problems, 采取以下措施: before
 * measures. They are left out of the unit.
 */
export function leadLength(sentence: string, kind: ItemKind): number {
  const lead = kind === 'problem' ? leadToProblem().exec(sentence) : /^[^:：]*(?:以下|如下)[^:：]*[:：]/.exec(sentence)
  if (lead === null) return 0
  const length = lead.index + lead[0].length
  const rest = specific(sentence.slice(length))
  return has(rest, kind === 'problem' ? 'problem_words' : 'measure_words') ? length : 0
}

/** What an item of an unannounced list says about the list's kind: 1 for problems, -1 for measures, 0 for neither. */
export function voteOfItem(item: string): 1 | 0 | -1 {
  if (opensWithVerb(item)) return -1
  return has(item, 'problem_words') ? 1 : 0
}

function withoutConnective(sentence: string): string {
  const word = wordAt(sentence, 0, 'connectives')
  return word === '' ? sentence : sentence.slice(word.length).replace(/^[,，]/, '')
}

const EXISTENCE = (): string => {
  const noun = `(?:${alternation('problem_nouns')})`
  const quantity = `(?:${alternation('quantifiers')})`
  return `(?:${alternation('exist_words')})(?:着|了)?(?<quantity>${quantity}{0,4})${noun}(?:[和与及、]|以及)?(?:${quantity}{0,2}${noun})?`
}

const existence = (): RegExp => compiled('existence', EXISTENCE, 'g')

const leadToProblem = (): RegExp =>
  compiled('lead', () => `${EXISTENCE()}[,，。:：]*(?:(?:${alternation('example_words')})[:：,，]?|(?<=[:：]))\\s*`, '')

const subjectWill = (): RegExp =>
  compiled(
    'will',
    () =>
      `^(?:(?!未|没有|不|部分|个别|少数)\\p{Script=Han}){0,12}将(?:${alternation('measure_words')}|以|从|在|根据|采取)`,
    'u',
  )
