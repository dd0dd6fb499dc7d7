import { describe, expect, it } from 'vitest'
import { saidIn, statementsOf, unnamedIn } from './support/statements.js'

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
    ['自行组织政务公开培训2次90人。', ['training_sessions 2', 'training_participants 90']],
    ['信息公开申请数量2020年为32件，2021年为51件。', ['requests_received 32', 'requests_received 51']],
    ['收到并处理依申请公开2件。', ['requests_received 2']],
    [
      '22件政府信息公开申请中，已答复20件，正在办理2件。',
      ['requests_received 22', 'requests_answered 20', 'requests_carried_out 2'],
    ],
    [
      '本年度收到信息公开申请件数为：公民21件，法人4件。',
      ['requests_received.natural_person 21', 'requests_received.legal_person 4'],
    ],
    ['已按期答复政府信息公开申请20件。', ['requests_on_time 20']],
    ['答复时限延长的申请有2件。', ['requests_extended 2']],
    ['2021年度依申请公开为零。', ['requests_received 0']],
    [
      '因信息公开被申请行政复议3件，其中2件被维持，1件被撤销。',
      ['review_cases 3', 'review_cases.upheld 2', 'review_cases.corrected 1'],
    ],
    ['行政复议5件，驳回复议申请4件。', ['review_cases 5']],
    ['新增的行政规范性文件4件。', ['normative_documents.made 4']],
    ['向县档案馆移交公开文件120份、电子文件85份。', ['copies_deposited 120', 'copies_deposited 85']],
    ['因信息公开工作不力被问责0人。', ['accountability_cases 0']],
    [
      '答复信息公开申请30件：公开12件、部分公开3件、不公开2件、不存在8件。',
      [
        'requests_answered 30',
        'answers.granted 12',
        'answers.partially_granted 3',
        'answers.denied 2',
        'answers.not_existing 8',
      ],
    ],
    ['信息公开申请11件，比去年的15件减少4件。', ['requests_received 11', 'requests_received 15']],
    ['收到3位公民提交的信息公开申请，共5件。', ['requests_received 5']],
    ['18件政府信息公开申请均按期予以答复。', ['requests_on_time 18']],
    [
      '当年受理依申请公开11件，当年办结9件，跨年办理2件。',
      ['requests_received 11', 'requests_concluded 9', 'requests_carried_out 2'],
    ],
    [
      '行政复议结果：维持2件，纠正0件，其他0件，尚未审结1件。',
      ['upheld 2', 'corrected 0', 'result_other 0', 'pending 1'].map((one) => `review_cases.${one}`),
    ],
    [
      '接受各类信息公开咨询：电话120次、网上30次、当面15次。',
      ['phone 120', 'online 30', 'in_person 15'].map((one) => `consultations.${one}`),
    ],
    ['召开2次政务公开专题会、1次推进会。', ['meetings 2', 'meetings 1']],
    ['全县信息公开工作队伍共有112人，其中专职15人。', ['staff 112', 'staff.full_time 15']],
    ['公开建议提案答复函14件。', ['proposal_replies_published 14']],
    ['局长信箱收信45封，回信45封。', ['online_messages 45', 'online_messages.answered 45']],
    ['编发《政务公开简报》12期。', ['topic_issues 12']],
    ['全县村级公开栏更新公开内容12期。', ['notice_board_issues 12']],
    ['权责清单共涉及权责事项3021项。', ['power_list_items 3021']],
    ['46家预算单位全部公开了部门预决算。', ['budgets_published 46']],
    ['及时回应舆情热点19个。', ['responses 19']],
    ['共收集社会公众意见48条。', ['public_comment.opinions 48']],
    ['网站设7个频道、58个栏目。', ['website_columns 58']],
    ['信息公开专栏被访问12万人次。', ['column_visits 120000']],
    ['公众号累计关注2.6万人。', ['media_followers 26000']],
    ['移交公共图书馆政府信息纸质文本310份。', ['copies_deposited 310']],
    ['建成政务公开专区14个、村公开专区160个。', ['disclosure_zones 14', 'disclosure_zones 160']],
    ['依申请公开受理点设置26个。', ['request_points 26']],
    ['19件建议提案全部按时办结。', ['proposals 19']],
    ['接收依申请公开14件，办理14件，均为自然人申请。', ['requests_received 14', 'requests_handled 14']],
    [
      '答复信息公开申请14件，其中公开10件，其他4件。',
      ['requests_answered 14', 'answers.granted 10', 'answers.other 4'],
    ],
    [
      '收到自然人提出的申请13件，企业提出的申请1件。',
      ['requests_received.natural_person 13', 'requests_received.business 1'],
    ],
    ['依申请公开收取工本费用共36元。', ['fees_collected 36']],
    ['县政府网站政府信息公开专栏点击数为12.6万次。', ['column_visits 126000']],
    ['学校官网发布新闻620篇。', ['proactive_items.website 620']],
    ['新增主动公开政府信息168条，累计公开1680条。', ['proactive_items 168', 'proactive_items 1680']],
    ['应主动公开信息168条，实际公开160条。', ['proactive_items 160']],
    ['微信公众号后台留言回复88条。', ['online_messages.answered 88']],
    [
      '参加或举办新闻发布会总次数2次，主要负责同志参加新闻发布会次数1次。',
      ['press_conferences 2', 'press_conference_attendance 1'],
    ],
    ['群众递交信息公开申请9份。', ['requests_received 9']],
    ['收到政府信息公开申请件数与上年持平，为14件。', ['requests_received 14']],
    ['不服信息公开答复申请行政复议的有2件，起诉的有1件。', ['review_cases 2', 'litigation_cases 1']],
    ['政府信息公开行政复议立案3件。', ['review_cases 3']],
    ['网民留言回复56条。', ['online_messages.answered 56']],
    ['政府信息公开行政诉讼1件，被依法纠错数0件。', ['litigation_cases 1', 'litigation_cases.lost 0']],
    ['参加市政务公开培训班2次，组织本系统培训1次。', ['training_sessions 1']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('words like those that say something else', () => {
  it.each([
    ['计划全年组织政务公开培训4次。', []],
    ['2022年计划公开信息500条。', []],
    ['投诉举报20件，其余18件均已答复。', []],
    ['收取信息处理费80元，为4名困难群众免费提供，合计60元。', ['fees_collected 80']],
    ['更新专栏9个，公众号新开设2个。', []],
    ['公布信息公开咨询电话3个。', []],
    ['全年接听咨询电话320个。', []],
    ['明确1名分管领导负责政务公开工作。', []],
    ['受理低保申请20件，其余6件均已答复。', []],
    ['对2件申请延长了办理期限，均为建设用地许可。', []],
    ['答复政府信息公开申请5件，公开信息120条。', ['requests_answered 5', 'items_published 120']],
    ['民事诉讼结果：维持2件，撤诉1件。', []],
    ['收到信息公开方面的行政复议2件，撤回行政复议申请1件。', ['review_cases 2']],
    ['政务公开领导小组成员单位召开安全生产会议3次。', []],
    ['接受信息公开咨询20次，网上预约办税60次。', ['consultations 20']],
    ['收到投诉件数与上年持平，为14件。', []],
    ['新增政务微信1个。', []],
    ['12个单位未公开部门决算。', []],
    ['收到政府信息公开申请14件，办理案件20件。', ['requests_received 14']],
    ['收到自然人提出的宅基地申请13件，法人提出的申请2件。', []],
    ['政务信息公开收取停车费20万元。', []],
    ['主动公开政府信息168条，累计公开招聘12条。', ['proactive_items 168']],
    ['收取工本费80元，免收60元。', []],
    ['政务公开工作有序推进，组织本系统档案管理培训1次。', []],
    ['编发《安全生产简报》12期。', []],
    ['政府信息公开年度报告。其余12件均已办结，均为信访事项。', []],
    ['收到住房补贴申请120件，从申请人看，自然人120件。', []],
    ['关停运营不规范的政府网站1个、政务新媒体2个。', []],
    ['权力清单涉及整改事项12项。', []],
    ['移交县档案馆婚姻档案文件88份。', []],
    ['建成政务公开专区3个，办税专区2个。', ['disclosure_zones 3']],
    ['公众号关注民生实事12件。', []],
    ['主动公开规范性文件数6条。', []],
    ['主要负责同志参加政府网站在线访谈次数1次。', []],
    ['政务公开方面，行政复议3件，检察机关提起诉讼1件。', ['review_cases 3']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('what a heading or the begin of a sentence is about', () => {
  it.each([
    [
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n行政复议3件（维持2件，纠正1件），行政诉讼1件。\n',
      ['review_cases 3', 'review_cases.upheld 2', 'review_cases.corrected 1', 'litigation_cases 1'],
    ],
    ['二是依申请公开规范有序，全年收到9件、答复8件。', ['requests_received 9', 'requests_answered 8']],
    ['二是信访工作规范有序，全年收到9件、答复8件。', []],
    [
      '三、依申请公开情况\n2021年收到12件，其中网上8件、信函4件。\n',
      ['requests_received 12', 'requests_received.online 8', 'requests_received.mail 4'],
    ],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it.each([
    // The row of the form is 参加或举办新闻发布会总次数; only those at which leading officials were have a row of their own.
    ['我局参加市政府新闻发布会3次。', ['press_conferences 3']],
    ['县长参加新闻发布会3次。', ['press_conference_attendance 3']],
    [
      '因信息公开发生行政复议、行政诉讼共9件，比上年减少2件。其中复议6件，诉讼3件。',
      ['remedy_cases 9', 'review_cases 6', 'litigation_cases 3'],
    ],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('a document named in a list of topics is one of them', async () => {
    const text = '公开各类信息1206条，其中：机构概况6条，公开政策文件56条，工作动态820条，其他324条。'
    expect((await statementsOf(text)).map(({ key, part_of }) => [key, part_of])).toEqual([
      ['proactive_items', null],
      ['proactive_items.part', 0],
      ['policy_documents', 0],
      ['proactive_items.part', 0],
      ['proactive_items.part', 0],
    ])
  })
})

describe('words for the matter that others share', () => {
  it.each([
    [
      '法人和其他组织的申请没有，自然人申请7件。',
      ['requests_received.legal_person 0', 'requests_received.natural_person 7'],
    ],
    ['法人申请0件，自然人申请11件。', ['requests_received.legal_person 0', 'requests_received.natural_person 11']],
    [
      '科研机构申请1件，社会公益组织申请0件，法律服务机构申请4件，其他1件。',
      ['research 1', 'social_org 0', 'legal_service 4', 'other_org 1'].map((one) => `requests_received.${one}`),
    ],
    [
      '从申请方式看，网上申请40件，信函申请12件，当面申请5件。',
      ['online 40', 'mail 12', 'in_person 5'].map((one) => `requests_received.${one}`),
    ],
    [
      '从申请人看，自然人提出35件、法人及其他组织提出9件。',
      ['requests_received.natural_person 35', 'requests_received.legal_person 9'],
    ],
    ['所有申请均在法定期限内答复，答复率为100%。', ['requests_answered.rate 100']],
    [
      '依申请公开方面，我局规范答复流程。全年收到8件，办结7件，结转1件。',
      ['requests_received 8', 'requests_concluded 7', 'requests_carried_out 1'],
    ],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it.each([
    '受理专利申请310件，其中企业申请210件，自然人申请100件。',
    '收到科技计划项目申请120件。自然人申请7件，法人申请113件。',
    '受理用水报装申请90件，从申请人看，企业申请40件，自然人申请50件。',
    '办理不动产登记。从申请方式看，网上申请400件，现场申请120件。',
    '收到人才公寓申请18件，所有申请均已答复，答复率100%。',
    '信访工作方面，我局严格落实首办责任。全年收到19件，办结18件。',
    '依申请公开方面，我局规范信访答复。全年收到8件。',
    '依申请公开方面，我局制定制度3项。全年收到感谢信8封。',
  ])('nothing where another matter is near: %s', async (text) => expect(await saidIn(text)).toEqual([]))
})

describe('figures of bodies in brackets', () => {
  const scoped = async (text: string) =>
    (await statementsOf(text)).map(({ key, value, scope }) => [key, value, scope].join(' '))

  it.each([
    [
      '全县收到信息公开申请量居前三位的单位是县住建局（96件）、县城管局（33件）。',
      ['requests_received 96 县住建局', 'requests_received 33 县城管局'],
    ],
    [
      '发布信息数量较多的乡镇依次为东山镇（96条）、西河乡（71条）。',
      ['items_published 96 东山镇', 'items_published 71 西河乡'],
    ],
    ['信访量居前三位的乡镇是东山镇（96件）、西河乡（71件）。', []],
    [
      '信息公开申请量前三位为：县住建局61件、县公安局22件。',
      ['requests_received 61 县住建局', 'requests_received 22 县公安局'],
    ],
    ['办件量较多的单位是县税务局（960件）。', []],
  ])('%s', async (text, expected) => expect(await scoped(text)).toEqual(expected))
})

describe('quantities of no kind in rows and shares', () => {
  it.each([
    ['申请总量中，关于水库移民的占38%，其余占62%。', ['关于水库移民的占 38%', '其余占 62%']],
    ['收到的申请中，涉及征地补偿、水利工程的分别为12件和8件。', ['征地补偿 12件', '水利工程 8件']],
    ['专利申请中，涉及农机的占38%。', []],
  ])('%s', async (text, expected) => expect(await unnamedIn(text)).toEqual(expected))
})
