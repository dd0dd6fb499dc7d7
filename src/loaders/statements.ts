import { UNNAMED } from '../forms/statement-words.js'
import type { Folded, OtherNumber, Place, Statement } from '../types.js'
import type { Draft } from './statements/draft.js'
import { draftsOf } from './statements/drafts.js'
import { type Home, type Range, type Sentence, sentencePlace, sentencesOf } from './statements/narrative.js'
import { type OtherDraft, otherNumbersIn } from './statements/other-numbers/other-numbers.js'
import { numbersOfRow, rowsBeside } from './statements/other-numbers/table-numbers.js'

/**
 * The quantities said in sentences outside the tables, and the wordings that say there was none (value 0), in the order of
 * the text. A quantity is a statement when words of the vocabulary (`data/reference/statements.json`) stand right at its
 * number, or when it is a part of such a quantity (421条,其中…117条). Others are of the key `unnamed`, with the words of the report as
 * `label`, unless what stands around them tells of another matter or that they count nothing: a hotline's caseload, permits, a page
 * number are no statements of disclosure.
 *
 * `at` spans the words from the phrase to the unit; `value` stands there, scaled by 万 or 亿 (`1万元` is 10000 元), or the words
 * say that there was none. Units are as printed; where none is printed, that of the vocabulary, 位 for a rank and else none.
 *
 * @param remains the lines of the page itself (its counters, say), where no quantity of no known kind is read
 */
export function readStatements(
  folded: Folded,
  source: string,
  tables: readonly Range[],
  remains: readonly Place[] = [],
): Statement[] {
  return readNumbers(folded, source, tables, remains).statements
}

/** The statements of a text, and all other numbers of its sentences and of tables of no form, each with the reason why it is none. */
export function readNumbers(
  folded: Folded,
  source: string,
  tables: readonly Range[],
  remains: readonly Place[],
  homes: readonly Home[] = [],
): { readonly statements: Statement[]; readonly other_numbers: OtherNumber[] } {
  const sentences = sentencesOf(folded, tables, homes)
  const { drafts, aside } = draftsOf(sentences)
  const kept = drafts.filter((draft) => !isOfPage(draft, folded, sentences, remains))
  kept.sort((a, b) => a.sentence - b.sentence || a.from - b.from || a.to - b.to)
  const index = new Map(kept.map((draft, i) => [draft, i]))
  const bySentence = sentences.map((): Draft[] => [])
  for (const draft of kept) bySentence[draft.sentence]?.push(draft)
  const others = sentences.flatMap((sentence, i) =>
    otherNumbersIn(sentence.text, bySentence[i] ?? [], aside.get(i) ?? []).map((one) =>
      finishedOther(one, slicer(sentence, folded, source), remains),
    ),
  )
  const inRows = rowsBeside(folded, tables).flatMap((row) =>
    numbersOfRow(row).map((one) => inCells(finishedOther(one, slicer(row, folded, source), remains))),
  )
  return {
    statements: kept.map((draft) => finished(draft, folded, source, sentences, index)),
    other_numbers: inRows.length === 0 ? others : [...others, ...inRows].sort((a, b) => a.at[0] - b.at[0]),
  }
}

/** Whether a quantity of no known kind stands in the lines of the page itself, such as its counters. */
function isOfPage(draft: Draft, folded: Folded, sentences: readonly Sentence[], remains: readonly Place[]): boolean {
  const sentence = sentences[draft.sentence]
  if (draft.key !== UNNAMED || sentence === undefined || remains.length === 0) return false
  const [, end] = sentencePlace(folded, sentence, draft.from, draft.to)
  return remains.some(([from, to]) => end > from && end <= to)
}

function finished(
  draft: Draft,
  folded: Folded,
  source: string,
  sentences: readonly Sentence[],
  index: ReadonlyMap<Draft, number>,
): Statement {
  const sentence = sentences[draft.sentence] ?? { text: '', at: [], section: null }
  const slice = slicer(sentence, folded, source)
  const { key, value, unit, rounding, scope, period, label, whole, group, share, change } = draft
  return {
    key,
    value,
    unit,
    approximate: rounding !== null,
    rounding,
    scope,
    period,
    label,
    part_of: whole === null ? null : (index.get(whole) ?? null),
    group,
    share: share && { percent: share.percent, base: share.base, ...slice(share) },
    change: change && {
      direction: change.direction,
      amount: change.amount,
      percent: change.percent,
      base: change.base,
      ...slice(change),
    },
    ...slice(draft),
  }
}

function finishedOther(
  { reason, value, unit, clause, ...place }: OtherDraft,
  slice: ReturnType<typeof slicer>,
  remains: readonly Place[],
): OtherNumber {
  const { text, at } = slice(place)
  const around = slice({ from: clause[0], to: clause[1] }).text.replace(/\s+/g, ' ')
  return remains.some(([from, to]) => at[1] > from && at[1] <= to)
    ? { reason: 'page', value: null, unit: null, text, at, clause: around }
    : { reason, value, unit, text, at, clause: around }
}

/** A number of a row, with its clause as the cells show it. */
function inCells(one: OtherNumber): OtherNumber {
  return { ...one, clause: one.clause.replace(/\s*<[^<>]*>\s*/g, '|').replace(/\|{2,}/g, '|') }
}

/** Gives the words and the place in the source of a stretch of a sentence. */
function slicer(sentence: Sentence, folded: Folded, source: string) {
  return ({ from, to }: { readonly from: number; readonly to: number }) => {
    const at = sentencePlace(folded, sentence, from, to)
    return { text: source.slice(at[0], at[1]), at }
  }
}
