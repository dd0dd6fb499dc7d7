import { joinCutHeader, joinCutRow } from './cut-row.js'
import { joinOpenCells } from './open-row.js'
import { withoutOverdrawn } from './overdrawn.js'
import { inRuledTables, type PagePart, pageParts, partMarkup, type Run } from './parts.js'
import { cutAtBlanks } from './pieces.js'
import { withRaisedMarked } from './raised.js'
import type { Rules } from './rules.js'
import { stripOf, tablesOn } from './strip.js'
import { withoutStruck } from './struck.js'

/** What stands on a page. */
export interface PageContent {
  readonly runs: readonly Run[]
  readonly rules: Rules
}

/**
 * The pages of a document as HTML, one after the other. A table without rules is read as if no page had an end, and stands on the
 * page on which it begins; a ruled row that the end of a page cuts in two is made whole.
 */
export async function pagesMarkup(content: readonly PageContent[]): Promise<string> {
  const pages = content.map(asSeen)
  const strip = await stripOf(pages.map(({ runs, rules }) => inRuledTables(runs, rules)))
  const bare = await tablesOn(strip)
  const gone = new Set(bare.flatMap(({ used }) => [...used]).flatMap((piece) => piece.runs))
  const read = strip.map(({ runs, furniture, ruled, bottom }, i) => {
    const from = strip[i - 1]?.bottom ?? Number.NEGATIVE_INFINITY
    const own = bare.filter(({ top }) => top >= from && top < bottom)
    const tables = [...ruled, ...own.map((table) => ({ top: table.top, part: { kind: 'bare', table } as const }))]
    const left = runs.filter((run) => !gone.has(run))
    return pageParts(left, tables, edgesOf(pages[i]?.runs ?? []), furniture)
  })
  const whole = await withWholeRows(read)
  return whole.map((parts) => parts.map(partMarkup).join('')).join('<hr>\n')
}

/** A page without what is drawn again or crossed out, with marks before what is raised, and cells apart that came in one run. */
function asSeen({ runs, rules }: PageContent): PageContent {
  const left = withoutStruck(withoutOverdrawn(runs), rules)
  return { runs: withRaisedMarked(left.runs.flatMap(cutAtBlanks), left.rules), rules: left.rules }
}

function edgesOf(runs: readonly Run[]): { left: number; right: number } {
  return {
    left: runs.reduce((least, run) => Math.min(least, run.left), Number.POSITIVE_INFINITY),
    right: runs.reduce((most, run) => Math.max(most, run.right), 0),
  }
}

/** The first row of a page's first table, joined to the last row of the last table on the page before, where both are one row. */
async function withWholeRows(pages: readonly (readonly PagePart[])[]): Promise<(readonly PagePart[])[]> {
  const read: (readonly PagePart[])[] = []
  for (const here of pages) {
    const before = read.pop()
    if (before === undefined) read.push(here)
    else read.push(...((await withRestOfRow(before, here)) ?? [before, here]))
  }
  return read
}

async function withRestOfRow(
  before: readonly PagePart[],
  here: readonly PagePart[],
): Promise<(readonly PagePart[])[] | null> {
  const last = before.findLastIndex((part) => part.kind !== 'words')
  const first = here.findIndex((part) => part.kind !== 'words')
  const [above, below] = [before[last], here[first]]
  const between = [...before.slice(last + 1), ...here.slice(0, Math.max(0, first))]
  if (above?.kind !== 'ruled' || below?.kind !== 'ruled') return null
  const lines = between.reduce((sum, part) => sum + (part.kind === 'words' ? part.paragraphs.length : 0), 0)
  const joined =
    (lines <= OUTSIDE ? joinOpenCells(above.cells, below.cells) : null) ??
    (lines <= OUTSIDE ? await joinCutRow(above.cells, below.cells, between.every(isOutside)) : null) ??
    (between.every(isOutside) ? await joinCutHeader(above.cells, below.cells) : null)
  if (joined === null) return null
  return [
    before.with(last, { kind: 'ruled', cells: joined.above }),
    here.with(first, { kind: 'ruled', cells: joined.below }),
  ]
}

/** Lines outside the bodies of two pages, at the foot of one and the head of the next. */
const OUTSIDE = 6

/** Whether words stand outside the page's body, as its number does. */
function isOutside(part: PagePart): boolean {
  if (part.kind !== 'words') return false
  return part.isOutside || part.paragraphs.every((text) => /^[-—–\s第共页頁/\d]{1,12}$/.test(text))
}
