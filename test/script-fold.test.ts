import { Converter } from 'opencc-js/cn2t'
import { describe, expect, test } from 'vitest'
import { ALL_TABLES, formCells, forms } from '../src/forms/forms.js'
import { readReference } from '../src/forms/reference.js'
import { fold, foldingLog, foldingOf, foldLabel, scriptOf } from '../src/loaders/fold.js'
import { surfaceOf } from '../src/loaders/surface.js'

type Script = 'hans' | 'hant'
const folded = async (text: string, script: Script) => (await fold(surfaceOf(text), script)).text
/** The log without characters of plain conversion: kind, what was printed, what was read. */
const log = async (text: string, script: Script) =>
  foldingLog({ folded: await fold(surfaceOf(text), script) })
    .filter(({ kind }) => kind !== 'traditional')
    .map(({ kind, found, folded }) => [kind, found, folded])

const labels = new Set(
  forms()
    .flatMap((form) => ALL_TABLES.flatMap((table) => formCells(form, table)))
    .flatMap(({ row, column }) => [row.label, column.label]),
)

describe('every label of every form', () => {
  // The Traditional wordings are OpenCC's own, with its words of Taiwan (twp) and Hong Kong (hkp); expected is the form's label.
  test.each(['t', 'tw', 'twp', 'hk', 'hkp'] as const)('comes back from OpenCC’s conversion to %s', async (to) => {
    const convert = Converter({ from: 'cn', to })
    const got = await Promise.all([...labels].map((label) => folded(convert(label), 'hant')))
    expect(got.map(foldLabel)).toEqual([...labels].map(foldLabel))
  })

  test('is left as it is, but for width, in a Simplified text', async () => {
    for (const label of labels) expect(await log(label, 'hans')).toEqual([])
  })
})

describe('words', () => {
  test.each([
    // Mainland originals as the Regulations and the forms print them.
    ['行政規範性檔案', '行政规范性文件'],
    ['縣檔案館、市檔案局、檔案室、檔案管理、檔案盒', '县档案馆、市档案局、档案室、档案管理、档案盒'],
    ['流程最佳化', '流程优化'],
    ['政府入口網站', '政府门户网站'],
    ['智慧型應答', '智能应答'],
    ['其他型別答覆數', '其他类型答复数'],
    ['成果套用,套用模板', '成果应用,套用模板'],
    ['服務民眾', '服务群众'],
    ['政府資訊公開', '政府信息公开'],
    ['行政程式、小程式、固定程式', '行政程序、小程序、固定程式'],
    // 线上线下 is meant as it stands.
    ['其他型別答覆數、線上訪談、線上線下、聯絡電話', '其他类型答复数、在线访谈、线上线下、联系电话'],
    ['以網路公佈,徵求意見,發出佈告,依計畫答覆', '以网络公布,征求意见,发出布告,依计划答复'],
  ])('%s is read as %s', async (printed, read) => {
    expect(await folded(printed, 'hant')).toBe(read)
  })

  test('over-converted ones are read as meant and known for what they are', async () => {
    // Simplified originals: 法定制度 全面 体系 干部 面积 案卷 合同 发布; 编制 關係 幹部 are right in Traditional characters.
    const printed = '法定製度 全麵 體係 乾部 麵積 案捲 閤同 髮布 編製 關係 幹部 麵粉 理髮'
    expect(await folded(printed, 'hant')).toBe('法定制度 全面 体系 干部 面积 案卷 合同 发布 编制 关系 干部 面粉 理发')
    expect((await log(printed, 'hant')).map(([kind, found]) => `${kind} ${found}`)).toEqual(
      ['製度', '麵', '體係', '乾部', '麵', '案捲', '閤同', '髮'].map((found) => `over_converted ${found}`),
    )
  })

  test('in the Simplified lines of a mixed text mean what they say', async () => {
    expect(await folded('規範性檔案\n查阅档案,乘坐么', 'hant')).toBe('规范性文件\n查阅档案,乘坐么')
  })
})

describe('pinyin in brackets', () => {
  // Readings after Xiandai Hanyu Cidian.
  test.each([
    ['報(bào)告', 'hant', '报告'],
    ['政(zheng)(zheng)府', 'hans', '政府'],
    ['信（xìn）息（xī）', 'hans', '信息'],
    ['公(gong1)开(kai1)', 'hans', '公开'],
    ['信息(xìn xī)、信息(xinxi)', 'hans', '信息、信息'],
    ['旅(lǚ)客,法律(lǜ)', 'hans', '旅客,法律'],
    ['行(háng)业与行(xíng)政', 'hans', '行业与行政'],
  ] as const)('%s goes', async (printed, script, read) => {
    expect(await folded(printed, script)).toBe(read)
    expect((await log(printed, script)).every(([kind, , put]) => kind === 'pinyin' && put === '')).toBe(true)
  })

  test.each([
    '手机(APP)',
    '页面(H5)',
    '系统(OA系统)',
    '利率(LPR)',
    '智能(ai)',
    '报(gao)告',
    '报(Bao)告',
    '(bao)告',
    '报告(1)',
    '公开(B)',
  ])('%s stays', async (printed) => expect(await folded(printed, 'hans')).toBe(printed))
})

