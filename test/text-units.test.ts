import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as OpenCC from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { splitUnits, type Unit } from '../src/text/units.js'
import type { Folded } from '../src/types.js'

// All sections below are made up for these tests; the expected units were marked by hand when they were written.

const identity = (text: string): Folded => shifted(text, 0)
const shifted = (text: string, by: number): Folded => ({
  text,
  offsets: Array.from({ length: text.length + 1 }, (_, index) => index + by),
})

const HEADING = '五、存在的主要问题及改进情况\n'
const units = (text: string): string[] => splitUnits(identity(text)).map(({ kind, text: unit }) => `${kind}: ${unit}`)

describe('splitUnits: lists', () => {
  it('splits lists inside paragraphs and leaves out the lead before them', () => {
    const text = `${HEADING}回顾全年，虽有进步，但还存在不少问题和不足。一是栏目更新偏慢；二是图解较少。\n2021年，我们将对照要求，把工作做细。一是定人定时。每周检查一次。二是多用图解。`
    expect(units(text)).toEqual([
      'problem: 栏目更新偏慢',
      'problem: 图解较少',
      'measure: 定人定时。每周检查一次',
      'measure: 多用图解',
    ])
  })

  it('ends with its paragraph, though labels of tables further down look like broken lines', () => {
    const text = `${HEADING}改进措施：一是专人记账，逐月核对栏目更新和留言答复的情况；二是学做视频，每季度给村居的办事人员讲一回。\n云溪县水利局\n2022年1月12日\n表格三\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n1\n1.申请人无正当理由逾期不补正、行政机关不再处理其申请\n2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其申请\n0`
    expect(units(text)).toEqual([
      'measure: 专人记账，逐月核对栏目更新和留言答复的情况',
      'measure: 学做视频，每季度给村居的办事人员讲一回',
    ])
  })

  it('lets sub-headings say the kind, with numbered paragraphs and 一是 below them', () => {
    const text = `${HEADING}（一）2019年问题整改情况\n一是培训了联络员。二是补齐了目录。\n（二）2020年存在的主要问题\n1.台账记得不全。\n2.音频视频用得少。\n3.检索不方便。\n（三）改进措施\n一是专人记账。二是学做视频。`
    expect(units(text)).toEqual([
      'prior_year_fix: 培训了联络员',
      'prior_year_fix: 补齐了目录',
      'problem: 台账记得不全',
      'problem: 音频视频用得少',
      'problem: 检索不方便',
      'measure: 专人记账',
      'measure: 学做视频',
    ])
  })

  it('tells by the year whether fixes named after the problems are of last year or of this one', () => {
    const below = (year: number) =>
      `（一）2021年存在的主要问题\n1.台账不全。\n（二）${year}年问题整改情况\n1.补了台账。`
    expect(units(below(2020))).toEqual(['problem: 台账不全', 'prior_year_fix: 补了台账'])
    expect(units(below(2021))).toEqual(['problem: 台账不全', 'measure: 补了台账'])
  })

  it('takes (一)…(三) paragraphs as units after a turning sentence, and the body below a title with it', () => {
    const text = `${HEADING}主要表现在：一是制度不健全；二是载体单一。因此，下阶段将重点做好以下三方面工作：\n（一）补制度。列出清单。\n（二）建载体\n开设专栏。\n（三）常检查。`
    expect(units(text)).toEqual([
      'problem: 制度不健全',
      'problem: 载体单一',
      'measure: 补制度。列出清单',
      'measure: 建载体\n开设专栏',
      'measure: 常检查',
    ])
  })

  it('keeps a list inside an item together with the item', () => {
    const text = `${HEADING}存在的问题：（一）公开慢。一是审核慢；二是上传慢。（二）解读少。\n改进措施：（一）提速。1、定时限。2、抓检查。（二）增加解读。`
    expect(units(text)).toEqual([
      'problem: 公开慢。一是审核慢；二是上传慢',
      'problem: 解读少',
      'measure: 提速。1、定时限。2、抓检查',
      'measure: 增加解读',
    ])
  })

  it('reads through wrong numbers, a stop or a semicolon before an item, and 首先 其次 第三 ① lists', () => {
    expect(units('主要问题有：一是更新不快；三是解读少。三是检索不便。')).toHaveLength(3)
    expect(units('存在的问题：首先，更新不快；其次，解读少；最后，检索不便。')).toHaveLength(3)
    expect(units('改进措施：第一，定人；第二，定时；第三，定责。')).toEqual([
      'measure: 定人',
      'measure: 定时',
      'measure: 定责',
    ])
    expect(units('存在问题：①更新不快；②解读少。改进措施：①定人；②定时。')).toHaveLength(4)
    expect(
      units(`${HEADING}存在问题：\n一、更新不快。\n二、解读少。\n改进措施：\n一、定人。\n二、定时。`),
    ).toHaveLength(4)
  })

  it('does not take numbers inside sentences for enumerators', () => {
    const text = '主要问题：一是统一是目标，第一时间发布仅占2.5%，按第二十条第（一）项公开的少；二是更新不快。'
    expect(units(text)).toEqual([
      'problem: 统一是目标，第一时间发布仅占2.5%，按第二十条第（一）项公开的少',
      'problem: 更新不快',
    ])
  })

  it('sees that a list which begins again with promises is the list of measures', () => {
    expect(units(`${HEADING}一是更新不快。二是解读单一。\n一是加强更新。二是丰富解读。`)).toEqual([
      'problem: 更新不快',
      'problem: 解读单一',
      'measure: 加强更新',
      'measure: 丰富解读',
    ])
  })

  it('pairs problem and measure where each problem has its answer below it', () => {
    const text = '（一）信息更新不及时。下一步，将明确专人。（二）解读形式单一。针对上述问题，增加图解。'
    expect(units(text)).toEqual([
      'problem: 信息更新不及时',
      'measure: 下一步，将明确专人',
      'problem: 解读形式单一',
      'measure: 针对上述问题，增加图解',
    ])
  })
})

