import type { Grid } from './grid.js'
import type { Block } from './layouts.js'

/** A cell of a table in a document. */
export interface DocumentCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  /** Whether it is a figure's, not a label's. */
  readonly figure?: boolean
}

/** A table in a document: rows from above, of each its cells from the left; what a cell above reaches into is left out. */
export type DocumentTable = readonly (readonly DocumentCell[])[]

/** A part of a document, from above to below: a paragraph, or a table. */
export type DocumentBlock = string | DocumentTable

/** What a page for a PDF, Word or Excel file holds, before it is that file: its words and tables, and how they are set. */
export interface DocumentPage {
  readonly blocks: readonly DocumentBlock[]
  /** Whether lines are drawn around the cells. */
  readonly ruled: boolean
  /** How a cell's words stand in it. */
  readonly align: 'left' | 'center' | 'right'
  /** Points of its letters. */
  readonly size: number
  /** How much wider a column of labels is than one of figures. */
  readonly labels: number
  /** How pages are numbered; empty where they are not. */
  readonly pageNumbers: string
  /** What becomes of cells that old Word merged side by side: one, or as many as there were, all but the first empty. */
  readonly merged: 'one cell' | 'empty cells'
  /** Whether old Word wrote the file anew, or added what was new behind what was there. */
  readonly saved: 'whole' | 'fast'
}

export type PageTraits = Omit<DocumentPage, 'blocks'>

/** The page as text, so that marks, scripts and noise work on it as on any other. */
export function documentText(blocks: readonly Block[], traits: PageTraits): string {
  const parts = blocks.map((block) => (block.kind === 'table' ? tableOf(block.grid) : block.text))
  return JSON.stringify({ blocks: parts, ...traits } satisfies DocumentPage)
}

function tableOf(grid: Grid): DocumentTable {
  return grid.map((row) =>
    row.map(({ text, colspan, rowspan, figure }) => ({ text, colspan, rowspan, figure: figure !== undefined })),
  )
}

/** The page a text of `documentText` holds. */
export function documentPage(text: string): DocumentPage {
  return JSON.parse(text) as DocumentPage
}

/** The words of a page, a paragraph or cell a line. */
export function documentWords({ blocks }: DocumentPage): string {
  return blocks
    .flatMap((block) => (typeof block === 'string' ? [block] : block.flat().map(({ text }) => text)))
    .join('\n')
}

/** A cell with its column; `goes on` stands where a cell above reaches down. */
export interface LaidOut extends DocumentCell {
  readonly column: number
  readonly merge: 'starts' | 'goes on' | null
}

/** The rows of a table with a cell for every place, those that a cell above reaches into included. */
export function laidOut(table: DocumentTable): LaidOut[][] {
  const reach = new Map<number, { left: number; colspan: number }>()
  return table.map((row) => {
    const cells: LaidOut[] = []
    let column = 0
    const pass = () => {
      for (let above = reach.get(column); above !== undefined && above.left > 0; above = reach.get(column)) {
        above.left--
        cells.push({ text: '', column, colspan: above.colspan, rowspan: 1, merge: 'goes on' })
        column += above.colspan
      }
    }
    for (const { text, colspan, rowspan } of row) {
      pass()
      cells.push({ text, column, colspan, rowspan, merge: rowspan > 1 ? 'starts' : null })
      reach.set(column, { left: rowspan - 1, colspan })
      column += colspan
    }
    pass()
    return cells
  })
}
