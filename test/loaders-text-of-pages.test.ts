import { describe, expect, test } from 'vitest'
import { type Form, formById } from '../src/forms/forms.js'
import { fold } from '../src/loaders/fold.js'
import type { Match } from '../src/loaders/labels/label-hits.js'
import { addApproximate } from '../src/loaders/labels/mistyped-labels.js'
import { templatesOf } from '../src/loaders/labels/template.js'
import { streamOf } from '../src/loaders/stream.js'
import { headingsApart } from '../src/loaders/surface/headings-apart.js'
import { surfaceOf } from '../src/loaders/surface.js'
import { titledRange } from '../src/loaders/tables/titled.js'
import { misled, textPage } from './support/adversary.js'
import { type Grid, type GridRow, madeUp } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// The text of a page taken line by line, as programs do that read PDF: what stands side by side on the page stands on one line, and a cell
// whose words are broken is spread over several. Expected is what is printed in each cell.

const SEEDS = [1, 2, 3, 4, 5, 6]

/** The requests table's heads as they stand on lines if the columns are so narrow; by hand, after the page. */
const HEADS = {
  'broken after two letters': [
    '申请人情况',
    '法人或其他组织',
    '自然 社会 法律',
    '商业 科研 总计',
    '人 公益 服务 其他',
    '企业 机构',
    '组织 机构',
  ],
  'broken after three letters': [
    '申请人情况',
    '法人或其他组织',
    '自然人 商业企 科研机 社会公 法律服 总计',
    '其他',
    '业 构 益组织 务机构',
  ],
  'with the relation beside them': [
    '申请人情况',
    '（本列数据的勾稽关系为：第一项加第二项 法人或其他组织',
    '之和，等于第三项加第四项之和） 自然人 社会公益 法律服务 总计',
    '商业企业 科研机构 其他',
    '组织 机构',
  ],
}

/** A label is broken after so many letters. */
const NARROW = 8

/** The lines of a row: its figures at half the height of its label, beside the words of the label that stand there, and headings beside it. */
function linesOf(row: GridRow): string[] {
  const figures = row.filter(({ truth }) => truth).map(({ text }) => text)
  const words = row.filter(({ truth, text }) => !truth && text !== '').map(({ text }) => text)
  const label = words.pop() ?? ''
  if (figures.length < 5) return [[...words, label, ...figures].join(' ')]
  const parts = label.match(new RegExp(`.{1,${NARROW}}`, 'g')) ?? []
  const half = Math.floor(parts.length / 2)
  if (parts.length % 2 === 0)
    return [...parts.slice(0, half), figures.join(' '), [...words, parts[half]].join(' '), ...parts.slice(half + 1)]
  return [...parts.slice(0, half), [...words, parts[half], ...figures].join(' '), ...parts.slice(half + 1)]
}

const isRow = (row: GridRow) => row.some(({ truth }) => truth)
const isRequests = (grid: Grid) => grid.some((row) => row.some(({ labels }) => labels === 'received_new'))

const writer = (heads: readonly string[]) => (grid: Grid) => {
  const rows = (isRequests(grid) ? grid.filter(isRow) : grid).flatMap(linesOf)
  return [...(isRequests(grid) ? heads : []), ...rows].join('\n')
}

describe('heads broken over lines', () => {
  test.each(Object.entries(HEADS))('are put together, and every figure is read: %s', async (_, heads) => {
    for (const seed of SEEDS)
      for (const form of ['2019', '2021']) {
        const { wrong, read, printed } = await misled(
          madeUp(randomOf(seed), form),
          textPage(madeUp(randomOf(seed), form), writer(heads)),
        )
        expect.soft(wrong, `${form} seed ${seed}`).toEqual([])
        expect.soft(read, `${form} seed ${seed}`).toBe(printed)
      }
  })

  const statuses = async (heads: readonly string[]) => {
    const { tables } = (await readText(textPage(madeUp(randomOf(2), '2021'), writer(heads)))).report
    return [...new Set((tables.requests ?? []).map(({ status }) => status))]
  }

  test('are not where they stand in another order than the form’s', async () => {
    const heads = HEADS['broken after three letters'].map((line) =>
      line.replace('社会公 法律服', '法律服 社会公').replace('益组织 务机构', '务机构 益组织'),
    )
    expect(await statuses(heads)).toEqual(['ambiguous'])
  })

  test('nor where a column more stands among them', async () => {
    const heads = HEADS['broken after three letters'].map((line) => line.replace('法律服 总计', '法律服 上年数 总计'))
    expect(await statuses(heads)).toEqual(['ambiguous'])
  })
})