describe('splitUnits: without a list', () => {
  it('takes one unit a sentence with a cue, and none without', () => {
    const text = `${HEADING}一年来，我镇公开工作平稳。栏目更新偏慢。公开栏内容较少。以上大家均已知晓。今后我镇将明确时限，逐月检查。同时加强指导。天气晴好。`
    expect(units(text)).toEqual([
      'problem: 栏目更新偏慢',
      'problem: 公开栏内容较少',
      'measure: 今后我镇将明确时限，逐月检查',
      'measure: 同时加强指导',
    ])
  })

  it('keeps a lead sentence only where it carries the problem itself', () => {
    expect(units(`${HEADING}虽然有了进步，但还存在一些问题和不足。尤其是文件公开不够。`)).toEqual([
      'problem: 尤其是文件公开不够',
    ])
    expect(units(`${HEADING}虽然有了进步，但还存在责任意识不强、队伍薄弱等问题。`)).toEqual([
      'problem: 虽然有了进步，但还存在责任意识不强、队伍薄弱等问题',
    ])
    expect(units(`${HEADING}仍存在一些不足，如：机制有待调整；解读仍需创新。下一步整改措施：一是改机制。`)).toEqual([
      'problem: 机制有待调整',
      'problem: 解读仍需创新',
      'measure: 改机制',
    ])
  })

  it('finds fixes of last year before any problem is named', () => {
    const text = `${HEADING}针对2020年存在的更新慢问题，我局定了时限。2021年，仍存在以下问题：一是目录不够细。2022年，我局将细化目录。`
    expect(units(text)).toEqual([
      'prior_year_fix: 针对2020年存在的更新慢问题，我局定了时限',
      'problem: 目录不够细',
      'measure: 2022年，我局将细化目录',
    ])
  })
})

describe('splitUnits: lost line ends and page furniture', () => {
  it('reads a section of one line whose headings are glued to their text', () => {
    const text =
      '六、主要问题和改进措施(一)存在问题虽然有了进步，但主要还存在以下问题：一是人手紧张；二是界定不准确。（二）改进措施一是配人。二是培训。'
    expect(units(text)).toEqual(['problem: 人手紧张', 'problem: 界定不准确', 'measure: 配人', 'measure: 培训'])
    expect(
      units('五、存在的主要问题及改进情况2019年，仍存在不足。一是更新不快。2020年，将采取以下措施：（一）定人。'),
    ).toEqual(['problem: 更新不快', 'measure: 定人'])
  })

  it('reads lines broken inside sentences, page numbers between them', () => {
    const line = '围绕群众关心的事项逐条梳理并按月更新目录和指南做到查得到看'
    const text = `（一）改进措施\n一是${line}\n得懂用得上。\n— 6 —\n二是${line}\n得懂。`
    expect(units(text)).toEqual([`measure: ${line}\n得懂用得上`, `measure: ${line}\n得懂`])
  })

  it.each([
    ['a signature', '\n某某县人民政府\n2022年1月20日'],
    ['a signature on the same line', ' 某某县人民政府 2022年1月20日 附件：统计表'],
    ['a date in Chinese numerals', ' 二○一二年二月二十日 附件1：统计表1.网站公开条5'],
    ['the next section', '\n六、其他需要报告的事项\n一是收费较少。'],
    ['links below the text', '\n\n相关词条\n\n联系我们'],
    [
      'tables after the signature',
      '\n\n某某开发区\n\n202201\n\n统计表一\n\n（一）予以公开\n\n（三）不予公开\n\n1.属于国家秘密',
    ],
  ])('ends before %s', (_, tail) => {
    const body = `${HEADING}存在的问题：一是更新不快。改进措施：（一）定人。（二）定时。`
    expect(units(body + tail)).toEqual(['problem: 更新不快', 'measure: 定人', 'measure: 定时'])
  })
})

