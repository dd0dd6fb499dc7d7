import { headWords } from '../../forms/head-words.js'
import { regionsNamed } from '../../forms/regions.js'
import type { DateMention, Folded, ReportHead } from '../../types.js'
import type { Line } from '../lines.js'
import { isBodyName, nameLine } from './body-name.js'
import { bodiesAsked, contactBody, maker, speakingGovernment } from './contact.js'
import { fullName } from './full-name.js'
import { openingSubject, type RunningTitle } from './opening.js'
import { labelledValue } from './page-data.js'
import { signatory } from './signatory.js'
import type { Title } from './title.js'
import { issuerInTitle } from './title-issuer.js'

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
  const { source_labels } = headWords().page_data
  const ways: (() => Issuer | null)[] = [
    () => title && based(issuerInTitle(text, title), 'title'),
    () => title && based(nameLine(title.lines[title.line - 1]), 'line_above_title'),
    () => based(signatory(lines, dates, folded), 'signature'),
    () => inOpening(running?.name ?? null),
    () => issuerOfPage(lines),
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
  return based(range, 'opening_sentence')
}

function based(range: Range | null, basis: Issuer['basis']): Issuer | null {
  return range && { range, basis }
}

/** The issuer in the page's own data: 发布机构: 某某局. */
export function issuerOfPage(lines: readonly Line[]): Issuer | null {
  return labelled(lines, headWords().page_data.issuer_labels)
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
