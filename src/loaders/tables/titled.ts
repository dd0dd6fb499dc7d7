import type { Form } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import { templatesOf } from '../labels/template.js'
import { sectionBehind } from '../rows/row-behind.js'
import { foldedEnd, type Stream } from '../stream.js'
import { wordsInPieces } from './words-in-pieces.js'

/** So many labels of a table, in pieces at least, and figures or nil marks on lines without words but units below its title are no chance. */
const [LABELS, FIGURES] = [3, 5]

/** So large a share of a table's labels is there where it holds fewer figures. */
const MOST = 0.5

const FIGURE = /(?<![\d.,])\d{1,12}(?:[.,]\d{1,12}){0,3}(?![\d.,、)])/g

/** A line of nil marks. */
const NIL_LINE = /^(?:[^\S\n]*(?:[—–/-]{1,2}|无)(?=\s|$)){1,30}[^\S\n]*$/
const NIL = /[—–/-]{1,2}|无/g

/**
 * What stands below a table's title down to the next section, if pieces of its labels and figures do, with the share of labels that are
 * there; `null` for none.
 */
export function titledRange(
  stream: Stream,
  form: Form,
  table: TableName,
): { readonly range: readonly [from: number, to: number]; readonly score: number } | null {
  const title = form.tables[table]?.title
  const { text } = stream.folded
  if (title === undefined) return null
  const all = templatesOf(form, table).flatMap((template) => template.labels)
  const wordings = all.flatMap((label) => label.wordings)
  const labels = new Set(all.map(({ text: own }) => own))
  const units = new Set(all.flatMap(({ row }) => row?.units ?? []))
  for (let at = stream.chars.indexOf(title); at >= 0; at = stream.chars.indexOf(title, at + 1)) {
    const from = foldedEnd(stream, at + title.length)
    const below = text.slice(from, Math.min(endBehind(text, from, wordings), from + LONGEST))
    const isOfMarks = (line: string) => NIL_LINE.test(line) || ['', ...units].includes(line.replace(/[^\p{L}]/gu, ''))
    const marks = below
      .split('\n')
      .filter(isOfMarks)
      .flatMap((line) => line.match(NIL_LINE.test(line) ? NIL : FIGURE) ?? [])
    const isRow = ROW.test(below)
    const ofUnits = [...below.matchAll(BEHIND_UNIT)].filter(({ groups }) => units.has(groups?.unit ?? '')).length
    const isOfFigures = isRow || ofUnits >= FIGURES || marks.length >= FIGURES
    // One row may be empty but for a figure: nothing but the table's heads stands about it then.
    const isOneRow = form.tables[table]?.arrangement === 'single_row' && marks.length > 0 && !below.includes('。')
    if (!isOfFigures && !isOneRow) continue
    const isThere = wordsInPieces(below, [])
    const found = [...labels].filter((label) => isThere([label])).length
    if (found >= (isOfFigures ? LABELS : MOST * labels.size))
      return { range: [from, from + below.length], score: found / labels.size }
  }
  return null
}

/** Where the next section begins, past headings that are the table's own labels, as 一、主动公开情况 is. */
function endBehind(text: string, from: number, wordings: readonly string[]): number {
  let end = sectionBehind(text, from)
  for (;;) {
    const words = HEADING.exec(text.slice(end, end + LONGEST))?.groups?.words
    if (words === undefined || !wordings.some((label) => label.startsWith(words))) return end
    end = sectionBehind(text, end + 1)
  }
}

/** The first words of a heading, fewer where its cell breaks them: `一、主动  ——`. */
const HEADING =
  /^\n[# |]{0,10}[一二三四五六七八九十]{1,3}、[^\S\n]?(?<words>\p{Script=Han}{4}|\p{Script=Han}{2,3}(?=[^\S\n]{2}|[^\S\n]*(?:[—–-]|\n)))/u

/** A line that ends in the cells of a row, with units or without. */
const ROW =
  /[^\S\n](?:(?:\d[\d.,]{0,20}(?:[^\S\n]?\p{L})?|[—–/-]{1,4}|无)[^\S\n]{1,80}){4,30}(?:\d[\d.,]{0,20}(?:[^\S\n]?\p{L})?|[—–/-]{1,4}|无)[^\S\n]*(?:\n|$)/u

/** A line that ends in a figure or nil mark behind words set apart, which may be a unit. */
const BEHIND_UNIT = /[^\S\n](?<unit>\p{L}{1,3})[^\S\n]{1,80}(?:\d[\d.,]{0,20}|[—–/-]{1,4}|无)[^\S\n]*(?=\n|$)/gu

/** No table goes on so long. */
const LONGEST = 10_000
