import { describe, expect, it } from 'vitest'
import { keywords, stopClasses, tokenRows } from '../src/text/keywords.js'
import { loadSegmenter } from '../src/text/segmenter.js'
import { splitUnits } from '../src/text/units.js'
import type { TokenRow } from '../src/types.js'

const row = (token: string, start: number, kind: TokenRow['item_kind'] = 'problem', report = 'a'): TokenRow => ({
  report_id: report,
  item_kind: kind,
  item_ordinal: 1,
  token,
  start,
  end: start + token.length,
})

// Expected rows were counted by hand.
describe('keywords', () => {
  it('counts by report and kind, the larger count first, then the earlier place', () => {
    const tokens = [
      row('图解', 40),
      row('目录', 10),
      row('检索', 5),
      row('目录', 30),
      row('目录', 7, 'measure'),
      row('目录', 9, 'problem', 'b'),
    ]
    expect(keywords(tokens)).toEqual([
      {
        report_id: 'a',
        item_kind: 'problem',
        keyword: '目录',
        count: 2,
        places: [
          [10, 12],
          [30, 32],
        ],
      },
      { report_id: 'a', item_kind: 'problem', keyword: '检索', count: 1, places: [[5, 7]] },
      { report_id: 'a', item_kind: 'problem', keyword: '图解', count: 1, places: [[40, 42]] },
      { report_id: 'a', item_kind: 'measure', keyword: '目录', count: 1, places: [[7, 9]] },
      { report_id: 'b', item_kind: 'problem', keyword: '目录', count: 1, places: [[9, 11]] },
    ])
  })

  it('does not depend on the order of the tokens', () => {
    const tokens = ['目录', '检索', '图解', '目录'].map((token, index) => row(token, index * 10))
    expect(keywords([...tokens].reverse())).toEqual(keywords(tokens))
  })

  it('leaves out stop words, numbers, punctuation and single characters, each on request kept', () => {
    const tokens = ['进一步', '12.5', '2021', '两万', '，', '……', '慢', '目录'].map((token, index) =>
      row(token, index * 10),
    )
    const words = (options?: Parameters<typeof keywords>[1]): string[] =>
      keywords(tokens, options).map((found) => found.keyword)
    expect(words()).toEqual(['目录'])
    expect(words({ minLength: 1 })).toEqual(['慢', '目录'])
    expect(words({ numbers: true })).toEqual(['12.5', '2021', '两万', '目录'])
    expect(words({ stopWords: [] })).toEqual(['进一步', '目录'])
    expect(keywords([])).toEqual([])
  })

  it('refuses a length below one', () => {
    expect(() => keywords([], { minLength: 0 })).toThrow('keywords requires')
  })
})

describe('stopClasses', () => {
  it('gives a reason for each class and holds no word in two classes', () => {
    const words = stopClasses().flatMap((entry) => entry.words)
    expect(new Set(words).size).toBe(words.length)
    for (const entry of stopClasses()) expect(entry.reason.length).toBeGreaterThan(20)
  })
})

describe('tokenRows', () => {
  const source = '前言。存在的问题：一是政策解读单一；二是政策解读单一、目录不全。改进措施：加强政策解读。'
  const text = source.slice(3)
  const section = { text, offsets: Array.from({ length: text.length + 1 }, (_, index) => index + 3) }

  it('places every token in the source, repeated wording included', async () => {
    const rows = tokenRows('a', splitUnits(section), section, await loadSegmenter())
    for (const { start, end, token } of rows) expect(source.slice(start, end)).toBe(token)
    expect(
      rows.filter((found) => found.token === '政策解读').map((found) => [found.item_kind, found.item_ordinal]),
    ).toEqual([
      ['problem', 1],
      ['problem', 2],
      ['measure', 1],
    ])
    const starts = rows.map((found) => found.start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  it('leads back through a fold whose characters stand apart in the source', async () => {
    const wide = { text, offsets: Array.from({ length: text.length + 1 }, (_, index) => index * 3) }
    const rows = tokenRows('a', splitUnits(wide), wide, await loadSegmenter())
    expect(rows.length).toBeGreaterThan(5)
    for (const { start, end, token } of rows) expect(text.slice(start / 3, end / 3)).toBe(token)
  })

  it('feeds keywords: both problems name the same word', async () => {
    const rows = tokenRows('a', splitUnits(section), section, await loadSegmenter())
    const [first] = keywords(rows)
    expect(first).toMatchObject({ item_kind: 'problem', keyword: '政策解读', count: 2 })
  })

  it('refuses units of another section', async () => {
    const other = { text: '另一段。', offsets: [0, 1, 2, 3, 4] }
    const segmenter = await loadSegmenter()
    expect(() => tokenRows('a', splitUnits(section), other, segmenter)).toThrow('tokenRows requires')
  })
})
