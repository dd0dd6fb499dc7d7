import { describe, expect, it } from 'vitest'
import { ownScopes } from '../src/loaders/statements/bodies-and-times/bodies.js'
import { statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected scopes are the bodies that a reader sees the figures given to. */
const scopes = async (text: string) => (await statementsOf(text)).map(({ value, scope }) => [value, scope] as const)

describe('the figure of another body has its name', () => {
  it.each([
    [
      '省教育厅收到政府信息公开申请20件，我局收到政府信息公开申请5件。',
      [
        [20, '省教育厅'],
        [5, '我局'],
      ],
    ],
    ['2023年，邻县民政局共发生行政诉讼3件。', [[3, '邻县民政局']]],
    // The companies stand beside the departments.
    ['各部门、29家企业均明确专人报送政府信息。', [[29, null]]],
    [
      '全国税务系统共收到政府信息公开申请3万件，本局收到政府信息公开申请5件。',
      [
        [30000, '全国税务系统'],
        [5, null],
      ],
    ],
    [
      '县政府本级收到政府信息公开申请12件，部门收到政府信息公开申请18件，乡镇收到政府信息公开申请5件，合计35件。',
      [
        [12, '县政府本级'],
        [18, '部门'],
        [5, '乡镇'],
        [35, null],
      ],
    ],
    ['各市（区）收到政府信息公开申请60件。', [[60, '各市(区)']]],
    [
      '全县共收到政府信息公开申请80件，其中县政府本级15件、县直机关60件、乡镇街道5件。',
      [
        [80, '全县'],
        [15, '县政府本级'],
        [60, '县直机关'],
        [5, '乡镇街道'],
      ],
    ],
    ['以县政府为被告的行政诉讼2件。', [[2, '县政府']]],
    [
      '代市商务局发布信息40条，全年发布信息300条。',
      [
        [40, '市商务局'],
        [300, null],
      ],
    ],
    [
      '下属单位收到政府信息公开申请5件，答复申请4件。',
      [
        [5, '下属单位'],
        [4, '下属单位'],
      ],
    ],
  ])('%s', async (text, expected) => expect(await scopes(text)).toEqual(expected))
})

describe('what names no other body', () => {
  it.each([
    '全年收到政府信息公开申请5件。',
    '我厅收到政府信息公开申请5件。',
    '通过县政府门户网站公开信息300条。',
    '县政府门户网站公开信息300条。',
    '向市民政局转送政府信息公开申请2件。',
    '办理县人大代表建议12件。',
    '承办人大代表建议12件，其中主办10件，协办2件。',
    '行政机关收到政府信息公开申请5件。',
    '公开信息公开工作领导小组办公室发布的指南2份。',
    '收到其他机关转来的政府信息公开申请2件。',
  ])('%s', async (text) => {
    const found = await scopes(text)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(([, scope]) => scope !== null)).toEqual([])
  })

  it('the name of the body that reports, in full or short, is no scope in its report', async () => {
    const read = {
      statements: await statementsOf('县住建局收到政府信息公开申请5件，市住建局收到政府信息公开申请9件。'),
    }
    expect(read.statements.map(({ scope }) => scope)).toEqual(['县住建局', '市住建局'])
    const own = ownScopes(read, '文山县住房和城乡建设局')
    expect(own.statements.map(({ scope }) => scope)).toEqual([null, '市住建局'])
    expect(ownScopes(read, null).statements.map(({ scope }) => scope)).toEqual(['县住建局', '市住建局'])
  })

  it('words of the vocabulary stay as they are', async () => {
    const read = { statements: await statementsOf('全市收到政府信息公开申请5件，我市答复申请4件。') }
    expect(ownScopes(read, '全市我市').statements.map(({ scope }) => scope)).toEqual(['全市', '我市'])
  })
})
