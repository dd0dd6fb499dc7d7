import { headWords } from '../forms/vocabulary.js'
import type { DateMention, Folded, Place, ReportHead } from '../types.js'
import { type Line, linesOf } from './lines.js'
import { placeOf } from './stream.js'

type Range = readonly [from: number, to: number]

/** Who issued the report, for which year, under which title, and where that stands. */
export type Identity = Pick<
  ReportHead,
  'title' | 'titleAt' | 'issuer' | 'issuerAt' | 'issuerBasis' | 'year' | 'yearAt' | 'yearBasis'
>

/**
 * Finds title, issuer and reporting year. The year is the title's, else that of the period, else that of the opening
 * sentence. The issuer is what the title names besides year and 政府信息公开工作年度报告, else the line above the title, the
 * signature, the page's own data, or the subject of the opening sentence; `issuerBasis` says which.
 */
export function readIdentity(folded: Folded, source: string, dates: readonly DateMention[]): Identity {
  const lines = linesOf(folded.text)
  const title = findTitle(folded.text, lines)
  const year = title?.year ?? periodYear(dates) ?? openingYear(folded.text)
  const issuer = findIssuer(folded.text, lines, title, dates, folded)
  const slice = (range: Range | undefined): Place | null =>
    range === undefined ? null : placeOf(folded, range[0], range[1])
  const titleAt = slice(title?.range)
  const issuerAt = slice(issuer?.range)
  return {
    title: titleAt && source.slice(titleAt[0], titleAt[1]).replace(/\s+/g, ' '),
    titleAt,
    issuer: issuerAt && source.slice(issuerAt[0], issuerAt[1]).replace(/\s+/g, ''),
    issuerAt,
    issuerBasis: issuer?.basis ?? null,
    year: year?.value ?? null,
    yearAt: year === null ? null : 'at' in year ? year.at : placeOf(folded, year.range[0], year.range[1]),
    yearBasis: year?.basis ?? null,
  }
}

interface Title {
  readonly line: number
  readonly range: Range
  readonly year: { readonly value: number; readonly range: Range; readonly basis: 'title' } | null
  /** Where the words end that close a title, and begin. */
  readonly phrase: Range
}

/** Lines in which a title is looked for: pages put menus above it. */
const TITLE_LINES = 80
const MAX_TITLE = 70
const YEAR = /(?<year>20\d{2}|二[〇○零]{1,2}[一二三四五六七八九〇○零]{1,2})\s*年(?:度)?/

function findTitle(source: string, lines: readonly Line[]): Title | null {
  const { title: phrases, title_labels } = headWords()
  let best: { title: Title; score: number } | null = null
  for (const { index, line } of titleLines(source, lines, phrases)) {
    const label = title_labels.find((word) => line.text.startsWith(`${word}:`))
    const skipped = label === undefined ? (/^#{1,6}\s*/.exec(line.text)?.[0].length ?? 0) : label.length + 1
    const text = line.text.slice(skipped)
    if (text.length > MAX_TITLE || /[>|。;]|^[^《]*》/.test(text)) continue
    const phrase = phrases.map((words) => rangeOfWords(text, words)).find((range) => range !== null)
    if (!phrase) continue
    const start = line.from + skipped + (text.length - text.trimStart().length)
    const found = YEAR.exec(text)
    const value = found ? yearNumber(found.groups?.year ?? '') : null
    const from = line.from + skipped
    const year =
      found && value
        ? { value, range: [from + found.index, from + found.index + found[0].length] as const, basis: 'title' as const }
        : null
    const ends = text.slice(phrase[1]).trim() === ''
    const score = (year ? 3 : 0) + (ends ? 2 : 0) + (phrase[0] > (found?.[0].length ?? 0) + 2 ? 1 : 0)
    const title: Title = { line: index, range: [start, line.to], year, phrase: [from + phrase[0], from + phrase[1]] }
    if (best === null || score > best.score) best = { title, score }
  }
  return best !== null && best.score >= 2 ? best.title : null
}

/** The lines above a text, and pairs of them over which the words of a title are broken. */
function titleLines(
  source: string,
  lines: readonly Line[],
  phrases: readonly string[],
): { index: number; line: Line }[] {
  const hasPhrase = (text: string) => phrases.some((words) => rangeOfWords(text, words) !== null)
  return lines.slice(0, TITLE_LINES).flatMap((line, index) => {
    const next = lines[index + 1]
    if (next === undefined || next.to - line.from > MAX_TITLE || hasPhrase(line.text) || hasPhrase(next.text)) {
      return [{ index, line }]
    }
    const text = source.slice(line.from, next.to)
    return hasPhrase(text) ? [{ index, line: { text, from: line.from, to: next.to } }] : [{ index, line }]
  })
}

/** Where words stand in a text, whatever white space lies between their characters. */
function rangeOfWords(text: string, words: string): Range | null {
  const found = new RegExp(Array.from(words, (c) => c).join('\\s*')).exec(text)
  return found ? [found.index, found.index + found[0].length] : null
}

function yearNumber(written: string): number | null {
  const digits = Array.from(written.replace(/[○零]/g, '〇'), (c) =>
    /\d/.test(c) ? c : '〇一二三四五六七八九'.indexOf(c),
  ).join('')
  return /^20\d{2}$/.test(digits) ? Number(digits) : null
}

function periodYear(dates: readonly DateMention[]) {
  const end = dates.find((date) => date.kind === 'period_end')
  return end?.value == null ? null : { value: Number(end.value.slice(0, 4)), at: end.at, basis: 'period' as const }
}

function openingYear(text: string) {
  const found = /(?<year>20\d{2})年(?:度)?[,以来]/.exec(text.slice(0, 3000))
  return found
    ? { value: Number(found.groups?.year), range: [found.index, found.index + 5] as const, basis: 'narrative' as const }
    : null
}

interface Issuer {
  readonly range: Range
  readonly basis: NonNullable<ReportHead['issuerBasis']>
}

function findIssuer(
  text: string,
  lines: readonly Line[],
  title: Title | null,
  dates: readonly DateMention[],
  folded: Folded,
): Issuer | null {
  return (
    (title && issuerInTitle(text, title)) ??
    (title && nameLine(lines[title.line - 1], 'line_above_title')) ??
    signatory(lines, dates, folded) ??
    labelled(lines) ??
    openingSubject(text)
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
function signatory(lines: readonly Line[], dates: readonly DateMention[], folded: Folded): Issuer | null {
  const signed = dates.find((date) => date.kind === 'signed')
  const index = lines.findIndex((line) => signed !== undefined && folded.offsets[line.from] === signed.at[0])
  return index < 1 ? null : nameLine(lines[index - 1], 'signature')
}

function labelled(lines: readonly Line[]): Issuer | null {
  for (const line of lines.slice(0, TITLE_LINES)) {
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
  const found = new RegExp(`20\\d{2}年(?:度)?,\\s*(?<name>[^,。;\\s]{2,20}?)(?:${verbs})`).exec(text.slice(0, 3000))
  const name = found?.groups?.name
  if (!found || name === undefined) return null
  const from = found.index + found[0].indexOf(name)
  return { range: [from, from + name.length], basis: 'opening_sentence' }
}
