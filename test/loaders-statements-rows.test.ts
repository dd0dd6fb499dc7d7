import { describe, expect, it } from 'vitest'
import { statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected keys, periods and scopes are what a reader gives each number of the row. */
const said = async (text: string) => (await statementsOf(text)).map(({ key, value }) => `${key} ${value}`)

describe('the words that the items of a row behind 分别 share', () => {
  it.each([
    [
      '通过网络、当面方式收到政府信息公开申请分别为7件、3件。',
      ['requests_received.online 7', 'requests_received.in_person 3'],
    ],
    ['信函、网络渠道收到政府信息公开申请分别为4件、5件。', ['requests_received.mail 4', 'requests_received.online 5']],
    ['信函和网络分别收到政府信息公开申请4件、5件。', ['requests_received.mail 4', 'requests_received.online 5']],
    ['微博、网站发布信息数依次为120条、340条。', ['proactive_items.weibo 120', 'proactive_items.website 340']],
    ['制发、废止行政规范性文件分别为5件、2件。', ['normative_documents.made 5', 'normative_documents.repealed 2']],
    ['收到申请、办结政府信息公开申请分别为35件、33件。', ['requests_received 35', 'requests_concluded 33']],
  ])('%s', async (text, expected) => expect(await said(text)).toEqual(expected))

  it('that of the last item alone is not taken for the whole', async () => {
    expect(await said('老城片、新城片收到政府信息公开申请分别为7件、3件。')).toEqual(['unnamed 7', 'unnamed 3'])
  })

  it.each([
    ['2022年和2023年收到政府信息公开申请分别为7件、3件。', ['2022', '2023']],
    ['2021—2023年，分别收到政府信息公开申请7件、3件、5件。', ['2021', '2022', '2023']],
    ['2022年、2023年，分别收到政府信息公开申请7件、3件。', ['2022', '2023']],
    ['上半年、下半年分别收到政府信息公开申请7件、3件。', ['上半年', '下半年']],
    ['2022年和2023年栏目浏览量分别是20次、35次。', ['2022', '2023']],
  ])('%s: a time of each', async (text, periods) => {
    expect((await statementsOf(text)).map(({ period }) => period)).toEqual(periods)
  })

  it.each([
    ['住建、水利部门收到政府信息公开申请分别为7件、3件。', ['住建部门', '水利部门']],
    ['县住建局、县水利局收到政府信息公开申请分别为7件、3件。', ['县住建局', '县水利局']],
  ])('%s: a body of each', async (text, scopes) => {
    expect((await statementsOf(text)).map(({ key, scope }) => [key, scope])).toEqual(
      scopes.map((scope) => ['requests_received', scope]),
    )
  })

  it('more years than numbers, or fewer, say nothing of each', async () => {
    const found = await statementsOf('2020—2023年，分别收到政府信息公开申请7件、3件。')
    expect(found.map(({ period }) => period)).toEqual(['2020—2023年', '2020—2023年'])
  })
})

describe('changes', () => {
  const changes = async (text: string) =>
    (await statementsOf(text)).map(({ value, change }) => [
      value,
      change && `${change.direction} ${change.amount ?? ''}${change.percent === null ? '' : `${change.percent}%`}`,
    ])

  it.each([
    [
      '收到申请48件，答复政府信息公开申请33件，分别比上年增长20%和10%。',
      [
        [48, 'increase 20%'],
        [33, 'increase 10%'],
      ],
    ],
    [
      '收到申请48件，答复政府信息公开申请33件，分别较上年减少5件、4件。',
      [
        [48, 'decrease 5'],
        [33, 'decrease 4'],
      ],
    ],
    [
      '网站公开信息300条、微信公开信息200条，同比分别增长3.5%、4.5%。',
      [
        [300, 'increase 3.5%'],
        [200, 'increase 4.5%'],
      ],
    ],
    [
      '收到申请48件，答复政府信息公开申请33件，结转2件，分别比上年增长20%和10%。',
      [
        [48, null],
        [33, null],
        [2, null],
      ],
    ],
    [
      '收到申请48件，答复政府信息公开申请33件，比上年增长10%。',
      [
        [48, null],
        [33, 'increase 10%'],
      ],
    ],
  ])('%s: those behind 分别 are of the quantities before, one by one', async (text, expected) =>
    expect(await changes(text)).toEqual(expected),
  )

  it.each([
    ['主动公开政府信息300条，同比负增长4%。', 'decrease 4%'],
    ['主动公开政府信息300条，比上年度负增长4%。', 'decrease 4%'],
    ['主动公开政府信息300条，同比增长-4%。', 'decrease 4%'],
    ['主动公开政府信息300条，同比下滑4%。', 'decrease 4%'],
    ['主动公开政府信息300条，同比减幅4%。', 'decrease 4%'],
    ['主动公开政府信息300条，同比增长4%。', 'increase 4%'],
  ])('%s: a growth below nothing is a decrease', async (text, expected) =>
    expect(await changes(text)).toEqual([[300, expected]]),
  )

  it('what would be below nothing twice is no change', async () => {
    expect(await changes('主动公开政府信息300条，同比减少-4%。')).toEqual([[300, null]])
  })
})
