import { describe, expect, it } from 'vitest'
import { fold, scriptOf } from '../src/loaders/fold.js'
import { readNumbers } from '../src/loaders/statements.js'
import { surfaceOf } from '../src/loaders/surface.js'
import { saidIn, statementsOf, unnamedIn } from './support/statements.js'

/** The other numbers of a text, as `reason words`. */
async function othersIn(text: string): Promise<string[]> {
  const { other_numbers } = readNumbers(await fold(surfaceOf(text), scriptOf(text)), text, [], [])
  return other_numbers.map((one) => `${one.reason} ${one.text}`)
}

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('numerals that state no number', () => {
  it.each([
    ['受理依申请公开几十件，主动公开政府信息数千条。', ['vague 几十件', 'vague 数千条']],
    ['主动公开政府信息五六百条，解读政策文件一二十篇。', ['vague 五六百条', 'vague 一二十篇']],
    ['举办政务公开培训十几次，主动公开政府信息上万条。', ['vague 十几次', 'vague 上万条']],
    ['主动公开政府信息数百余条。', ['vague 数百余条']],
  ])('%s', async (text, expected) => {
    expect(await statementsOf(text)).toEqual([])
    expect(await othersIn(text)).toEqual(expected)
  })

  it.each([
    ['主动公开政府信息三百二十条，举办政务公开培训十余次。', ['proactive_items 320', 'training_sessions 10']],
    ['收到政府信息公开申请数为十二件。', ['requests_received 12']],
  ])('others are counts: %s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('words that say the contrary, or make the figure one of something else', () => {
  it.each([
    ['未答复网民留言7条，答复网民留言61条。', ['online_messages.answered 61']],
    ['尚未办结网民留言3条。', []],
    ['栏目公开率100%，公开信息530条，不公开信息9条。', ['items_published 530']],
    ['未办结的行政复议案件4件，未公开文件6件。', ['review_cases.pending 4']],
    ['收到网民留言77条，办结70条，公开答复33条。', ['online_messages 77', 'online_messages.answered 70']],
    ['收到政府信息公开申请9件。复议机关受理后申请人撤回3件。', ['requests_received 9']],
    ['收到政府信息公开申请9件。代理区政府参加行政复议答复6件。', ['requests_received 9']],
    ['备案审查规范性文件14件，合法性审核规范性文件11件，修订规范性文件3件。', []],
    ['修改政府规章4件，制定政府规章1件。', ['regulations.made 1']],
    ['微信公众号粉丝2.6万人，新增微信粉丝800人。', ['media_followers 26000']],
    ['微信公众号总阅读量35万次，单篇最高阅读量1.2万次，平均每条阅读量210次。', ['media_views 350000']],
    ['依申请公开延期后答复申请2件。', ['requests_extended 2']],
    ['政府信息公开工作人均答复申请3件，未按期答复申请0件。', []],
    ['电子邮箱收到依申请公开4件。', ['requests_received.email 4']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('of a row about disclosure the things alone are absent', async () => {
    expect(await saidIn('政府信息公开方面的举报、复议、诉讼均为0件。')).toEqual([
      'litigation_cases 0',
      'complaints 0',
      'review_cases 0',
    ])
  })
})

describe('the rest of a list is of that list', () => {
  it.each([
    ['收到政府信息公开申请23件，其中公民17件，企业4件，其他2件。', 'requests_received.part 2'],
    ['收到政府信息公开申请23件，其中网络申请15件，信函6件，其他2件。', 'requests_received.part 2'],
    ['收到政府信息公开申请23件，其中自然人20件，法律服务机构1件，其他2件。', 'requests_received.other_org 2'],
    ['答复政府信息公开申请23件，其中予以公开17件，不予公开4件，其他2件。', 'answers.other 2'],
  ])('%s', async (text, expected) => expect((await saidIn(text)).at(-1)).toBe(expected))
})

describe('figures that are of a kind by what stands around them', () => {
  it.each([
    [
      '一季度公开信息35条，二季度公开信息46条，合计81条。',
      ['items_published 35', 'items_published 46', 'items_published 81'],
    ],
    ['一季度公开信息35条，二季度公开信息46条，合计90条。', ['items_published 35', 'items_published 46']],
    [
      '行政复议案件中，结果维持的为4件，其他结果的为1件，总计5件。',
      ['review_cases.upheld 4', 'review_cases.result_other 1', 'review_cases 5'],
    ],
    ['结转下一年度继续办理的申请3件。', ['requests_carried_out 3']],
    ['发布前审查拟公开信息210条。', ['prepublication_reviews 210']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('whose figure it is, and of when', () => {
  const scopes = async (text: string) => (await statementsOf(text)).map(({ value, scope }) => [value, scope])
  const periods = async (text: string) => (await statementsOf(text)).map(({ value, period }) => [value, period])

  it.each<[string, [number, string | null][]]>([
    [
      '我局收到政府信息公开申请6件、市住建局收到申请21件。',
      [
        [6, '我局'],
        [21, '市住建局'],
      ],
    ],
    [
      '全市各部门收到政府信息公开申请64件，我委办理其中的9件。',
      [
        [64, '各部门'],
        [9, '我委'],
      ],
    ],
    ['我校主动公开政府信息88条。', [[88, '我校']]],
    ['因没有现成信息、需要本机关另行制作无法提供的政府信息公开申请4件。', [[4, null]]],
    [
      '答复网民留言40条，其中政民互动留言板转办13条。',
      [
        [40, null],
        [13, null],
      ],
    ],
    [
      '全区公开申请量最大的单位是区民政局(45件)、区教育局(31件)。',
      [
        [45, '区民政局'],
        [31, '区教育局'],
      ],
    ],
    [
      '收到政府信息公开申请2件，一件不属于本机关公开，一件不予公开。',
      [
        [2, null],
        [1, null],
        [1, null],
      ],
    ],
  ])('%s', async (text, expected) => expect(await scopes(text)).toEqual(expected))

  it.each([
    ['东镇、西镇均收到政府信息公开申请3件。', ['东镇、西镇均收到政府信息公开申请 3件']],
    ['向区图书馆、区档案馆各移交公开文件25份。', ['向区图书馆、区档案馆各移交公开文件 25份']],
  ])('what is told of each is none of all: %s', async (text, expected) => {
    expect(await saidIn(text)).toEqual([])
    expect(await unnamedIn(text)).toEqual(expected)
  })

  it.each<[string, [number, string | null][]]>([
    [
      '收到政府信息公开申请18件，其中12件属上年，6件为今年。',
      [
        [18, null],
        [12, '上年'],
        [6, null],
      ],
    ],
    [
      '网站从上线至今，共发布工作动态810条，发布通知公告260条。',
      [
        [810, '从上线至今'],
        [260, '从上线至今'],
      ],
    ],
    ['我局至今未收到政府信息公开申请。', [[0, null]]],
  ])('%s', async (text, expected) => expect(await periods(text)).toEqual(expected))
})

describe('tenths, a single case among others, and none', () => {
  it('are shares and changes, or told among the other numbers', async () => {
    const [one] = await statementsOf('网站主动公开政府信息270条，占全部信息的三成五。')
    expect(one?.share?.percent).toBe(35)
    expect(await othersIn('依申请公开数量同比下降两成，移动端访问占八成以上。')).toEqual(['change 两成', 'share 八成'])
  })

  it.each([
    [
      '收到政府信息公开申请5件，一件予以公开，四件不予公开。',
      ['requests_received 5', 'answers.granted 1', 'answers.denied 4'],
    ],
    ['政府信息公开申请“零”受理，行政复议“零”发生。', ['requests_received 0', 'review_cases 0']],
    ['政府信息公开工作未发生复议诉讼。', ['review_cases 0', 'litigation_cases 0']],
    ['因信息公开引发的行政复议案件为0，行政诉讼案件为2。', ['review_cases 0', 'litigation_cases 2']],
    ['未制定规章和规范性文件。', ['regulations.made 0', 'normative_documents.made 0']],
  ])('%s', async (text, expected) => expect((await saidIn(text)).sort()).toEqual([...expected].sort()))

  it.each([
    ['建成政务公开专区4个，计划再建6个。', 'rule 6个'],
    ['每个部门年度政策解读不少于8篇，全县共发布政策解读170篇。', 'rule 不少于8篇'],
  ])('plans and demands are no facts: %s', async (text, expected) => {
    expect(await unnamedIn(text)).toEqual([])
    expect(await othersIn(text)).toEqual([expected])
  })
})
