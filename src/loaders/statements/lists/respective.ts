import type { Quantity } from '../numbers/quantities.js'
import { leadsOf } from './respective-leads.js'

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

const WORDS = /分别|依次/g
/** How the items of a row are joined; the first way that gives as many as there are numbers is taken. */
const JOINTS = [/[、和与及]|以及/, /、/, /[和与及]|以及/]
const NEXT = /^(?:\([^()\d]{0,20}\))?(?:[、,和与及]|以及)$/
/** Items and the words behind 分别 are no longer than this. */
const [LONGEST_ROW, LONGEST_TAIL] = [90, 24]

/** For each quantity of a row behind 分别 the words that belong to it alone. Rows with more or fewer items than numbers say nothing. */
export function respectiveWords(
  text: string,
  quantities: readonly Quantity[],
  section: string | null,
): Map<Quantity, Respective> {
  const found = new Map<Quantity, Respective>()
  for (const { index: at, 0: word } of text.matchAll(WORDS)) {
    const row = rowBehind(text, at + word.length, quantities)
    const [first] = row
    if (first === undefined || row.length < 2) continue
    const { from, items } = itemsBefore(text, at, row.length)
    if (items === undefined) continue
    const tail = text.slice(at + word.length, first.from)
    const leads = leadsOf({ items, tail, quantities: row, text, section })
    for (const [i, quantity] of row.entries()) {
      const isListed = /^[为是]/.test(tail)
      found.set(quantity, { lead: leads[i] ?? '', from, item: items[i] ?? '', isListed, isFirst: i === 0 })
    }
  }
  return found
}

/** The sentence up to a number; in a row behind 分别 with its own words alone. */
export function wordsBefore(text: string, quantity: Quantity, respective: Respective | null, reach: number): string {
  const to = respective?.from ?? quantity.from
  return text.slice(Math.max(0, to - reach), to) + (respective?.lead ?? '')
}

/** Years on end, and a comma: 2021—2023年,分别收到. */
const YEARS = /(?<first>20\d\d)年?(?:[至到~]|[-—–]{1,2})(?<last>20\d\d)年,?$/
/** A row of years, a comma, and who: 2021年、2022年,我局分别收到. */
const ROW_OF_YEARS = /(?<years>(?:20\d\d年度?(?:[、和与及]|以及))+20\d\d年度?),(?<who>[^,。;:()、\d]{0,12})$/

/** The items of a row that ends at a place, if they are so many, and where they begin. */
function itemsBefore(text: string, at: number, count: number): { from: number; items: readonly string[] | undefined } {
  const opening = text.slice(Math.max(0, at - LONGEST_ROW), at)
  const years = YEARS.exec(opening)
  if (years !== null) {
    const first = Number(years.groups?.first)
    const all = Array.from({ length: Number(years.groups?.last) - first + 1 }, (_, i) => `${first + i}年`)
    return { from: at - opening.length + years.index, items: all.length === count ? all : undefined }
  }
  const row = ROW_OF_YEARS.exec(opening)
  const clause = (row ?? /[^,。;:()]*$/.exec(opening))?.[0] ?? ''
  const words = row?.groups?.years ?? clause
  const items = JOINTS.map((joint) => words.split(joint)).find((parts) => parts.length === count)
  return { from: at - clause.length, items }
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
