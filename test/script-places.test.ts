import { describe, expect, test } from 'vitest'
import { type FoldedSource, fold, foldingOf } from '../src/loaders/fold.js'
import { surfaceOf } from '../src/loaders/surface.js'
import { type Random, randomOf } from './support/random.js'

/** Stretches of every kind that is folded, and of none; made up. */
const STRETCHES = [
  '行政規範性檔案',
  '全麵建立製度',
  '政府資訊公開',
  '報(bào)告',
  '政(zheng)(zheng)府',
  '統計２０２１年（全年）',
  '１２，３４５件',
  '最佳化流程',
  '入口網站',
  '信\u200b息',
  '公\ue001開',
  '公开',
  '情况：',
  '305',
  '手機(APP)',
  '⽂件',
  '\u3000',
  '\t',
  ' ',
  '\n',
  '\n',
  '𠮷林',
  '網際網路',
  '体係',
] as const

function madeUpText(random: Random): string {
  return Array.from({ length: random.int(1, 40) }, () => random.pick(STRETCHES)).join('')
}

const cases = Array.from({ length: 200 }, (_, seed) => seed)

function place({ offsets }: FoldedSource, from: number, to: number): readonly [number, number] {
  return [offsets[from] ?? -1, offsets[to] ?? -1]
}

describe.each(['hans', 'hant'] as const)('a working copy (%s)', (script) => {
  test('has units whose places cover the source without gap or overlap', async () => {
    for (const seed of cases) {
      const text = madeUpText(randomOf(seed))
      const copy = await fold(surfaceOf(text), script)
      const places = Array.from(copy.text, (_, i) => i).map((i) => place(copy, i, i + 1))
      expect(places.every(([start, end], i) => start <= end && start === (places[i - 1]?.[1] ?? start))).toBe(true)
      // Nothing in these texts is taken out before the first unit.
      expect([place(copy, 0, copy.text.length), copy.offsets.length]).toEqual([[0, text.length], copy.text.length + 1])
    }
  })

  test('leads from each line back to the line of the source that folds to it', async () => {
    for (const seed of cases) {
      const text = madeUpText(randomOf(1000 + seed))
      const copy = await fold(surfaceOf(text), script)
      let from = 0
      for (const line of copy.text.split('\n')) {
        const [start, end] = place(copy, from, from + line.length)
        expect((await fold(surfaceOf(text.slice(start, end)), script)).text).toBe(line)
        from += line.length + 1
      }
    }
  })

  test('has a log whose entries stand in the source as they say, and as many as the counts say', async () => {
    for (const seed of cases) {
      const text = madeUpText(randomOf(2000 + seed))
      const copy = await fold(surfaceOf(text), script)
      expect(copy.changes.filter(({ at, found }) => text.slice(at[0], at[1]) !== found)).toEqual([])
      expect(copy.changes.filter(({ found, folded }) => found === folded)).toEqual([])
      const { changes } = foldingOf(copy)
      const logged = changes.filter(({ kind }) => kind !== 'width').reduce((sum, { count }) => sum + count, 0)
      expect(logged).toBe(copy.changes.length)
    }
  })

  test('is unchanged by folding it again', async () => {
    for (const seed of cases) {
      const once = (await fold(surfaceOf(madeUpText(randomOf(3000 + seed))), 'hans')).text
      expect((await fold(surfaceOf(once), 'hans')).text).toBe(once)
    }
  })
})

test('characters taken out belong to the unit before them', async () => {
  // 政 stands at 0, its two brackets at 1–15, 府 at 15.
  const copy = await fold(surfaceOf('政(zheng)(zheng)府'), 'hans')
  expect([place(copy, 0, 1), place(copy, 1, 2)]).toEqual([
    [0, 15],
    [15, 16],
  ])
})

test('the counts are of what was put in: one of each kind', async () => {
  const copy = await fold(surfaceOf('開１資訊製度報(bào)告\u200b開'), 'hant')
  expect(Object.fromEntries(foldingOf(copy).changes.map(({ kind, count }) => [kind, count]))).toEqual({
    // 開 twice, 訊 of 資訊 and its 資, 報; 製度 is over-converted, 度 and 告 are the same in both scripts.
    traditional: 5,
    word: 1,
    over_converted: 1,
    pinyin: 1,
    noise: 1,
    width: 1,
  })
})

test('in HTML every entry of the log stands at a place that begins with what was found', async () => {
  const source = '<p>報<b>告</b>(bào)&nbsp;開<i>放</i></p><table><tr><td>資訊</td><td>1</td></tr></table>'
  const { changes } = await fold(surfaceOf(source), 'hant')
  expect(changes.map(({ found }) => found)).toEqual(
    ['報', '開', '資', '訊', '資訊'].sort((a, b) => source.indexOf(a) - source.indexOf(b)),
  )
  for (const { at, found } of changes) expect(source.slice(at[0], at[1]).startsWith(found)).toBe(true)
})
