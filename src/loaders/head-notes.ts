import type { Finding, Report } from '../types.js'
import { note } from './note.js'

/** What the reader has to say of a report's head: damaged dates, and on what ground issuer, year and region rest. */
export function headNotes(report: Report): Finding[] {
  return [...dateNotes(report), ...identityNotes(report), ...regionNotes(report.report)]
}

function dateNotes(report: Report): Finding[] {
  return report.report.dates
    .filter((date) => date.status !== 'stated')
    .map((date) => {
      if (date.precision === 'month') {
        const said = `the ${date.kind} date, "${date.text}", names no day: left open`
        return { ...note('reading.partial_date', 'info', said, []), observed: date.text, at: date.at }
      }
      if (date.kind === 'signed' && date.candidates?.length === 1 && /年.*月.*日/s.test(date.text)) {
        const said = `"${date.text}" stands at the report's end without the issuer's name before it: probably the date it was signed`
        return { ...note('reading.signature_inferred', 'info', said, []), observed: date.text, at: date.at }
      }
      const readings = (date.candidates ?? []).join(' or ')
      const verdict =
        date.value === null
          ? 'left open'
          : `read as ${date.value}, since the publication date rules out any other reading`
      return {
        ...note(
          'reading.damaged_date',
          'warning',
          `the ${date.kind} date is printed as "${date.text}", which may be ${readings}: ${verdict}`,
          [],
        ),
        observed: date.text,
        expected: date.value,
        at: date.at,
      }
    })
}

function identityNotes(report: Report): Finding[] {
  const { issuer, issuerBasis, issuerAt, year, yearBasis, yearAt } = report.report
  const notes: Finding[] = []
  if (issuer === null) notes.push(note('reading.issuer_unknown', 'warning', 'the issuer could not be told', []))
  else if (issuerBasis === 'opening_sentence' || issuerBasis === 'page_data' || issuerBasis === 'declared') {
    notes.push({
      ...note(
        'reading.issuer_inferred',
        'info',
        `the title names no issuer; "${issuer}" is from ${WHERE[issuerBasis]}`,
        [],
      ),
      at: issuerAt,
    })
  }
  if (year === null) notes.push(note('reading.year_unknown', 'warning', 'the reporting year could not be told', []))
  else if (yearBasis === 'narrative' || yearBasis === 'declared') {
    notes.push({
      ...note('reading.year_inferred', 'info', `the title names no year; ${year} is from ${WHERE[yearBasis]}`, []),
      at: yearAt,
    })
  }
  return notes
}

function regionNotes({ issuer, issuerAt, region, region_basis }: Report['report']): Finding[] {
  if (region_basis === 'text') {
    const place = `${region?.name} (${region?.code})`
    const said = `"${issuer}" does not name one place in full; the words of the report point to ${place}`
    return [{ ...note('reading.region_inferred', 'info', said, []), at: issuerAt }]
  }
  if (issuer === null || region !== null) return []
  const said = `"${issuer}" begins with no name of GB/T 2260, or with that of several places: the region is left open`
  return [{ ...note('reading.region_unknown', 'info', said, []), at: issuerAt }]
}

const WHERE = {
  opening_sentence: 'the opening sentence',
  page_data: "the page's own data",
  narrative: 'the opening sentence',
  declared: 'what came with the input, not from the report',
}
