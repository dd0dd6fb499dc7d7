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
