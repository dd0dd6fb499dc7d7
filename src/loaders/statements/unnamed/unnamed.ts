import { statementVocabulary } from '../../../forms/statement-words.js'
import { bodyNamed } from '../bodies-and-times/bodies.js'
import { periodAround, scopeIn } from '../bodies-and-times/context.js'
import { ALONE, type Draft, type SetAside } from '../draft.js'
import { changeBehind, REACH } from '../here.js'
import { type Respective, wordsBefore } from '../lists/respective.js'
import type { Range } from '../narrative.js'
import { type ChangeAside, shareBehind } from '../numbers/asides.js'
import { PERCENT, type Quantity } from '../numbers/quantities.js'
import type { Risen } from '../numbers/risen.js'
import { clausesAround, isListed, isNext, isOtherMoney, isUnderHead } from './around.js'
import { isCount, whyNoCount } from './count.js'
import { kindOfUnnamed } from './kind.js'
import { type Label, labelFor, PREDICATE } from './label.js'
import { measuresOf } from './measures.js'
import { sharers } from './shared.js'
import { isRate, shareWords } from './shares.js'
import { isOfDisclosure } from './topic.js'

/** The quantities of a sentence, and what of it is read already: changes, and where numbers with their shares stand. */
export interface Reading {
  readonly section: string | null
  readonly quantities: readonly Quantity[]
  readonly changes: readonly ChangeAside[]
  readonly taken: readonly Range[]
  readonly respective: ReadonlyMap<Quantity, Respective>
  readonly risen: readonly Risen[]
}

/**
 * The quantities of a sentence whose kind the vocabulary does not know, unless the words around them tell of another matter. What
 * names them is their label, in the words of the report. Those that are none are told, too, and why.
 *
 * @param texts the sentence, behind those before it
 */
export function unnamedIn(
  texts: readonly string[],
  sentence: number,
  reading: Reading,
): { readonly drafts: Draft[]; readonly aside: SetAside[] } {
  const text = texts.at(-1) ?? ''
  const { changes, taken, section } = reading
  const isHome = section !== null && statementVocabulary().unnamed.sections.includes(section)
  const earlier = isHome ? [] : texts.slice(0, -1).reverse()
  const drafts: Draft[] = []
  const aside: SetAside[] = []
  const ranges = joined(taken)
  const isEarlier = ({ from, to }: Quantity) => reading.risen.some((one) => from >= one.figureFrom && to < one.to)
  const measures = measuresOf(text).filter((one) => !isEarlier(one))
  const quantities = [...reading.quantities, ...measures].sort((a, b) => a.from - b.from)
  let [next, quoted, passed] = [0, 0, 0]
  let last: LastRead = { range: [0, 0], label: null }
  let done = 0
  for (const quantity of quantities) {
    const { from, to, value, unit, rounding } = quantity
    for (let range = ranges[next]; range !== undefined && range[1] <= from; range = ranges[++next])
      if (range[1] > last.range[1]) last = { range, label: null }
    quoted += text.slice(done, from).match(/"/g)?.length ?? 0
    done = Math.max(done, from)
    // 知晓率由80%提升至94%: the words of the figure end before those of the one it rose from.
    const wordsTo = reading.risen.find((one) => one.to >= from && one.to < to)?.from ?? from
    const first = passed <= wordsTo ? passed : 0
    passed = to
    if ((ranges[next]?.[0] ?? to) < to || quoted % 2 === 1) continue
    const isMeasure = measures.includes(quantity)
    const share = unit === PERCENT ? shareWords(text, first, wordsTo) : null
    const reason = isMeasure ? null : whyNoCount(text, quantity, quantities, measures)
    if (reason !== null || !(isMeasure || share !== null || isCount(text, quantity))) {
      aside.push({ quantity, reason })
      continue
    }
    const end = last.range[1]
    const begin = Math.max(end <= wordsTo ? end : 0, first, from - REACH)
    const before = text.slice(Math.max(0, from - REACH), from)
    const around = clausesAround(text, from, to)
    const goesOn = first <= end && isNext(text, last.range, quantity)
    const isItem = (goesOn && isListed(text, last.range, quantity)) || isUnderHead(text, from)
    const isOurs = isOfDisclosure({ unit, ...around, before: [before, ...earlier], goesOn, isItem })
    if (!isOurs || isOtherMoney(quantity, around.clause)) {
      aside.push({ quantity, reason: 'other_matter' })
      continue
    }
    const row = reading.respective.get(quantity) ?? null
    const own = wordsBefore(text, quantity, row, REACH)
    const label =
      share ??
      (row && labelOfItem(row, from)) ??
      labelFor({ text, begin, from: wordsTo, to, last: lastLabel(text, last, wordsTo), isMeasure })
    if (label === null || (share === null && unit === PERCENT && !isRate(text, label.label, to))) {
      aside.push({ quantity, reason: null })
      continue
    }
    const stop = Math.max(to, label.to)
    last = { range: [from, stop], label: label.label }
    for (const one of sharers(text, begin, wordsTo, unit, label))
      drafts.push({
        ...ALONE,
        kind: kindOfUnnamed(),
        key: kindOfUnnamed().key,
        value,
        unit,
        rounding,
        scope: bodyBefore(text, from, one) ?? scopeIn(own),
        period: periodAround(own, text.slice(to)),
        label: one.label,
        sentence,
        from: Math.min(from, one.from),
        to: stop,
        share: shareBehind(text, stop),
        change: changeBehind({ text, changes }, stop, unit, text.slice(begin, from)),
      })
  }
  return { drafts, aside }
}

/** The item of a row behind 分别 that a number belongs to: 涉及征地补偿、水利工程的分别为12件、8件. */
function labelOfItem({ item, from, isFirst, isListed }: Respective, to: number): Label | null {
  if (!isListed) return null
  const label = item.replace(/^(?:其中|涉及|关于)+/, '').replace(/的$/, '')
  return /^[\u4e00-\u9fffA-Za-z"]{2,}$/.test(label) ? { label, from: isFirst ? from : to, to } : null
}

/** The body whose figure a bracket gives: 居前的单位是区住建局(96件). */
function bodyBefore(text: string, from: number, { label }: Label): string | null {
  return text[from - 1] === '(' ? bodyNamed(label.replace(/^.*[是为]/, '')) : null
}

/** The quantity read last: where it stands, and the label of an unnamed one. */
interface LastRead {
  readonly range: Range
  readonly label: string | null
}

/** The words of the quantity read last, if nothing but marks and a verb stand between: 工作动态40条,新增5条; a total (合计) is not of it alone. */
function lastLabel(text: string, { range: [from, to], label }: LastRead, place: number): Label | null {
  const between = text.slice(to, place).replace(PREDICATE, ',')
  if (to === 0 || !/^\(?[,、;]?[^,。;:、()]{0,10}$/.test(between)) return null
  const total = statementVocabulary().unnamed.totals.find((word) => between.includes(word))
  if (total !== undefined) return { label: total, from: to + between.indexOf(total), to: place }
  return label === null
    ? labelFor({ text, begin: 0, from, to: from, last: null, isMeasure: false })
    : { label, from, to }
}

/** Ranges in their order, those that overlap as one. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last !== undefined && range[0] < last[1]) all[all.length - 1] = [last[0], Math.max(last[1], range[1])]
    else all.push(range)
  }
  return all
}