describe('noise', () => {
  test('invisible characters vanish within words and figures and are blanks elsewhere', async () => {
    expect(await folded('政\u200b府\u2060信\u200e息1\u200b2\ufeff', 'hans')).toBe('政府信息12 ')
  })

  test('soft hyphens and private-use characters go between Han characters, never beside figures', async () => {
    expect(await folded('政\u00ad府\ue123信 \u00ad34 5\ue001 1\u00ad2', 'hans')).toBe(
      '政府信 \u00ad34 5\ue001 1\u00ad2',
    )
  })

  const plain = Array.from('政府信息公开工作年度报告主动公开依申请公开行政复议行政诉讼情况统计')
  const strewn = (marks: string) => plain.map((c, i) => (i < 12 ? c + marks.charAt(i % marks.length) : c)).join('')

  test.each(['wzkq', '*#@^', '&'])('%s strewn between characters go where there are many', async (marks) => {
    const text = strewn(marks)
    expect(await folded(text, 'hans')).toBe(plain.join(''))
    expect(await log(text, 'hans')).toHaveLength(12)
  })

  test('letters that are meant stay, in a text with strewn ones too', async () => {
    const meant = '4G手机,属于A类事项,C919飞机,第B项,A4纸,政务APP好'
    expect(await folded(strewn('wzkq') + meant, 'hans')).toBe(plain.join('') + meant)
    expect(await folded(meant.repeat(20), 'hans')).toBe(meant.repeat(20))
    expect(await folded(strewn('x'), 'hans')).toBe(strewn('x'))
    expect(await folded('政w府信z息', 'hans')).toBe('政w府信z息')
  })
})

describe('script', () => {
  const simplified = '本机关依照条例规定公开政府信息，办理依申请公开事项，对申请人的请求在期限内作出答复。'.repeat(8)

  test('is told by the share of characters printed in the Traditional form', () => {
    expect(scriptOf(simplified)).toBe('hans')
    expect(scriptOf('2021年政府信息公開工作年度報告')).toBe('hant')
    expect(scriptOf('12345 APP')).toBe('hans')
  })

  test('stays hans where a few Traditional characters are quoted', () => {
    expect(scriptOf(`${simplified}匾额题字为“開門辦事”。`)).toBe('hans')
  })

  test('is hant, with the share that says so, where scripts are mixed', async () => {
    const mixed = `${simplified}\n${Converter({ from: 'cn', to: 'tw' })(simplified)}`
    expect(scriptOf(mixed)).toBe('hant')
    const copy = await fold(surfaceOf(mixed), 'hant')
    expect(copy.text).toBe(`${simplified}\n${simplified}`.replaceAll('，', ','))
    // 台-variants apart, both halves hold the same characters, so half of them are Traditional.
    expect(foldingOf(copy).traditionalShare).toBeCloseTo(0.5, 1)
  })
})

describe('the reference data', () => {
  test('pairs each Simplified character with the Traditional one that OpenCC pairs it with', async () => {
    const { simplified, traditional, variants } = readReference<
      Record<'simplified' | 'traditional' | 'variants', string>
    >('lexicons/script-pairs.json', 'script-pairs')
    expect(await folded(traditional, 'hant')).toBe(simplified)
    expect(new Set(simplified).size).toBe(simplified.length)
    expect([...traditional, ...variants].filter((character) => simplified.includes(character))).toEqual([])
  })

  test.each(['taiwan-words', 'gateway-words', 'over-converted'])(
    '%s folds no word into itself and lists none twice',
    (list) => {
      const { words } = readReference<{ words: { found: string; folded: string }[] }>(
        `lexicons/${list}.json`,
        'word-map',
      )
      expect(words.filter(({ found, folded }) => found === folded)).toEqual([])
      expect(new Set(words.map(({ found }) => found)).size).toBe(words.length)
    },
  )

  test.each(['taiwan-words', 'gateway-words'])(
    '%s is written in Simplified characters, as it is looked for',
    async (list) => {
      const { words } = readReference<{ words: { found: string }[] }>(`lexicons/${list}.json`, 'word-map')
      const convert = (await import('opencc-js/t2cn')).Converter({ from: 'tw', to: 'cn' })
      expect(words.filter(({ found }) => convert(found) !== found)).toEqual([])
    },
  )
})
