import { type StatementKind, type StatementVocabulary, statementVocabulary } from '../../forms/statement-words.js'
import { periodIn, scopeIn } from './context.js'
import { ALONE, type Draft } from './draft.js'
import { once, open } from './phrase-patterns.js'
import type { Naming } from './phrases.js'
import { escaped } from './quantities.js'

/**
 * The kinds of which a sentence says that there were none: 未收到申请, 无行政复议, 0诉讼. Hopes and conditions (力争, 如有)
 * say nothing, and 未发生被行政复议纠错 says nothing about the number of cases.
 */
export function absencesIn(sentence: string): Naming[] {
  const present = new Set(openings().filter((opening) => sentence.includes(opening)))
  if (present.size === 0) return []
  return patterns().flatMap(({ kind, expressions }) => {
    for (const { opening, expression, notInSpan } of expressions) {
      if (!present.has(opening)) continue
      for (const found of sentence.matchAll(expression())) {
        const { index } = found
        const clause = sentence.slice(Math.max(0, sentence.slice(0, index).search(/[^,;。:]*$/)), index)
        if (statementVocabulary().not_facts.some((word) => clause.includes(word))) continue
        if (notInSpan.some((word) => found[0].includes(word)) || HEADING.test(found[0])) continue
        return [{ kind, from: index, to: index + found[0].length }]
      }
    }
    return []
  })
}

/** The statement that there was none. */
export function absentDraft({ kind, from, to }: Naming, text: string, sentence: number): Draft {
  return {
    ...ALONE,
    kind,
    key: kind.key,
    value: 0,
    unit: kind.units[0] ?? '',
    rounding: null,
    scope: scopeIn(text.slice(0, to)),
    period: periodIn(text.slice(0, from)),
    sentence,
    from,
    to,
  }
}

/** A nil mark and the heading behind it (无 三、收到和处理…申请) are no wording. */
const HEADING = /[一二三四五六七八九十]、|\([一二三四五六七八九十]\)/

let beginnings: readonly string[] | undefined

/** How the wordings begin that say there was none: most sentences have none of these words. */
function openings(): readonly string[] {
  if (beginnings !== undefined) return beginnings
  beginnings = [...new Set(statementVocabulary().statements.flatMap((kind) => (kind.absent ?? []).map(openingOf)))]
  return beginnings
}

/** The words that a phrase begins with. */
function openingOf(phrase: string): string {
  return phrase.split(/[*…|]/)[0] ?? ''
}

interface Pattern {
  readonly kind: StatementKind
  readonly expressions: readonly {
    readonly opening: string
    readonly expression: () => RegExp
    readonly notInSpan: readonly string[]
  }[]
}

let compiled: readonly Pattern[] | undefined

function patterns(): readonly Pattern[] {
  compiled ??= compile(statementVocabulary())
  return compiled
}

function compile(vocabulary: StatementVocabulary): Pattern[] {
  const { statements, families, absent_unless_before, absent_unless_behind } = vocabulary
  const before = `(?!${absent_unless_before.map(escaped).join('|')})`
  const behind = `(?![^,。;]{0,16}(?:${absent_unless_behind.map(escaped).join('|')}))`
  const unless = (phrase: string) =>
    absent_unless_behind.some((word) => phrase.includes(word)) ? before : before + behind
  return statements.flatMap((kind) => {
    if (kind.absent === undefined) return []
    const { not_in_span = [] } = families.find((family) => family.key === kind.family) ?? {}
    const expressions = kind.absent.map((phrase) => ({
      opening: openingOf(phrase),
      expression: once(() => new RegExp(`(?<![\\d\\s件条次元人])${open(phrase, '[^,。;:\\d]')}${unless(phrase)}`, 'g')),
      notInSpan: not_in_span.filter((word) => !phrase.includes(word)),
    }))
    return [{ kind, expressions }]
  })
}
