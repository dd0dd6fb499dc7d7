import { headWords } from '../../forms/head-words.js'
import type { Line } from '../lines.js'
import { anyOf, once } from '../word-patterns.js'

type Range = readonly [from: number, to: number]

/** A date in a running line that may be the signature's. */
export interface InlineDate {
  readonly range: Range
  readonly groups: Readonly<Record<string, string | undefined>>
  /** Whether the report's own issuer is named right before it. */
  readonly named: boolean
}

/** Where a page names its issuer: title and opening. */
const HEAD = 3000
/** A report says no more than this behind its signature, tables aside. */
const MAX_BEHIND = 600
const NAME = /(?:^|[。;!?)"\s])(?<name>\p{Script=Han}[^\s。;,:!?"]{2,29})\s{0,4}$/u
/** What is attached to a report stands behind its signature, however long it is. */
const attached = once(() => new RegExp(`^\\s{0,4}\\(?${anyOf(headWords().signature.attached)}`))
const ALONE = /(?:[。!?)"]|^)\s{1,9}$/

/**
 * The signature's date in a line that runs on: it stands behind a sentence and the name of the issuer, at the end of the report or before
 * the tables at its end, and the words behind it do not carry a sentence on. Of several the last. Where another name stands
 * before it, or none but the sentence's end, it is one only in that place and no more than likely.
 *
 * @param date finds dates of day, month and year, with groups of these names
 * @param parts the text outside the tables
 */
export function inlineSignature(text: string, date: RegExp, parts: readonly Line[]): InlineDate | null {
  const stop = text.indexOf('。')
  const found = parts.flatMap((part) =>
    [...part.text.matchAll(date)].flatMap((match) => {
      const from = part.from + match.index
      const to = from + match[0].length
      const before = part.text.slice(Math.max(0, match.index - 40), match.index)
      const behind = part.text.slice(to - part.from, to - part.from + 12)
      // A page's own data may name its issuer and a day above the text.
      if (stop < 0 || stop >= from) return []
      if (!endsHere(behind) || (!attached().test(behind) && lengthBehind(parts, to) > MAX_BEHIND)) return []
      const name = NAME.exec(before)?.groups?.name
      const named = name !== undefined && text.slice(0, Math.min(HEAD, from - name.length)).includes(name)
      const range: Range = [from, to]
      return named || ALONE.test(before) ? [{ range, groups: match.groups ?? {}, named }] : []
    }),
  )
  return found.findLast(({ named }) => named) ?? found.at(-1) ?? null
}

/** Whether a date is not carried on: the end, a blank, or words that begin something else. */
function endsHere(behind: string): boolean {
  return /^(?:\s|$|[)])/.test(behind) || headWords().signature.behind.some((word) => behind.startsWith(word))
}

function lengthBehind(parts: readonly Line[], at: number): number {
  return parts.reduce((sum, part) => sum + Math.max(0, part.to - Math.max(part.from, at)), 0)
}
