import { beforeAll, describe, expect, test } from 'vitest'
import { scoreReport } from '../src/study/accuracy.js'
import { readSynthetic } from '../src/study/accuracy-run.js'
import type { AnalysedReport } from '../src/study/analyse.js'
import { CONTAINERS } from '../src/study/simulate/containers.js'
import { type DocumentTable, laidOut } from '../src/study/simulate/documents.js'
import { byteOrderMark, ENCODINGS, type EncodingName, encoded, usable } from '../src/study/simulate/encodings.js'
import { LAYOUTS } from '../src/study/simulate/layouts.js'
import { type SyntheticReport, simulate, simulateReport } from '../src/study/simulate/report.js'

const SEED = process.env.GONGKAI_SEED ?? 'any-0'
const REPORTS = 6 * LAYOUTS.length
console.log(`simulate, containers: seed ${SEED}`)

interface Pair {
  readonly index: number
  readonly made: SyntheticReport
  readonly read: AnalysedReport | null
}

const pairs: Pair[] = []

function inEach(what: (pair: Pair) => string): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) groups.set(what(pair), [...(groups.get(what(pair)) ?? []), pair])
  return groups
}

beforeAll(async () => {
  let index = 0
  for await (const made of simulate(SEED, REPORTS))
    pairs.push({ index: index++, made, read: await readSynthetic(made) })
}, 120_000)

describe('containers', () => {
  test('every one occurs, under a name that says what it is', () => {
    expect([...inEach(({ made }) => made.truth.container).keys()].sort()).toEqual(
      CONTAINERS.map(({ name }) => name).sort(),
    )
    for (const { made } of pairs) {
      const { ending } = CONTAINERS.find(({ name }) => name === made.truth.container) ?? { ending: '?' }
      expect(made.truth.file).toBe(`reports/${made.truth.id}${ending}`)
    }
  })

  test('each is read, with its year and date, and no cell is wrong', () => {
    for (const { made, read } of pairs) {
      const { truth } = made
      expect(read, `${truth.id} (${truth.container})`).not.toBeNull()
      const { wrong } = scoreReport(truth, read?.report ?? null, read?.text ?? '')
      expect(wrong.filter(({ what }) => !what.startsWith('statement'))).toEqual([])
    }
  })

  test('of what is no text beforehand, statements, items and nine cells in ten are read as they are printed', () => {
    for (const [layout, own] of inEach(({ made }) => made.truth.layout)) {
      if (own.some(({ made }) => made.truth.places === 'source')) continue
      const scores = own.map(({ made, read }) => scoreReport(made.truth, read?.report ?? null, read?.text ?? '').score)
      const sum = (count: (score: (typeof scores)[number]) => number) =>
        scores.reduce((all, score) => all + count(score), 0)
      // Floors far below what docs/accuracy.md measures; six reports each are few.
      expect(sum((score) => score.right) / sum((score) => score.cells), layout).toBeGreaterThan(0.9)
      expect(sum((score) => score.statementsRight) / sum((score) => score.statements), layout).toBeGreaterThan(0.8)
      expect(sum((score) => score.itemsFound) / sum((score) => score.items), layout).toBeGreaterThan(0.8)
      expect(
        sum((score) => score.placed),
        layout,
      ).toBe(sum((score) => score.stated))
    }
  })

  test('where places are told, the reader’s text is the source; elsewhere no place is told', () => {
    for (const { made, read } of pairs) {
      const { truth, source } = made
      // Behind a saved page the mail format may leave line breaks.
      if (truth.places === 'source') expect(read?.text.trimEnd(), truth.id).toBe(source.trimEnd())
      const told = [...Object.values(truth.tables).flat(), ...truth.statements, ...truth.items]
      if (truth.places === 'none') expect(told.filter(({ at }) => at !== null)).toEqual([])
    }
  })

  test('the bytes depend on the seed alone, not on the machine’s time zone', async () => {
    const zone = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Auckland'
      for (const [container, [first]] of inEach(({ made }) => made.truth.container)) {
        const again = await simulateReport(SEED, first?.index ?? 0)
        expect(Buffer.compare(again.bytes, first?.made.bytes ?? new Uint8Array()), container).toBe(0)
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  }, 30_000)
})

describe('encodings', () => {
  test('the truth names the encoding that the reader finds', () => {
    for (const { made, read } of pairs) {
      const { encoding, container } = made.truth
      const found = read?.report.source.encoding
      expect(['gbk', 'gb18030'].includes(found ?? '') ? 'gb18030' : found, `${made.truth.id} ${container}`).toBe(
        encoding.replace(' with mark', ''),
      )
    }
  })

  test('Big5 is kept to texts it has every character of', () => {
    // 开 and the blank without width are in no Big5 table.
    expect([usable('big5', '開 1'), usable('big5', '开'), usable('big5', '開\u200b')]).toEqual([
      'big5',
      'utf-8',
      'utf-8',
    ])
    const big5 = pairs.filter(({ made }) => made.truth.encoding === 'big5')
    expect(new Set(big5.map(({ made }) => made.truth.script))).not.toContain('simplified')
  })

  test.each(ENCODINGS.map(([name]) => name))('%s bytes are read back by the platform', (name: EncodingName) => {
    const text = `${byteOrderMark(name)}公開 年度報告，（一）—１２`
    const label = name.replace(' with mark', '')
    expect(new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(encoded(text, name))).toBe(text)
  })
})

test('a table laid out has every place of its grid once', () => {
  const cell = (text: string, colspan = 1, rowspan = 1) => ({ text, colspan, rowspan })
  const table: DocumentTable = [[cell('a', 1, 2), cell('b', 2)], [cell('c'), cell('d')], [cell('e', 3)]]
  const places = laidOut(table).map((row) =>
    row.flatMap(({ column, colspan }) => Array.from({ length: colspan }, (_, i) => column + i)),
  )
  expect(places).toEqual([
    [0, 1, 2],
    [0, 1, 2],
    [0, 1, 2],
  ])
  expect(laidOut(table)[1]?.map(({ text, merge }) => [text, merge])).toEqual([
    ['', 'goes on'],
    ['c', null],
    ['d', null],
  ])
})
