import type { Draft } from '../draft.js'
import type { ChangeAside } from '../numbers/asides.js'
import type { Quantity } from '../numbers/quantities.js'

const WORD = '分别'
/** A further number of the same sort: 分别比上年增长75%和65%. */
const FURTHER = /^(?:[、,和与及]|以及)(?<number>\d{1,4}(?:\.\d{1,4})?)(?<unit>%|[件条次份篇个])/

/** The changes of a sentence, each with those that stand in a row with it behind 分别. */
export function rowsOfChanges(text: string, changes: readonly ChangeAside[]): ChangeAside[][] {
  return changes.map((change) => (isRespective(text, change) ? [change, ...furtherOf(text, change)] : [change]))
}

/**
 * Gives the changes said behind 分别 to the quantities before it, one by one (收到5件,答复4件,分别增长25%和33%); to none where
 * they are not as many as those.
 *
 * @param drafts the statements of the sentence
 */
export function giveRespective(
  text: string,
  rows: readonly (readonly ChangeAside[])[],
  drafts: readonly Draft[],
  quantities: readonly Quantity[],
): void {
  for (const row of rows) {
    const [first] = row
    if (first === undefined || row.length < 2) continue
    const begin = text.lastIndexOf(';', first.from)
    const before = quantities.filter(({ from, to }) => from > begin && to <= first.from)
    if (before.length !== row.length) continue
    for (const [i, { from, to }] of before.entries()) {
      const draft = drafts.find((one) => one.from <= from && one.to >= to)
      if (draft !== undefined) draft.change ??= row[i] ?? null
    }
  }
}

/** Whether a change stands behind 分别, so that it is not that of the quantity right before alone. */
export function isRespective(text: string, { from, to }: ChangeAside): boolean {
  return text.slice(Math.max(0, from - WORD.length - 1), to).includes(WORD)
}

function furtherOf(text: string, first: ChangeAside): ChangeAside[] {
  const found: ChangeAside[] = []
  for (let at = first.to; ; ) {
    const next = FURTHER.exec(text.slice(at, at + 20))
    if (next === null || (next.groups?.unit === '%') !== (first.percent !== null)) return found
    const value = Number(next.groups?.number)
    const from = at + next[0].length - (next[0].match(/\d.*$/)?.[0].length ?? 0)
    at += next[0].length
    found.push({ ...first, from, to: at, ...(first.percent === null ? { amount: value } : { percent: value }) })
  }
}
