import { describe, expect, it } from 'vitest'
import { saidIn } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('wordings that are those of a kind', () => {
  it.each([
    ['共形成政府信息320件，其中主动公开301件。', ['information_produced 320', 'proactive_items 301']],
    ['本年度新制作政府信息466条，属主动公开的411条。', ['information_produced 466', 'proactive_items 411']],
    ['384条政府信息已主动公开。', ['proactive_items 384']],
    [
      '其中网站公开402条，微信公开118条，微博公开77条，公报公开9条。',
      ['website 402', 'wechat 118', 'weibo 77', 'gazette 9'].map((one) => `proactive_items.${one}`),
    ],
    ['政务公众号发稿312篇，官方微博发布消息1208条。', ['proactive_items.wechat 312', 'proactive_items.weibo 1208']],
    ['视频号更新作品42个。', ['proactive_items.short_video 42']],
    ['专题专栏维护数量7个、新开设3个。', ['columns_opened 3']],
    ['县长信箱转办来信88封，办结85封。', ['online_messages 88', 'online_messages.answered 85']],
    ['全区政府信息公开申请累计达到410件。', ['requests_received 410']],
    ['收到的申请比上年多出近一倍，达到86件。', ['requests_received 86']],
    [
      '收到政府信息公开申请12件，除2件仍在办理外，其余10件均已答复。',
      ['requests_received 12', 'requests_carried_out 2', 'requests_answered 10'],
    ],
    ['依申请公开所收申请中，2件因申请人主动撤回而终止。', ['answers.withdrawn 2']],
    ['收到政府信息公开申请8件，其中2件属于主动公开。', ['requests_received 8', 'answers.already_public 2']],
    ['行政应诉案件为1，败诉0。', []],
    ['涉及信息公开的行政诉讼案件为1，败诉0。', ['litigation_cases 1', 'litigation_cases.lost 0']],
    [
      '因信息公开申请收取检索、复制等成本费用126.5元，减免困难群众费用30元。',
      ['fees_collected 126.5', 'fees_waived 30'],
    ],
    ['收取信息处理费50元，其中免收12元。', ['fees_collected 50', 'fees_waived 12']],
    ['政府信息公开专项经费共支出8.6万元。', ['funds 86000']],
    ['接听信息公开咨询电话52个。', ['consultations.phone 52']],
    ['办理建议提案21件，公开办理结果19件。', ['proposals 21', 'proposal_replies_published 19']],
    ['领导小组负责信息公开工作，明确2人负责日常工作。', ['staff 2']],
    ['参加市政务公开培训班2次，组织本系统培训1次。', ['training_sessions 1']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('words like those that say something else', () => {
  it.each([
    ['计划全年组织政务公开培训4次。', []],
    ['收取信息处理费80元，为4名困难群众免费提供，合计60元。', ['fees_collected 80']],
    ['更新专栏9个，公众号新开设2个。', []],
    ['公布信息公开咨询电话3个。', []],
    ['全年接听咨询电话320个。', []],
    ['明确1名分管领导负责政务公开工作。', []],
    ['受理低保申请20件，其余6件均已答复。', []],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})
