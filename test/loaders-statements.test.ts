import { describe, expect, it } from 'vitest'
import { schemaProblems } from '../src/forms/reference.js'
import { statementVocabulary } from '../src/forms/statement-words.js'
import { fold, scriptOf } from '../src/loaders/fold.js'
import { chineseNumber } from '../src/loaders/statements/numbers/numerals.js'
import { readStatements } from '../src/loaders/statements.js'
import { surfaceOf } from '../src/loaders/surface.js'
import type { Statement } from '../src/types.js'
import { randomOf } from './support/random.js'
import { isNamed } from './support/statements.js'

async function statements(text: string): Promise<Statement[]> {
  const surface = surfaceOf(text)
  const folded = await fold(surface, scriptOf(text))
  const found = readStatements(folded, text, [])
  for (const one of found) {
    expect(text.slice(one.at[0], one.at[1])).toBe(one.text)
    if (one.share) expect(text.slice(one.share.at[0], one.share.at[1])).toBe(one.share.text)
    if (one.change) expect(text.slice(one.change.at[0], one.change.at[1])).toBe(one.change.text)
    if (one.part_of !== null) expect(found[one.part_of]).toBeDefined()
  }
  return found
}

const brief = async (text: string) =>
  (await statements(text)).filter(isNamed).map(({ key, value }) => `${key} ${value}`)

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('numbers', () => {
  it.each([
    ['收到政府信息公开申请5件。', 5, '件', null],
    ['收到政府信息公开申请共计1,205件。', 1205, '件', null],
    ['收到政府信息公开申请约350件。', 350, '件', 'about'],
    ['收到政府信息公开申请350件左右。', 350, '件', 'about'],
    ['收到政府信息公开申请60余件。', 60, '件', 'over'],
    ['收到政府信息公开申请近900件。', 900, '件', 'nearly'],
    ['主动公开政府信息4.25万条。', 42500, '条', null],
    ['主动公开政府信息3万余条。', 30000, '条', 'over'],
    ['主动公开政府信息近万条。', 10000, '条', 'nearly'],
    ['主动公开政府信息一万三千余条。', 13000, '条', 'over'],
    ['主动公开政府信息十万余条。', 100000, '条', 'over'],
    ['收到政府信息公开申请三件。', 3, '件', null],
    ['收到政府信息公开申请 1295 件。', 1295, '件', null],
    ['收到政府信息公开申请１２件。', 12, '件', null],
    ['收取信息处理费1.2万元。', 12000, '元', null],
    ['其中不予公开信息数1402。', 1402, '条', null],
  ])('%s', async (text, value, unit, rounding) => {
    const [found, ...others] = await statements(text)
    expect(others).toEqual([])
    expect(found).toMatchObject({ value, unit, rounding, approximate: rounding !== null })
  })

  it('in Chinese numerals', () => {
    const known = {
      三: 3,
      十: 10,
      十二: 12,
      二十: 20,
      一百零五: 105,
      两千三百: 2300,
      一万三千: 13000,
      十万: 100000,
      三亿: 3e8,
    }
    for (const [numeral, value] of Object.entries(known)) expect(chineseNumber(numeral)).toBe(value)
    for (const other of ['二三', '一一五']) expect(chineseNumber(other)).toBeNull()
  })

  it('of two numbers that stand side by side neither is read', async () => {
    expect(await brief('主动公开政府信息 12 345条。')).toEqual([])
    expect(await brief('收到政府信息公开申请3-5件。')).toEqual([])
    expect(await brief('收到政府信息公开申请3至5件。')).toEqual([])
  })
})

describe('figures about something else are no statements', () => {
  it.each([
    '联系电话：0591-23160000，12345热线受理诉求348件，办结162件。',
    '依照《条例》第三十三条、第14条和《通知》（国办公开办函〔2021〕30号）第2件办理。',
    '区行政服务中心设窗口26个，共受理申请121510件，办结117件。',
    '《关于印发政策解读12条措施的通知》已经公布。',
    '推进“一件事”改革，高频“一件事”掌上办。',
    '每月至少开展政策解读2次。',
    '清理过期信息697条，累计发出提示84次。',
    '当事人无正当理由的，按规定办理。',
    '力争实现零诉讼。',
    '规章 无 三、收到和处理政府信息公开申请情况 行政复议',
    '无 2 1 24 四、政府信息公开行政复议、行政诉讼情况',
    '预计全年收到政府信息公开申请30件。',
  ])('%s', async (text) => {
    expect((await brief(text)).filter((one) => !one.startsWith('remedy_cases'))).toEqual([])
  })

  it('nor are sentences about reconsideration statements about requests', async () => {
    expect(await brief('全年未收到有关政府信息公开行政复议申请。')).toEqual(['review_cases 0'])
    expect(await brief('收到1份有关政府信息公开行政复议申请，已处理。')).toEqual(['review_cases 1'])
    expect(await brief('未发生因依申请公开被行政复议纠错或者行政诉讼败诉的情形。')).toEqual([
      'review_cases.corrected 0',
      'litigation_cases.lost 0',
    ])
    expect(await brief('全年办理行政复议、行政诉讼案件74件。')).toEqual(['remedy_cases 74'])
  })
})

