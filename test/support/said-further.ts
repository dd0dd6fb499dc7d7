/** What a sentence is to say: key, value, unit; then how exact it is, whom it covers, and how it changed. */
export type FurtherSaid = readonly [
  key: string,
  value: number,
  unit: string,
  more?: {
    readonly rounding?: 'about' | 'over' | 'nearly'
    readonly scope?: string
    readonly change?: {
      readonly direction: 'increase' | 'decrease'
      readonly amount: number | null
      readonly percent: number | null
      readonly base: string
    }
  },
]

/** A sentence, or a few, with all that is said of disclosure, in order. */
export type FurtherSentence = readonly [text: string, says: readonly FurtherSaid[]]

/**
 * Thirty texts made up in the manner of annual reports, each written down with what it says before it was tried: numerals
 * with 千, subjects that go on, changes of two figures, rates, parts of litigation, training, checks and reading places. Of
 * the 55 statements 19 were read by the vocabulary before these wordings were taken up, with 6 others; 54 at the first trial
 * after, with no others. They come from the same hand as the vocabulary, so that they measure less than they seem to.
 */
export const FURTHER: readonly FurtherSentence[] = [
  [
    '全年政务微博发布动态信息近5千条，微信公众号推送文章1千2百余条。',
    [
      ['proactive_items.weibo', 5000, '条', { rounding: 'nearly' }],
      ['proactive_items.wechat', 1200, '条', { rounding: 'over' }],
    ],
  ],
  [
    '截至年底，区政府门户网站累计公开政府信息约3.6千条。',
    [['proactive_items.website', 3600, '条', { rounding: 'about' }]],
  ],
  [
    '2021年，全市出台行政规范性文件21件、废止6件、修改2件，继续有效187件。',
    [
      ['normative_documents.made', 21, '件', { scope: '全市' }],
      ['normative_documents.repealed', 6, '件', { scope: '全市' }],
      ['normative_documents.in_force', 187, '件', { scope: '全市' }],
    ],
  ],
  [
    '市政府制定规章4部，修改2部，废止1部，现行有效规章58部。',
    [
      ['regulations.made', 4, '部'],
      ['regulations.repealed', 1, '部'],
      ['regulations.in_force', 58, '部'],
    ],
  ],
  [
    '本年度共接收政府信息公开申请2,045件，同比增加311件，增长17.9%。',
    [
      [
        'requests_received',
        2045,
        '件',
        { change: { direction: 'increase', amount: 311, percent: 17.9, base: '同比' } },
      ],
    ],
  ],
  [
    '办结政府信息公开申请76件，较去年下降24%，减少24件。',
    [['requests_concluded', 76, '件', { change: { direction: 'decrease', amount: 24, percent: 24, base: '去年' } }]],
  ],
  [
    '主动公开政府信息1.8万条，比2020年增加2,400条（增幅15.4%）。',
    [
      [
        'proactive_items',
        18000,
        '条',
        { change: { direction: 'increase', amount: 2400, percent: 15.4, base: '2020年' } },
      ],
    ],
  ],
  [
    '收到政府信息公开申请63件，均在法定期限内办结，按时办结率达100%。',
    [
      ['requests_received', 63, '件'],
      ['requests_on_time.rate', 100, '%'],
    ],
  ],
  [
    '全年受理依申请公开事项48件，已办结46件，办结率为95.8%。',
    [
      ['requests_received', 48, '件'],
      ['requests_concluded', 46, '件'],
      ['requests_concluded.rate', 95.8, '%'],
    ],
  ],
  [
    '（二）依申请公开。收到政府信息公开申请19件，答复率和按期答复率均为100%。',
    [
      ['requests_received', 19, '件'],
      ['requests_on_time.rate', 100, '%'],
      ['requests_answered.rate', 100, '%'],
    ],
  ],
  ['全县12345热线共受理诉求3.4万件，按期办结率99.2%，群众满意率97%。', []],
  [
    '因政府信息公开引发行政诉讼案件8件，结果维持5件，结果纠正1件，其他结果2件。',
    [
      ['litigation_cases', 8, '件'],
      ['litigation_cases.upheld', 5, '件'],
      ['litigation_cases.lost', 1, '件'],
      ['litigation_cases.result_other', 2, '件'],
    ],
  ],
  [
    '被申请行政复议6件，其中维持3件、纠正1件、正在审理2件。',
    [
      ['review_cases', 6, '件'],
      ['review_cases.upheld', 3, '件'],
      ['review_cases.corrected', 1, '件'],
      ['review_cases.pending', 2, '件'],
    ],
  ],
  [
    '举办政务公开培训3场，参训干部260余人次。',
    [
      ['training_sessions', 3, '场'],
      ['training_participants', 260, '人次', { rounding: 'over' }],
    ],
  ],
  [
    '将政务公开纳入干部教育，全年开展业务培训2次，共培训工作人员150人。',
    [
      ['training_sessions', 2, '次'],
      ['training_participants', 150, '人'],
    ],
  ],
  [
    '对各镇街政务公开工作开展督查4次，发出整改通知9份，问题均已整改到位。',
    [
      ['inspections', 4, '次'],
      ['rectification_notices', 9, '份'],
    ],
  ],
  [
    '政府公报全年出版6期，免费赠阅1.2万册。',
    [
      ['gazette_issues', 6, '期'],
      ['gazette_copies', 12000, '册'],
    ],
  ],
  [
    '全区建成政务公开专区14个，全年接待群众近8百人次，提供信息查询服务96次。',
    [
      ['disclosure_zones', 14, '个', { scope: '全区' }],
      ['zone_visits', 800, '人次', { rounding: 'nearly', scope: '全区' }],
      ['reading_services', 96, '次', { scope: '全区' }],
    ],
  ],
  [
    '在图书馆、档案馆设置政府信息公开查阅点9处，全年接待查阅人员300余人次。',
    [
      ['disclosure_zones', 9, '处'],
      ['zone_visits', 300, '人次', { rounding: 'over' }],
    ],
  ],
  ['本年度对1件申请收取信息处理费200元。', [['fees_collected', 200, '元']]],
  [
    '全年收取政府信息公开信息处理费5笔、金额合计860元。',
    [
      ['fee_cases', 5, '笔'],
      ['fees_collected', 860, '元'],
    ],
  ],
  ['组织消防培训5期，培训人员800人次，检查食品经营单位1.3千家。', []],
  ['开展食品安全专项检查12次，下发整改通知书46份。', []],
  ['政务服务中心接待群众3.2万人次，按期办结率100%。', []],
  [
    '主动公开行政处罚决定2.3万条、行政许可决定1.1万条。',
    [
      ['items_published', 23000, '条'],
      ['items_published', 11000, '条'],
    ],
  ],
  [
    '制发政策性文件的解读材料45篇，较上年增加9篇，同比上升25%。',
    [['interpretations', 45, '篇', { change: { direction: 'increase', amount: 9, percent: 25, base: '上年' } }]],
  ],
  ['承办人大代表建议33件，按期办结率100%。', [['proposals.deputies', 33, '件']]],
  [
    '按期答复率达到98.6%，较上年提高1.2个百分点，全年答复政府信息公开申请71件。',
    [
      [
        'requests_on_time.rate',
        98.6,
        '%',
        { change: { direction: 'increase', amount: 1.2, percent: null, base: '上年' } },
      ],
      ['requests_answered', 71, '件'],
    ],
  ],
  [
    '全年公开财政预决算信息1百余条，发布政策解读3百余条次。',
    [
      ['items_published', 100, '条', { rounding: 'over' }],
      ['interpretations', 300, '条次', { rounding: 'over' }],
    ],
  ],
  [
    '新收政府信息公开申请27件，比上年少4件。市本级答复15件，结转下年度2件。',
    [
      ['requests_received', 27, '件', { change: { direction: 'decrease', amount: 4, percent: null, base: '上年' } }],
      ['requests_answered', 15, '件', { scope: '市本级' }],
      ['requests_carried_out', 2, '件', { scope: '市本级' }],
    ],
  ],
]

