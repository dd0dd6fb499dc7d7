import { foldLabel } from '../fold.js'
import type { Alignment } from '../labels/align.js'
import { cellMarks } from '../marks.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'

/** A head that a table prints and its form has not. */
export interface ExcessHead {
  readonly words: string
  /** Where it begins in the stream. */
  readonly at: number
  /** Whether its column holds words, such as remarks, and no figures. */
  readonly ofWords: boolean
  /** Whether it stands in the place of one of the form's columns that no label names, and may be its name in other words. */
  readonly isRenaming: boolean
}

/** A stretch of a header, in units of the stream. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Words in brackets explain the head before them; a note or a sentence is none. */
const REMARK = /\([^()]{0,20}\)|[注说备][明释]?\d{0,2}:[^\n]{0,200}|[^\n]{0,200}[。;][^\n]{0,200}/g
/** What may be a head: a year, words. The number of a page is none. */
const HEAD = /第\d{1,3}页|共\d{1,3}页|(?<!\d)20\d\d年?(?!\d)|\p{L}+/gu
/** A letter of a head, and not of a numbering. */
const LETTER = /(?![一二三四五六七八九十])\p{Script=Han}/gu
const PAGE = /^[第共]\d/

/**
 * The heads in a block's header that are none of the form's: words that no label was found in, unless they are pieces of a label that was
 * not found, or that label in slightly other words; and a column named once more.
 */
export function excessHeads(stream: Stream, alignment: Alignment, block: number, { from, to }: Stretch): ExcessHead[] {
  const { template, matches } = alignment
  const names = template.definition.blocks[block]?.columns.map(({ label }) => label) ?? []
  const own = template.labels.flatMap((label, i) =>
    label.block === block ? [{ label, match: matches[i] ?? null, i }] : [],
  )
  const known = own.flatMap(({ label }) => label.wordings)
  const free = outside(stream, alignment, { from, to })
  const within = matches.flatMap((match, i) => (match && match.from < to && match.to > from ? [{ ...match, i }] : []))
  const rank = (i: number) => names.indexOf(template.labels[i]?.text ?? '')
  const ends = [{ to: from, i: -1 }, ...within]
  const hasBreak = (start: number, end: number) => stream.folded.text.slice(start, end).includes('\n')
  const isCellALine = within.every(
    (match, k) => k === 0 || hasBreak(foldedEnd(stream, within[k - 1]?.to ?? from), foldedIndex(stream, match.from)),
  )
  const heads = ends.flatMap((before, k) => {
    const behind = within[k]
    const end = behind?.from ?? to
    const isLine = isCellALine || !hasBreak(foldedEnd(stream, before.to), foldedEnd(stream, end))
    const isBetween = (i: number, order: (i: number) => number) =>
      order(before.i) <= order(i) && order(i) <= (behind && order(behind.i) >= 0 ? order(behind.i) : own.length + i)
    // A label in pieces, or in other words, stands in its place; only its further lines may stand behind others.
    const isInPlace = (i: number) => isBetween(i, (one) => one) || (rank(i) >= 0 && isBetween(i, rank))
    const isDue = (i: number) => !isLine || isInPlace(i)
    const isLost = ({ label, match, i }: (typeof own)[number]) =>
      (match?.distance ?? 1) > 0 && isDue(i) && !label.wordings.some((words) => free.includes(words))
    const lost = own.filter(isLost).flatMap(({ label }) => label.wordings)
    const foreign = cellsIn(stream, before.to, end).filter(
      ({ words, at }) => isForeign(words, lost, known) && !isPartOfHead(stream, words, at, [before, behind]),
    )
    const isOpen = ({ label, match, i }: (typeof own)[number]) =>
      match === null && isInPlace(i) && !label.wordings.some((words) => free.includes(words))
    const inPlace = own.filter(isOpen).filter(({ label }) => names.includes(label.text))
    const isFirst =
      !within.slice(0, k).some(({ i }) => rank(i) >= 0) && own.some((one) => isOpen(one) && rank(one.i) < 0)
    const isPlain = !foreign.some(({ words }) => isOfAnother(words))
    // What stands before the first column's name is the head of the rows' labels.
    if (isPlain && isFirst && foreign.length === 1 && inPlace.length === 0) return []
    const mayRename = isPlain && foreign.length <= inPlace.length
    return foreign.map((head) => ({ ...head, ofWords: isOfWords(head.words), isRenaming: mayRename }))
  })
  const years = new Set(heads.flatMap(({ words }) => YEAR.exec(words)?.[0] ?? []))
  const told = heads.filter(({ words, at }) => years.size > 1 || !YEAR.test(words) || standsAlone(stream, words, at))
  const mistaken = own.flatMap(({ label, match }) => {
    if (match === null || match.distance === 0 || match.from < from || match.to > to) return []
    const words = stream.chars.slice(match.from, match.to)
    return isAgainst(words, label.wordings) ? [{ words, at: match.from, ofWords: false, isRenaming: false }] : []
  })
  return [...told, ...mistaken, ...namedAgain(stream, alignment, block, { from, to })]
}

/** Whether words stand in the cell of a label beside them, as in 其他组织, whose borders are to be seen. */
function isPartOfHead(
  stream: Stream,
  words: string,
  at: number,
  beside: readonly ({ readonly to: number; readonly from?: number } | undefined)[],
): boolean {
  const isGap = (i: number) => foldedIndex(stream, i) > foldedEnd(stream, i)
  const end = at + words.length
  return (
    !isOfAnother(words) &&
    beside.some(
      (match) =>
        match?.from !== undefined &&
        ((match.to === at && !isGap(at) && isGap(end) && isGap(match.from)) ||
          (match.from === end && !isGap(end) && isGap(at) && isGap(match.to))),
    )
  )
}

