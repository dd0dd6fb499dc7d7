import { describe, expect, test } from 'vitest'
import { formById } from '../src/forms/forms.js'
import { readReport } from '../src/loaders/report.js'
import { wordsInPieces } from '../src/loaders/tables/words-in-pieces.js'
import type { CellStatus, TableName } from '../src/types.js'

// Texts of pages whose labels or heads are torn, written for these tests. A row or table of which pieces stand in the report is not said
// to be missing from it; one of which nothing stands there is. What is expected of each figure is what the text prints.

const form = formById('2021')
if (form === undefined) throw new Error('no form 2021')
const { requests, remedies } = form.tables
const [block] = requests?.blocks ?? []
const ROWS = block?.rows ?? []
const ZEROS = '0 0 0 0 0 0 0'
const HEAD = `云溪县人民政府2023年政府信息公开工作年度报告\n三、${requests?.title}\n${[block?.article, ...(block?.header ?? [])].join('\n')}`

async function statusesOf(text: string, table: TableName, row: string): Promise<CellStatus[]> {
  const { report } = await readReport({ id: 'made-up', path: 'made-up.txt', bytes: new TextEncoder().encode(text) })
  return [...new Set((report.tables[table] ?? []).filter((cell) => cell.row === row).map(({ status }) => status))]
}

/** The requests table line by line, a row's line put in other words. */
function requestsWith(row: string, written: (label: string) => string): string {
  const lines = ROWS.flatMap(({ code, printed, under }, i) => [
    ...under.filter((heading) => !ROWS.slice(0, i).some((other) => other.under.includes(heading))),
    code === row ? written(printed) : `${printed} ${ZEROS}`,
  ])
  return `${HEAD}\n${lines.filter((line) => line !== '').join('\n')}\n五、存在的主要问题及改进情况\n没有问题。`
}

describe('words in pieces', () => {
  test('are those of which many pairs of letters stand in a text, but for what is something else', () => {
    const isThere = wordsInPieces('3.要求提\n0 0 1\n供公开\n出版 0\n物', [])
    expect(isThere(['要求提供公开出版物'])).toBe(true)
    expect(isThere(['无正当理由大量反复申请'])).toBe(false)
    expect(isThere(['无正当理由大量反复申请', '公开出版物'])).toBe(true)
    expect(wordsInPieces('公开出版物', [[0, 5]])(['公开出版物'])).toBe(false)
  })
})

describe('a row of which no label was found', () => {
  const row = 'not_processed.confirmation'

  test('is withheld where its label stands in pieces, with other words between', async () => {
    const torn = (label: string) => `${label.slice(0, 7)}\n补充\n${label.slice(7, 12)}\n0 0 0\n${label.slice(12)}`
    expect(await statusesOf(requestsWith(row, torn), 'requests', row)).toEqual(['ambiguous'])
  })

  test('is absent where nothing of it stands there, and read where it stands whole', async () => {
    expect(
      await statusesOf(
        requestsWith(row, () => ''),
        'requests',
        row,
      ),
    ).toEqual(['absent'])
    expect(
      await statusesOf(
        requestsWith(row, (label) => `${label} ${ZEROS}`),
        'requests',
        row,
      ),
    ).toEqual(['stated'])
  })
})

describe('a table of which too few labels were found', () => {
  const after = '五、存在的主要问题及改进情况\n没有问题。'
  const whole = requestsWith('', (label) => label).replace(`\n${after}`, '')
  const reportWith = (lines: string) => `${whole}\n四、${remedies?.title}\n${lines}\n${after}`

  test('is withheld where pieces of its heads and figures stand below its title', async () => {
    const torn =
      '行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n结\n结\n其\n尚\n总\n果\n果\n他\n未\n计\n0\n1\n0\n0\n1\n\n0 0 0 0 0\n0 0 0 0 0'
    expect(await statusesOf(reportWith(torn), 'remedies', 'review')).toEqual(['ambiguous'])
  })

  test('is absent where sentences stand there, or figures of something else', async () => {
    const sentence = '2023年，行政复议维持0件、纠正1件，未经复议直接起诉0件，复议后起诉0件。'
    expect(await statusesOf(reportWith(sentence), 'remedies', 'review')).toEqual(['absent'])
    const other = '网站 微博 微信\n21 34 12\n8 9 10'
    expect(await statusesOf(reportWith(other), 'remedies', 'review')).toEqual(['absent'])
  })
})

describe('numbers of pages in a text without ends of pages', () => {
  const old = formById('2014')
  const rows = old?.tables.statistics?.blocks[0]?.rows ?? []
  /** One cell a line; the rows `empty` without a figure, a page's number behind row `at`. */
  const textWith = (figures: (code: string) => string[], end: string) =>
    [
      '云溪县2016年政府信息公开工作年度报告',
      '政府信息公开情况统计表\n统计指标\n单位\n统计数',
      ...rows.flatMap(({ code, printed, unit }) => [printed, unit ?? '', ...figures(code)]),
      `云溪县人民政府\n2017年1月6日${end}`,
    ]
      .filter((line) => line !== '')
      .join('\n')
  const row = 'replies.already_public'
  const cut = (code: string) => (code === row ? ['1'] : code === 'replies.granted' ? [] : ['30'])

  test('a figure alone that may be one is withheld, where empty cells leave no trace', async () => {
    expect(await statusesOf(textWith(cut, '\n2'), 'statistics', row)).toEqual(['ambiguous'])
  })

  test('it is read where the text does not end in the number of a later page, or no row is empty', async () => {
    expect(await statusesOf(textWith(cut, ''), 'statistics', row)).toEqual(['stated'])
    expect(await statusesOf(textWith(cut, '\n1'), 'statistics', row)).toEqual(['stated'])
    const full = (code: string) => (code === row ? ['1'] : ['30'])
    expect(await statusesOf(textWith(full, '\n2'), 'statistics', row)).toEqual(['stated'])
  })

  test('an empty row is called so where its unit stands behind it, and not where it stands elsewhere', async () => {
    const text = textWith(cut, '')
    expect(await statusesOf(text, 'statistics', 'replies.granted')).toEqual(['blank'])
    const printed = rows.find(({ code }) => code === 'replies.granted')?.printed ?? ''
    const unit = rows.find(({ code }) => code === 'replies.granted')?.unit ?? ''
    const moved = text.replace(`${printed}\n${unit}\n`, `${printed}\n`)
    expect(moved).not.toBe(text)
    expect(await statusesOf(moved, 'statistics', 'replies.granted')).toEqual(['ambiguous'])
  })
})