test('every figure has its place', async () => {
  for (const heads of Object.values(HEADS)) {
    const source = textPage(madeUp(randomOf(4), '2021'), writer(heads))
    const { tables } = (await readText(source)).report
    const known = [...(tables.requests ?? []), ...(tables.proactive ?? [])].filter(({ value }) => value !== null)
    expect(known.length).toBeGreaterThan(150)
    expect(known.map(({ at }) => source.slice(...(at ?? [0, 0])))).toEqual(known.map(({ value }) => String(value)))
  }
})

test('a heading right behind the figures of a row stands on a line of its own', async () => {
  const apart = async (text: string) => {
    const surface = await headingsApart(surfaceOf(text, false))
    expect([...surface.text].filter((_, i) => surface.text[i] !== text[surface.offsets[i] ?? -1])).toEqual(
      surface.text === text ? [] : ['\n'],
    )
    return surface.text
  }
  expect(await apart('要另行制作 1,036 84 1,170（四）无法提供')).toBe('要另行制作 1,036 84 1,170\n（四）无法提供')
  expect(await apart('政策件數 無 無 /三、本年度辦理結果')).toBe('政策件數 無 無 /\n三、本年度辦理結果')
  // Words that are no heading, and no figures before one.
  expect(await apart('要另行制作 1,036 84 1,170（四）见附件')).toBe('要另行制作 1,036 84 1,170（四）见附件')
  expect(await apart('共1,170件（四）无法提供')).toBe('共1,170件（四）无法提供')
})

describe('the table of remedies with the names of its parts before all heads', () => {
  const HEADS_OF_PART = ['结果维', '持', '结果纠', '正', '其他结', '果', '尚未审', '结 总计']
  const isRemedies = (grid: Grid) => grid.some((row) => row.some(({ truth }) => truth?.table === 'remedies'))
  const write = (heads: readonly string[]) => (grid: Grid) => {
    if (!isRemedies(grid)) return writer(HEADS['broken after three letters'])(grid)
    const figures = grid
      .flat()
      .filter(({ truth }) => truth)
      .map(({ text }) => text)
    return ['行政复议 行政诉讼', '未经复议直接起诉 复议后起诉', ...heads, ...heads, ...heads, figures.join(' ')].join(
      '\n',
    )
  }

  test('is inferred by its sums', async () => {
    for (const seed of SEEDS) {
      const { wrong, read, printed } = await misled(
        madeUp(randomOf(seed), '2021'),
        textPage(madeUp(randomOf(seed), '2021'), write(HEADS_OF_PART)),
      )
      expect.soft(wrong, `seed ${seed}`).toEqual([])
      expect.soft(read, `seed ${seed}`).toBe(printed)
    }
  })

  test('is withheld where its heads stand in another order', async () => {
    const moved = ['结 总计', ...HEADS_OF_PART.slice(0, -1)]
    const { tables } = (await readText(textPage(madeUp(randomOf(2), '2021'), write(moved)))).report
    expect([...new Set(tables.remedies?.map(({ status }) => status))]).toEqual(['ambiguous'])
  })
})

test('a label that stands word for word before its heading is not taken for mistyped behind it', async () => {
  // By hand: 不予处理 stands half-way down its rows, behind 2.重复申请; below it 反复申请, the end of another label, is one letter from that.
  const [template] = templatesOf(formById('2021') as Form, 'requests')
  const labels = template?.labels ?? []
  const matchesIn = async (text: string) => {
    const stream = streamOf(await fold(surfaceOf(text, false), 'hans'))
    const known = ['(四)无法提供', '(五)不予处理', '(六)其他处理']
    const matches = labels.map(({ text: label }): Match | null => {
      const from = known.includes(label) ? stream.chars.indexOf(label) : -1
      return from < 0 ? null : { from, to: from + label.length, distance: 0, score: label.length }
    })
    addApproximate(stream, labels, matches)
    return matches[labels.findIndex(({ text: label }) => label === '2.重复申请')]
  }
  const behind = '(五)不予处理\n4.无正当理由大量 无 无\n反复申请\n(六)其他处理 无 无'
  expect(await matchesIn(`(四)无法提供\n2.重复申请 无 6\n${behind}`)).toBeNull()
  expect(await matchesIn(`(四)无法提供\n无 6\n${behind}`)).not.toBeNull()
})

