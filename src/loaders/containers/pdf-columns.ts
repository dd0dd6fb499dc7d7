import type { MarkupCell } from './markup.js'
import { type FoundLabel, headingsOfRows } from './pdf-labels.js'
import { overlaps, type PagePiece } from './pdf-pieces.js'

/** The stretch of a page's width that a column takes up. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** A table without ruling lines: where it stands on the page, its rows, and the pieces that are in them. */
export interface BareTable {
  readonly top: number
  readonly bottom: number
  readonly rows: readonly (readonly MarkupCell[])[]
  readonly used: ReadonlySet<PagePiece>
  /** Its columns, in which it may go on on the next page. */
  readonly columns: readonly Column[]
}

/** Stands for what is there and cannot be assigned: not empty, and not known. */
export const UNASSIGNED = '=?'

/** A row label with the cells that stand at its height. */
interface Row {
  readonly label: FoundLabel
  readonly cells: readonly PagePiece[]
  /** Whether its cells stand on one line. */
  readonly sound: boolean
}

/** Rows under one header. */
interface Block {
  readonly header: readonly FoundLabel[]
  readonly rows: readonly Row[]
}

/**
 * The tables of a page whose cells are parted by blanks alone. A figure belongs to the row whose label, word for word one of a
 * form's, stands at its height, and to the column whose head or whose other figures it stands under. Both must be the only ones;
 * an empty cell is told only where nothing near is left over. What cannot be assigned is kept in its line, marked as such.
 *
 * @param carried the columns of the last table of the page before
 */
export function bareTables(
  pieces: readonly PagePiece[],
  found: readonly FoundLabel[],
  carried: readonly Column[],
): BareTable[] {
  const labels = found.map((label) => (headsOthers(label, found) ? { ...label, kind: 'heading' as const } : label))
  const spelled = new Set(labels.flatMap((label) => label.pieces))
  const free = pieces.filter((piece) => !spelled.has(piece))
  let columns = carried
  return blocksOf(rowsOf(labels, free), labels).flatMap((block) => {
    const table = tableOf(block, labels, free, columns)
    if (table !== null) columns = table.columns
    return table ?? []
  })
}

/** Whether what could be a row's label stands beside rows that a form puts under it. */
function headsOthers({ key, kind, right }: FoundLabel, labels: readonly FoundLabel[]): boolean {
  const under = (other: FoundLabel) => headingsOfRows().get(other.key)?.has(key) === true && other.left > right
  return kind === 'row' && labels.some(under)
}

/** The row labels with what stands to their right within their height; what stands within two labels' height is neither's. */
function rowsOf(labels: readonly FoundLabel[], free: readonly PagePiece[]): Row[] {
  const rows = labels.filter(({ kind }) => kind === 'row')
  const beside = (label: FoundLabel, piece: PagePiece) =>
    piece.left > label.right && piece.middle > label.top && piece.middle < label.bottom
  return rows.map((label) => {
    const cells = free.filter((piece) => beside(label, piece)).sort((a, b) => a.left - b.left)
    const contested = cells.some((piece) => rows.some((other) => other !== label && beside(other, piece)))
    const [first] = cells
    const oneLine = cells.every((piece) => Math.abs(piece.middle - (first?.middle ?? 0)) < piece.size * 0.3)
    return { label, cells, sound: oneLine && !contested }
  })
}

/** Rows until the next header. */
function blocksOf(rows: readonly Row[], labels: readonly FoundLabel[]): Block[] {
  const blocks: { header: FoundLabel[]; rows: Row[] }[] = []
  let reached = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    const header = headerAbove(row, labels, reached)
    const block = blocks.at(-1)
    if (block === undefined || header.some(({ kind }) => kind === 'column')) blocks.push({ header, rows: [row] })
    else block.rows.push(row)
    reached = row.label.middle
  }
  return blocks
}

/** The header labels over a row, line upon line, none farther from the next than two lines. */
function headerAbove(row: Row, labels: readonly FoundLabel[], from: number): FoundLabel[] {
  const beside = headingsOfRows().get(row.label.key)
  const above = labels
    .filter(
      ({ kind, key, middle }) => kind !== 'row' && !beside?.has(key) && middle > from && middle < row.label.middle,
    )
    .sort((a, b) => b.bottom - a.bottom)
  const header: FoundLabel[] = []
  let top = row.label.top
  for (const label of above) {
    if (label.bottom < top - (label.pieces[0]?.size ?? 0) * 2) break
    header.unshift(label)
    top = Math.min(top, label.top)
  }
  return header.sort((a, b) => a.middle - b.middle || a.left - b.left)
}

