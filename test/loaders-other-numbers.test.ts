import { describe, expect, test } from 'vitest'
import { otherNumberWords } from '../src/forms/other-number-words.js'
import { fold, scriptOf } from '../src/loaders/fold.js'
import { sentencePlace, sentencesOf } from '../src/loaders/statements/narrative.js'
import { readNumbers } from '../src/loaders/statements.js'
import { surfaceOf } from '../src/loaders/surface.js'
import type { Folded } from '../src/types.js'

/** The other numbers of a text, as `text reason`, and with value and unit where they are quantities. */
async function othersIn(text: string): Promise<string[]> {
  const { other_numbers } = readNumbers(await folded(text), text, [], [])
  for (const one of other_numbers) expect(text.slice(...one.at)).toBe(one.text)
  return other_numbers.map(({ text, reason, value, unit }) => [text, reason, value, unit].filter(isThere).join(' '))
}

const isThere = (value: unknown): boolean => value !== null && value !== ''

const folded = (text: string): Promise<Folded> => fold(surfaceOf(text), scriptOf(text))

describe('numbers that are no statements', () => {
  // Expected: what a reader takes each number for.
  test.each([
    ['2023年3月5日起，在2022-12-31前完成。', ['2023年3月5日 date', '2022-12-31 date']],
    ['依据《条例》第37条，按国办公开办函〔2021〕30号文件填报。', ['37 article 37', '2021 title', '30 title']],
    ['咨询电话0536-8001234，邮编262100。', ['0536-8001234 contact', '262100 contact 262100']],
    ['1.加强领导。（2）规范流程。', ['1. ordinal', '（2） ordinal']],
    ['在20个工作日内予以答复。', ['20 duration 20']],
    ['工作存在3个方面的不足。', ['3 not_counted 3']],
    ['开通12345热线。', ['12345 name 12345']],
    ['每份申请的答复不超过15页。', ['15 page 15']],
    ['造林的农户达到1.2万。', ['1.2万 unread 12000']],
    ['全县完成造林1200亩。', ['1200 other_matter 1200']],
    ['全年发放低保金的困难户共300户。', ['300户 other_matter 300 户']],
    ['工作效率比上年提高12%。', ['12% change 12 %']],
    ['把事项归为三类管理。', ['三类 unread 3 类']],
    ['这是一项长期任务。', []],
    ['本局未受到过公开方面的处分。', ['未受到过公开方面的处分 absence']],
    ['行政强制一类的栏目均无。', ['行政强制一类的栏目均无 absence']],
    ['如无上年结转的材料，可以不填。', []],
  ])('%s', async (text, expected) => {
    expect(await othersIn(text)).toEqual(expected)
  })

  test('a number that a statement, its share or its change holds is none of them', async () => {
    // Expected: the 12 is the value of the statement, the 20 that of its change.
    const text = '全年收到政府信息公开申请12件，同比增长20%。'
    expect(await othersIn(text)).toEqual([])
  })

  test('what belongs to the page is said to', async () => {
    const text = '浏览次数：1234'
    const { other_numbers } = readNumbers(await folded(text), text, [], [[0, text.length]])
    expect(other_numbers.map(({ text, reason }) => `${text} ${reason}`)).toEqual(['1234 page'])
  })

  test('every digit of a sentence stands in a statement or in another number', async () => {
    // By definition: none is passed over. Sentences are drawn from these parts in every order of three.
    const parts = [
      '全年主动公开政府信息1,234条，其中概况类20条，占1.6%',
      '2024年1月至12月',
      '受理依申请3件（网上2件）',
      '12345热线受理诉求4567件',
      '修建道路3.5公里、投资1.2亿元',
      '依据第54条第2款',
      '联系电话：010-66001234',
      '5G、A4、“1+3”模式',
      '排名第2，同比增加15件、增长8.3%',
    ]
    for (const one of parts)
      for (const two of parts)
        for (const mark of ['，', '；', '。', '、']) await expectAccounted(`${one}${mark}${two}。`)
  })

  test('the reasons of the rules are listed', () => {
    const { reasons, rules } = otherNumberWords()
    const keys = reasons.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { reason } of rules) expect(keys).toContain(reason)
  })
})

/** Asserts that each digit of the sentences stands at a place that was read or set aside. */
async function expectAccounted(text: string): Promise<void> {
  const folding = await folded(text)
  const { statements, other_numbers } = readNumbers(folding, text, [], [])
  const places = [
    ...statements.flatMap(({ at, share, change }) => [at, share?.at, change?.at]),
    ...other_numbers.map(({ at }) => at),
  ].filter((place) => place !== undefined)
  for (const sentence of sentencesOf(folding, []))
    for (const { index } of sentence.text.matchAll(/\d/g)) {
      const [from] = sentencePlace(folding, sentence, index, index + 1)
      const isTold = places.some(([start, end]) => from >= start && from < end)
      if (!isTold) expect.fail(`"${sentence.text.slice(0, index + 1)}" of "${text}" is neither read nor set aside`)
    }
}
