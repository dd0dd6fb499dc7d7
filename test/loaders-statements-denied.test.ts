import { describe, expect, it } from 'vitest'
import { statementVocabulary } from '../src/forms/statement-words.js'
import { deniedKinds } from '../src/loaders/statements/kinds/denied.js'
import { saidIn, unnamedIn } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('a denial with a word that narrows it', () => {
  it.each([
    // It is a zero of that part alone, where a kind of the vocabulary is that part.
    ['没有收到法人或其他组织的信息公开申请。', ['requests_received.legal_person 0']],
    ['没有收到法人的信息公开申请。', ['requests_received.legal_person 0']],
    ['未收到自然人提出的政府信息公开申请。', ['requests_received.natural_person 0']],
    ['当面、信函均未收到政府信息公开申请。', ['requests_received.in_person 0', 'requests_received.mail 0']],
    ['没有需要延期答复的政府信息公开申请。', ['requests_extended 0']],
    ['没有尚未审结的信息公开行政诉讼。', ['litigation_cases.pending 0']],
    // Those who did not ask stand right before it.
    ['科研机构没有提出政府信息公开申请。', ['requests_received.research 0']],
    ['企业没有提出政府信息公开申请。', ['requests_received.business 0']],
    [
      '自然人、法人均没有提出政府信息公开申请。',
      ['requests_received.natural_person 0', 'requests_received.legal_person 0'],
    ],
    // Of no kind, it is none of the whole.
    ['没有超过期限仍未办理的政府信息公开申请。', []],
    ['没有因答复迟缓引发的信息公开行政复议、行政诉讼。', []],
    ['没有再审的信息公开行政诉讼。', []],
    ['未收到涉及个人隐私的政府信息公开申请。', []],
    ['未收到重新提起的信息公开行政复议。', []],
    ['不存在违规收费。', []],
    // Of some bodies, ways or months only, or an exception.
    ['个别科室未收到政府信息公开申请。', []],
    ['全市有6个县未收到政府信息公开申请。', []],
    ['除市直部门外，均未收到政府信息公开申请。', []],
    ['其余渠道未收到政府信息公开申请。', []],
    // Denied twice, or something else.
    ['并非没有信息公开行政复议。', []],
    ['坚决防止未收到政府信息公开申请而不登记。', []],
    ['没有信息公开行政复议案件结转至下一年。', []],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it.each([
    ['没有超过期限仍未办理的政府信息公开申请。', ['超过期限仍未办理的政府信息公开申请 0件']],
    // Where the label would not say it, nothing is said.
    ['本局未直接收到信息公开申请。', []],
    ['除快递费外，未收取其他信息公开费用。', []],
  ])('is of no known kind, with its words: %s', async (text, expected) =>
    expect(await unnamedIn(text)).toEqual(expected),
  )
})

describe('a denial of the whole', () => {
  it.each([
    ['本年度，我局未收到公民、法人或者其他组织提出的政府信息公开申请。', ['requests_received 0']],
    ['2023年1月1日至12月31日，全镇没有收到任何政府信息公开申请。', ['requests_received 0']],
    ['截至12月底，我办未收到社会公众要求公开政府信息的申请。', ['requests_received 0']],
    ['上半年未收到政府信息公开申请。', ['requests_received 0']],
    ['各镇均未收到政府信息公开申请。', ['requests_received 0']],
    ['公民、法人均没有提出政府信息公开申请。', ['requests_received 0']],
    ['未发生因政府信息公开引起的行政复议、行政诉讼案件。', ['review_cases 0', 'litigation_cases 0']],
    ['因依申请公开被提起行政复议、诉讼的情况均未发生。', ['review_cases 0', 'litigation_cases 0']],
    ['办理信息公开申请未向申请人收取任何费用。', ['fees_collected 0']],
    // What is excepted is of another kind.
    ['除1件行政复议外，未发生信息公开行政诉讼。', ['litigation_cases 0']],
    ['没有收费和减免情况。', ['fees_collected 0', 'fees_waived 0']],
  ])('%s', async (text, expected) => expect((await saidIn(text)).sort()).toEqual([...expected].sort()))

  it('is narrowed by whatever word nobody thought of', () => {
    const kind = statementVocabulary().statements.find(({ key }) => key === 'requests_received')
    for (const [words, denied] of [
      ['未收到政府信息公开申请', kind && [kind]],
      ['未收到跨省政府信息公开申请', 'narrower'],
      ['未收到经补正的政府信息公开申请', 'narrower'],
    ] as const)
      expect(kind && deniedKinds(kind, words, 0, words.length)).toEqual(denied)
  })
})
