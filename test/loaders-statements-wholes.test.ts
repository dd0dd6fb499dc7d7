import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import { saidIn } from './support/statements.js'

// Sentences made up for this file. Expected: what a reader takes a number to count; where only the time and the body are told, all
// that the body disclosed, and else what was published on the topic or in the column that the words name.

describe('information made public, told of no topic', () => {
  test.each([
    '全年公开信息960条。',
    '2021年，全县累计公开信息960条。',
    '截至12月31日，我局共对外公开各类信息960条。',
    '2021年1月1日至12月31日，市住建局公开信息累计960条。',
  ])('counts all that was disclosed: %s', async (text) => expect(await saidIn(text)).toEqual(['proactive_items 960']))

  test.each([
    '在重点领域信息公开方面，全年公开信息960条。',
    '扶贫信息方面，共公开信息960条。',
    '全年发布信息960条。',
    '政务公开专栏公开信息960条。',
  ])('but not where the words name one: %s', async (text) =>
    expect(await saidIn(text)).toEqual(['items_published 960']),
  )

  test('nor behind a heading that does', async () => {
    const head = '青溪县2022年政府信息公开工作年度报告\n一、主动公开情况\n（二）重点领域信息公开\n'
    const bytes = new TextEncoder().encode(`${head}全年公开信息960条。`)
    const { report } = await readReport({ id: 'a', path: 'a.txt', bytes })
    expect(report.statements.map(({ key, value }) => `${key} ${value}`)).toEqual(['items_published 960'])
  })
})
