import type { DateMention, Folded, Place, ReportHead } from '../../types.js'
import { plainRadicals } from '../fold/radicals.js'
import { linesOf } from '../lines.js'
import { placeOf } from '../stream.js'
import { uncutName } from './cut-name.js'
import { bodyOfPage, findIssuer } from './issuer.js'
import { type IssuerFacts, issuerFacts } from './issuer-kind.js'
import { circularYear, narrativeYear, type RunningTitle, runningTitle } from './opening.js'
import { findTitle } from './own-title.js'
import { signatory } from './signatory.js'
import type { Title } from './title.js'

type Range = readonly [from: number, to: number]

/** Who issued the report, for which year, under which title, and where that stands. */
export type Identity = Pick<
  ReportHead,
  'title' | 'titleAt' | 'issuer' | 'issuerAt' | 'issuerBasis' | 'year' | 'yearAt' | 'yearBasis'
> &
  IssuerFacts

/** A section of the report and where it begins. */
interface Start {
  readonly section: { readonly key: string; readonly level: number }
  readonly range: Range
}

/** What whoever collected the reports says of this one. */
export interface Declared {
  readonly issuer?: string
  readonly year?: number
}

/**
 * Finds title, issuer and reporting year, and what the issuer's name tells of its kind, level and place. The year is the
 * title's, else that of the period, else that of the title in an opening sentence, else the one of which the opening
 * tells, else that of the circular by which the report was made. `issuerBasis` says where the issuer was read (see
 * `findIssuer`). What is declared stands in only where the text is silent.
 */
export function readIdentity(
  whole: Folded,
  source: string,
  dates: readonly DateMention[],
  sections: readonly Start[] = [],
  declared: Declared = {},
): Identity {
  const all = linesOf(whole.text)
  const bare = (range: Range | null | undefined) => range && whole.text.slice(...range).replace(/\s/g, '')
  const { title, others } = findTitle(all, whole.text, startsOf(whole.text, sections), {
    signatory: bare(signatory(all, dates, whole)) ?? null,
    issuer: bare(bodyOfPage(all)) ?? null,
  })
  const folded = { ...whole, text: blanked(whole.text, others) }
  const lines = others.length === 0 ? all : linesOf(folded.text)
  const running = runningTitle(folded.text)
  const issuer = findIssuer(folded, lines, title, running, dates)
  const when = yearOf(folded, title, running, dates, declared)
  const words = (range: Range | undefined) => (range ? folded.text.slice(...range).replace(/\s+/g, '') : null)
  const place = (range: Range | undefined): Place | null => (range ? placeOf(folded, ...range) : null)
  const read = words(issuer?.range)
  const uncut = read === null ? null : uncutName(read, source, when.year)
  const name = uncut?.name ?? read ?? declared.issuer ?? null
  return {
    title:
      title &&
      printed(folded, source, title.range)
        .replace(/\s*\n\s*/g, '')
        .replace(/\s+/g, ' '),
    titleAt: place(title?.range),
    issuer: uncut?.name ?? (issuer ? printed(folded, source, issuer.range).replace(/\s+/g, '') : name),
    issuerAt: uncut ? [uncut.from, uncut.from + uncut.name.length] : place(issuer?.range),
    issuerBasis: uncut ? 'page_data' : (issuer?.basis ?? (name === null ? null : 'declared')),
    ...when,
    ...issuerFacts(name, words(title?.range), when.year, folded.text),
  }
}

/** Where the text of a report begins, and begins anew: its sections, or else its sentences. */
function startsOf(text: string, sections: readonly Start[]): number[] {
  const known = sections.filter(({ section }) => section.level === 1 && section.key !== 'unclassified')
  if (known.length > 0) return known.map(({ range }) => range[0])
  return [...text.matchAll(/。/g)].map(({ index }) => index)
}

/** The text with blanks for what is another report's. */
function blanked(text: string, ranges: readonly Range[]): string {
  const parts: string[] = []
  let at = 0
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    parts.push(text.slice(at, Math.max(at, from)), ' '.repeat(Math.max(0, to - Math.max(at, from))))
    at = Math.max(at, to)
  }
  return parts.join('') + text.slice(at)
}

/** The characters as printed, but for radicals in the place of characters; where the source has tags among them, without these. */
function printed(folded: Folded, source: string, [from, to]: Range): string {
  const slice = plainRadicals(source.slice(...placeOf(folded, from, to)))
  if (!slice.includes('<')) return slice
  const units = Array.from({ length: to - from }, (_, i) => {
    const mark = folded.text[from + i] ?? ''
    const char = source[folded.offsets[from + i] ?? 0] ?? ''
    return /\s/.test(mark) || char === '<' || char === '&' ? mark : char
  })
  return plainRadicals(units.join(''))
}

function yearOf(
  folded: Folded,
  title: Title | null,
  running: RunningTitle | null,
  dates: readonly DateMention[],
  declared: Declared,
): Pick<Identity, 'year' | 'yearAt' | 'yearBasis'> {
  if (title?.year)
    return { year: title.year.value, yearAt: placeOf(folded, ...title.year.range), yearBasis: title.year.basis }
  const end = dates.find((date) => date.kind === 'period_end')
  if (end?.value != null) return { year: Number(end.value.slice(0, 4)), yearAt: end.at, yearBasis: 'period' }
  const days = dates.flatMap(({ kind, value }) => (kind === 'signed' || kind === 'published' ? (value ?? []) : []))
  const latest = days.sort()[0] ?? null
  const told = running?.year ?? narrativeYear(folded.text, latest) ?? circularYear(folded.text, latest)
  if (told) return { year: told.value, yearAt: placeOf(folded, ...told.range), yearBasis: 'narrative' }
  const year = declared.year ?? null
  return { year, yearAt: null, yearBasis: year === null ? null : 'declared' }
}
