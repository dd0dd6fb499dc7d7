import { describe, expect, it } from 'vitest'
import { fold, scriptOf } from '../src/loaders/fold.js'
import { readNumbers } from '../src/loaders/statements.js'
import { surfaceOf } from '../src/loaders/surface.js'
import { saidIn } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('what is planned is no fact, through the rest of its sentence', () => {
  it.each([
    '明年，公开信息900条，举办政务公开培训班3期。',
    '计划举办政务公开培训班3期；召开新闻发布会2场。',
    '拟于2023年5月召开新闻发布会2场，发布政策解读40篇。',
    '将举办新闻发布会2场；在线访谈6期。',
    '力争政府信息公开申请按期答复率、办结率100%，政策解读率100%。',
    '工作目标：主动公开政府信息900条，行政复议零纠错。',
    '到2026年，建成政务公开专区15个。',
    '改进措施：一是增加政务公开工作人员2名；二是举办政务公开培训班3期。',
    '统计期后主动公开政府信息22条。',
  ])('%s', async (text) => expect(await saidIn(text)).toEqual([]))

  it.each([
    ['（二）下一步打算\n增加政务公开专职人员2名，举办政务公开培训班3期。\n', []],
    ['（二）改进措施\n已举办政务公开培训班3期。\n', ['training_sessions 3']],
    ['（二）改进措施\n增加政务公开专职人员2名。\n六、其他事项\n主动公开政府信息900条。\n', ['proactive_items 900']],
    ['（二）上年问题改进措施落实情况\n举办政务公开培训班3期。\n', ['training_sessions 3']],
  ])('below a heading of what is to come: %s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it.each([
    // A clause that tells of what was done, or the end that says so of the plan.
    ['按照计划安排，全年举办政务公开培训班3期。', ['training_sessions 3']],
    ['年初计划举办政务公开培训班3期，实际举办政务公开培训班4期。', ['training_sessions 4']],
    ['计划召开新闻发布会2场，已全部完成，主动公开政府信息900条。', ['proactive_items 900']],
    ['公开规划计划信息，主动公开政府信息900条。', ['proactive_items 900']],
    ['将公开的资料12份移交档案馆，主动公开政府信息900条。', ['proactive_items 900']],
    ['到2023年底，主动公开政府信息900条。', ['proactive_items 900']],
    ['收到政府信息公开申请20件，结转下年度继续办理3件。', ['requests_received 20', 'requests_carried_out 3']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('is told among the other numbers as a rule', async () => {
    const text = '下一步，举办政务公开培训班3期。'
    const { other_numbers } = readNumbers(await fold(surfaceOf(text), scriptOf(text)), text, [], [])
    expect(other_numbers.map(({ reason, value }) => [reason, value])).toEqual([['rule', 3]])
  })
})
