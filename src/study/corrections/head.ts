import { issuerFacts } from '../../loaders/head/issuer-kind.js'
import type { ReportHead } from '../../types.js'
import type { AppliedCorrection, CorrectedField, CorrectionOutcome, FieldCorrection } from './types.js'

/** What the head of a report says in one of the entries that may be corrected. */
export function headReading(head: ReportHead, field: CorrectedField): NonNullable<CorrectionOutcome['read']> {
  return { value: head[field], status: null, text: null }
}

/**
 * The head with its corrections, and each with what it took the place of. With the issuer's name go what it tells: kind, level, and
 * the region, unless that was read in the title.
 */
export function correctedHead(
  head: ReportHead,
  corrections: readonly FieldCorrection[],
): { readonly head: ReportHead; readonly applied: readonly AppliedCorrection[] } {
  const applied: AppliedCorrection[] = []
  let now = head
  for (const correction of corrections) {
    const entries = entriesOf(now, correction)
    applied.push({ ...correction, original: picked(head, Object.keys(entries)) })
    now = { ...now, ...entries }
  }
  return { head: now, applied }
}

function entriesOf(head: ReportHead, { field, action, value }: FieldCorrection): Partial<ReportHead> {
  const now = action === 'set' ? (value ?? null) : null
  if (field === 'signed') return { signed: textOf(now) }
  if (field === 'year') return { year: typeof now === 'number' ? now : null, yearBasis: 'correction' }
  const issuer = textOf(now)
  const facts = issuerFacts(issuer, null, head.year, '')
  const inTitle = facts.region === null && head.region_basis === 'title'
  return {
    issuer,
    issuerBasis: 'correction',
    ...facts,
    ...(inTitle ? { region: head.region, region_basis: head.region_basis } : {}),
  }
}

function textOf(value: number | string | null): string | null {
  return typeof value === 'string' ? value : null
}

function picked(head: ReportHead, names: readonly string[]): Partial<ReportHead> {
  return Object.fromEntries(Object.entries(head).filter(([name]) => names.includes(name)))
}