const up = (amount: number | null, percent: number | null, base: string) =>
  ({ direction: 'increase', amount, percent, base }) as const
const down = (amount: number | null, percent: number | null, base: string) =>
  ({ direction: 'decrease', amount, percent, base }) as const

/**
 * Thirty more, in other order and style, with more that is not about disclosure: of 43 statements 17 before, with 2 others;
 * 36 at the first trial, with no others. The vocabulary has been improved on both sets since. Cases won (胜诉) and the number
 * of fees (2件) got keys of their own then.
 */
export const MORE: readonly FurtherSentence[] = [
  [
    '一年来，我局门户网站发布政务信息2千余条，较去年同期增加3百余条。',
    [['proactive_items.website', 2000, '条', { rounding: 'over', scope: '我局', change: up(300, null, '去年同期') }]],
  ],
  [
    '政务微信全年推送1.2千条，微博推送8百条。',
    [
      ['proactive_items.wechat', 1200, '条'],
      ['proactive_items.weibo', 800, '条'],
    ],
  ],
  [
    '本年制发行政规范性文件9件，本年废止2件，截至年底现行有效件数88件。',
    [
      ['normative_documents.made', 9, '件'],
      ['normative_documents.repealed', 2, '件'],
      ['normative_documents.in_force', 88, '件'],
    ],
  ],
  [
    '清理规范性文件310件，其中废止42件，继续有效268件。',
    [
      ['normative_documents', 310, '件'],
      ['normative_documents.repealed', 42, '件'],
      ['normative_documents.in_force', 268, '件'],
    ],
  ],
  ['全年制定制度18项，废止3项，修订管理办法5件。', []],
  ['制发红头文件120件，废止过期合同3件。', []],
  [
    '收到政府信息公开申请412件，同比上升9.3%，增加35件；办结405件，同比增加6.9%。',
    [
      ['requests_received', 412, '件', { change: up(35, 9.3, '同比') }],
      ['requests_concluded', 405, '件', { change: up(null, 6.9, '同比') }],
    ],
  ],
  [
    '依申请公开受理量为58件，比2020年减少了17件，降幅达22.7%。',
    [['requests_received', 58, '件', { change: down(17, 22.7, '2020年') }]],
  ],
  [
    '发布解读材料64篇，比上年增加20篇，较2019年增长156%。',
    [['interpretations', 64, '篇', { change: up(20, null, '上年') }]],
  ],
  [
    '全年公开信息5210条，与上年相比增长8.1%，其中网站公开3400条。',
    [
      ['proactive_items', 5210, '条', { change: up(null, 8.1, '上年') }],
      ['proactive_items.website', 3400, '条'],
    ],
  ],
  [
    '新收申请22件，加上年结转3件，共办结24件，办结率96%，法定时限内答复率100%。',
    [
      ['requests_received', 22, '件'],
      ['requests_carried_in', 3, '件'],
      ['requests_concluded', 24, '件'],
      ['requests_concluded.rate', 96, '%'],
      ['requests_on_time.rate', 100, '%'],
    ],
  ],
  ['政民互动平台收到留言613条，按时答复率99.5%，办结率98%。', [['online_messages', 613, '条']]],
  ['办理建议提案56件，办结率、满意率均为100%。', [['proposals', 56, '件']]],
  [
    '收到政府信息公开申请11件，按期答复率100%。政务热线全年受理来电4千余个，按期办结率97.6%。',
    [
      ['requests_received', 11, '件'],
      ['requests_on_time.rate', 100, '%'],
    ],
  ],
  [
    '行政诉讼案件15件，胜诉9件，败诉2件，审理中4件。',
    [
      ['litigation_cases', 15, '件'],
      ['litigation_cases.won', 9, '件'],
      ['litigation_cases.lost', 2, '件'],
      ['litigation_cases.pending', 4, '件'],
    ],
  ],
  [
    '因信息公开被提起行政复议9件，复议机关维持6件，驳回2件，撤销1件。',
    [
      ['review_cases', 9, '件'],
      ['review_cases.upheld', 6, '件'],
      ['review_cases.corrected', 1, '件'],
    ],
  ],
  [
    '全年举办信息公开业务培训班2期，培训各单位信息员130名。',
    [
      ['training_sessions', 2, '期'],
      ['training_participants', 130, '名'],
    ],
  ],
  ['举办农村实用技术培训12期，培训农民1.1千人次，开展就业培训6次。', []],
  [
    '政务公开领导小组办公室组织专项督查2次，印发督查通报2期，下发整改通知书7份。',
    [
      ['inspections', 2, '次'],
      ['rectification_notices', 7, '份'],
    ],
  ],
  ['对餐饮单位开展检查3百余次，责令整改40家，发出整改通知书38份。', []],
  ['开展安全生产专项检查9次，政务公开栏更新4次。', []],
  [
    '编印《政府公报》10期，向社会免费派发2.5万份。',
    [
      ['gazette_issues', 10, '期'],
      ['gazette_copies', 25000, '份'],
    ],
  ],
  ['印制政务公开宣传手册5千册，发放明白纸1万份。', []],
  [
    '依托县档案馆、图书馆和政务大厅设立信息公开查阅点5个，接待查阅180人次。',
    [
      ['disclosure_zones', 5, '个'],
      ['zone_visits', 180, '人次'],
    ],
  ],
  [
    '在全市建成56个政务公开专区，累计服务群众1.3万人次。',
    [
      ['disclosure_zones', 56, '个', { scope: '全市' }],
      ['zone_visits', 13000, '人次', { scope: '全市' }],
    ],
  ],
  ['信访接待大厅接待群众460人次，调解纠纷75件，调解成功率98%。', []],
  [
    '本机关收取信息处理费2件，金额340元。',
    [
      ['fee_cases', 2, '件', { scope: '本机关' }],
      ['fees_collected', 340, '元', { scope: '本机关' }],
    ],
  ],
  ['罚没收入共计12.6万元，收取城镇垃圾处理费3千余元。', []],
  [
    '主动公开行政许可结果8.1千件，行政处罚结果6百余件。',
    [
      ['items_published', 8100, '件'],
      ['items_published', 600, '件', { rounding: 'over' }],
    ],
  ],
  ['详见附件第3页、表2；依据第四十九条，2023年1月31日前报送，占比38.2%。', []],
]
