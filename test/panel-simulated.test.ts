import { beforeAll, describe, expect, test } from 'vitest'
import { auditPanel, type PanelReport, panelReport, panelRules } from '../src/audits/panel/index.js'
import { readSynthetic } from '../src/study/accuracy-run.js'
import { type AuditAccuracyRow, auditAccuracy, type ReportCheck } from '../src/study/audit-accuracy.js'
import { PANEL_EXPECTATIONS } from '../src/study/audit-accuracy-panel.js'
import { publishersOf } from '../src/study/simulate/publishers.js'
import { simulate } from '../src/study/simulate/report.js'
import type { Truth } from '../src/study/simulate/truth.js'

interface Read {
  readonly truths: Truth[]
  readonly panel: PanelReport[]
  readonly checks: ReportCheck[]
}

async function readPanel(seed: string, reports: number, faults: boolean): Promise<Read> {
  const truths: Truth[] = []
  const panel: PanelReport[] = []
  for await (const made of simulate(seed, reports, { faults })) {
    const read = await readSynthetic(made)
    // A year misread is the reader's matter, measured elsewhere; here the audits are measured on what was read right.
    if (read === null || read.report.report.year !== made.truth.report.year) continue
    truths.push(made.truth)
    panel.push(panelReport(read.report, read.folded))
  }
  return { truths, panel, checks: auditPanel(panel, publishersOf(truths)) }
}

describe('a simulated panel with faults planted across reports', () => {
  let read: Read
  let rows: ReadonlyMap<string, AuditAccuracyRow>
  beforeAll(async () => {
    // A seed in whose twin tables something is read: one of which nothing is read is compared with none (screen.identical_tables).
    read = await readPanel('panel 5', 216, true)
    expect(read.truths.length).toBeGreaterThan(210)
    rows = new Map(auditAccuracy(read.truths, read.checks, PANEL_EXPECTATIONS).map((row) => [row.rule, row]))
  }, 300_000)

  // What ought to fail is told by the true values as printed (audit-accuracy-panel.ts), not by the program's own reading.
  test('every broken chain, sum, gap and double that could be assessed is found, with no false alarm', () => {
    for (const rule of ['panel.carry_over', 'panel.stock', 'panel.gap', 'panel.duplicate', 'panel.hierarchy']) {
      expect(rows.get(rule), rule).toMatchObject({ missed: 0, false_alarms: 0 })
      expect(rows.get(rule)?.found, rule).toBeGreaterThan(0)
    }
  })

  test('tables printed again, of zeros or of another body raise a question, honest ones none', () => {
    for (const rule of ['panel.unchanged', 'screen.zero_tables', 'screen.identical_tables', 'screen.volume_jump'])
      expect(rows.get(rule), rule).toMatchObject({ missed: 0, false_alarms: 0 })
    expect(rows.get('panel.unchanged')?.found).toBeGreaterThan(0)
  })

  test('most copied passages that are long enough are found, and nearly nothing else', () => {
    const { found = 0, missed = 0, false_alarms = 1, clean_checks = 0 } = rows.get('panel.reused_text') ?? {}
    expect(found).toBeGreaterThan(missed)
    expect(false_alarms).toBeLessThan(clean_checks / 100)
  })

  test('does not depend on the order of the reports', () => {
    expect(auditPanel([...read.panel].reverse(), publishersOf(read.truths))).toEqual(read.checks)
  })

  test('is small: some kilobytes a report', () => {
    const bytes = read.panel.map(({ text, tables }) => {
      const packed = Object.values(tables).reduce((sum, table) => sum + 9 * table.values.length, 0)
      return packed + 16 * text.hashes.length
    })
    expect(Math.max(...bytes)).toBeLessThan(40_000)
    expect(bytes.reduce((a, b) => a + b, 0) / bytes.length).toBeLessThan(8000)
  })
})

test('a clean simulated panel raises no finding but, rarely, a question', async () => {
  const { checks } = await readPanel('panel clean', 144, false)
  const failed = checks.filter(({ outcome }) => outcome === 'failed')
  const questions = new Set(
    panelRules()
      .filter(({ severity }) => severity === 'info')
      .map(({ id }) => id),
  )
  expect(failed.filter(({ rule }) => !questions.has(rule))).toEqual([])
  expect(failed.length).toBeLessThanOrEqual(2)
}, 300_000)

test('a part without reports in the corpus is declared all the same, so that no sum is held against the others alone', async () => {
  const truths: Truth[] = []
  for await (const { truth } of simulate('cut off', 180)) truths.push(truth)
  const whole = truths.find(({ unit }) => unit.parts.length > 0)
  expect(whole).toBeDefined()
  const [gone] = whole?.unit.parts ?? []
  const { publishers } = publishersOf(truths.filter(({ unit }) => unit.id !== gone))
  expect(publishers.filter(({ in_parent, parent }) => in_parent && parent === whole?.unit.id).length).toBe(
    whole?.unit.parts.length,
  )
  expect(publishers.find(({ id }) => id === gone)).toMatchObject({ reports: [], in_parent: true })
})
