import { readReference } from '../../forms/reference.js'
import type { Alignment } from '../labels/align.js'
import { cellMarks, escaped } from '../marks.js'
import { foldedEnd, type Stream } from '../stream.js'

/** A unit of money as tables print it: `data/reference/money-units.json`. */
interface MoneyUnit {
  readonly unit: string
  /** What one of it is in 万元; `null` for another currency. */
  readonly in_wan_yuan: number | null
  readonly words: readonly string[]
  /** Words that say it only between brackets or punctuation. */
  readonly bounded: readonly string[]
}

interface MoneyUnits {
  readonly units: readonly MoneyUnit[]
  readonly cues: readonly string[]
}

function moneyUnits(): MoneyUnits {
  return readReference<MoneyUnits>('money-units.json', 'money-units')
}

/** What one of a unit of money is in 万元; `null` where it is none, or of another currency. */
export function inWanYuan(unit: string): number | null {
  return moneyUnits().units.find((one) => one.unit === unit || one.words.includes(unit))?.in_wan_yuan ?? null
}

/** Units that may be printed in a cell where an amount of money is due. */
export function wordsOfMoney(): string[] {
  return moneyUnits().units.flatMap((one) => one.words)
}

/** The unit of the form's amounts. */
const DUE = '万元'
/** So many characters before a block's first label, and behind that of a row, may name a unit. */
const [BEFORE, BEHIND] = [60, 40]

/**
 * The units that a table prints for its amounts, which may be another than the form's 万元, by `block/row/column`: in the heads of their block, in the
 * row itself, or else in a line right above the table or a note below it. Several, or one that is not known, are given as they are printed: such an
 * amount is told by none.
 */
export function unitsOfMoney(stream: Stream, alignment: Alignment): Map<string, string> {
  const { template, matches } = alignment
  const found = new Map<string, string>()
  const first = matches.find((match) => match !== null)?.from ?? 0
  const last = matches.findLast((match) => match !== null)?.to ?? 0
  template.labels.forEach((label, index) => {
    const due = label.row?.cells.filter(({ unit }) => unit === DUE) ?? []
    if (due.length === 0) return
    const near = [...unitsIn(wordsAbout(stream, alignment, index)), ...countsOver(stream, alignment, label.block)]
    const beside = unitsIn(captionAbove(stream.chars.slice(0, first)))
    const units = near.length > 0 ? near : beside.length > 0 ? beside : unitsIn(noteBelow(stream.chars.slice(last)))
    if (units.length === 0) return
    for (const { row, column } of due) found.set(`${label.block}/${row}/${column}`, units.join('|'))
  })
  return found
}

/** What a table prints about the amounts of a row: the heads of its block, and the row without the form's words for it. */
function wordsAbout(stream: Stream, { template, matches }: Alignment, index: number): string {
  const block = template.labels[index]?.block
  const own = template.labels.findIndex((label, i) => label.block === block && matches[i])
  const row = template.labels.findIndex((label, i) => label.block === block && label.row !== null && matches[i])
  const [start, firstRow, match] = [matches[own], matches[row], matches[index]]
  if (!start || !firstRow) return ''
  const before = matches.slice(0, own).findLast((one) => one !== null)
  const from = before ? Math.max(before.to, start.from - BEFORE) : start.from
  const { chars, folded } = stream
  const heads = chars.slice(Math.min(from, firstRow.from), firstRow.from)
  if (!match) return heads
  const next = matches.slice(index + 1).find((one) => one !== null)
  const to = Math.min(next?.from ?? chars.length, match.to + BEHIND)
  const behind = folded.text.slice(foldedEnd(stream, match.to), foldedEnd(stream, to))
  const label = match.distance > 0 ? chars.slice(match.from, match.to) : ''
  return heads + label + (FIGURE.exec(behind)?.[0] ?? behind.slice(0, behind.search(/。|$/)))
}

/** The units of counts that stand right behind the name of a column of amounts: 采购总金额(件). */
function countsOver({ chars }: Stream, { template, matches }: Alignment, block: number): string[] {
  const amounts = template.definition.blocks[block]?.columns.filter(({ unit }) => unit === DUE) ?? []
  counted ??= new RegExp(`^(?:[(\\[【](?:[单單]位:?)?|[单單]位:)(${any(cellMarks().units)})(?=$|[)\\]】,、/])`)
  const pattern = counted
  return template.labels.flatMap((label, i) => {
    const end = amounts.some((column) => column.label === label.text) && label.block === block ? matches[i]?.to : null
    return end == null ? [] : (pattern.exec(chars.slice(end, end + 10))?.[1] ?? [])
  })
}

let counted: RegExp | undefined

function any(list: readonly string[]): string {
  return list
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
}

/** What stands behind a label up to its first figure, and a unit behind that. */
const FIGURE = /^[^\d。]*(?:\d{1,2}[\s|]+[^\d。]+)?\d[\d.,年]*[^\d。]{0,6}/

/** The last words before a table that name a unit, alone or in brackets; words of the sentence before are none. */
function captionAbove(before: string): string {
  const { units, cues } = moneyUnits()
  const words = units.flatMap((unit) => [...unit.words, ...unit.bounded])
  const own = `(?:${any([...cues, ...words, ...cellMarks().units])}|[:、,/和或])`
  caption ??= new RegExp(
    `(?:[(\\[【〖]${own}+[)\\]】〗]|[单單]位:?[(\\[]?${own}+[)\\]]?|(?<=^|[。;:])${own}+)[^。;]{0,20}$`,
    'u',
  )
  const [line = ''] = caption.exec(before.slice(-BEFORE)) ?? []
  return line
}

/** So many characters behind a table's last label may be its figures and a note. */
const BELOW = 100

/** The words of a note below a table that give the unit of its amounts: 金额单位为元. An amount in a sentence names none. */
function noteBelow(behind: string): string {
  const { units } = moneyUnits()
  const unit = any(units.flatMap((one) => one.words))
  note ??= new RegExp(
    `(?:单位|單位|金额|金額)(?:单位|單位)?[:为為是以按]{0,2}(?:人民[币幣])?(?:${unit})(?:计|計|为单位)?(?=$|[)。;,])`,
  )
  return note.exec(behind.slice(0, BELOW))?.[0] ?? ''
}

let note: RegExp | undefined
let caption: RegExp | undefined
let words: RegExp | undefined

/** The units of money that words name, each once; an amount's own (12元) is none of them, and a unit that is not known is given as it is. */
function unitsIn(written: string): string[] {
  const { units } = moneyUnits()
  words ??= unitPattern(units)
  const found = [...written.matchAll(words)].flatMap(([word]) => {
    const unit = units.find((one) => one.words.includes(word) || one.bounded.includes(word))
    return unit === undefined ? [] : [unit.unit]
  })
  const named = /[单單]位[:为是]([^()[\]【】,:]{1,8})/u.exec(written)?.[1]
  const isCount = named !== undefined && cellMarks().units.some((unit) => named.startsWith(unit))
  return [...new Set(found.length === 0 && named !== undefined && !isCount ? [named] : found)]
}

function unitPattern(units: readonly MoneyUnit[]): RegExp {
  const { cues } = moneyUnits()
  const free = any(units.flatMap((unit) => unit.words))
  const bounded = any(units.flatMap((unit) => unit.bounded))
  const alone = `(?<=[\\p{P}\\p{S}\\s]|${any(cues)})(?:${bounded})(?=$|[\\p{P}\\p{S}\\s计計])`
  return new RegExp(`\\d(?:${free}|${bounded})|${free}|${alone}`, 'gu')
}
