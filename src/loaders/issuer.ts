import { headWords } from '../forms/head-words.js'
import type { DateMention, Folded, ReportHead } from '../types.js'
import { isBodyName, mayBeName } from './body-name.js'
import { contactBody, maker } from './contact.js'
import { edgeLines, type Line } from './lines.js'
import { openingSubject, type RunningTitle } from './opening.js'
import { labelledValue } from './page-data.js'
import type { Title } from './title.js'
import { anyOf, once } from './word-patterns.js'

type Range = readonly [from: number, to: number]

/** An issuer's name in the folded text, and where it was read. */
export interface Issuer {
  readonly range: Range
  readonly basis: NonNullable<ReportHead['issuerBasis']>
}

/** Lines in which a page names the issuer. */
const HEAD_LINES = 80

/**
 * Finds the issuer: what the title names besides year and 政府信息公开工作年度报告, else the line above the title, the signature,
 * the title in an opening sentence, the page's own data, or of the opening who made the report, its subject, or the body to
 * be asked. Words that name
 * no body (我局, an entry of a menu) are passed over.
 */
export function findIssuer(
  folded: Folded,
  lines: readonly Line[],
  title: Title | null,
  running: RunningTitle | null,
  dates: readonly DateMention[],
): Issuer | null {
  const told = () => maker(folded.text) ?? openingSubject(folded.text) ?? contactBody(folded.text)
  return (
    (title && issuerInTitle(folded.text, title)) ??
    (title && nameLine(title.lines[title.line - 1], 'line_above_title')) ??
    signatory(lines, dates, folded) ??
    inOpening(running?.name ?? null) ??
    labelled(lines, headWords().page_data.issuer_labels) ??
    inOpening(told()) ??
    labelled(lines, headWords().page_data.source_labels)
  )
}

function inOpening(range: Range | null): Issuer | null {
  return range && { range, basis: 'opening_sentence' }
}

function issuerInTitle(text: string, title: Title): Issuer | null {
  const [from] = title.range
  const cuts: Range[] =
    title.year && title.year.range[0] < title.phrase[0]
      ? [
          [from, title.year.range[0]],
          [title.year.range[1], title.phrase[0]],
        ]
      : [[from, title.phrase[0]]]
  for (const [start, end] of cuts) {
    const name = text.slice(start, end)
    const core = name.replace(opening(), '')
    const kept = core.replace(SCHOOL_YEAR, '').replace(/[\s的》>"]*$/, '')
    if (kept.length < 2 || !mayBeName(kept)) continue
    const first = start + (name.length - core.length)
    return { range: [first, first + kept.length], basis: 'title' }
  }
  return null
}

/** What may stand before the issuer in a title. */
const opening = once(() => new RegExp(`^[\\s《<"]*${anyOf(headWords().titles.openings)}?`))

/** 2023—2024学年 behind a university's name. */
const SCHOOL_YEAR = /\s*20\d{2}\s*(?:年?\s*[-—–~至/]{1,2}\s*(?:20)?\d{2}\s*)?学年度?\s*$/

function nameLine(line: Line | undefined, basis: Issuer['basis']): Issuer | null {
  if (line === undefined || line.text.length > 30 || !isBodyName(line.text)) return null
  return { range: [line.from, line.to], basis }
}

/** The line above the signature's date. */
function signatory(all: readonly Line[], dates: readonly DateMention[], folded: Folded): Issuer | null {
  const signed = dates.find((date) => date.kind === 'signed')
  const lines = edgeLines(all)
  const index = lines.findIndex((line) => signed !== undefined && folded.offsets[line.from] === signed.at[0])
  return index < 1 ? null : nameLine(lines[index - 1], 'signature')
}

function labelled(lines: readonly Line[], labels: readonly string[]): Issuer | null {
  const head = lines.slice(0, HEAD_LINES)
  for (const index of head.keys()) {
    for (const label of labels) {
      const found = labelledValue(head, index, label)
      const name = /^[^\s:|\u001d\u001f]{2,40}/.exec(found?.text ?? '')?.[0]
      if (found === null || name === undefined || !isBodyName(name)) continue
      return { range: [found.from, found.from + name.length], basis: 'page_data' }
    }
  }
  return null
}
