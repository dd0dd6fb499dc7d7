import type { Quantity } from './quantities.js'

/** What a quantity of a row counts: 微信、微博分别发布信息120条、340条 says 微信发布信息 of the first and 微博发布信息 of the second. */
export interface Respective {
  /** The words as they would stand before this number alone, from `from` on in the sentence. */
  readonly lead: string
  readonly from: number
  /** The words that tell this one from the others of the row (微信). */
  readonly item: string
  /** Whether the row gives the parts of a whole (其中网上、信函分别为3件、2件). */
  readonly isListed: boolean
  /** Whether it is the first of the row. */
  readonly isFirst: boolean
}

const WORD = '分别'
/** How the items of a row are joined; the first way that gives as many as there are numbers is taken. */
const JOINTS = [/[、和与及]|以及/, /、/, /[和与及]|以及/]
const NEXT = /^(?:\([^()\d]{0,20}\))?(?:[、,和与及]|以及)$/
/** Items and the words behind 分别 are no longer than this. */
const [LONGEST_ROW, LONGEST_TAIL] = [90, 24]

/** For each quantity of a row behind 分别 the words that belong to it alone. Rows with more or fewer items than numbers say nothing. */
export function respectiveWords(text: string, quantities: readonly Quantity[]): Map<Quantity, Respective> {
  const found = new Map<Quantity, Respective>()
  for (let at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + 1)) {
    const row = rowBehind(text, at + WORD.length, quantities)
    const [first] = row
    if (first === undefined || row.length < 2) continue
    const opening = text.slice(Math.max(0, at - LONGEST_ROW), at)
    const clause = /[^,。;:()]*$/.exec(opening)?.[0] ?? ''
    const tail = text.slice(at + WORD.length, first.from)
    const items = JOINTS.map((joint) => clause.split(joint)).find((parts) => parts.length === row.length)
    if (items === undefined) continue
    for (const [i, quantity] of row.entries()) {
      const item = items[i] ?? ''
      const isListed = /^[为是]/.test(tail)
      found.set(quantity, { lead: item + tail, from: at - clause.length, item, isListed, isFirst: i === 0 })
    }
  }
  return found
}

/** The quantities that stand in a row from `from` on, with nothing but a joint between them. */
function rowBehind(text: string, from: number, quantities: readonly Quantity[]): Quantity[] {
  const row: Quantity[] = []
  for (const quantity of quantities) {
    if (quantity.from < from) continue
    const last = row.at(-1)
    const gap = text.slice(last?.to ?? from, quantity.from)
    if (last === undefined ? /[,。;、]/.test(gap) || gap.length > LONGEST_TAIL : !NEXT.test(gap)) break
    row.push(quantity)
  }
  return row
}
