import { statementVocabulary } from '../../forms/statement-words.js'
import { escaped } from './quantities.js'

/** A share or a change said behind a quantity, with its range in the sentence. */
export interface ShareAside {
  readonly percent: number
  readonly base: string | null
  readonly from: number
  readonly to: number
}

export interface ChangeAside {
  readonly direction: 'increase' | 'decrease'
  readonly amount: number | null
  readonly percent: number | null
  readonly base: string
  readonly from: number
  readonly to: number
}

const SHARE =
  /^[,、]?\(?(?<words>占(?:比)?(?<base>[^,。;:、()%\d]{0,14}?)(?:的)?(?:约|为|达)?:?)?(?<percent>\d{1,3}(?:\.\d{1,4})?)%/
/** Words that mean the whole of the list and nothing else. */
const WHOLE = /^(?:总数|总量|全部|总|比|比例|比重)?$/

/** The percentage right behind a quantity: `,占51.85%`, `(17.46%`, `,占总数的9%`. */
export function shareBehind(sentence: string, to: number): ShareAside | null {
  const found = SHARE.exec(sentence.slice(to, to + 60))
  if (!found || (found.groups?.words === undefined && !/^\(/.test(found[0]))) return null
  const base = found.groups?.base ?? ''
  const lead = /^[,、(]*/.exec(found[0])?.[0].length ?? 0
  return {
    percent: Number(found.groups?.percent),
    base: WHOLE.test(base) ? null : base,
    from: to + lead,
    to: to + found[0].length,
  }
}

let pattern: RegExp | undefined

/** Every 比2017年新增390条, 同比增长22%, 较去年回落12.3% of a sentence. */
export function changesIn(sentence: string): ChangeAside[] {
  if (pattern === undefined) {
    const units = [...new Set(statementVocabulary().statements.flatMap((kind) => kind.units))].map(escaped).join('|')
    pattern = new RegExp(
      `(?<words>同比|环比|(?:较|比|与)(?<base>[^,。;:%]{1,10}?)(?:相比)?,?)(?:共|净)?(?:(?<up>增长|增加|上升|新增|提高|上涨|增)|(?<down>下降|减少|回落|降低|减))了?(?:约|近)?(?<number>\\d{1,9}(?:\\.\\d{1,4})?)余?(?<unit>%|${units})`,
      'g',
    )
  }
  return [...sentence.matchAll(pattern)].map((found): ChangeAside => {
    const { base, words = '', up, number, unit } = found.groups ?? {}
    const value = Number(number)
    return {
      direction: up === undefined ? 'decrease' : 'increase',
      amount: unit === '%' ? null : value,
      percent: unit === '%' ? value : null,
      base: base ?? words,
      from: found.index,
      to: found.index + found[0].length,
    }
  })
}
