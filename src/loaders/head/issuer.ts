import { headWords } from '../../forms/head-words.js'
import { regionsNamed } from '../../forms/regions.js'
import type { DateMention, Folded, ReportHead } from '../../types.js'
import { edgeLines, type Line } from '../lines.js'
import { anyOf, once } from '../word-patterns.js'
import { behindForeign, isBodyName, mayBeName } from './body-name.js'
import { bodiesAsked, contactBody, maker, speakingGovernment } from './contact.js'
import { fullName } from './full-name.js'
import { openingSubject, type RunningTitle } from './opening.js'
import { labelledValue } from './page-data.js'
import type { Title } from './title.js'

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
 * be asked, else the source of the page or its path. Words that name no body (我局, an entry of a menu) are passed over. A name without its
 * place (某某街道) gives way to the longer one of the same body that the text has at any of these places.
 */
export function findIssuer(
  folded: Folded,
  lines: readonly Line[],
  title: Title | null,
  running: RunningTitle | null,
  dates: readonly DateMention[],
): Issuer | null {
  const { text } = folded
  const { issuer_labels, source_labels } = headWords().page_data
  const ways: (() => Issuer | null)[] = [
    () => title && issuerInTitle(text, title),
    () => title && nameLine(title.lines[title.line - 1], 'line_above_title'),
    () => signatory(lines, dates, folded),
    () => inOpening(running?.name ?? null),
    () => labelled(lines, issuer_labels),
    () => inOpening(maker(text)),
    () => inOpening(openingSubject(text)),
    () => inOpening(contactBody(text)),
    () => inOpening(speakingGovernment(text)),
    () => labelled(lines, source_labels),
    () => inPath(lines),
  ]
  const found = ways.map((way) => way()).filter((one) => one !== null)
  const [first] = found
  if (first === undefined) return null
  const others = [...found, ...bodiesAsked(text).map((range): Issuer => ({ range, basis: 'opening_sentence' }))]
  const short = text.slice(...first.range).replace(/\s/g, '')
  const longer = fullName(
    short,
    others.map(({ range }) => range),
    text,
    title?.year?.value ?? null,
  )
  return others.find(({ range }) => range === longer) ?? first
}

function inOpening(range: Range | null): Issuer | null {
  return range && { range, basis: 'opening_sentence' }
}

function issuerInTitle(text: string, title: Title): Issuer | null {
  const [from, to] = title.range
  const cuts: Range[] =
    title.year && title.year.range[0] < title.phrase[0]
      ? [
          [from, title.year.range[0]],
          [title.year.range[1], title.phrase[0]],
        ]
      : [[from, title.phrase[0]]]
  for (const [start, end] of cuts) {
    const name = text.slice(start, end)
    const opened = name.replace(opening(), '')
    const core = opened.slice(behindForeign(opened))
    const kept = core.replace(SCHOOL_YEAR, '').replace(closing(), '')
    if (kept.length < 2 || !mayBeName(kept)) continue
    const first = start + (name.length - core.length)
    return { range: [first, first + kept.length], basis: 'title' }
  }
  const tail = text.slice(title.phrase[1], to)
  const name = tail.replace(BEHIND, '')
  const at = title.phrase[1] + tail.indexOf(name)
  return name !== '' && isBodyName(name) ? { range: [at, at + name.length], basis: 'title' } : null
}

/** What may stand before the issuer in a title. */
const opening = once(() => new RegExp(`^[\\s《<"]*${anyOf(headWords().titles.openings)}?`))
/** What may stand behind the issuer: the same words (某某局关于2019年…), 的, and marks. */
const closing = once(() => new RegExp(`${anyOf(headWords().titles.openings)}?[\\s的》>":]*$`))
/** The marks around a name behind the closing words. */
const BEHIND = /^[\s(]+|\)\s*$/g

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

/** 首页 > 部门信息 > 某某县民政局: the last body in the path by which a page says where it stands. */
function inPath(lines: readonly Line[]): Issuer | null {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const steps = [...line.text.matchAll(/[^>»\s][^>»]{1,39}?(?=\s*(?:>|»|$))/g)]
    if (steps.length < 2 || !/[>»]/.test(line.text)) continue
    const step = steps.findLast(([words]) => isBodyName(words) && regionsNamed(words).present.length === 0)
    if (step === undefined) continue
    const from = line.from + step.index
    return { range: [from, from + step[0].length], basis: 'page_data' }
  }
  return null
}
