import type { FormBlock, FormColumn } from '../../forms/forms.js'
import { foldLabel } from '../fold.js'

/** A header of so many columns may be torn. */
const MANY = 5

/**
 * Whether the column labels that a header shows come in the form's order: that of the columns, or that in which the form's
 * header of several lines is read (自然人 | 法人或其他组织 | 总计 over 商业企业 …). Labels it does not show say nothing.
 */
export function inOrder(header: string, block: FormBlock): boolean {
  return increases(header, block.columns) || increases(header, asPrinted(block))
}

/** A block's columns in the order in which the form prints their heads, line by line. */
export function asPrinted({ columns, header }: FormBlock): FormColumn[] {
  return columns.toSorted((a, b) => header.indexOf(a.label) - header.indexOf(b.label))
}

/**
 * Whether a header shows in one line what the form prints in several: columns stand side by side there that have others of a group
 * between them, and no heading names that group. Then the figures below may stand in that order as well as in the form's.
 */
export function isFlattened(header: string, block: FormBlock): boolean {
  const { columns } = block
  if (increases(header, columns)) return false
  const groups = new Set(columns.flatMap(({ under }) => under ?? []))
  const shared = [...groups].filter((group) => !columns.every(({ under }) => under?.includes(group)))
  if (shared.some((group) => header.includes(foldLabel(group)))) return false
  return asPrinted(block).some((column, i, all) => {
    const next = all[i + 1]
    if (next === undefined || columns.indexOf(next) === columns.indexOf(column) + 1) return false
    return wordings(column).some((before) => wordings(next).some((behind) => header.includes(before + behind)))
  })
}

function wordings({ label, aliases }: FormColumn): string[] {
  return [label, ...aliases].map(foldLabel)
}

function increases(header: string, columns: readonly FormColumn[]): boolean {
  const seen = columns.filter(({ label, aliases }) =>
    [label, ...aliases].some((one) => header.includes(foldLabel(one))),
  )
  // Of a header most of whose labels are torn, what is left whole says nothing of the columns' order.
  if (columns.length >= MANY && seen.length < columns.length / 2) return true
  let reached = -1
  for (const { label, aliases } of columns) {
    const places = [label, ...aliases].map(foldLabel).flatMap((wording) => allPlaces(header, wording))
    if (places.length === 0) continue
    reached = Math.min(...places.filter((at) => at > reached))
    if (reached === Number.POSITIVE_INFINITY) return false
  }
  return true
}

function allPlaces(text: string, wording: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1)) places.push(at)
  return places
}
