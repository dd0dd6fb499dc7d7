import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readReference } from '../src/forms/reference.js'
import { loadSegmenter } from '../src/text/segmenter.js'

const terms = readReference<{ terms: { term: string; gloss_en: string }[] }>(
  'lexicons/domain.json',
  'lexicon-domain',
).terms

const texts = [
  '县政府信息公开指南需要更新，APP 2.0版覆盖12.5万人。',
  '一行\n两行\t三\u3000四',
  'emoji 😀 and 𠀀, a lone \ud800 and \u0000',
  '政務公開載體建設',
  '',
]

describe('loadSegmenter', () => {
  it('gives tokens that add up to the text, each at its place', async () => {
    const { segment } = await loadSegmenter()
    for (const text of texts) {
      const tokens = segment(text)
      expect(tokens.map((token) => token.text).join('')).toBe(text)
      for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
    }
  })

  it('keeps every term of the lexicon whole, in a sentence too', async () => {
    const { segment } = await loadSegmenter()
    for (const { term } of terms) {
      expect(segment(term).map((token) => token.text)).toEqual([term])
      expect(segment(`我局重视${term}，不断改进`).map((token) => token.text)).toContain(term)
    }
  })

  it('takes the longest term', async () => {
    const { segment } = await loadSegmenter()
    expect(segment('基层政务公开标准化规范化').map((token) => token.text)).toEqual(['基层政务公开标准化规范化'])
  })

  it('keeps Latin words and numbers with decimals in one piece', async () => {
    const { segment } = await loadSegmenter()
    const words = segment('下载APP，占12.5%').map((token) => token.text)
    expect(words).toContain('APP')
    expect(words).toContain('12.5')
  })

  it('gives the same tokens again, in another order, and from a second load', async () => {
    const first = await loadSegmenter()
    const before = texts.map((text) => first.segment(text))
    const second = await loadSegmenter()
    expect([...texts].reverse().map((text) => second.segment(text))).toEqual([...before].reverse())
  })

  it('describes itself: tool, version and hashes', async () => {
    const described = (await loadSegmenter()).describe()
    expect(described).toEqual((await loadSegmenter()).describe())
    expect(described.tool).toBe('nodejieba')
    expect(described.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(described.dictionary_sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(described.user_words).toBe(terms.length)
    // By definition: SHA-256 of the terms, sorted, one a line.
    const lines = terms.map(({ term }) => term).sort()
    expect(described.lexicon_sha256).toBe(createHash('sha256').update(lines.join('\n')).digest('hex'))
  })
})

describe('the domain lexicon', () => {
  it('holds each term once', () => {
    expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length)
  })
})