function tableOf(
  { header, rows }: Block,
  labels: readonly FoundLabel[],
  free: readonly PagePiece[],
  carried: readonly Column[],
): BareTable | null {
  const heads = header.filter(({ kind }) => kind === 'column')
  if (rows.filter(({ cells }) => cells.length > 0).length < 2 && heads.length === 0) return null
  const columns = columnsOf(heads.length > 0 ? heads : carried, rows)
  const edge = Math.min(...columns.map(({ left }) => left))
  const size = rows[0]?.label.pieces[0]?.size ?? 0
  const top = Math.min(...[...header, ...rows.map(({ label }) => label)].map((label) => label.top))
  const bottom = Math.max(...rows.map(({ label }) => label.bottom))
  const claimed = new Set(rows.flatMap(({ cells, sound }) => (sound ? cells : [])))
  const firstTop = Math.min(...rows.map(({ label }) => label.top))
  const headers = free.filter(({ middle }) => middle >= top && middle < firstTop)
  const stray = free.filter(
    (piece) =>
      !claimed.has(piece) &&
      piece.middle >= firstTop - size &&
      piece.middle <= bottom + size &&
      !headers.includes(piece),
  )
  const inColumns = stray.filter(({ right }) => right > edge)
  const near = (row: Row, i: number) => {
    const [before, after] = [rows[i - 1]?.label.middle ?? -1e9, rows[i + 1]?.label.middle ?? 1e9]
    return inColumns.some(
      ({ middle }) =>
        middle > Math.max(before, row.label.top - size * 3) && middle < Math.min(after, row.label.bottom + size * 3),
    )
  }
  const beside = headingsBeside(rows, labels)
  const lines: { middle: number; cells: MarkupCell[] }[] = rows.map((row, i) => ({
    middle: row.label.middle,
    cells: [{ text: row.label.text }, ...cellsOf(row, columns, near(row, i))],
  }))
  const between = stray.filter(({ middle }) => middle > firstTop && middle < bottom)
  for (const line of linesOf(between)) lines.push(strayLine(line, edge))
  for (const [label, row] of beside) lines.push({ middle: row.label.middle - 0.01, cells: [{ text: label.text }] })
  lines.sort((a, b) => a.middle - b.middle)
  const head = [...header, ...headers.map((piece) => ({ ...piece, kind: 'heading' as const }))].sort(
    (a, b) => a.middle - b.middle,
  )
  const groups = head.filter(({ kind }) => kind !== 'column').map(({ text }) => [{ text }])
  const leaves = [...heads].sort((a, b) => a.left - b.left).map(({ text }) => ({ text }))
  const used = new Set<PagePiece>([
    ...header.flatMap((label) => label.pieces),
    ...headers,
    ...rows.flatMap(({ label, cells }) => [...label.pieces, ...cells]),
    ...[...beside.keys()].flatMap((label) => label.pieces),
    ...between,
  ])
  return {
    top,
    bottom,
    rows: [...groups, ...(leaves.length > 0 ? [leaves] : []), ...lines.map(({ cells }) => cells)],
    used,
    columns,
  }
}

/** The columns that heads and figures show; those of figures that stand under no head are put between. */
function columnsOf(heads: readonly Column[], rows: readonly Row[]): Column[] {
  const columns: { left: number; right: number }[] = heads.map(({ left, right }) => ({ left, right }))
  const cells = rows.flatMap((row) => (row.sound ? row.cells : []))
  for (const cell of cells.filter((one) => !heads.some((head) => overlaps(head, one)))) {
    const own = columns.slice(heads.length).filter((column) => overlaps(column, cell))
    for (const column of own) columns.splice(columns.indexOf(column), 1)
    columns.push({
      left: Math.min(cell.left, ...own.map(({ left }) => left)),
      right: Math.max(cell.right, ...own.map(({ right }) => right)),
    })
  }
  return columns.sort((a, b) => a.left - b.left)
}

/** The cells of a row, one a column; `doubt`: something near is left over, so that none may be called empty. */
function cellsOf({ cells, sound }: Row, columns: readonly Column[], doubt: boolean): MarkupCell[] {
  const under = cells.map((cell) => columns.filter((column) => overlaps(column, cell)))
  const apart = under.every((own) => own.length === 1) && new Set(under.flat()).size === cells.length
  if (!sound || !apart) return [{ text: UNASSIGNED }, { text: cells.map(({ text }) => text).join(' ') }]
  return columns.map((column) => {
    const cell = cells.find((one) => overlaps(column, one))
    return { text: cell?.text ?? (doubt ? UNASSIGNED : '') }
  })
}

/** Headings that stand beside rows, each with the first of the rows that the form puts under it. */
function headingsBeside(rows: readonly Row[], labels: readonly FoundLabel[]): Map<FoundLabel, Row> {
  const found = new Map<FoundLabel, Row>()
  for (const label of labels.filter(({ kind }) => kind === 'heading')) {
    const first = rows.find((row) => headingsOfRows().get(row.label.key)?.has(label.key))
    const last = rows.findLast((row) => headingsOfRows().get(row.label.key)?.has(label.key))
    if (first && last && label.middle > first.label.top && label.middle < last.label.bottom) found.set(label, first)
  }
  return found
}

function linesOf(pieces: readonly PagePiece[]): PagePiece[][] {
  const lines: PagePiece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.middle - b.middle || a.left - b.left)) {
    const last = lines.at(-1)?.[0]
    if (last !== undefined && piece.middle - last.middle < piece.size * 0.3) lines.at(-1)?.push(piece)
    else lines.push([piece])
  }
  return lines
}

/** A line that is no known row's: its words and figures, marked as not assigned. */
function strayLine(line: readonly PagePiece[], edge: number) {
  const words = line.filter(({ right }) => right <= edge).map(({ text }) => text)
  const figures = line.filter(({ right }) => right > edge).map(({ text }) => ({ text }))
  return { middle: line[0]?.middle ?? 0, cells: [{ text: words.join(' ') }, { text: UNASSIGNED }, ...figures] }
}
