import { describe, expect, it } from 'vitest'
import { withYear } from '../src/loaders/statements/bodies-and-times/period-year.js'
import { statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected periods are what a reader reads in them: `null` is the reporting year. */
const periods = async (text: string) => (await statementsOf(text)).map(({ value, period }) => [value, period] as const)

describe('a figure that is not of the reporting year has its own period', () => {
  it.each([
    [
      '上年度公开信息900条，本年度公开信息1000条。',
      [
        [900, '上年度'],
        [1000, null],
      ],
    ],
    [
      '去年未收到政府信息公开申请，今年收到政府信息公开申请2件。',
      [
        [0, '去年'],
        [2, null],
      ],
    ],
    [
      '收到政府信息公开申请5件，去年同期收到政府信息公开申请4件。',
      [
        [5, null],
        [4, '去年同期'],
      ],
    ],
    ['5月至8月未收到政府信息公开申请。', [[0, '5月至8月']]],
    ['截至9月30日未收到政府信息公开申请。', [[0, '截至9月30日']]],
    ['近五年共收到政府信息公开申请150件。', [[150, '近五年']]],
    ['2020—2021学年度，学校主动公开信息2056条。', [[2056, '2020-2021学年']]],
    ['本学年收到信息公开申请5件。', [[5, null]]],
    [
      '历年累计主动公开政府信息2万条，本年新增主动公开政府信息300条。',
      [
        [20000, '历年累计'],
        [300, null],
      ],
    ],
    ['“十三五”期间公开信息5000条。', [[5000, '"十三五"期间']]],
    ['自2008年5月《条例》施行以来，公开信息5000条。', [[5000, '自2008年5月《条例》施行以来']]],
    [
      '网站开通以来，公开信息5000条，当年公开信息300条。',
      [
        [5000, '网站开通以来'],
        [300, null],
      ],
    ],
    ['第一、二季度未收到政府信息公开申请。', [[0, '第一、二季度']]],
    [
      '2022年上半年公开信息300条、公开视频4条。',
      [
        [300, '2022年上半年'],
        [4, '2022年上半年'],
      ],
    ],
    [
      '1—6月收到政府信息公开申请5件，7—12月收到政府信息公开申请8件。',
      [
        [5, '1—6月'],
        [8, '7—12月'],
      ],
    ],
    ['2023年1月1日至6月30日公开信息300条。', [[300, '2023年1月1日至6月30日']]],
    ['2018年12月至2019年11月，公开信息480条。', [[480, '2018年12月至2019年11月']]],
    ['2021年至2023年，收到政府信息公开申请50件。', [[50, '2021年至2023年']]],
    ['收到2022年12月的政府信息公开申请1件。', [[1, '2022年12月']]],
    ['截至11月底，公开信息320条。', [[320, '截至11月底']]],
    [
      '2023年5月，召开新闻发布会1场，发布政策解读12篇。',
      [
        [1, '2023年5月'],
        [12, '2023'],
      ],
    ],
    [
      '2023年，上半年公开信息300条，下半年公开信息400条，收到政府信息公开申请12件。',
      [
        [300, '上半年'],
        [400, '下半年'],
        [12, '2023'],
      ],
    ],
  ])('%s', async (text, expected) => expect(await periods(text)).toEqual(expected))
})

describe('a time that is another thing’s is not the period of the figure', () => {
  it.each([
    ['根据2022年政务公开工作要点，公开信息1000条。', [[1000, null]]],
    ['依据上年度考评结果，公开信息1000条。', [[1000, null]]],
    [
      '在2022年900条的基础上，公开信息1000条。',
      [
        [900, '2022'],
        [1000, null],
      ],
    ],
    ['在2022年基础上持续用力，公开信息1000条。', [[1000, null]]],
    ['2020年建成的网站公开信息1000条。', [[1000, null]]],
    [
      '2022年结转申请2件，新收政府信息公开申请35件。',
      [
        [2, null],
        [35, null],
      ],
    ],
    [
      '上年度结转申请2件，新收政府信息公开申请20件。',
      [
        [2, null],
        [20, null],
      ],
    ],
    [
      '收到政府信息公开申请40件，是上年的2倍。',
      [
        [40, null],
        [2, null],
      ],
    ],
    [
      '2022年度公开信息900条；2023年度公开信息1000条；答复申请12件。',
      [
        [900, '2022'],
        [1000, '2023'],
        [12, null],
      ],
    ],
  ])('%s', async (text, expected) => expect(await periods(text)).toEqual(expected))

  it.each([
    ['申请总量从2022年的20件上升到2023年的35件。', [20, 35], ['2022', '2023']],
    ['申请数由去年的20件增至35件。', [35], [null]],
  ])('%s: each figure has its own', async (text, values, expected) => {
    const found = (await periods(text)).filter(([value]) => values.includes(value))
    expect(found).toEqual(values.map((value, i) => [value, expected[i]]))
  })
})

describe('what stays the reporting year', () => {
  it.each([
    [
      '2023年，我局公开信息900条，比2022年增加100条，网站访问量5万次。',
      [
        [900, '2023'],
        [50000, '2023'],
      ],
    ],
    ['我局2023年高度重视政务公开工作，公开信息900条。', [[900, '2023']]],
    ['2022年度全年公开信息700条。', [[700, '2022']]],
    [
      '2023年1月1日至12月31日，收到政府信息公开申请15件，答复14件。',
      [
        [15, '2023'],
        [14, '2023'],
      ],
    ],
    ['截至2023年12月31日，收到政府信息公开申请15件。', [[15, '2023']]],
    ['截至12月底，公开信息320条。', [[320, null]]],
    ['到2023年12月31日，公开信息320条。', [[320, '2023']]],
    ['到2023年6月30日，公开信息320条。', [[320, '到2023年6月30日']]],
    ['今年以来，收到政府信息公开申请5件。', [[5, null]]],
    ['一年来，公开信息5000条。', [[5000, null]]],
    ['20个工作日内答复申请5件。', [[5, null]]],
    [
      '较上年公开信息900条，今年公开信息1000条。',
      [
        [900, null],
        [1000, null],
      ],
    ],
  ])('%s', async (text, expected) => expect(await periods(text)).toEqual(expected))

  it('2023年以来 in the report on 2023, several years in a later one', async () => {
    const read = { statements: await statementsOf('2023年以来，收到政府信息公开申请5件。') }
    expect(withYear(read, 2023).statements[0]?.period).toBe('2023')
    expect(withYear(read, 2024).statements[0]?.period).toBe('2023年以来')
    expect(withYear(read, null).statements[0]?.period).toBe('2023年以来')
  })
})
