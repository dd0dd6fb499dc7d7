import { foldLabel } from '../fold.js'
import { isValueHead } from '../header/value-columns.js'
import { readCell } from '../values.js'
import { type LabelKind, labelsAmong } from './known-labels.js'
import { type MarkupCell, paragraph, table } from './markup.js'

/** What the texts of a sheet do not say: which cells are merged. Keys are `x,y`. */
export type Merges = ReadonlyMap<string, { readonly width: number; readonly height: number }>

interface SheetCell extends MarkupCell {
  readonly x: number
  readonly colspan: number
  readonly rowspan: number
}

type SheetRow = readonly SheetCell[]

/**
 * The rows of a sheet as HTML: tables, and between them rows that hold one text alone, such as titles, as paragraphs. Cells to
 * the right of a table, and those that a label reaches over without being merged, are no cells of the table.
 */
export async function sheetMarkup(data: readonly (readonly string[])[], merges: Merges = new Map()): Promise<string> {
  const kindOf = await kindsOf(data.flat())
  let html = ''
  let open: SheetRow[] = []
  let reach = 0
  const close = () => {
    if (open.length > 0) html += table(trimmed(open, kindOf))
    open = []
  }
  for (const row of rowsOf(data, merges)) {
    const filled = row.filter(({ text }) => text !== '')
    const [only] = filled
    reach = Math.max(reach - 1, ...row.map(({ rowspan }) => rowspan - 1))
    const part = filled.length > 1 || reach > 0 || (only !== undefined && kindOf.get(only.text) === 'row')
    if (part) open.push(row)
    else close()
    if (!part && only !== undefined) html += paragraph(only.text)
  }
  close()
  return html
}

/** What kind of a form's label each text of a sheet is. */
async function kindsOf(texts: readonly string[]): Promise<ReadonlyMap<string, LabelKind | undefined>> {
  const short = [...new Set(texts)].filter((text) => HAN.test(text) && text.length <= LONGEST_LABEL)
  const labels = await labelsAmong(short)
  // A year is a head that no form prints: 2012年度.
  return new Map(short.map((text, i) => [text, labels[i]?.kind ?? (isValueHead(text) ? 'column' : undefined)]))
}

const HAN = /\p{Script=Han}/u
const LONGEST_LABEL = 100

/** The cells of each row; of a merged cell one, where it begins: what other cells of it repeat is not shown. */
function rowsOf(data: readonly (readonly string[])[], merges: Merges): SheetRow[] {
  const covered = new Map<string, string>()
  return data.map((row, y) =>
    row.flatMap((text, x): SheetCell[] => {
      const shown = covered.get(`${x},${y}`)
      if (shown !== undefined && (text === '' || text === shown)) return []
      const { width = 1, height = 1 } = merges.get(`${x},${y}`) ?? {}
      const colspan = Math.min(width, row.length - x)
      const rowspan = Math.min(height, data.length - y)
      for (let j = 0; j < rowspan; j++) for (let i = 0; i < colspan; i++) covered.set(`${x + i},${y + j}`, text)
      return [{ text, x, colspan, rowspan }]
    }),
  )
}

/** A table without the empty columns beside it, its labels reaching over the empty cells of the label columns. */
function trimmed(rows: readonly SheetRow[], kindOf: ReadonlyMap<string, LabelKind | undefined>): SheetRow[] {
  const filled = rows.flat().filter(({ text }) => text !== '')
  const width = Math.max(0, ...filled.map(({ x, colspan }) => x + colspan))
  const figures = filled.filter(({ text }) => readCell(foldLabel(text)).kind !== 'other')
  // Where the first columns hold no figure at all, only their heads tell that they are no label columns.
  const heads = filled.filter(({ text }) => kindOf.get(text) === 'column')
  const labels = Math.min(width, ...figures.map(({ x }) => x), ...heads.map(({ x }) => x))
  return rows.map((row) => {
    const inside = row.filter(({ x }) => x < width)
    const name = inside.findLast(({ x, text }) => x < labels && text !== '')
    // Behind a heading, and where there is no label at all, an empty cell stands for the row's own.
    const own = name === undefined || kindOf.get(name.text) === 'heading' ? labels - 1 : labels
    return inside.filter(({ x, text, rowspan }) => text !== '' || x >= own || rowspan > 1)
  })
}
