import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { editionOfTruth, scoreReport } from '../src/study/accuracy.js'
import { cellVerdict } from '../src/study/accuracy-cells.js'
import { type GoldReport, scoreGold } from '../src/study/accuracy-gold.js'
import { AccuracyTally, accuracyPage } from '../src/study/accuracy-page.js'
import { measureAccuracy, readSynthetic } from '../src/study/accuracy-run.js'
import { addScores, NO_SCORE } from '../src/study/accuracy-score.js'
import { analyseReport } from '../src/study/analyse.js'
import { LAYOUTS } from '../src/study/simulate/layouts.js'
import { simulate, simulateReport } from '../src/study/simulate/report.js'
import type { TrueCell, Truth } from '../src/study/simulate/truth.js'
import type { Cell, Report } from '../src/types.js'

/** One corpus that is the same each time, so that a failure is the change's, and one that nobody has seen before. */
const SEEDS: readonly (readonly [seed: string, reports: number])[] =
  process.env.GONGKAI_SEED === undefined
    ? [
        ['any-0', 6 * LAYOUTS.length],
        [`drawn-${randomUUID()}`, 2 * LAYOUTS.length],
      ]
    : [[process.env.GONGKAI_SEED, 6 * LAYOUTS.length]]

describe('the reader on synthetic reports', () => {
  test.each(SEEDS)(
    'seed %s: no cell is wrong in silence, in any layout, script or encoding',
    async (seed, reports) => {
      // To see a failure again: GONGKAI_SEED=<the seed> npm test
      console.log(`accuracy: seed ${seed}`)
      const wrong: string[] = []
      let total = NO_SCORE
      for await (const made of simulate(seed, reports)) {
        const { truth } = made
        const read = await readSynthetic(made)
        const scored = scoreReport(truth, read?.report ?? null, read?.text ?? '')
        total = addScores(total, scored.score)
        const cells = scored.wrong.filter(({ what }) => !what.startsWith('statement '))
        wrong.push(...cells.map((miss) => `${truth.id}, ${truth.layout}: ${JSON.stringify(miss)}`))
      }
      expect(wrong).toEqual([])
      // Half is a floor, far below the nine tenths measured in docs/accuracy.md: a reader that withholds all is no reader.
      expect(total.right / total.cells).toBeGreaterThan(0.5)
      expect(total.right + total.withheld + total.wrong).toBeGreaterThanOrEqual(total.cells)
    },
    60_000,
  )

  test('measuring again gives the same counts', async () => {
    const [first, second] = [await measureAccuracy('same', 12), await measureAccuracy('same', 12)]
    expect(first.total).toEqual(second.total)
    expect(first.of('Layout').map(([name]) => name)).toEqual(second.of('Layout').map(([name]) => name))
  })
})

describe('verdicts', () => {
  const cell = (status: TrueCell['status'], value: number | null, meant = value ?? 0): TrueCell => ({
    row: 'r',
    column: 'c',
    value,
    status,
    printed: '',
    at: null,
    meant,
  })
  const read = (status: Cell['status'], value: number | null = null): Cell => ({
    row: 'r',
    column: 'c',
    value,
    status,
    text: null,
    at: null,
  })
  // The promise of the contract: a stated value stands there; what had to be guessed says so; nothing else is given.
  test.each([
    ['the number printed', cell('stated', 5), read('stated', 5), 'right'],
    ['another number', cell('stated', 5), read('stated', 6), 'wrong'],
    ['a number inferred rightly', cell('stated', 5), read('inferred', 5), 'right'],
    ['a number inferred wrongly', cell('stated', 5), read('inferred', 6), 'wrong'],
    ['no value for a number', cell('stated', 5), read('ambiguous'), 'withheld'],
    ['no such row where a number is printed', cell('stated', 5), undefined, 'wrong'],
    ['a row called absent where a nil mark is printed', cell('nil', null), read('absent'), 'wrong'],
    ['an empty row called absent', cell('blank', null), read('absent'), 'withheld'],
    ['emptiness where a number is printed', cell('stated', 5), read('blank'), 'wrong'],
    ['a nil mark', cell('nil', null), read('nil'), 'right'],
    ['a number where a nil mark is', cell('nil', null), read('stated', 0), 'wrong'],
    ['an empty cell', cell('blank', null), read('blank'), 'right'],
    ['a lost cell inferred as it was meant', cell('lost', null, 0), read('inferred', 0), 'right'],
    ['a lost cell inferred as it was not', cell('lost', null, 0), read('inferred', 1), 'wrong'],
    ['a lost cell stated', cell('lost', null, 0), read('stated', 0), 'wrong'],
    ['what is no number', cell('garbled', null, 7), read('ambiguous'), 'right'],
    ['a number made of what is none', cell('garbled', null, 7), read('stated', 7), 'wrong'],
    ['a row that is not there', cell('absent', null), undefined, 'right'],
    ['a number in a row that is not there', cell('absent', null, 3), read('inferred', 3), 'wrong'],
  ] as const)('%s', (_, truth, found, verdict) => {
    expect(cellVerdict(truth, found)).toBe(verdict)
  })

  test('a report that is changed after reading is found out', async () => {
    const { bytes, truth } = await simulateReport('found out', 0)
    const { report, text } = await analyseReport({ id: truth.id, path: truth.file, bytes })
    const changed = structuredClone(report) as unknown as { statements: { value: number }[] }
    for (const statement of changed.statements) statement.value += 1
    const before = scoreReport(truth, report, text).score
    const after = scoreReport(truth, changed as unknown as typeof report, text).score
    expect(before.statementsRight).toBeGreaterThan(0)
    expect(after.statementsRight).toBe(0)
    expect(after.statementsWrong).toBe(before.statementsWrong + before.statementsRight)
    expect(scoreReport(truth, null, '').score).toMatchObject({ refused: 1, statementsRight: 0, itemsFound: 0 })
  })
})

