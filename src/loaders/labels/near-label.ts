import { cellMarks } from '../marks.js'
import { approximateMatch } from './approximate.js'
import { tolerance } from './mistyped-labels.js'
import type { Label } from './template.js'

const NUMBERING = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,]|\d{1,2}[.、,])/

/** Whether all of a cell's words are a label of the form with no more typing errors than its length allows. */
export function isNearly(words: string, label: Label): boolean {
  const own = words.replace(NUMBERING, '')
  return label.wordings.some((wording) => isNearlyWording(own, wording))
}

/** Whether words are numbered as the form numbers a label. */
export function hasNumberOf(words: string, { numberings }: Label): boolean {
  const [number = ''] = NUMBERING.exec(words) ?? []
  return numberings.includes(number.replace(/[.,]$/, '.')) || numberings.includes(number)
}

/**
 * Whether a label's cell holds its words alone, typing errors included: digits only where the form's own words have them (计1次), and
 * neither these nor a nil mark at the end, where they may be a cell's.
 */
export function holdsLabelAlone(cell: string, label: Label): boolean {
  const words = cell.replace(/\s/g, '')
  const own = words.replace(NUMBERING, '')
  const { nil_words, nil_strokes } = cellMarks()
  if (/\d$/.test(own) || [...nil_words, ...nil_strokes].some((mark) => own.endsWith(mark))) return false
  return label.wordings.some((wording) => (/\d/.test(wording) || !/\d/.test(own)) && isNearlyWording(own, wording))
}

function isNearlyWording(own: string, wording: string): boolean {
  const most = tolerance(wording.length)
  // More marks at both ends than may be missing, so that no part of the words is passed over.
  const closed = (text: string) => START.repeat(most + 1) + text + END.repeat(most + 1)
  return own === wording || approximateMatch(closed(own), closed(wording), 0, closed(own).length, most) !== null
}

const [START, END] = ['\u0002', '\u0003']
