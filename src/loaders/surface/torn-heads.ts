import { type FormBlock, forms } from '../../forms/forms.js'
import { foldedAlike } from '../containers/known-labels.js'
import { foldLabel } from '../fold.js'
import type { Surface } from '../surface.js'
import { Moved } from './bordered-lines.js'
import { isFigureWord, type WordedLine, wordedLines } from './worded-lines.js'

/** Only heads of so many columns under headings stand on several lines. */
const MANY = 5
/** A table's heads stand on so many lines at most, none longer. */
const [MOST_LINES, LONGEST] = [14, 120]
/** A text in which more lines begin with the number of a first row holds more than reports. */
const MOST_TABLES = 200
/** A first row is known by the begin of its label, which may be broken. */
const BEGIN = 6

/** A head of a table, over the columns from one to another. */
interface Head {
  readonly wordings: readonly string[]
  readonly from: number
  readonly to: number
  readonly isColumn: boolean
}

/**
 * A text in which a table's heads are broken over lines as they stand beside each other on the page (`自然 社会 法律` over `人 公益 服务`), as
 * programs write it that take a page's text line by line: with the heads put together, in the form's order. Only where every word of
 * these lines is a piece of one head, and the pieces on each line stand in that order. Every character keeps its place in the source.
 */
export async function headsPutTogether(surface: Surface): Promise<Surface> {
  const lines = wordedLines(surface.text)
  const firsts = lines.flatMap(({ words: [word] }, i) => (/^一[、.,]/.test(word?.text ?? '') ? [i] : []))
  if (firsts.length === 0 || firsts.length > MOST_TABLES) return surface
  const text = new Moved(surface)
  let done = 0
  for (const first of firsts) {
    const zone = linesAbove(lines, first)
    const last = lines[first]
    if (zone.length === 0 || last === undefined || (zone[0]?.from ?? 0) < done) continue
    const heads = await headsOf(zone, last)
    if (heads === null) continue
    text.add(done, heads.from)
    for (const line of heads.lines) {
      line.forEach((pieces, i) => {
        if (i > 0) text.mark(' ')
        for (const piece of pieces) text.add(piece.from, piece.from + piece.text.length)
      })
      text.mark('\n')
    }
    done = heads.to
  }
  if (done === 0) return surface
  text.add(done, surface.text.length)
  return text.surface()
}

/** The lines above a first row that may hold its heads: without figures or sentences. */
function linesAbove(lines: readonly WordedLine[], first: number): WordedLine[] {
  const own: WordedLine[] = []
  // A figure alone right above the row may be one of its own, broken over lines.
  const isLone = ({ words }: WordedLine) => words.length === 1 && isFigureWord(words[0]?.text ?? '')
  const above = lines[first - 1]
  for (let i = above && isLone(above) ? first - 2 : first - 1; i >= 0 && own.length < MOST_LINES; i--) {
    const line = lines[i]
    if (line === undefined || line.to - line.from > LONGEST) break
    if (line.words.some(({ text }) => /[。;]/.test(text) || isFigureWord(text))) break
    if (line.words.length > 0) own.unshift(line)
  }
  return own
}

type Piece = WordedLine['words'][number]

interface Together {
  readonly from: number
  readonly to: number
  /** For each line to be written, its heads, each of its pieces. */
  readonly lines: readonly (readonly (readonly Piece[])[])[]
}

