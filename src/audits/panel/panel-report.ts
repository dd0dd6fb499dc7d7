import { panelReference } from '../../forms/panel.js'
import { statementVocabulary, UNNAMED } from '../../forms/statement-words.js'
import type { Folded, FormId, IssuerKind, IssuerLevel, Place, Report } from '../../types.js'
import { bodyName } from './body-name.js'
import { type PackedTables, packTables } from './figures.js'
import { foldedSlice, ownText } from './own-text.js'
import { type Sketch, sketchOf } from './sketch.js'

/** A word that says that what is counted has changed, and where it stands. */
export interface ScopeNote {
  readonly word: string
  readonly at: Place
}

/** What the rules across reports need of one report: small, flat, and no sentence of it. */
export interface PanelReport {
  readonly id: string
  readonly sha256: string
  readonly year: number | null
  /** The issuer in one spelling (see `bodyName`); `null` where no issuer is known. */
  readonly body: string | null
  /** Whether that name alone tells the body from others. */
  readonly isDistinct: boolean
  /** GB/T 2260 code, or `null`. */
  readonly region: string | null
  readonly kind: IssuerKind | null
  readonly level: IssuerLevel | null
  readonly form: FormId
  readonly signed: string | null
  readonly tables: PackedTables
  /** The scopes its sentences and title name, sorted. */
  readonly scopes: readonly string[]
  readonly scopeNotes: readonly ScopeNote[]
  /** Quantities said in its sentences that are not 0. */
  readonly statements: number
  /** Fingerprints of its own words; empty where the text was not given. */
  readonly text: Sketch
}

/**
 * What the rules across reports need of one report. A few kilobytes: the figures packed, the text as fingerprints with their
 * places. Pure: the same report gives the same.
 *
 * @param report a report as read
 * @param folded its folded working copy (`AnalysedReport.folded`); without it no rule on reused text can be applied, and
 *   names in Traditional characters are compared as printed
 * @example
 * panelReport(report).year // 2021
 */
export function panelReport(report: Report, folded?: Folded): PanelReport {
  const { head, source } = { head: report.report, source: report.source }
  const issuer = folded === undefined || head.issuerAt === null ? head.issuer : foldedSlice(folded, head.issuerAt)
  const region = head.region?.code ?? null
  const named = issuer === null ? null : bodyName(issuer.replace(/\s+/g, ''), region)
  const own = folded === undefined ? null : ownText(report, folded, [issuer, head.region?.name ?? null])
  return {
    id: report.id,
    sha256: source.sha256,
    year: head.year,
    body: named?.name ?? null,
    isDistinct: named?.isDistinct ?? false,
    region,
    kind: head.issuer_kind,
    level: head.issuer_level,
    form: head.form,
    signed: head.signed,
    tables: packTables(report),
    scopes: scopesOf(report),
    scopeNotes: folded === undefined ? [] : scopeNotes(folded),
    statements: report.statements.filter(({ key, value }) => key !== UNNAMED && value > 0).length,
    text: sketchOf(own),
  }
}

function scopesOf({ statements, report: { title } }: Report): string[] {
  const said = statements.flatMap(({ scope }) => scope ?? [])
  const inTitle = statementVocabulary().scopes.flatMap(({ word }) => (title?.includes(word) ? [word] : []))
  return [...new Set([...said, ...inTitle])].sort()
}

/** The first occurrence of each word of `scope_notes`. */
function scopeNotes(folded: Folded): ScopeNote[] {
  return panelReference().scope_notes.flatMap((word): ScopeNote[] => {
    const i = folded.text.indexOf(word)
    if (i < 0) return []
    const end = i + word.length
    return [
      {
        word,
        at: [folded.offsets[i] ?? 0, (folded.ends === undefined ? folded.offsets[end] : folded.ends[end - 1]) ?? 0],
      },
    ]
  })
}
