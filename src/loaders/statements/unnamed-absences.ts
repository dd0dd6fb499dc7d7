import { statementVocabulary } from '../../forms/statement-words.js'
import { periodIn, scopeIn } from './context.js'
import { ALONE, type Draft } from './draft.js'
import type { Range } from './narrative.js'
import { escaped, longestFirst } from './quantities.js'
import { isOfDisclosure } from './topic.js'
import { kindOfUnnamed } from './unnamed-kind.js'

/**
 * What a sentence says there was none of (未发生失泄密事件, 没有产生邮寄费用) where the vocabulary has no kind for it: statements of the
 * value 0, whose label is what was absent.
 *
 * @param texts the sentence, behind those before it
 * @param taken what of the sentence is read already
 */
export function unnamedAbsencesIn(texts: readonly string[], sentence: number, taken: readonly Range[]): Draft[] {
  const text = texts.at(-1) ?? ''
  const { not_facts } = statementVocabulary()
  return [...text.matchAll(pattern())].flatMap((found): Draft[] => {
    const { words = '', noun = '' } = found.groups ?? {}
    const [from, to] = [found.index, found.index + found[0].length]
    const clause = `${/[^,。;:]*$/.exec(text.slice(0, from))?.[0] ?? ''}${found[0]}`
    const before = [text.slice(0, from), ...texts.slice(0, -1).reverse()]
    const unit = statementVocabulary().unnamed.absent_nouns.find(({ word }) => word === noun)?.unit ?? ''
    if (taken.some((one) => one[0] < to && one[1] > from) || not_facts.some((word) => clause.includes(word))) return []
    if (!isOfDisclosure({ unit, clause, next: '', before, goesOn: false, isItem: false })) return []
    const kind = kindOfUnnamed()
    const label = `${words}${noun}`
    return [
      {
        ...ALONE,
        kind,
        key: kind.key,
        value: 0,
        unit,
        rounding: null,
        scope: scopeIn(text.slice(0, to)),
        period: periodIn(text.slice(0, from)),
        label,
        sentence,
        from,
        to,
      },
    ]
  })
}

let known: RegExp | undefined

function pattern(): RegExp {
  if (known !== undefined) return known
  const { absent_before, absent_nouns } = statementVocabulary().unnamed
  const nouns = longestFirst(absent_nouns.map(({ word }) => word)).map(escaped)
  known = new RegExp(
    `(?<opening>${longestFirst(absent_before).map(escaped).join('|')})(?:过|任何|一起|一例|1起)?(?:的)?` +
      `(?<words>[^,。;:\\d]{0,40}?)(?<noun>${nouns.join('|')})(?=[,。;:)]|等|$|的?(?:情况|现象|情形)(?:[,。;:)]|$))`,
    'g',
  )
  return known
}
