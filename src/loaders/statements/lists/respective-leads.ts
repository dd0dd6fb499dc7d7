import { statementVocabulary } from '../../../forms/statement-words.js'
import { bodyOf } from '../bodies-and-times/bodies.js'
import { mentionsIn } from '../bodies-and-times/period-mentions.js'
import { type Naming, nameQuantity } from '../kinds/phrases.js'
import type { Quantity } from '../numbers/quantities.js'

/** A row behind 分别: its items, the words behind 分别 before the first number, and the sentence around. */
export interface Row {
  readonly items: readonly string[]
  readonly tail: string
  readonly quantities: readonly Quantity[]
  readonly text: string
  readonly section: string | null
}

/**
 * The words that belong to each number of a row. The last item may end in words that all share: 网络、当面方式收到申请分别为3件、2件
 * says 收到申请 of both. Items that are times or bodies have those words, too; else the last one is without them, and where it
 * names nothing then, its number has no words at all.
 */
export function leadsOf(row: Row): string[] {
  const { items, tail } = row
  const last = items.at(-1) ?? ''
  const first = items.slice(0, -1)
  const all = (shared: string) => [...first.map((item) => item + shared + tail), last + tail]
  const time = mentionsIn(last)[0]
  if (time?.from === 0 && first.every(isTime)) return all(last.slice(time.to))
  const cuts = Array.from({ length: Math.max(0, last.length - 1) }, (_, i) => last.slice(last.length - 1 - i))
  const shared = sharedByBodies(row)
  if (shared !== null) return all(shared)
  const own = items.map((item) => item + tail)
  if (areKinds(own, row)) return own
  if (COUNTED.test(tail) && areKinds(items, row)) return [...items]
  const ofKinds = cuts.map(all).find((leads) => areKinds(leads, row))
  if (ofKinds !== undefined) return ofKinds
  const [whole, ...kinds] = own.map((lead, i) => namingOf(lead, i, row)).reverse()
  if (!whole) return own
  const key = whole.kind.key
  if (kinds.every((one) => one?.kind.key === key && one.from > 0))
    return areKinds(items, row) ? [...items] : items.map(() => '')
  const isPart = (one: Naming | null) => one?.kind.key.startsWith(`${key}.`) ?? false
  if (!kinds.some(isPart) && !(whole.from > 0 && kinds.includes(null))) return own
  return [...own.slice(0, -1), narrowed(last, key, row)]
}

/** Words behind 分别 that say no more than that there was so much: 复议、诉讼分别发生3件、1件. */
const COUNTED = /^(?:共|均)?(?:有|为|是|达到?|发生|产生|收到|办理|完成)?$/

/** Whether each of these words names a kind of its own. */
function areKinds(leads: readonly string[], row: Row): boolean {
  const keys = leads.map((lead, i) => namingOf(lead, i, row)?.kind.key)
  return keys.every(
    (key, i) =>
      key !== undefined && !keys.some((other, j) => i !== j && (other === key || other?.startsWith(`${key}.`))),
  )
}

/** The words of the last item that bodies share, with the end of their names where that is printed once: 教育、民政部门收到申请. */
function sharedByBodies({ items, tail }: Row): string | null {
  const last = items.at(-1) ?? ''
  const body = bodyOf(last + tail)
  if (!body || !last.startsWith(body)) return null
  for (const end of ['', ...statementVocabulary().bodies.endings]) {
    const shared = last.slice(body.length - end.length)
    if (body.endsWith(end) && items.slice(0, -1).every((item) => bodyOf(item + shared + tail) === item + end))
      return shared
  }
  return null
}

function isTime(item: string): boolean {
  const [time, ...others] = mentionsIn(item)
  return time !== undefined && others.length === 0 && time.from === 0 && time.to === item.length
}

/** The begin of the last item that names a part of the whole as the other items do. */
function narrowed(last: string, whole: string, row: Row): string {
  for (let end = last.length - 1; end > 0; end--) {
    const lead = last.slice(0, end) + row.tail
    if (namingOf(lead, row.items.length - 1, row)?.kind.key.startsWith(`${whole}.`)) return lead
  }
  return ''
}

function namingOf(lead: string, index: number, { quantities, text, section }: Row): Naming | null {
  const quantity = quantities[index]
  if (quantity === undefined) return null
  const around = {
    before: lead,
    after: '',
    whole: text,
    sentence: lead,
    near: text,
    heading: '',
    upTo: text,
    previous: null,
    recent: null,
    section,
  }
  return nameQuantity(quantity, around)
}
