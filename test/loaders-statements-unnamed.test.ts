import { describe, expect, it } from 'vitest'
import { corpusFiles, hasCorpus, readReportFile } from './support/corpus.js'
import { isNamed, saidIn, statementsOf, unnamedIn } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('quantities of disclosure work of no known kind', () => {
  it.each([
    ['印制政务公开宣传手册5千册。', ['印制政务公开宣传手册 5000册']],
    ['在政务服务大厅外设置政务公开电子屏6块。', ['在政务服务大厅外设置政务公开电子屏 6块']],
    ['在门户网站整合12个子站。', ['子站 12个']],
    ['全年更新政府信息公开指南3次。', ['更新政府信息公开指南 3次']],
    ['政务公开工作知晓率达95.5%。', ['政务公开工作知晓率 95.5%']],
    ['网站全文检索功能改版2次，修复错链断链46条。', ['网站全文检索功能改版 2次', '修复错链断链 46条']],
    ['对全县28家单位的信息公开目录进行核查。', ['单位 28家']],
    ['推进政务公开，印发工作提示9期，编发经验材料4篇。', ['印发工作提示 9期', '编发经验材料 4篇']],
    ['政务新媒体整合关停8个。', ['政务新媒体整合关停 8个']],
    ['政府信息公开审查台账登记近1.2万条。', ['政府信息公开审查台账登记 12000条']],
    ['完成建设项目12项，均已在网站公示。', ['完成建设项目 12项']],
    ['举办培训班2期，讲解公开条例第20条。', ['举办培训班 2期']],
  ])('%s', async (text, expected) => {
    expect(await unnamedIn(text)).toEqual(expected)
    expect(await saidIn(text)).toEqual([])
  })

  it.each([
    // Nothing is said of disclosure, and nothing of another matter: in such a report it is a quantity of the work reported on.
    ['发放明白纸2万份，召开坝坝会36场。', ['发放明白纸 20000份', '召开坝坝会 36场']],
    // Lists without verbs, and a number of which the one before it is the subject.
    [
      '工作要闻86条，新增7条；图片新闻12条，新增4条。',
      ['工作要闻 86条', '工作要闻新增 7条', '图片新闻 12条', '图片新闻新增 4条'],
    ],
    ['公开事项26项，其中行政处罚18项、公共服务8项。', ['公开事项 26项', '行政处罚 18项', '公共服务 8项']],
    // One Chinese digit before a noun of the work.
    ['建成四个视频号和两个查询平台。', ['视频号 4个', '查询平台 2个']],
    ['5件均按要求答复，1名同志负责审核。', ['按要求答复 5件', '同志 1名']],
    ['印发会议纪要3期260册，发布量突破900条。', ['印发会议纪要 3期', '印发会议纪要 260册', '发布量 900条']],
    ['网站由8大板块组成，每月至少举办一次政务公开沙龙。', ['网站 8大板块', '政务公开沙龙 1次']],
    // The topic of what is published is no other matter.
    ['公示低保对象300户，推送防汛提示25条。', ['公示低保对象 300户', '推送防汛提示 25条']],
  ])('by default: %s', async (text, expected) => expect(await unnamedIn(text)).toEqual(expected))

  it('say what is done again and again by its period, as at least so many', async () => {
    const [found] = await statementsOf('每季度至少组织一次政务公开业务研讨。')
    expect(found).toMatchObject({ key: 'unnamed', value: 1, unit: '次', period: '每季度', rounding: 'over' })
    expect(await statementsOf('要求各单位每季度至少组织一次政务公开业务研讨。')).toEqual([])
  })

  it('say scope, period, rounding, share and change as others do', async () => {
    const [found] = await statementsOf('2023年，全市政务公开满意度测评发放问卷约1500份，比上年增加200份，占总数的60%。')
    expect(found).toMatchObject({
      key: 'unnamed',
      value: 1500,
      unit: '份',
      rounding: 'about',
      scope: '全市',
      period: '2023',
      label: '全市政务公开满意度测评发放问卷',
      part_of: null,
      group: null,
      change: { direction: 'increase', amount: 200, base: '上年' },
    })
  })

  it('stand beside those of known kinds, which stay what they are', async () => {
    const text = '举办政务公开培训2次，编印培训教材300本，参训人员90人次；收到政府信息公开申请12件，电话沟通30余次。'
    expect(await saidIn(text)).toEqual(['training_sessions 2', 'training_participants 90', 'requests_received 12'])
    expect(await unnamedIn(text)).toEqual(['编印培训教材 300本', '电话沟通 30次'])
  })

  it.each([
    '12345热线受理咨询3.2万件，办结率99%，满意率98%。',
    '网站发布信息时，窗口受理申请1.2万件。',
    '政务公开扎实推进。全年完成固定资产投资12亿元，新建学校3所，惠及学生1200人。',
    '公开招聘教师12名，公开招标项目8个。',
    '做好信息公开工作。开展消防演练3次，出动车辆12台。',
    '本报告共分6个部分，政务公开工作从3个方面推进。',
    '政府信息公开申请应当在20个工作日内答复，期限不超过30日。',
    '办公地址：解放路15号3栋201室，电话0543-3268899，邮编215400，网站开放时间为24小时。',
    '依照《政务公开工作要点20条》和第38条公开，见国办公开办函〔2021〕30号。',
    '落实“公开30条”，坚持三审三校，推进一网通办。',
    '政务公开要求每月至少更新2次，力争发布信息300条。',
    '政务公开工作扎实推进。办理信访案件36件，慰问困难群众120户。',
    '网站访问便捷，点击3次即可到达。',
    '网站发布信息12 345条。',
    '2022年11月30日，政务公开办共有人员。',
    '全年粮食播种面积12万亩，发放贷款3亿元。',
    '推进政务公开工作。提供法律咨询120次，发展党员12名。',
    '政务公开持续深化。专题研究安全生产工作12次，检查餐饮单位320家次，立案12起。',
    '政务公开栏目更新及时。新增就业岗位3600个，发放补贴1200万元。',
    '电商直播带货，销售额300万元。农家书屋藏书1.2万册。',
    '全区共有行政村120个，户籍人口32万人。网上办理事项1200项，网办率98%。',
    '推进政务公开工作。作出行政许可35宗，开展行政检查9次，双随机抽查企业320家。',
    '坚持四个意识、两个维护，做好六稳六保，从三个方面写好三篇文章中的第一篇。',
    '建立三级审核制度，党的二十届三中全会以来，打通最后一公里，第一时间发布。',
    '栏目由原来的5个调整，一次告知、一窗受理。',
    '信息公开目录（2025版）完善，三位一体推进。',
  ])('but of no others: %s', async (text) => expect(await unnamedIn(text)).toEqual([]))

  it('a word for another matter is none inside another word', async () => {
    // 审核发布 holds 核发 (of permits), 新媒体检查 holds 体检, 全职工作 holds 职工, 110条 the number of the police.
    expect(await unnamedIn('审核发布110条。')).toEqual(['审核发布 110条'])
    expect(await unnamedIn('新媒体检查12家，由全职工作人员自查8次。')).toEqual([
      '新媒体检查 12家',
      '由全职工作人员自查 8次',
    ])
  })

  it('the caseload of a hotline is no part of the letters answered', async () => {
    const text = '全年答复网民留言90件，其中区长信箱18件，12345热线60件，局长信箱12件。'
    expect(await saidIn(text)).toEqual([
      'online_messages.answered 90',
      'online_messages.answered.part 18',
      'online_messages.answered.part 12',
    ])
    expect(await unnamedIn(text)).toEqual([])
  })
})

describe('in real reports', () => {
  it('every label is words of the report, and every place holds the number', async () => {
    if (!hasCorpus()) return
    let [unnamed, named] = [0, 0]
    for (const folder of ['seeds', 'pingtan', 'shanghai', 'shuyang'])
      for (const file of corpusFiles(folder)) {
        const { report } = await readReportFile(file)
        for (const one of report.statements) {
          if (isNamed(one)) {
            named++
            continue
          }
          unnamed++
          expect(one.label).toMatch(/[\u4e00-\u9fff]/)
          expect([one.part_of, one.group]).toEqual([null, null])
          const number = one.value === 0 ? /[0０无無未没沒零]|不存在/ : /[\d０-９一二三四五六七八九十百千万萬两兩]/
          expect(one.text).toMatch(number)
        }
      }
    console.info(`${named} statements of known kinds, ${unnamed} of none`)
    expect(unnamed).toBeGreaterThan(0)
    expect(unnamed).toBeLessThan(named / 5)
  })
})