describe('there was none', () => {
  it.each([
    ['本年度未收到政府信息公开申请。', ['requests_received 0']],
    ['没有收到行政复议、行政诉讼的情况。', ['review_cases 0', 'litigation_cases 0']],
    ['连续三年实现0复议、0诉讼。', ['review_cases 0', 'litigation_cases 0']],
    ['行政复议、行政诉讼案件均为0件。', ['review_cases 0', 'litigation_cases 0']],
    ['行政复议和行政诉讼数均为0。', ['review_cases 0', 'litigation_cases 0']],
    ['2022年，无收取信息处理费情况。', ['fees_collected 0']],
    ['依申请提供政府信息暂不收费。', ['fees_collected 0']],
  ])('%s', async (text, expected) => {
    expect((await brief(text)).sort()).toEqual([...expected].sort())
  })
})

describe('parts and wholes', () => {
  const lists = async (text: string) => {
    const found = await statements(text)
    return found.map(({ value, part_of, group }) => [value, part_of === null ? null : found[part_of]?.value, group])
  }

  it('two lists may break down one whole', async () => {
    const text =
      '主动公开政府信息60条。其中，政府网站公开信息40条，微信公开信息15条，其他方式主动公开5条。其中，概况信息12条，业务信息及其他48条。'
    expect(await lists(text)).toEqual([
      [60, null, null],
      [40, 60, 0],
      [15, 60, 0],
      [5, 60, 0],
      [12, 60, 1],
      [48, 60, 1],
    ])
  })

  it('a bracket inside a list breaks down its own part, and the list goes on behind it', async () => {
    expect(await lists('共发布信息30条，其中采购信息12条，预算公开8条（部门3条、政府5条），其他10条。')).toEqual([
      [30, null, null],
      [12, 30, 0],
      [8, 30, 0],
      [3, 8, 1],
      [5, 8, 1],
      [10, 30, 0],
    ])
  })

  it('outcomes belong to what was answered, and the list ends where other matters begin', async () => {
    const text = '办结政府信息公开申请9件，其中：予以公开6件，占66.67%；不予公开3件（33.3%）；行政复议案件2件。'
    const found = await statements(text)
    expect(found.map(({ key, part_of, share }) => [key, part_of, share?.percent ?? null])).toEqual([
      ['requests_concluded', null, null],
      ['answers.granted', 0, 66.67],
      ['answers.denied', 0, 33.3],
      ['review_cases', null, null],
    ])
  })

  it('a list may speak of the whole of an earlier sentence', async () => {
    const text =
      '2018年全区主动公开政府信息20条。其中，区直各部门主动公开政府信息15条，占75%。各乡镇主动公开政府信息5条，占25%。2018年，我区主动公开政府信息的主要类别有：机构职能类信息8条，其他信息12条。'
    expect(await lists(text)).toEqual([
      [20, null, null],
      [15, 20, 0],
      [5, 20, 0],
      [8, 20, 1],
      [12, 20, 1],
    ])
  })

  it('a total may follow its parts', async () => {
    const found = await statements('全年交办代表建议3件（其中协办2件）、政协提案6件，共9件。')
    expect(found.map(({ key, value, part_of }) => [key, value, part_of])).toEqual([
      ['proposals.deputies', 3, 3],
      ['proposals.deputies.part', 2, 0],
      ['proposals.cppcc', 6, 3],
      ['proposals', 9, null],
    ])
  })

  it('a change is no quantity of its own', async () => {
    const [found, ...others] = (await statements('主动公开政府信息1119条，比2017年新增390条，完成率达到124%。')).filter(
      isNamed,
    )
    expect(others).toEqual([])
    expect(found?.change).toMatchObject({ direction: 'increase', amount: 390, percent: null, base: '2017年' })
    const [other] = await statements('受理政府信息公开申请859件，申请数量较去年回落12.3%。')
    expect(other?.change).toMatchObject({ direction: 'decrease', amount: null, percent: 12.3, base: '去年' })
  })
})

