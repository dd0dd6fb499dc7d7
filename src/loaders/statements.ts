import type { Folded, Statement } from '../types.js'
import type { Draft } from './statements/draft.js'
import { draftsOf } from './statements/drafts.js'
import { type Range, type Sentence, sentencePlace, sentencesOf } from './statements/narrative.js'

/**
 * The quantities said in sentences outside the tables, and the wordings that say there was none (value 0), in the order of
 * the text. A quantity is a statement when words of the vocabulary (`data/reference/statements.json`) stand right at its
 * number, or when it is a part of such a quantity (421条,其中…117条). Others are of the key `unnamed` where their clause speaks of
 * disclosure work, with the words of the report as `label`; all else is left out, for a page number or a hotline's caseload is no
 * statement of disclosure.
 *
 * `at` spans the words from the phrase to the unit; `value` stands there, scaled by 万 or 亿 (`1万元` is 10000 元), or the words
 * say that there was none. Units are as printed; where none is printed, that of the vocabulary.
 */
export function readStatements(folded: Folded, source: string, tables: readonly Range[]): Statement[] {
  const sentences = sentencesOf(folded, tables)
  const drafts = draftsOf(sentences)
  drafts.sort((a, b) => a.sentence - b.sentence || a.from - b.from || a.to - b.to)
  const index = new Map(drafts.map((draft, i) => [draft, i]))
  return drafts.map((draft) => finished(draft, folded, source, sentences, index))
}

function finished(
  draft: Draft,
  folded: Folded,
  source: string,
  sentences: readonly Sentence[],
  index: ReadonlyMap<Draft, number>,
): Statement {
  const sentence = sentences[draft.sentence] ?? { text: '', at: [] }
  const slice = ({ from, to }: { readonly from: number; readonly to: number }) => {
    const at = sentencePlace(folded, sentence, from, to)
    return { text: source.slice(at[0], at[1]), at }
  }
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
