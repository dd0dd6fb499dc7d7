import { describe, expect, it } from 'vitest'
import { statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('information counted on one topic alone', () => {
  const topics = async (text: string) => (await statementsOf(text)).map(({ key, value, label }) => [key, value, label])

  it.each([
    ['公开规划信息14条。', [['items_published', 14, '规划信息']]],
    [
      '主动公开行政许可信息310条、医疗收费信息26条。',
      [
        ['items_published', 310, '行政许可信息'],
        ['items_published', 26, '医疗收费信息'],
      ],
    ],
    ['发布26条社会救助信息。', [['items_published', 26, '社会救助信息']]],
    ['2022年公开财政信息26条。', [['items_published', 26, '财政信息']]],
    ['门户网站发布环境监测信息26条。', [['proactive_items.website', 26, '环境监测信息']]],
    ['行政处罚信息公示26条。', [['items_published', 26, '行政处罚信息公示']]],
    // Words that tell no topic.
    ['全年公开各类信息960条。', [['proactive_items', 960, null]]],
    ['我局通过门户网站共发布信息960条。', [['proactive_items.website', 960, null]]],
    ['主动公开政府信息总数960条。', [['proactive_items', 960, null]]],
    ['网站（含手机版）更新信息960条。', [['proactive_items.website', 960, null]]],
    ['收到政府信息公开申请9件。', [['requests_received', 9, null]]],
  ])('%s', async (text, expected) => expect(await topics(text)).toEqual(expected))
})