describe('judgement', () => {
  test('of one report: whole, in part, faulty, refused, or without tables', async () => {
    const { bytes, source, truth } = await simulateReport('7', 0, { faults: false })
    const { report } = await analyseReport({ id: truth.id, path: truth.file, bytes })
    const [first] = truth.tables.requests ?? []
    if (first === undefined) throw new Error('the report judged has no requests table')
    const judge = (tables: Truth['tables'], read: Report | null = report) =>
      scoreReport({ ...truth, tables }, read, source)
    expect(judge(truth.tables).judgement).toBe('whole')
    expect(judge(truth.tables).score).toMatchObject({ withTables: 1, whole: 1, faulty: 0 })
    expect(judge(truth.tables, null).judgement).toBe('refused')
    expect(judge({}, null).judgement).toBe('no tables')
    // The truth changed instead of the reading: the number read is then not the one printed.
    const others = (truth.tables.requests ?? []).slice(1)
    const changed = { ...first, value: (first.value ?? 0) + 1, status: 'stated' as const }
    expect(judge({ ...truth.tables, requests: [changed, ...others] }).judgement).toBe('faulty')
    const unknown = { ...first, row: 'no_such_row', value: 1, status: 'stated' as const }
    expect(judge({ ...truth.tables, requests: [...(truth.tables.requests ?? []), unknown] }).judgement).toBe('faulty')
    // Of the reading every cell of the table withheld.
    const open = (report.tables.requests ?? []).map((cell) => ({ ...cell, value: null, status: 'ambiguous' as const }))
    const withheld = { ...report, tables: { ...report.tables, requests: open } }
    expect(judge(truth.tables, withheld).judgement).toBe('in part')
  })

  test('the edition a report counts under is that of its requests or its statistics table', async () => {
    const { truth } = await simulateReport('7', 0)
    const under = (form: string, forms: Record<string, string>) =>
      editionOfTruth({ ...truth, report: { ...truth.report, form, forms } })
    expect(under('2021', { proactive: '2019', requests: '2021' })).toBe('2021')
    expect(under('legacy', { statistics: 'fujian' })).toBe('fujian')
    expect(under('legacy', {})).toBe('legacy')
  })

  test('a report one table of which is taken for another edition is not read in the right form', async () => {
    const { bytes, source, truth } = await simulateReport('7', 0, { faults: false })
    const { report } = await analyseReport({ id: truth.id, path: truth.file, bytes })
    expect(scoreReport(truth, report, source).score.form).toBe(1)
    const forms = { ...truth.report.forms, proactive: 'another' }
    expect(scoreReport({ ...truth, report: { ...truth.report, forms } }, report, source).score.form).toBe(0)
  })
})

describe('the page', () => {
  test('names date, versions, seed and command, and has a line for every layout measured', async () => {
    const tally = await measureAccuracy('page', 25)
    const run = {
      date: '2030-01-02',
      version: '9.9.9',
      node: '99.1.0',
      command: 'npm run accuracy',
      seed: 'page',
      tally,
    }
    const page = accuracyPage({ ...run, gold: null })
    for (const word of ['2030-01-02', '9.9.9', '99.1.0', 'npm run accuracy', 'seed page']) expect(page).toContain(word)
    for (const [layout] of tally.of('Layout')) expect(page).toContain(`| ${layout} |`)
    expect(page).not.toMatch(/NaN|undefined/)
  })

  test('an empty tally makes a page, too', () => {
    const run = { date: '', version: '', node: '', command: '', seed: '', tally: new AccuracyTally() }
    expect(accuracyPage({ ...run, gold: [] })).not.toMatch(/NaN|undefined/)
  })
})

const reports = new URL('../../shared/reports/', import.meta.url)

describe('real reports checked by hand', () => {
  test('are read without a wrong number', async () => {
    const gold = fileURLToPath(new URL('gold.json', reports))
    if (!existsSync(gold)) {
      console.warn('accuracy: the checked real reports are not on this machine; nothing was compared')
      return
    }
    // gold.json: numbers read off the reports by people, not by this program.
    const checked = JSON.parse(readFileSync(gold, 'utf8')) as Record<string, GoldReport>
    for (const [id, one] of Object.entries(checked)) {
      const path = fileURLToPath(new URL(`seeds/${id}.txt`, reports))
      const { report } = await analyseReport({ id, path, bytes: readFileSync(path) })
      const score = scoreGold(id, one, report)
      expect(score.wrong).toEqual([])
      expect(score.formRight).toBe(true)
    }
  })
})