describe('splitUnits: nothing to split', () => {
  it.each([
    '',
    HEADING,
    `${HEADING}无。`,
    `${HEADING}2020年，我局加强领导，取得明显成效。`,
    '一是甲。二是乙。',
    '   \n\n',
  ])('finds no unit in %j', (text) => expect(units(text)).toEqual([]))

  it('refuses offsets that do not fit', () => {
    expect(() => splitUnits({ text: '问题', offsets: [0, 1] })).toThrow('splitUnits requires')
  })
})

describe('splitUnits: properties', () => {
  const clauses = [
    '一是更新不及时',
    '二是',
    '（一）',
    '改进措施：',
    '下一步，',
    '加强培训',
    '。',
    '；',
    '\n',
    ' ',
    '存在一些问题',
    '，',
    '1.',
    '六、',
  ]
  const made = Array.from({ length: 300 }, (_, seed) => {
    let state = seed * 2654435761 + 1
    return Array.from({ length: 40 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return clauses[(state >>> 8) % clauses.length] ?? ''
    }).join('')
  })

  it('keeps units in order, apart, inside the section, and equal to their slice, whatever the text', () => {
    let seen = 0
    for (const text of made) {
      seen += splitUnits(identity(text)).length
      expectSound(splitUnits(shifted(text, 1000)), `${' '.repeat(1000)}${text}`, [1000, 1000 + text.length])
    }
    expect(seen).toBeGreaterThan(300)
  })

  it('moves with the section and counts on within a kind', () => {
    const text = `${HEADING}存在的问题：一是更新不快；二是解读少。改进措施：一是定人。`
    const here = splitUnits(identity(text))
    const there = splitUnits(shifted(text, 77))
    expect(there.map((unit) => unit.at)).toEqual(here.map(({ at }) => [at[0] + 77, at[1] + 77]))
    expect(here.map((unit) => `${unit.kind} ${unit.ordinal}`)).toEqual(['problem 1', 'problem 2', 'measure 1'])
  })

  it('leads back through a fold that shortens the source', () => {
    const source = '存在的问题：一&nbsp;是更新不快。'
    const text = '存在的问题：一是更新不快。'
    const offsets = [...Array(7).keys(), 13, 14, 15, 16, 17, 18, 19]
    const [unit] = splitUnits({ text, offsets })
    expect(unit?.text).toBe('更新不快')
    expect(source.slice(...(unit?.at ?? [0, 0]))).toBe('更新不快')
  })

  it('stays quick on one endless line', () => {
    const text = `存在的问题：${'一是更新不快；二是解读少，还存在一些问题和不足的、'.repeat(4000)}`
    const started = Date.now()
    expect(splitUnits(identity(text))).toHaveLength(8000)
    expect(Date.now() - started).toBeLessThan(5000)
  })
})

describe('splitUnits: real reports', () => {
  const folder = new URL('../../shared/reports/seeds/', import.meta.url)
  const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' })

  // Counted by hand in the five reports: [problems, measures, fixes of last year].
  const expected: Record<string, readonly number[]> = {
    'anqiu-edz-2020.txt': [3, 3, 3],
    'jingjiang-park-2020.txt': [2, 4, 0],
    'suining-etdz-2018.txt': [1, 1, 0],
    'taicang-city-2021.txt': [3, 3, 0],
    'taicang-port-2019.txt': [3, 3, 0],
  }

  it('finds the units a reader finds, each at its place', () => {
    if (!existsSync(folder)) {
      console.warn('NOTICE: the private corpus ../shared/reports is absent; real reports were not tested')
      return
    }
    const counted: Record<string, readonly number[]> = {}
    for (const file of readdirSync(folder).filter((name) => name in expected)) {
      const source = readFileSync(new URL(file, folder), 'utf8')
      const folded = toSimplified(source)
      expect(folded).toHaveLength(source.length)
      const heading = [...folded.matchAll(/[五(（]{1,2}[、五][^\n]{0,2}存在[^\n。]{0,5}问题[^\n]*/g)].at(-1)
      const from = heading?.index ?? 0
      const found = splitUnits(shifted(folded.slice(from), from))
      expectSound(found, folded, [from, folded.length])
      counted[file] = (['problem', 'measure', 'prior_year_fix'] as const).map(
        (kind) => found.filter((unit) => unit.kind === kind).length,
      )
    }
    expect(counted).toEqual(expected)
  })
})

function expectSound(found: readonly Unit[], source: string, within: readonly [number, number]): void {
  let last = within[0]
  for (const { at, text } of found) {
    expect(at[0]).toBeGreaterThanOrEqual(last)
    expect(at[1]).toBeGreaterThan(at[0])
    expect(source.slice(...at)).toBe(text)
    last = at[1]
  }
  expect(last).toBeLessThanOrEqual(within[1])
}
