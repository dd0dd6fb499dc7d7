import { describe, expect, it } from 'vitest'
import { statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them, `of` the value of the whole. */
async function read(text: string) {
  const all = await statementsOf(text)
  return all.map(({ key, value, label, part_of }) => [key, value, label, part_of === null ? null : all[part_of]?.value])
}

describe('quantities that add up to one before them', () => {
  it.each([
    // 2 + 31 + 90 + 17 = 140, in another unit than the whole's.
    [
      '公开政府信息140条，其中部门年报2份，人事通知31条，红头通知90个，周安排17个。',
      [
        ['proactive_items', 140, null, null],
        ['proactive_items.part', 2, '部门年报', 140],
        ['proactive_items.part', 31, '人事通知', 140],
        ['proactive_items.part', 90, '红头通知', 140],
        ['proactive_items.part', 17, '周安排', 140],
      ],
    ],
    // 12 + 5 + 60 = 77, in the sentence behind, each with its share.
    [
      '主动公开政府信息77条。已公开的内容里，水旱灾害类12条，占15.6%；概况类5条，占6.5%；日常动态类60条，占77.9%。',
      [
        ['proactive_items', 77, null, null],
        ['proactive_items.part', 12, '水旱灾害类', 77],
        ['proactive_items.part', 5, '概况类', 77],
        ['proactive_items.part', 60, '日常动态类', 77],
      ],
    ],
    // What is published of proposals is no count of those handled: 40 + 8 + 52 = 100.
    [
      '网站公开政府信息100条，其中：统计数据40条，建议提案8条，普通动态52条。',
      [
        ['proactive_items.website', 100, null, null],
        ['proactive_items.website.part', 40, '统计数据', 100],
        ['proactive_items.website.part', 8, '建议提案', 100],
        ['proactive_items.website.part', 52, '普通动态', 100],
      ],
    ],
  ])('are its parts: %s', async (text, expected) => expect(await read(text)).toEqual(expected))

  it.each([
    // 12 + 5 + 61 are not 77.
    '主动公开政府信息77条。水旱灾害类12条；概况类5条；日常动态类61条。',
    // Two that add up to so little are chance.
    '主动公开政府信息7条。水旱灾害类2条；概况类5条。',
    // Of another unit, and no word says that they are parts.
    '主动公开政府信息77条。水旱灾害类12个；概况类5个；日常动态类60个。',
    // Outcomes of requests have words of their own.
    '收到政府信息公开申请35件。到期答复33件；未到期1件；催办1件。',
  ])('are not where that may be chance: %s', async (text) => {
    expect((await read(text)).filter(([key]) => String(key).endsWith('.part'))).toEqual([])
  })
})

describe('a total behind its parts', () => {
  it('is of their kind, and they are its parts, where they add up', async () => {
    expect(await read('门户网站刊登水情简讯41条、图说水利7条、防汛信息12条，总计60条。')).toEqual([
      ['items_published.part', 41, expect.stringContaining('水情简讯'), 60],
      ['items_published.part', 7, '图说水利', 60],
      ['items_published.part', 12, expect.stringContaining('防汛信息'), 60],
      ['items_published', 60, null, null],
    ])
  })

  it('is of no known kind where they do not', async () => {
    const all = await read('门户网站刊登水情简讯41条、图说水利7条、防汛信息12条，总计61条。')
    expect(all.find(([, value]) => value === 61)?.[0]).toBe('unnamed')
  })
})

describe('a row of what is published', () => {
  it.each([
    [
      '局网站发布水情简讯41条、图说水利7条。',
      [
        ['items_published', 41, '水情简讯', null],
        ['items_published', 7, '图说水利', null],
      ],
    ],
    [
      '网站主动公开各类信息210条，双随机公示18条，资金安排33条。',
      [
        ['proactive_items.website', 210, null, null],
        ['items_published', 18, '双随机公示', null],
        ['items_published', 33, '资金安排', null],
      ],
    ],
  ])('gives its items their kind: %s', async (text, expected) => expect(await read(text)).toEqual(expected))

  it.each([
    '公开信息30条，信息审核40条。',
    '公开信息30条，全文电子化28条。',
    '公开信息30条，客户端12条。',
    '公开文件30件，内部文件8件。',
  ])('but not what is no publication: %s', async (text) => {
    const [, second] = await read(text)
    expect(second?.[0]).toBe('unnamed')
  })
})
