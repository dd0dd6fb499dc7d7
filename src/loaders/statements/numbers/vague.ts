import { statementVocabulary } from '../../../forms/statement-words.js'
import { vagueNumerals } from './numerals.js'
import { escaped, unitsOfCounts } from './quantities.js'

/** The reason of counts that state no number. */
export const VAGUE = 'vague'

let unit: RegExp | undefined

/** Where a count is told by a numeral that states no number, with its unit: 数十件, 三四百条. */
export function vagueCounts(sentence: string): (readonly [from: number, to: number])[] {
  return vagueNumerals(sentence).flatMap(([from, to]) => {
    unit ??= new RegExp(`^(?!${statementVocabulary().not_units.map(escaped).join('|')})(?:${unitsOfCounts()})`)
    const counted = unit.exec(sentence.slice(to, to + 6))?.[0]
    return counted === undefined ? [] : [[from, to + counted.length]]
  })
}
