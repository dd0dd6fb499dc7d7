import { describe, expect, test } from 'vitest'
import { analyseReport } from '../src/study/analyse.js'
import { auditAccuracy, type ReportCheck } from '../src/study/audit-accuracy.js'
import { repairAccuracy } from '../src/study/repair-accuracy.js'
import { simulate } from '../src/study/simulate/report.js'
import type { Truth } from '../src/study/simulate/truth.js'

async function readCorpus(seed: string, reports: number): Promise<{ truths: Truth[]; checks: ReportCheck[] }> {
  const truths: Truth[] = []
  const checks: ReportCheck[] = []
  for await (const { bytes, truth } of simulate(seed, reports)) {
    const read = await analyseReport({ id: truth.id, path: truth.file, bytes })
    truths.push(truth)
    checks.push(...read.checks.map((check) => ({ report_id: truth.id, ...check })))
  }
  return { truths, checks }
}

describe('the audits on synthetic reports', () => {
  test('miss nothing that was read and raise no false alarm', async () => {
    const { truths, checks } = await readCorpus(
      process.env.GONGKAI_SEED ?? 'audits-0',
      Number(process.env.GONGKAI_N ?? 120),
    )
    const rows = auditAccuracy(truths, checks)
    if (process.env.GONGKAI_N) console.table(rows)
    if (process.env.GONGKAI_N) console.table(repairAccuracy(truths, checks))
    expect(rows.filter(({ missed, false_alarms }) => missed + false_alarms > 0)).toEqual([])
  }, 300_000)
})
