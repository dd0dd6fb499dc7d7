import type { Item, Place, Statement } from '../types.js'
import type { TrueCell, TrueItem, TrueStatement } from './simulate/truth.js'

/**
 * Whether a number was read where it is printed: within its true place; where no place is known beforehand, from the very
 * characters that are printed, in the text the reader made.
 */
export function isPlaced(found: Place | null, cell: TrueCell, text: string): boolean {
  if (found === null || found[0] >= found[1]) return false
  const slice = text.slice(...found)
  if (!/[\d０-９]/.test(slice)) return false
  if (cell.at !== null) return found[0] >= cell.at[0] && found[1] <= cell.at[1]
  const words = bare(slice)
  return cell.printed.includes(words) && digits(words) === digits(cell.printed)
}

function digits(text: string): string {
  return text.normalize('NFKC').replace(/[^\d.]/g, '')
}

/** The true statement a read one is about: at its place, or, where there are no places, of the same words, and rather the same in all. */
export function indexOfStatement(open: readonly TrueStatement[], read: Statement): number {
  const placed = open.findIndex(({ at }) => at !== null && overlap(at, read.at) > 0)
  if (placed >= 0) return placed
  const words = bare(read.text)
  const worded = ({ at, text }: TrueStatement) => at === null && holds(words, bare(text))
  const same = open.findIndex((told) => worded(told) && told.key === read.key && told.value === read.value)
  return same >= 0 ? same : open.findIndex(worded)
}

/** Whether words hold other words, not as the end of a longer number. */
function holds(words: string, held: string): boolean {
  for (let at = words.indexOf(held); at >= 0; at = words.indexOf(held, at + 1))
    if (!/^\d/.test(held) || !/[\d.]/.test(words[at - 1] ?? '')) return true
  return false
}

/** The share of two items' common stretch in all they cover, 0 to 1; told by their words where there are no places. */
export function commonShare(told: TrueItem, read: Item): number {
  if (told.at !== null) {
    const common = overlap(told.at, read.at)
    return common / (told.at[1] - told.at[0] + read.at[1] - read.at[0] - common)
  }
  const [short = '', long = ''] = [bare(told.text), bare(read.text)].sort((a, b) => a.length - b.length)
  return short !== '' && long.includes(short) ? short.length / long.length : 0
}

/** Words without markup, blanks and line breaks, which a file's reader may put elsewhere. */
function bare(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u200b]+/g, '')
}

function overlap(a: Place, b: Place): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
}