/** The heads that the last lines of a zone hold, put together; `null` where they hold no torn heads of a form. */
async function headsOf(zone: readonly WordedLine[], row: WordedLine): Promise<Together | null> {
  const words = zone.map((line) => line.words)
  const label = row.words.filter(({ text }) => !isFigureWord(text)).map(({ text }) => text)
  const folded = await foldedAlike([...words.flat().map(({ text }) => text), label.join('')])
  const begin = folded.at(-1) ?? ''
  for (const block of blocksOfMany()) {
    const names = block.rows[0] ? [block.rows[0].printed, ...block.rows[0].aliases].map(foldLabel) : []
    if (!names.some((name) => begin !== '' && (name.startsWith(begin) || begin.startsWith(name.slice(0, BEGIN)))))
      continue
    const heads = headsOfBlock(block)
    for (let first = zone.length - 2; first >= 0; first--) {
      const skipped = words.slice(0, first).flat().length
      const lines = words.slice(first).map((line) => line.length)
      const given = piecesOf(folded.slice(skipped, -1), lines, heads)
      if (given === null) continue
      const own = words.slice(first).flat()
      const pieces = heads.map((_, head) => own.filter((_piece, i) => given[i] === head))
      const isTorn = heads.some(({ isColumn }, i) => isColumn && (pieces[i]?.length ?? 0) > 1)
      if (!isTorn) return null
      const from = zone[first]?.from ?? 0
      const of = (columns: boolean) =>
        heads.flatMap(({ isColumn }, i) => (isColumn === columns && pieces[i]?.[0] ? [pieces[i]] : []))
      const above = of(false).map((one) => [one])
      return { from, to: (zone.at(-1)?.to ?? from) + 1, lines: [...above, of(true)] }
    }
  }
  return null
}

let known: readonly FormBlock[] | undefined

function blocksOfMany(): readonly FormBlock[] {
  known ??= forms()
    .flatMap(({ tables }) => Object.values(tables))
    .filter(({ arrangement }) => arrangement === 'labelled_rows')
    .flatMap(({ blocks }) => blocks)
    .filter(({ columns }) => columns.length >= MANY && columns.some(({ under = [] }) => under.length > 0))
  return known
}

/** The heads of a block: what stands over the rows' labels, the headings over several columns, the columns. */
function headsOfBlock({ article, columns }: FormBlock): Head[] {
  const headings = [...new Set(columns.flatMap(({ under = [] }) => under))]
  const corner = article === '' ? [] : [{ wordings: [foldLabel(article)], from: -1, to: -1, isColumn: false }]
  const over = headings.map((heading): Head => {
    const own = columns.flatMap(({ under = [] }, i) => (under.includes(heading) ? [i] : []))
    return { wordings: [foldLabel(heading)], from: Math.min(...own), to: Math.max(...own), isColumn: false }
  })
  const single = columns.map(
    ({ label, aliases }, i): Head => ({
      wordings: [label, ...aliases].map(foldLabel),
      from: i,
      to: i,
      isColumn: true,
    }),
  )
  return [...corner, ...over, ...single]
}

/** So many ways are tried to tell which head each word is a piece of. */
const MOST_TRIES = 20_000

/**
 * Which head each word is a piece of, so that all columns are whole and every line has its pieces from left to right; `null` where there is no way.
 *
 * @param lines how many words each line has
 */
function piecesOf(words: readonly string[], lines: readonly number[], heads: readonly Head[]): number[] | null {
  const begins = new Set<number>()
  let at = 0
  for (const count of lines) {
    begins.add(at)
    at += count
  }
  const written = heads.map(() => '')
  const given: number[] = []
  let tries = 0
  const isWhole = (head: Head, i: number) => !head.isColumn || head.wordings.includes(written[i] ?? '')
  const goOn = (word: number): boolean => {
    if (word === words.length) return heads.every(isWhole)
    const left = begins.has(word) ? null : (heads[given[word - 1] ?? 0]?.to ?? null)
    for (const [i, head] of heads.entries()) {
      if (++tries > MOST_TRIES) return false
      if (left !== null && head.from <= left) continue
      const before = written[i] ?? ''
      const whole = before + (words[word] ?? '')
      if (!head.wordings.some((wording) => wording.startsWith(whole))) continue
      written[i] = whole
      given[word] = i
      if (goOn(word + 1)) return true
      written[i] = before
    }
    given.length = word
    return false
  }
  return goOn(0) ? given : null
}
