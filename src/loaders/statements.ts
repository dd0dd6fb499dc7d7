import { type StatementKind, statementVocabulary } from '../forms/vocabulary.js'
import type { Folded, Statement } from '../types.js'
import { placeOf } from './stream.js'

type Range = readonly [from: number, to: number]

/**
 * The quantities said in sentences outside the tables, and the wordings that say there was none (value 0). Each is keyed by
 * the phrase of the vocabulary that stands nearest before the number within its clause; quantities no phrase fits are
 * left out. `at` spans the words from that phrase to the unit.
 */
export function readStatements(folded: Folded, source: string, tables: readonly Range[]): Statement[] {
  const found: Statement[] = []
  for (const [from, to] of sentences(folded.text)) {
    if (tables.some(([start, end]) => from < end && to > start)) continue
    const sentence = folded.text.slice(from, to)
    const counted = quantities(sentence)
    for (const part of [...counted, ...absences(sentence).filter((none) => !isCounted(sentence, none, counted))]) {
      const at = placeOf(folded, from + part.from, from + part.to)
      found.push({
        key: part.kind.key,
        value: part.value,
        unit: part.unit,
        approximate: part.approximate,
        scope: scopeBefore(sentence, part.from + 1),
        text: source.slice(at[0], at[1]),
        at,
      })
    }
  }
  return found.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
}

function sentences(text: string): Range[] {
  return [...text.matchAll(/[^。;\n]+/g)].map((found) => [found.index, found.index + found[0].length])
}

interface Part extends Omit<Statement, 'key' | 'at' | 'text' | 'scope'> {
  readonly kind: StatementKind
  readonly from: number
  readonly to: number
}

function quantities(sentence: string): Part[] {
  const { approximate_before, approximate_after } = statementVocabulary()
  const before = new RegExp(`(?:${approximate_before.join('|')})\\s*$`)
  const parts: Part[] = []
  let done = 0
  for (const found of sentence.matchAll(quantityPattern())) {
    const { digits = '', scale, after = '', unit = '' } = found.groups ?? {}
    const end = found.index + found[0].length
    const start = Math.max(done, found.index - MAX_CONTEXT)
    const context = sentence.slice(start, found.index)
    const named = nearest(context, unit)
    if (named === null) continue
    parts.push({
      kind: named.kind,
      value: scaled(Number(digits.replaceAll(',', '')), scale),
      unit,
      approximate: before.test(context) || approximate_after.some((word) => after.includes(word)),
      from: start + named.from,
      to: end,
    })
    done = end
  }
  return parts
}

let pattern: RegExp | undefined

/** A number with its unit: 421条, 约350件, 4.25万条, 2,300余件. */
function quantityPattern(): RegExp {
  if (pattern !== undefined) return pattern
  const { statements, approximate_after } = statementVocabulary()
  const units = [...new Set(statements.flatMap((kind) => kind.units))].sort((a, b) => b.length - a.length)
  const after = approximate_after.join('')
  pattern = new RegExp(
    `(?<![\\d.])(?<digits>\\d{1,3}(?:,\\d{3}){1,4}|\\d+(?:\\.\\d+)?)\\s{0,3}(?<after>[${after}]?(?<scale>[万亿])?[${after}]?)\\s{0,3}(?<unit>${units.join('|')})`,
    'g',
  )
  return pattern
}

function scaled(value: number, scale: string | undefined): number {
  const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1
  return Number((value * factor).toFixed(6))
}

/** The kind whose phrase ends nearest to the end of the context, the longest of equally near ones. */
function nearest(context: string, unit: string): Named | null {
  let best: Named | null = null
  for (const kind of statementVocabulary().statements) {
    if (!kind.units.includes(unit)) continue
    for (const phrase of kind.phrases) {
      const found = lastMatch(context, phrase)
      if (found === null || context.length - found[1] > MAX_DISTANCE) continue
      const candidate = { kind, from: found[0], to: found[1] }
      if (best === null || closer(candidate, best)) best = candidate
    }
  }
  return best
}

interface Named {
  readonly kind: StatementKind
  readonly from: number
  readonly to: number
}

/** Nearer to the number; of equally near phrases the part (`requests_received.online`) before the whole, then the longer. */
function closer(a: Named, b: Named): boolean {
  if (a.to !== b.to) return a.to > b.to
  const parts = Number(a.kind.key.includes('.')) - Number(b.kind.key.includes('.'))
  return parts !== 0 ? parts > 0 : a.from < b.from
}

/** Characters before a number in which its phrase and its scope are looked for. */
const MAX_CONTEXT = 200
/** Characters that may stand between the phrase and its number. */
const MAX_DISTANCE = 8

function absences(sentence: string): Part[] {
  if (!absencePattern().test(sentence)) return []
  return statementVocabulary().statements.flatMap((kind) => {
    for (const phrase of kind.absent ?? []) {
      const found = lastMatch(sentence, phrase)
      const unit = kind.units[0]
      if (found && unit) return [{ kind, value: 0, unit, approximate: false, from: found[0], to: found[1] }]
    }
    return []
  })
}

let openings: RegExp | undefined

/** How the wordings begin that say there was none: most sentences have none of these words. */
function absencePattern(): RegExp {
  if (openings !== undefined) return openings
  const phrases = statementVocabulary().statements.flatMap((kind) => kind.absent ?? [])
  openings = new RegExp([...new Set(phrases.map((phrase) => escaped(phrase.split('*')[0] ?? '')))].join('|'))
  return openings
}

/** Whether the clause that seems to say there was none goes on to count them: 无正当理由申请行政复议3件. */
function isCounted(sentence: string, none: Part, counted: readonly Part[]): boolean {
  return counted.some(
    (part) => part.kind === none.kind && part.to > none.from && !/[,。;:]/.test(sentence.slice(none.from, part.to)),
  )
}

const compiled = new Map<string, RegExp>()

/** Where a phrase stands last; `*` is up to 24 characters that do not leave the clause. */
function lastMatch(text: string, phrase: string): Range | null {
  if (!text.includes(phrase.split('*')[0] ?? '')) return null
  let expression = compiled.get(phrase)
  if (expression === undefined) {
    expression = new RegExp(phrase.split('*').map(escaped).join('[^,。;:]{0,24}?'), 'g')
    compiled.set(phrase, expression)
  }
  const last = [...text.matchAll(expression)].at(-1)
  return last ? [last.index, last.index + last[0].length] : null
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The scope word that stands last before the phrase, in the same sentence. */
function scopeBefore(sentence: string, end: number): string | null {
  const before = sentence.slice(Math.max(0, end - MAX_CONTEXT), end + 8)
  let best: { word: string; end: number } | null = null
  for (const word of statementVocabulary().scopes) {
    const at = before.lastIndexOf(word)
    const wordEnd = at + word.length
    if (at >= 0 && (best === null || wordEnd > best.end || (wordEnd === best.end && word.length > best.word.length)))
      best = { word, end: wordEnd }
  }
  return best?.word ?? null
}
