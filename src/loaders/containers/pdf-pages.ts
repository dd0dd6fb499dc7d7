import type { Column } from './pdf-columns.js'
import { joinCutHeader, joinCutRow } from './pdf-cut-row.js'
import { type PagePart, pageParts, partMarkup, type Run } from './pdf-page.js'
import type { Rules } from './pdf-rules.js'

/** What stands on a page. */
export interface PageContent {
  readonly runs: readonly Run[]
  readonly rules: Rules
}

interface Read extends PageContent {
  readonly carried: readonly Column[]
  readonly parts: readonly PagePart[]
}

/** The pages of a document as HTML, one after the other; a row that the end of a page cuts in two is made whole. */
export async function pagesMarkup(pages: readonly PageContent[]): Promise<string> {
  const read: Read[] = []
  for (const page of pages) {
    const before = read.pop()
    const here = await readPage(page, columnsAtEnd(before?.parts))
    if (before === undefined) read.push(here)
    else
      read.push(
        ...((await withRestOfBareRow(before, here)) ?? (await withRestOfRuledRow(before, here)) ?? [before, here]),
      )
  }
  return read.map(({ parts }) => parts.map(partMarkup).join('')).join('<hr>\n')
}

async function readPage({ runs, rules }: PageContent, carried: readonly Column[]): Promise<Read> {
  return { runs, rules, carried, parts: await pageParts(runs, rules, carried) }
}

function columnsAtEnd(parts: readonly PagePart[] = []): readonly Column[] {
  const last = parts.findLast((part) => part.kind === 'bare' && part.table.columns.length > 0)
  return last?.kind === 'bare' ? last.table.columns : []
}

/** Without rules: the lines over a page's first known row, put under those beneath the last row of the page before, if that makes a row. */
async function withRestOfBareRow(before: Read, here: Read): Promise<Read[] | null> {
  const last = before.parts.findLast((part) => part.kind === 'bare')?.table
  const first = here.parts.find((part) => part.kind === 'bare')?.table
  if (last === undefined || first === undefined || last.below.length === 0 || first.above.length === 0) return null
  const foot = Math.max(...last.below.map(({ bottom }) => bottom))
  const head = Math.min(...first.above.map(({ top }) => top))
  const size = first.above[0]?.size ?? 0
  const shift = foot - head + size * 0.4
  const rest = first.above.flatMap((piece) => piece.runs)
  const moved = rest.map((run) => ({ ...run, top: run.top + shift, bottom: run.bottom + shift }))
  const runs = before.runs.filter(({ top }) => top < foot)
  const below = before.runs
    .filter(({ top }) => top >= foot)
    .map((run) => ({ ...run, top: run.top + 10_000, bottom: run.bottom + 10_000 }))
  const again = await readPage({ runs: [...runs, ...moved, ...below], rules: before.rules }, before.carried)
  const whole = again.parts.findLast((part) => part.kind === 'bare')?.table
  if ((whole?.labels ?? 0) <= last.labels) return null
  const others = here.runs.filter((run) => !rest.includes(run))
  return [again, await readPage({ runs: others, rules: here.rules }, columnsAtEnd(again.parts))]
}

/** With rules: the first row of a page's first table, joined to the last row of the last table on the page before. */
async function withRestOfRuledRow(before: Read, here: Read): Promise<Read[] | null> {
  const last = before.parts.findLastIndex((part) => part.kind !== 'words')
  const first = here.parts.findIndex((part) => part.kind !== 'words')
  const [above, below] = [before.parts[last], here.parts[first]]
  const between = [...before.parts.slice(last + 1), ...here.parts.slice(0, Math.max(0, first))]
  if (above?.kind !== 'ruled' || below?.kind !== 'ruled' || !between.every(isPageNumber)) return null
  const joined = (await joinCutRow(above.cells, below.cells)) ?? (await joinCutHeader(above.cells, below.cells))
  if (joined === null) return null
  return [
    { ...before, parts: before.parts.with(last, { kind: 'ruled', cells: joined.above }) },
    { ...here, parts: here.parts.with(first, { kind: 'ruled', cells: joined.below }) },
  ]
}

function isPageNumber(part: PagePart): boolean {
  return part.kind === 'words' && part.paragraphs.every((text) => /^[-—–\s第共页頁/\d]{1,12}$/.test(text))
}
