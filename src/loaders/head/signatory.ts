import type { DateMention, Folded } from '../../types.js'
import { edgeLines, type Line, withoutBorders } from '../lines.js'
import { isBodyName, nameLine } from './body-name.js'

type Range = readonly [from: number, to: number]

/** Who signed: the name before the signature's date in its line, or the line above. */
export function signatory(all: readonly Line[], dates: readonly DateMention[], folded: Folded): Range | null {
  const signed = dates.find((date) => date.kind === 'signed')
  const at = signed?.at[0]
  if (at === undefined) return null
  const lines = edgeLines(all).map(withoutBorders)
  const place = (unit: number) => folded.offsets[unit] ?? 0
  const index = lines.findIndex((line) => place(line.from) <= at && at < place(line.to))
  const line = lines[index]
  if (line === undefined) return null
  if (place(line.from) === at) return index < 1 ? null : nameLine(lines[index - 1])
  const name = BEFORE_DATE.exec(line.text)?.groups?.name
  if (name === undefined || !isBodyName(name)) return null
  const from = line.from + line.text.indexOf(name)
  return place(from + name.length) <= at ? [from, from + name.length] : null
}

/** A name at the begin of a line, before a blank or a comma and a year. */
export const BEFORE_DATE =
  /^\(?\s{0,3}(?<name>\p{Script=Han}[^\s,。;:]{2,39})(?:\s{1,60}|\s{0,3},\s{0,3})(?=(?:\d|二)\S)/u