/** Whether words name figures that are certainly none of the form's. */
function isOfAnother(words: string): boolean {
  return isOther(words) || isOfWords(words) || YEAR.test(words) || cellMarks().numbering_columns.includes(words)
}

/** The words of a stretch, each with its place, parted by borders and wide blanks, without remarks in brackets. */
function cellsIn(stream: Stream, from: number, to: number): { words: string; at: number }[] {
  let run = ''
  const places: number[] = []
  for (let i = from; i < to; i++) {
    const gap = stream.folded.text.slice(foldedEnd(stream, i), foldedIndex(stream, i))
    if (i > from && (gap.length > 1 || /[^ ]/.test(gap))) {
      run += '\n'
      places.push(i)
    }
    run += stream.chars[i] ?? ''
    places.push(i)
  }
  const bare = run.replace(REMARK, (words) => (isOther(words) ? words : ' '.repeat(words.length)))
  return Array.from(bare.matchAll(HEAD)).map(({ 0: words, index }) => ({ words, at: places[index] ?? from }))
}

/** A header's words outside its labels. */
function outside(stream: Stream, { matches }: Alignment, { from, to }: Stretch): string {
  const within = matches.filter((match) => match !== null && match.from < to && match.to > from)
  return [from, ...within.map((match) => match?.to ?? from)]
    .map((start, k) => stream.chars.slice(start, within[k]?.from ?? to))
    .join('\n')
}

/** Columns that a header names more often than the form. */
function namedAgain(stream: Stream, alignment: Alignment, block: number, { from, to }: Stretch): ExcessHead[] {
  const { template, matches } = alignment
  const own = template.labels.flatMap((label, i) =>
    label.block === block ? [{ label, match: matches[i] ?? null }] : [],
  )
  const names = new Set(template.definition.blocks[block]?.columns.map(({ label }) => label))
  let rest = outside(stream, alignment, { from, to })
  const wordings = own.flatMap(({ label }) => label.wordings.map((words) => ({ words, text: label.text })))
  const counts = new Map<string, number>()
  for (const { words, text } of wordings.sort((a, b) => b.words.length - a.words.length)) {
    counts.set(text, (counts.get(text) ?? 0) + rest.split(words).length - 1)
    rest = rest.replaceAll(words, ' '.repeat(words.length))
  }
  return [...names].flatMap((text) => {
    const open = own.filter(({ label, match }) => label.text === text && match === null).length
    return (counts.get(text) ?? 0) > open ? [{ words: text, at: to, ofWords: false, isRenaming: false }] : []
  })
}

const YEAR = /^20\d\d/

/** Whether a year is a head by itself, and not the first word of the label that follows: `2013 年度`. */
function standsAlone(stream: Stream, words: string, at: number): boolean {
  const end = foldedEnd(stream, at + words.length)
  return words.endsWith('年') && /[\s|\u001d\u001f]/.test(stream.folded.text[end] ?? '')
}

/** Whether words name last year's figures and the like, which labels do not: 上年制发件数 is not 本年制发件数 mistyped. */
export function isAgainst(words: string, labels: readonly string[]): boolean {
  return cellMarks().other_columns.some((one) => words.includes(one) && !labels.some((label) => label.includes(one)))
}

/** Whether words name what no form has a column for: last year's figures, shares, parts of a body. */
function isOther(words: string): boolean {
  return cellMarks().other_columns.some((one) => words.includes(one))
}

function isOfWords(words: string): boolean {
  return cellMarks().word_columns.includes(words)
}

/**
 * Whether words are no label of the block's, nor pieces of labels that were not found.
 *
 * @param lost wordings of labels that were not found as the form words them
 */
function isForeign(words: string, lost: readonly string[], known: readonly string[]): boolean {
  const { plain_heads, numbering_columns, nil_words } = cellMarks()
  if (numbering_columns.includes(words) || isOfWords(words) || YEAR.test(words)) return true
  if (PAGE.test(words) || plain_heads.includes(words) || known.includes(words)) return false
  if (nil_words.some((mark) => words.replaceAll(mark, '') === '')) return false
  if (isAgainst(words, lost)) return true
  const rest = lost.reduce(withoutPieces, words).replace(/\s/g, '')
  const letters = rest.match(LETTER) ?? []
  const isTorn = letters.length < 2 || letters.every((char) => lost.some((wording) => wording.includes(char)))
  return !isTorn && !lost.some((wording) => isVariant(words, wording))
}

/** Two characters of a label are enough to know a piece of it by. */
const PIECE = 2

/** Words without the pieces of a wording that they hold. */
function withoutPieces(words: string, wording: string): string {
  for (let length = Math.min(words.length, wording.length); length >= PIECE; length--) {
    for (let at = 0; at + length <= wording.length; at++) {
      const piece = wording.slice(at, at + length)
      if (words.includes(piece)) return withoutPieces(words.replace(piece, ' '), wording)
    }
  }
  return words
}

/** Whether two wordings share half of their characters, in order. */
function isVariant(words: string, wording: string): boolean {
  return commonLength(words, foldLabel(wording)) >= Math.max(words.length, wording.length) / 2
}

/** The length of the longest sequence of characters that two texts have in common. */
function commonLength(a: string, b: string): number {
  let above = new Array<number>(b.length + 1).fill(0)
  for (const char of a) {
    const row = [0]
    for (let j = 0; j < b.length; j++)
      row.push(char === b[j] ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0))
    above = row
  }
  return above.at(-1) ?? 0
}
