import { describe, expect, it } from 'vitest'
import { thingsAbsentIn } from '../src/loaders/statements/absences/absent-things.js'
import { saidIn, statementsOf, unnamedIn } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('each thing of a row that was absent', () => {
  it.each([
    ['上半年没有行政诉讼、复议及申诉。', ['review_cases 0', 'litigation_cases 0'], ['申诉 0件']],
    ['下半年未共收到依申请公开申请。', ['requests_received 0'], []],
    ['镇里未涉及到索取公开信息的申请。', ['requests_received 0'], []],
    ['街道尚未接收到网上、传真等申请公开的情况。', ['requests_received.online 0', 'requests_received.fax 0'], []],
    ['政府信息公开方面未发生电话及当面咨询。', ['consultations.phone 0', 'consultations.in_person 0'], []],
    ['政务微博未收到留言。', ['online_messages 0'], []],
    ['公开信息经审核，无公开处罚信息。', [], ['公开处罚信息 0条']],
    ['信息公开工作实现零投诉、零举报。', ['complaints 0'], []],
    ['信息公开行政复议、行政诉讼和申诉均未发生。', ['review_cases 0', 'litigation_cases 0'], ['申诉 0件']],
    ['信息公开行政复议、行政诉讼及申诉均为0。', ['review_cases 0', 'litigation_cases 0'], ['申诉 0件']],
    ['公开申请行政复议0件、行政诉讼无、申诉无。', ['review_cases 0', 'litigation_cases 0'], ['申诉 0件']],
    ['未接到信息公开的电话咨询、网络咨询。', ['consultations.phone 0', 'consultations.online 0'], []],
    ['信息公开工作无重大失误、无泄密。', [], ['重大失误 0处', '泄密 0起']],
    ['共受理公开申请零件，不予受理零件。', ['requests_received 0'], ['不予受理 0件']],
    ['信息公开工作没有专项经费。', [], ['专项经费 0元']],
    // What brought about the last of a row is no absence of its own, and of 复议、诉讼纠错 only that they ended so is said.
    ['未发生失泄密及图表差错引发的网络舆情。', [], ['图表差错引发的网络舆情 0起']],
    ['没有出现因答复不当被行政复议及行政诉讼纠错的情况。', ['review_cases.corrected 0', 'litigation_cases.lost 0'], []],
  ])('%s', async (text, named, unnamed) => {
    expect((await saidIn(text)).sort()).toEqual([...named].sort())
    expect(await unnamedIn(text)).toEqual(unnamed)
  })

  it.each([
    '政务公开中没有发现问题，也未发现投诉。',
    '严禁发生信息公开泄密事件。',
    '如果未收到公开申请，应当登记。',
    '若未收到公开申请，应当登记。',
    '对未收到公开申请的单位，不作要求。',
    '存在没有及时回应留言的问题。',
    '信息公开栏目没有及时回应留言。',
    '部分单位未发布信息。',
    '信息公开决定作出后，申请人未提起行政诉讼。',
    '无正当理由大量反复的公开申请。',
    '没有建立信息公开投诉、举报制度。',
  ])('says nothing: %s', async (text) => expect(await statementsOf(text)).toEqual([]))

  it('is found wherever it stands: each begins in its words and none overlaps the next', () => {
    const nouns = ['投诉', '举报', '申诉', '行政复议', '行政诉讼', '留言']
    for (const [i, first] of nouns.entries())
      for (const joint of ['、', '和', '及', '或', '以及']) {
        const second = nouns[(i + 1) % nouns.length] ?? ''
        const text = `全年未接到信息公开方面的${first}${joint}${second}。`
        const things = thingsAbsentIn(text)
        expect(things.map(({ label }) => label)).toEqual([`信息公开方面的${first}`, second])
        for (const { label, at, to } of things) expect(text.slice(at, to)).toBe(label)
      }
  })
})

describe('numbers whose unit or count is left out', () => {
  it.each([
    ['一是受理公开申请2、答复公开申请3。', ['requests_received 2', 'requests_answered 3'], []],
    ['共3类28项政务公开事项。', [], ['政务公开事项 3类', '政务公开事项 28项']],
    ['共受理政府信息公开申请3。', ['requests_received 3'], []],
    ['在政务公开窗口接受市民等咨询62。', [], ['在政务公开窗口接受市民等咨询 62']],
    ['官方微博粉丝320，公众号粉丝1203。', ['media_followers 320', 'media_followers 1203'], []],
    ['官方微博粉丝数量达20余万。', ['media_followers 200000'], []],
    ['公开的信息中，人事任免占12%，规划计划占38%。', [], ['人事任免占 12%', '规划计划占 38%']],
    ['从申请的内容来看，学籍档案类4件，道路规划类9件。', [], ['学籍档案类 4件', '道路规划类 9件']],
    ['发布公报解读、主要数据各1份。', [], ['发布公报解读 1份', '主要数据 1份']],
    ['政务公开知晓率及参与率均达100%。', [], ['政务公开知晓率 100%', '参与率 100%']],
    ['编写发布推文200多期内容。', [], ['编写发布推文 200期']],
  ])('%s', async (text, named, unnamed) => {
    expect(await saidIn(text)).toEqual(named)
    expect(await unnamedIn(text)).toEqual(unnamed)
  })

  it.each([
    '投诉举报12345。',
    '附件：政务信息1',
    '公开信息1、机构职能2、领导分工3、办事指南。',
    '1、咨询2、投诉3、信息公开指南。',
    '公布信息，第三方占股见2019。',
    '第三产业占45%。',
    '公开相同信息计1条。',
  ])('%s is no quantity of disclosure', async (text) => expect(await statementsOf(text)).toEqual([]))
})
