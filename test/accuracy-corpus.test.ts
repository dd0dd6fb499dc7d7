import { expect, test } from 'vitest'
import { corpusRow, corpusSection } from '../src/study/accuracy-corpus.js'
import { privateReports, readPrivate } from './support/private-reports.js'
import { fillReport } from './support/report.js'

test('counts the cells of all tables by status', () => {
  const row = corpusRow(
    'a',
    fillReport('2021', { remedies: { review: { total: 'ambiguous', upheld: { inferred: 2 } } } }),
  )
  // 15 cells of the one table that is there, 10 + 175 of those that are not.
  expect(row.cells).toEqual({ stated: 13, nil: 0, blank: 0, inferred: 1, ambiguous: 1, absent: 185, corrected: 0 })
  expect(row).toMatchObject({ id: 'a', form: '2021', year: 2021, sections: 6, issuer: false, reason: null })
})

test('the page says why sections, year or issuer are missing, and that none was measured where none is there', () => {
  const row = corpusRow('a', fillReport('legacy', {}, { sections: [], year: null }))
  const lines = corpusSection([row])
  expect(lines).toContain('| a | legacy | – | no | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |')
  expect(lines).toContain('- a: no heading numbered 一、 stands in it')
  expect(corpusSection(null).join('\n')).toContain('not on the machine')
  expect(corpusSection([corpusRow('b', fillReport('2021'))]).join('\n')).toContain('Every report yields')
})

test('every real report yields its sections, its year and its issuer', async () => {
  for (const report of privateReports('accuracy-corpus')) {
    const row = corpusRow(report.file, (await readPrivate(report)).report)
    expect(row).toMatchObject({ issuer: true, year: report.year, reason: null })
    expect(row.sections).toBeGreaterThanOrEqual(4)
  }
})
