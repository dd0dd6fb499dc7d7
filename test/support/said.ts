/** A statement that a sentence makes: key, value, unit; then how exact it is and whom it covers, where that is said. */
export type Said = readonly [
  key: string,
  value: number,
  unit: string,
  more?: { readonly rounding?: 'about' | 'over' | 'nearly'; readonly scope?: string },
]

/** A sentence with all that it says of disclosure, in its order. */
export type Sentence = readonly [text: string, says: readonly Said[]]

/**
 * Sentences made up in the manner of annual reports before the vocabulary was looked at, to measure what is read of wordings
 * that it was not made from. What each says was written down with it.
 */
export const UNSEEN: readonly Sentence[] = [
  [
    '全年通过区政府门户网站主动公开政府信息3,216条，政务微信公众号推送信息845条，政务微博发布信息1,102条。',
    [
      ['proactive_items.website', 3216, '条'],
      ['proactive_items.wechat', 845, '条'],
      ['proactive_items.weibo', 1102, '条'],
    ],
  ],
  [
    '本年度本机关共收到政府信息公开申请37宗，其中自然人申请35宗，法人或其他组织申请2宗。',
    [
      ['requests_received', 37, '宗'],
      ['requests_received.natural_person', 35, '宗'],
      ['requests_received.legal_person', 2, '宗'],
    ],
  ],
  [
    '受理的申请中，网上提交21件，信函寄送9件，当面递交5件，传真1件。',
    [
      ['requests_received.online', 21, '件'],
      ['requests_received.mail', 9, '件'],
      ['requests_received.in_person', 5, '件'],
      ['requests_received.fax', 1, '件'],
    ],
  ],
  [
    '2022年，全市各级行政机关共受理依申请公开1,508件，同比增长12.4%。',
    [['requests_received', 1508, '件', { scope: '全市' }]],
  ],
  ['所有申请均在法定期限内答复，按时办结率100%。', [['requests_on_time.rate', 100, '%']]],
  [
    '全年共召开新闻发布会6场，开展在线访谈11期，公开征集意见23次。',
    [
      ['press_conferences', 6, '场'],
      ['interviews', 11, '期'],
      ['public_comment', 23, '次'],
    ],
  ],
  [
    '因政府信息公开被申请行政复议3宗，其中纠错1宗；被提起行政诉讼1宗，败诉0宗。',
    [
      ['review_cases', 3, '宗'],
      ['review_cases.corrected', 1, '宗'],
      ['litigation_cases', 1, '宗'],
      ['litigation_cases.lost', 0, '宗'],
    ],
  ],
  [
    '举办政务公开业务培训班4期，参训人员300余人次。',
    [
      ['training_sessions', 4, '期'],
      ['training_participants', 300, '人次', { rounding: 'over' }],
    ],
  ],
  ['编发政府公报12期，发放至各镇村便民服务点。', [['gazette_issues', 12, '期']]],
  [
    '全年制发行政规范性文件8件，废止规范性文件5件，现行有效规范性文件64件。',
    [
      ['normative_documents.made', 8, '件'],
      ['normative_documents.repealed', 5, '件'],
      ['normative_documents.in_force', 64, '件'],
    ],
  ],
  ['发布政策解读材料40余篇，图解、视频等形式解读占比超过六成。', [['interpretations', 40, '篇', { rounding: 'over' }]]],
  [
    '承办人大代表建议18件、政协委员提案27件，办复结果全部公开。',
    [
      ['proposals.deputies', 18, '件'],
      ['proposals.cppcc', 27, '件'],
    ],
  ],
  ['回应社会关切热点问题15次。', [['responses', 15, '次']]],
  ['截至12月底，政府信息公开专栏访问量达36.8万人次。', [['column_visits', 368_000, '人次']]],
  [
    '本单位未收到因政府信息公开引发的行政复议和行政诉讼。',
    [
      ['review_cases', 0, '件'],
      ['litigation_cases', 0, '件'],
    ],
  ],
  [
    '在作出的答复中，予以公开14件，部分公开6件，不予公开3件，本机关不掌握相关信息无法提供11件，不予处理2件，其他处理1件。',
    [
      ['answers.granted', 14, '件'],
      ['answers.partially_granted', 6, '件'],
      ['answers.denied', 3, '件'],
      ['answers.unavailable.not_held', 11, '件'],
      ['answers.not_processed', 2, '件'],
      ['answers.other', 1, '件'],
    ],
  ],
  [
    '上年度结转申请4件，本年度新收申请52件，结转下年度继续办理3件。',
    [
      ['requests_carried_in', 4, '件'],
      ['requests_received', 52, '件'],
      ['requests_carried_out', 3, '件'],
    ],
  ],
  ['政务公开工作领导小组召开专题会议3次。', [['meetings', 3, '次']]],
  [
    '现有政务公开专职工作人员2名、兼职工作人员5名。',
    [
      ['staff.full_time', 2, '名'],
      ['staff.part_time', 5, '名'],
    ],
  ],
  ['全年未收取政府信息公开信息处理费。', [['fees_collected', 0, '元']]],
  [
    '县政府办公室主动公开文件类信息共计216份，其中规范性文件11份、人事任免文件34份、其他文件171份。',
    [
      ['policy_documents', 216, '份'],
      ['normative_documents', 11, '份'],
      ['policy_documents.personnel', 34, '份'],
      ['policy_documents.other', 171, '份'],
    ],
  ],
  ['通过政务新媒体平台发布各类信息约1.5万条。', [['items_published', 15_000, '条', { rounding: 'about' }]]],
  [
    '全年累计公开信息5286条，其中通过政府网站公开3570条，通过其他方式公开1716条。',
    [
      ['proactive_items', 5286, '条'],
      ['proactive_items.website', 3570, '条'],
      ['proactive_items.other_channels', 1716, '条'],
    ],
  ],
  ['收到群众关于信息公开的举报投诉2起，均已办结。', [['complaints', 2, '起']]],
  ['政府信息公开申请量为126件，较上年减少19件，下降13.1%。', [['requests_received', 126, '件']]],
  [
    '办理依申请公开事项66件，答复率100%。',
    [
      ['requests_handled', 66, '件'],
      ['requests_answered.rate', 100, '%'],
    ],
  ],
  [
    '各部门制发解读稿件312条，主流媒体刊发报道45篇。',
    [
      ['interpretations', 312, '条'],
      ['media_reports', 45, '篇'],
    ],
  ],
  ['开展网上问卷调查7次。', [['surveys', 7, '次']]],
  ['公开权责清单事项2,341项。', [['power_list_items', 2341, '项']]],
  [
    '其中，以电子邮件方式提出的8条，以书面邮寄方式提出的12条。',
    [
      ['requests_received.email', 8, '条'],
      ['requests_received.mail', 12, '条'],
    ],
  ],
  [
    '依申请公开延期答复5件，按期答复61件。',
    [
      ['requests_extended', 5, '件'],
      ['requests_on_time', 61, '件'],
    ],
  ],
  ['申请人主动撤回申请3件。', [['answers.withdrawn', 3, '件']]],
  ['因信息公开工作被责任追究的人员0人。', [['accountability_cases', 0, '人']]],
  ['市政府召开新闻通气会近20场。', [['press_briefings', 20, '场', { rounding: 'nearly' }]]],
  [
    '街道本级主动公开信息412条，政务公开栏更新52期。',
    [
      ['proactive_items', 412, '条', { scope: '本级' }],
      ['notice_board_issues', 52, '期'],
    ],
  ],
  ['本年度安排政府信息公开专项经费3.5万元。', [['funds', 35_000, '元']]],
  ['收到政府信息公开申请十二件，全部按时答复。', [['requests_received', 12, '件']]],
  ['全县共有28家单位编制了政府信息公开指南，咨询电话0543-3268899。', []],
  ['根据《条例》第三十六条第（三）项规定，对4件申请作出不予公开决定。', [['answers.denied', 4, '件']]],
  ['12345热线共受理群众来电2.3万件，按期办结率99.8%。', []],
]