describe('a statistics table of great figures, one blank behind their units', () => {
  const form = formById('2014')
  const rows = form?.tables.statistics?.blocks.flatMap((block) => block.rows) ?? []
  const sums = (form?.identities ?? []).filter(
    ({ severity, relation }) => severity === 'error' && relation === 'equals',
  )

  /** Figures of a column, each of so many digits, in which the form's sums hold. */
  function column(least: number): Map<string, number> {
    const figures = new Map(rows.map(({ code }, i) => [code, least + 37 * i]))
    for (const { left, right } of sums.toReversed())
      figures.set(
        left[0] ?? '',
        right.reduce((sum, code) => sum + (figures.get(code) ?? 0), 0),
      )
    return figures
  }

  async function readWith(
    write: (code: string) => string,
    lineOf = (label: string, figures: string) => `${label} ${figures}`,
  ) {
    const lines = rows.flatMap(({ printed, unit, code, under: [heading] }, i) => [
      ...(heading === undefined || heading === rows[i - 1]?.under[0] ? [] : [lineOf(heading, '——')]),
      lineOf(printed, `${unit} ${write(code)}`),
    ])
    const table = ['政府信息公开情况统计表', '统计指标 单位 统计数', ...lines].join('\n')
    const source = `云溪县2015年政府信息公开工作年度报告\n一、概述\n云溪县逐月核对公开目录。\n${table}\n`
    return (await readText(source)).report.tables.statistics ?? []
  }

  test('is read where the form’s sums hold of them', async () => {
    const figures = column(101)
    const cells = await readWith((code) => String(figures.get(code)))
    expect(cells.map(({ row, value, status }) => [row, value, status])).toEqual(
      rows.map(({ code }) => [code, figures.get(code), 'stated']),
    )
  })

  test('is withheld where they may be two columns run together, whose sums hold, too', async () => {
    const [year, all] = [column(10), column(100)]
    const cells = await readWith((code) => `${year.get(code)}${all.get(code)}`)
    expect(cells.filter(({ status }) => status === 'stated')).toEqual([])
  })

  const broken = (width: number) => (label: string, cells: string) => {
    const [first, ...rest] = label.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
    return [`${first}   ${cells}`, ...rest].join('\n')
  }

  test.each([7, 8])('is read where labels begin beside their figures, %d letters on a line', async (width) => {
    const figures = column(101)
    const cells = await readWith((code) => String(figures.get(code)), broken(width))
    const known = cells.filter(({ status }) => status === 'stated')
    expect(known.map(({ row, value }) => [row, value])).toEqual(known.map(({ row }) => [row, figures.get(row)]))
    expect(known.length).toBeGreaterThan(rows.length / 2)
  })

  test.each([2, 3, 4, 5, 6, 8])('is never called absent there, %d letters on a line', async (width) => {
    const figures = column(101)
    const cells = await readWith((code) => String(figures.get(code)), broken(width))
    expect(cells).toHaveLength(rows.length)
    expect(cells.filter(({ status, row, value }) => status !== 'ambiguous' && value !== figures.get(row))).toEqual([])
  })

  test('reaches past its own headings, also where these are broken', async () => {
    const figures = column(101)
    const lines = rows.map(({ printed, unit, code }) => broken(4)(printed, `${unit} ${figures.get(code)}`))
    const text = [
      '政府信息公开情况统计表',
      broken(4)('一、主动公开情况', '——'),
      ...lines,
      '三、存在的问题',
      '无 1 2 3',
    ].join('\n')
    const range = titledRange(streamOf(await fold(surfaceOf(text, false), 'hans')), form as Form, 'statistics')?.range
    expect(text.slice(...(range ?? [0, 0])).trim()).toMatch(new RegExp(`^一、主[^]*${lines.at(-1)?.slice(-4)}$`))
  })
})
