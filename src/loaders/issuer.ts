import { headWords } from '../forms/vocabulary.js'
import type { DateMention, Folded, ReportHead } from '../types.js'
import { edgeLines, type Line } from './lines.js'
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
 * the page's own data, or the subject of the opening sentence.
 */
export function findIssuer(
  folded: Folded,
  lines: readonly Line[],
  title: Title | null,
  dates: readonly DateMention[],
): Issuer | null {
  return (
    (title && issuerInTitle(folded.text, title)) ??
    (title && nameLine(title.lines[title.line - 1], 'line_above_title')) ??
    signatory(lines, dates, folded) ??
    labelled(lines) ??
    openingSubject(folded.text)
  )
}

function issuerInTitle(text: string, title: Title): Issuer | null {
  const [from] = title.range
  const cuts: Range[] = title.year
    ? [
        [from, title.year.range[0]],
        [title.year.range[1], title.phrase[0]],
      ]
    : [[from, title.phrase[0]]]
  for (const [start, end] of cuts) {
    const name = text.slice(start, end)
    const core = name.replace(/^[\s《<"]*(?:关于)?/, '')
    const kept = core.replace(/[\s的》>"]*$/, '')
    if (kept.length < 2) continue
    const first = start + (name.length - core.length)
    return { range: [first, first + kept.length], basis: 'title' }
  }
  return null
}

const BODY = /(?:政府|委员会|管委会|办公室|办公厅|街道|园区|开发区|新区|[市县区省州镇乡厅局委办院处会]|中心|公司)$/

function nameLine(line: Line | undefined, basis: Issuer['basis']): Issuer | null {
  if (line === undefined || line.text.length > 30 || /[。;:,>|]/.test(line.text) || !BODY.test(line.text)) return null
  return { range: [line.from, line.to], basis }
}

/** The line above the signature's date. */
function signatory(all: readonly Line[], dates: readonly DateMention[], folded: Folded): Issuer | null {
  const signed = dates.find((date) => date.kind === 'signed')
  const lines = edgeLines(all)
  const index = lines.findIndex((line) => signed !== undefined && folded.offsets[line.from] === signed.at[0])
  return index < 1 ? null : nameLine(lines[index - 1], 'signature')
}

function labelled(lines: readonly Line[]): Issuer | null {
  for (const line of lines.slice(0, HEAD_LINES)) {
    for (const label of headWords().issuer_labels) {
      const at = line.text.indexOf(`${label}:`)
      const name = at < 0 ? '' : (/^\s*([^\s:]{2,30})/.exec(line.text.slice(at + label.length + 1))?.[0] ?? '')
      if (name.trim() === '') continue
      const end = line.from + at + label.length + 1 + name.length
      return { range: [end - name.trim().length, end], basis: 'page_data' }
    }
  }
  return null
}

/** 2020年,某园区认真…: the subject of the first sentence that opens with a year. */
function openingSubject(text: string): Issuer | null {
  const verbs = headWords().opening_verbs.join('|')
  const found = new RegExp(`20\\d{2}\\s?年(?:度)?,\\s*(?<name>[^,。;\\s]{2,20}?)(?:${verbs})`).exec(text.slice(0, 3000))
  const name = found?.groups?.name
  if (!found || name === undefined) return null
  const from = found.index + found[0].indexOf(name)
  return { range: [from, from + name.length], basis: 'opening_sentence' }
}
