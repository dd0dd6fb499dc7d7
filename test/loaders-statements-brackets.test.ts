import { describe, expect, it } from 'vitest'
import { statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected keys and wholes are what a reader reads in them. */
const said = async (text: string) =>
  (await statementsOf(text)).map(
    ({ key, value, part_of }) => `${key} ${value}${part_of === null ? '' : ` of ${part_of}`}`,
  )

describe('words in a bracket that name a figure there do not name the one before it', () => {
  it.each([
    [
      '不予公开9件（其中内部事务信息4件、过程性信息5件）。',
      ['answers.denied 9', 'answers.denied.internal_affairs 4 of 0', 'answers.denied.process 5 of 0'],
    ],
    ['不予公开9件（内部事务信息4件）。', ['answers.denied 9', 'answers.denied.internal_affairs 4 of 0']],
    ['公开信息800条（含政策文件20件）。', ['proactive_items 800', 'policy_documents 20']],
  ])('%s', async (text, expected) => expect(await said(text)).toEqual(expected))

  it('but words alone there do', async () => {
    expect(await said('不予公开9件（过程性信息）。')).toEqual(['answers.denied.process 9'])
  })
})

describe('a bracket holds the parts of the figure before it', () => {
  it.each([
    [
      '予以公开12件（包括已主动公开8件、同意公开4件）。',
      ['answers.granted 12', 'answers.already_public 8 of 0', 'answers.granted.part 4 of 0'],
    ],
    [
      '收到政府信息公开申请35件，其中网络申请20件（自然人18件、法人2件）、信函申请15件。',
      [
        'requests_received 35',
        'requests_received.online 20 of 0',
        'requests_received.online.part 18 of 1',
        'requests_received.online.part 2 of 1',
        'requests_received.mail 15 of 0',
      ],
    ],
    [
      '收到政府信息公开申请35件（自然人30件、法人5件）。',
      ['requests_received 35', 'requests_received.natural_person 30 of 0', 'requests_received.legal_person 5 of 0'],
    ],
    ['行政复议5件（撤回1件）。', ['review_cases 5', 'review_cases.part 1 of 0']],
    ['答复申请5件（撤回1件）。', ['requests_answered 5', 'answers.withdrawn 1 of 0']],
    ['收到政府信息公开申请35件（不含上年结转2件）。', ['requests_received 35', 'requests_carried_in 2']],
    ['收到政府信息公开申请35件（含上年结转2件）。', ['requests_received 35', 'requests_carried_in 2 of 0']],
  ])('%s', async (text, expected) => expect(await said(text)).toEqual(expected))
})

describe('one figure of several things', () => {
  it.each([
    ['发布政策文件及解读共80条。', ['unnamed 80']],
    ['复议诉讼案件5件。', ['remedy_cases 5']],
    ['行政诉讼败诉3件。', ['litigation_cases.lost 3']],
    ['发布政策解读共80条。', ['interpretations 80']],
  ])('%s', async (text, expected) => expect(await said(text)).toEqual(expected))

  it('information on cases is no number of cases', async () => {
    expect(await said('公开行政诉讼败诉案件信息3条。')).not.toContain('litigation_cases.lost 3')
  })
})
