import { describe, expect, it } from 'vitest'
import { saidIn, statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('counts in known wordings that are of something else', () => {
  it.each([
    // What was not made public, or is only to be.
    ['未主动公开的政府信息31条。', []],
    ['应当公开而未公开的信息0条。', []],
    ['待公开信息44条，已公开信息520条。', ['items_published 520']],
    ['主动公开政府信息520条。', ['proactive_items 520']],
    // Cases are no information.
    ['共办理政府信息公开案件19件。', []],
    // A part of the requests or cases, told by a word of its own.
    ['收到要件不全的信息公开申请6件。', []],
    ['受理婚姻登记查档申请72件。', []],
    ['收到政府信息公开申请72件。', ['requests_received 72']],
    ['2022年收到通过网络、信函等方式提交的信息公开申请72件。', ['requests_received 72']],
    ['负责人未到庭的信息公开行政诉讼0件。', []],
    ['因信息公开引发的行政诉讼5件。', ['litigation_cases 5']],
    // Brought about by other matters, as said before or behind.
    ['因征收补偿被申请行政复议4件，因政府信息公开被申请行政复议3件。', ['review_cases 3']],
    ['信息公开行政复议4件、行政诉讼2件，均不涉及信息公开。', []],
    ['不服信息公开答复被申请行政复议4件，均已结案。', ['review_cases 4']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('what was marked as open, open on request or closed when it was made', () => {
  it.each([
    [
      '制作政府信息710条，其中主动公开640条，依申请公开38条，不予公开32条。',
      [
        'information_produced 710',
        'proactive_items 640',
        'information_produced.on_request 38',
        'information_produced.withheld 32',
      ],
    ],
    // Papers are information made; how many of them are marked open is no count of what was published.
    [
      '印发公文310件，其中主动公开250件、依申请公开36件、不予公开24件。',
      ['information_produced.on_request 36', 'information_produced.withheld 24'],
    ],
    ['印发公文310件，主动公开250件。', []],
    ['印发公文310件，主动公开政府信息2500件。', ['proactive_items 2500']],
    ['文件公开属性标注情况：依申请公开36件。', ['information_produced.on_request 36']],
    [
      '办理公文公开属性审查310件，主动公开250件，依申请公开36件，不予公开24件。',
      ['prepublication_reviews 310', 'information_produced.on_request 36', 'information_produced.withheld 24'],
    ],
    // Requests are asked for and answered.
    ['全年收到依申请公开36件，答复不予公开5件。', ['requests_received 36', 'answers.denied 5']],
    [
      '主动公开信息640条，受理依申请公开36件，不予公开5件。',
      ['proactive_items 640', 'requests_received 36', 'answers.denied 5'],
    ],
  ])('%s', async (text, expected) => {
    const said = await saidIn(text)
    expect(said).toEqual(expected)
    for (const { value } of await statementsOf(text)) expect(text).toContain(`${value}`)
  })
})

describe('answers of one sort', () => {
  it.each([
    // Dealt with in an extended period, whatever word for it stands last.
    [
      '办结政府信息公开申请45件，其中按时办结41件，延长期限办结4件。',
      ['requests_concluded 45', 'requests_on_time 41', 'requests_extended 4'],
    ],
    ['当场答复政府信息公开申请4件，口头答复政府信息公开申请6件。', []],
    ['在20个工作日内答复政府信息公开申请16件。', []],
    ['全部答复政府信息公开申请16件。', ['requests_answered 16']],
  ])('are not all answers: %s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})
