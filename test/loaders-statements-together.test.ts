import { describe, expect, it } from 'vitest'
import { statementVocabulary } from '../src/forms/statement-words.js'
import { saidIn } from './support/statements.js'

// All sentences are made up; the expected values are what a reader reads in them.
describe('words that tell a kind wherever they stand in the clause', () => {
  it.each([
    ['政府公报全年面向各村免费派发7200册。', ['gazette_copies 7200']],
    ['对16起网络热点舆情进行了有效引导处置。', ['opinion_cases 16']],
    ['全年共有5家单位在网站公布部门决算。', ['budgets_published 5']],
    ['信息公开行政复议案件未结8件，结转下年。', ['review_cases.pending 8']],
    [
      '全年依法答复信息公开申请12件，9件申请因属于行政执法案卷不予公开。',
      ['requests_answered 12', 'answers.denied.enforcement_file 9'],
    ],
    [
      '从申请主体看，收到信息公开申请40件，公益组织提出申请7件。',
      ['requests_received 40', 'requests_received.social_org 7'],
    ],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it.each([
    // Two of them as sure: nobody can tell.
    ['以信函和网络方式提出信息公开申请15件。', ['requests_received 15']],
    // Joined to another thing.
    ['政府公报、宣传折页全年派发7200份。', []],
    // Behind another number without a break: the views of these two items, not those of the account.
    ['两条微信阅读量即达180万次。', []],
    // What is denied.
    ['未按期答复信息公开申请2件。', []],
    // Words of another matter, and no matter of disclosure in the sentence.
    ['收取城镇垃圾处理费8万元。', []],
    ['组织网络安全培训3次。', []],
    // Said of all of them, it names no part.
    ['政府信息公开行政复议案件2件均维持原决定。', ['review_cases 2']],
  ])('tell none otherwise: %s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('a kind made more exact by the words of its clause', () => {
  it.each([
    ['以电话方式提供信息公开咨询服务133人次。', ['consultations.phone 133']],
    ['以电子邮件方式提出政府信息公开申请6件。', ['requests_received.email 6']],
    ['结转下年度继续办理的信息公开申请21件。', ['requests_carried_out 21']],
    ['经负责人批准延期办结信息公开申请8件。', ['requests_extended 8']],
    ['废止地方政府规章3部，并在网站公布。', ['regulations.repealed 3']],
    ['减免信息公开费用450元。', ['fees_waived 450']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

// A kind whose words another has, too, would never be told by them: two as sure are none.
it('no two kinds of a unit are told by the same words', () => {
  const told = statementVocabulary().statements.flatMap(({ key, units, together = [] }) =>
    together.flatMap((words) => units.map((unit) => [`${words} ${unit}`, key] as const)),
  )
  const keys = new Map<string, string>()
  for (const [words, key] of told) {
    expect(keys.get(words) ?? key, words).toBe(key)
    keys.set(words, key)
  }
})

// Expected: 3 + 7 + 2 = 12, the others are of the same whole; behind a whole whose parts are complete they are an outcome of their own.
it.each([
  [
    '不予公开答复12件，其中国家秘密3件、个人隐私7件、其他2件。',
    ['answers.denied 12', 'answers.denied.state_secret 3', 'answers.denied.part 7', 'answers.denied.part 2'],
  ],
  [
    '收到政府信息公开申请12件，予以公开3件，不予公开7件，其他2件。',
    ['requests_received 12', 'answers.granted 3', 'answers.denied 7', 'answers.other 2'],
  ],
])('the others of a list: %s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
