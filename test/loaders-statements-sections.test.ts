import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'

/** The statements of a made-up report with these paragraphs, as `key value`. */
async function saidIn(text: string): Promise<string[]> {
  const head = '青溪县城管局2022年政府信息公开工作年度报告\n\n'
  const { report } = await readReport({ id: 'a', path: 'a.txt', bytes: new TextEncoder().encode(head + text) })
  return report.statements.map(({ key, value, label }) => `${label ?? key} ${value}`)
}

describe('the section a sentence stands in', () => {
  const before = '认真倾听群众诉求和信访意见，做好窗口服务。'

  test('tells that its requests are those for information, whatever is named before', async () => {
    // Expected: the section is about requests on application, so that 申请 is one of these.
    expect(await saidIn(`二、依申请公开情况\n${before}共收到33件申请，已答复30件。`)).toEqual([
      'requests_received 33',
      'requests_answered 30',
    ])
  })

  test('but not what another section leaves open', async () => {
    // Expected: behind 诉求 and 窗口 nobody can tell what was applied for.
    expect(await saidIn(`六、其他需要报告的事项\n${before}共收到33件申请，已答复30件。`)).toEqual([])
  })

  test('another matter of the same sentence stays one', async () => {
    // Expected: 公租房 in its own clause names what was applied for.
    expect(await saidIn('二、依申请公开情况\n全年受理公租房保障申请410件。')).toEqual([])
  })
})

test('a ? that stands for a blank does not end the sentence', async () => {
  // Expected: a reader takes number and words together.
  expect(await saidIn('一、总体情况\n全年主动公开政府信息?340条。')).toEqual(['proactive_items 340'])
})

test('requests counted in 个, and an absence told as a state of things', async () => {
  // Expected: the words say so.
  expect(
    await saidIn('二、依申请公开情况\n全年收到政府信息公开申请18个，予以公开15个，没有出现逾期未予答复申请人的情况。'),
  ).toEqual(['requests_received 18', 'answers.granted 15', '逾期未予答复申请人的情况 0'])
})
