import { type StatementKind, type StatementVocabulary, statementVocabulary } from '../../../forms/statement-words.js'
import { periodIn, scopeIn } from '../bodies-and-times/context.js'
import { ALONE, type Draft } from '../draft.js'
import { deniedKinds } from '../kinds/denied.js'
import { once, open } from '../kinds/phrase-patterns.js'
import type { Naming } from '../kinds/phrases.js'
import { escaped } from '../numbers/quantities.js'

/**
 * The kinds of which a sentence says that there were none: 未收到申请, 无行政复议, 0诉讼. Hopes and conditions (力争, 如有)
 * say nothing, and 未发生被行政复议纠错 says nothing about the number of cases.
 */
export function absencesIn(sentence: string): Naming[] {
  const found = new Map<StatementKind, Naming>()
  for (const { kind, expression, notInSpan, notBy } of patternsFor(sentence)) {
    if (found.has(kind)) continue
    for (const { index, 0: words } of sentence.matchAll(expression())) {
      const clause = sentence.slice(Math.max(0, sentence.slice(0, index).search(/[^,;。:]*$/)), index)
      if (statementVocabulary().not_facts.some((word) => `${clause}${words.slice(0, 2)}`.includes(word))) continue
      if (isOfOneWay(kind, words)) continue
      if (notBy.some((word) => clause.includes(word))) continue
      if (notInSpan.some((word) => words.includes(word)) || HEADING.test(words)) continue
      const denied = deniedKinds(kind, sentence, index, index + words.length)
      if (typeof denied === 'string') continue
      for (const one of denied)
        if (!found.has(one)) found.set(one, { kind: one, from: index, to: index + words.length })
      break
    }
  }
  return [...found.values()]
}

/** 未接到电话咨询 says nothing of consultations in other ways. */
function isOfOneWay({ key }: StatementKind, words: string): boolean {
  return statementVocabulary().unnamed.absent_nouns.some(
    ({ word, key: its, by = {} }) =>
      its === key && words.endsWith(word) && Object.keys(by).some((way) => words.endsWith(`${way}${word}`)),
  )
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

interface Pattern {
  readonly kind: StatementKind
  readonly order: number
  readonly expression: () => RegExp
  readonly notInSpan: readonly string[]
  readonly notBy: readonly string[]
}

let compiled: ReadonlyMap<string, readonly Pattern[]> | undefined

/** The wordings whose first words a sentence has, in the order of the vocabulary: most sentences have none. */
function patternsFor(sentence: string): Pattern[] {
  compiled ??= compile(statementVocabulary())
  const found: Pattern[] = []
  for (const [opening, patterns] of compiled) if (sentence.includes(opening)) found.push(...patterns)
  return found.sort((a, b) => a.order - b.order)
}

/** The words that a phrase begins with. */
function openingOf(phrase: string): string {
  return phrase.split(/[*…|]/)[0] ?? ''
}

function compile(vocabulary: StatementVocabulary): Map<string, Pattern[]> {
  const { statements, families, absent_unless_before, absent_unless_behind } = vocabulary
  const before = `(?!${absent_unless_before.map(escaped).join('|')})`
  const behind = `(?![^,。;]{0,16}(?:${absent_unless_behind.map(escaped).join('|')}))`
  const unless = (phrase: string, ofOther: readonly string[]) =>
    before +
    (absent_unless_behind.some((word) => phrase.includes(word)) ? '' : behind) +
    (ofOther.length === 0 ? '' : `(?![^,。;、和及与或]{0,14}(?:${ofOther.map(escaped).join('|')}))`)
  const patterns = new Map<string, Pattern[]>()
  let order = 0
  for (const kind of statements) {
    const {
      not_in_span = [],
      not_behind = [],
      not_absent_by = [],
    } = families.find((family) => family.key === kind.family) ?? {}
    for (const phrase of kind.absent ?? []) {
      const opening = openingOf(phrase)
      const pattern = {
        kind,
        order: order++,
        expression: once(
          () => new RegExp(`(?<![\\d\\s件条次元人])${open(phrase, '[^,。;:\\d]')}${unless(phrase, not_behind)}`, 'g'),
        ),
        notInSpan: not_in_span.filter((word) => !phrase.includes(word)),
        notBy: not_absent_by,
      }
      patterns.set(opening, [...(patterns.get(opening) ?? []), pattern])
    }
  }
  return patterns
}
