import { statementVocabulary } from '../../../forms/statement-words.js'
import { PRINTED, SCALE } from './numerals.js'
import { escaped, longestFirst, PERCENT } from './quantities.js'

/** Words that tell from which figure another rose or fell (由上年的80%提高到): all of them, and where the figure stands in them. */
export interface Risen {
  readonly from: number
  readonly to: number
  readonly figureFrom: number
  /** Whether the time of that figure is said. */
  readonly hasTime: boolean
}

let pattern: RegExp | undefined

/** Every 由80%提升至 of a sentence. The figure behind is the one of the time told of, that in it one of a time before. */
export function risenIn(sentence: string): Risen[] {
  pattern ??= compile()
  return [...sentence.matchAll(pattern)].map(({ index, 0: words, groups = {} }) => ({
    from: index,
    to: index + words.length,
    figureFrom: index + 1 + (groups.time?.length ?? 0),
    hasTime: (groups.time ?? '') !== '',
  }))
}

function compile(): RegExp {
  const { statements, period_words } = statementVocabulary()
  const any = (words: readonly string[]) =>
    longestFirst([...new Set(words)])
      .map(escaped)
      .join('|')
  const units = any([PERCENT, ...statements.flatMap((kind) => kind.units)])
  return new RegExp(
    `[由从](?<time>(?:20\\d\\d年|[^,。;:由从第约近\\d]{1,8})的?)?(?:约|近|第)?${PRINTED}(?:${SCALE})?[余多]?(?:${units})(?:大幅|逐步|稳步|显著)?(?:${any(period_words.rises)})[至到为]了?(?:约|近|第)?`,
    'g',
  )
}