describe('whom and when', () => {
  it('scope and period are those of the clause', async () => {
    const text =
      '市政府本级全年收到网上申请39件、信函申请21件，连续7年实现市政府本级0复议；全市收到政府信息公开申请约350件。2021年上半年主动公开政府信息8条。'
    const found = await statements(text)
    expect(found.map(({ key, scope, period }) => [key, scope, period])).toEqual([
      ['requests_received.online', '市政府本级', null],
      ['requests_received.mail', '市政府本级', null],
      ['review_cases', '市政府本级', '连续7年'],
      ['requests_received', '全市', null],
      ['proactive_items', null, '2021年上半年'],
    ])
  })

  it('the year of a comparison or of a carry-over is not the period', async () => {
    const found = await statements('2025年，全区收到政府信息公开申请154件，办结148件，结转至2026年6件。')
    expect(found.map(({ key, period }) => [key, period])).toEqual([
      ['requests_received', '2025'],
      ['requests_concluded', '2025'],
      ['requests_carried_out', '2025'],
    ])
  })

  it('累计 is a period only where no year is meant', async () => {
    const periods = async (text: string) => (await statements(text)).map(({ period }) => period)
    expect(await periods('累计发布政策6167条。')).toEqual(['累计'])
    expect(await periods('今年累计公开采购信息25条。')).toEqual([null])
  })
})

describe('layout', () => {
  it('a sentence broken over lines and pages is one, a heading above it is not part of it', async () => {
    const text = [
      '五、其他需要报告的事项',
      '（二）依申请公开方面。市政府在规定的期限内共受理政府信息公开申请 1295',
      '— 2 —',
      '件，办结 1191 件（含上年结转 189 件），都在规定的期限内答',
      '复。',
    ].join('\n')
    expect(await brief(text)).toEqual(['requests_received 1295', 'requests_concluded 1191', 'requests_carried_in 189'])
  })

  it('Traditional characters are read and quoted as printed', async () => {
    const text = '全年收到政府信息公開申請21件，發布政策解讀8篇，開展民眾關心的訴訟應對與檢查。'
    const [received] = await statements(text)
    expect(received).toMatchObject({ key: 'requests_received', value: 21, text: '收到政府信息公開申請21件' })
  })
})

describe('the vocabulary', () => {
  const { statements: kinds, families, complete, overlapping } = statementVocabulary()
  const keys = new Set(kinds.map((kind) => kind.key))

  it('has each key once, and speaks only of keys and families it has', () => {
    expect(keys.size).toBe(kinds.length)
    const named = [
      ...kinds.flatMap((kind) => [...(kind.part_of ?? []), ...(kind.counted_with ?? [])]),
      ...complete.flat(),
      ...overlapping,
    ]
    expect(named.filter((key) => !keys.has(key))).toEqual([])
    expect(kinds.filter((kind) => !families.some((family) => family.key === kind.family))).toEqual([])
    expect(schemaProblems({ ...statementVocabulary(), sauce: '' }, 'statements')).toEqual([
      'the file: the entry "sauce" is not known here (misspelt?)',
    ])
  })

  const plain = kinds
    .filter((kind) => !kind.only_part)
    .flatMap((kind) => kind.phrases.filter((phrase) => !/[#*…|]/.test(phrase)).map((phrase) => [phrase, kind] as const))

  /** A kind of a kind that has the same phrase takes those of its units: 征集意见3次, but 征集意见30条. */
  const keyOf = (phrase: string, key: string, unit: string) =>
    kinds.find((one) => one.key.startsWith(`${key}.`) && one.phrases.includes(phrase) && one.units.includes(unit))
      ?.key ?? key

  it.each(plain)('%s names its own kind, whatever the number', async (phrase, kind) => {
    const random = randomOf(phrase.length)
    for (const unit of kind.units) {
      const value = random.int(2, 99_999)
      const found = await statements(`我单位${phrase.replace(/^、/, '办理甲、')}${value}${unit}。`)
      expect(found.map((one) => [one.key, one.value, one.unit])).toEqual([[keyOf(phrase, kind.key, unit), value, unit]])
    }
  })
})
