import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import { onlyPlacing } from '../src/loaders/rows/placing.js'
import type { Cell, Report, TableName } from '../src/types.js'
import { type GridCell, type MadeUp, madeUp, truthsOf } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'

// Tables as text recovery from PDF leaves them: lines of pipes, labels torn off their lines. What is expected of each cell is
// the figure that the made-up report prints for it; the form's identities hold in every made-up report.

async function read(source: string): Promise<Report> {
  return (await readReport({ id: 'made-up', path: 'made-up.md', bytes: new TextEncoder().encode(source) })).report
}

interface Line {
  readonly label: string
  readonly figures: readonly string[]
}

function linesOf(report: MadeUp, table: TableName): Line[] {
  return report.grids[table].flatMap((row: readonly GridCell[]) => {
    const figures = row.flatMap((cell) => (cell.truth ? [cell.text] : []))
    const label = row.findLast((cell) => cell.labels !== undefined)?.text
    return label === undefined || figures.length === 0 ? [] : [{ label, figures }]
  })
}

const pipes = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const HEAD = [
  '三、收到和处理政府信息公开申请情况',
  '申请人情况',
  '自然人 法人或其他组织 总计',
  '商业企业 科研机构 社会公益组织 法律服务机构 其他',
]

function pageOf(report: MadeUp, lines: readonly string[]): string {
  return [`${report.issuer}${report.year}年政府信息公开工作年度报告`, ...HEAD, ...lines].join('\n')
}

/** Each of the lines whole, or its label apart in pieces above it. */
function torn(lines: readonly Line[], isTorn: (i: number) => boolean): string[] {
  return lines.flatMap(({ label, figures }, i) =>
    isTorn(i) ? [label.slice(0, 5), label.slice(5), '', pipes(figures), ''] : [pipes([label, ...figures])],
  )
}

/** What the reader makes of each printed figure: right, withheld, or wrong. */
function verdicts(report: MadeUp, found: Report, table: TableName): Record<string, number> {
  const cells = new Map((found.tables[table] ?? []).map((cell: Cell) => [`${cell.row}/${cell.column}`, cell]))
  const counts: Record<string, number> = { stated: 0, inferred: 0, withheld: 0, wrong: 0 }
  for (const truth of truthsOf(report).filter((one) => one.table === table && one.status === 'stated')) {
    const { status = 'absent', value = null } = cells.get(`${truth.row}/${truth.column}`) ?? {}
    const known = status === 'stated' || status === 'inferred'
    const verdict = known
      ? value === truth.value
        ? status
        : 'wrong'
      : status === 'blank' || status === 'nil'
        ? 'wrong'
        : 'withheld'
    counts[verdict] = (counts[verdict] ?? 0) + 1
  }
  return counts
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
const made = (seed: number): [MadeUp, Random] => {
  const random = randomOf(seed)
  return [madeUp(random, seed % 2 === 0 ? '2019' : '2021'), random]
}

describe('labels torn off their lines', () => {
  test.each(SEEDS)('no figure is lost where each line between two whole ones is there: seed %i', async (seed) => {
    const [report, random] = made(seed)
    const lines = linesOf(report, 'requests')
    const found = await read(
      pageOf(
        report,
        torn(lines, (i) => i > 1 && i < lines.length - 2 && random.chance(0.3)),
      ),
    )
    const { stated = 0, inferred = 0, ...rest } = verdicts(report, found, 'requests')
    expect(rest).toEqual({ withheld: 0, wrong: 0 })
    expect(stated + inferred).toBe(7 * lines.length)
    expect(inferred).toBeGreaterThan(0)
    expect(found.report.form).toBe(report.form.form)
  })

  test.each(SEEDS)('where a line is lost too, nothing is put into the wrong row: seed %i', async (seed) => {
    const [report, random] = made(seed)
    const lines = linesOf(report, 'requests')
    const isTorn = (i: number) => i > 3 && i < 12
    const lost = random.int(4, 11)
    const found = await read(
      pageOf(
        report,
        torn(lines, isTorn).filter((line) => line !== pipes(lines[lost]?.figures ?? [])),
      ),
    )
    const cells = new Map(found.tables.requests.map((cell) => [`${cell.row}/${cell.column}`, cell]))
    for (const truth of truthsOf(report).filter(({ table, status }) => table === 'requests' && status === 'stated')) {
      const cell = cells.get(`${truth.row}/${truth.column}`)
      if (cell?.value !== null && cell?.value !== undefined) expect(cell.value).toBe(truth.value)
    }
  })

  test('where the table does not add up, figures without a label are withheld, each with itself as candidate', async () => {
    const [report] = made(3)
    const lines = linesOf(report, 'requests').map((line, i) =>
      i === 5
        ? { ...line, figures: line.figures.map((figure, k) => (k === 0 ? String(Number(figure) + 1) : figure)) }
        : line,
    )
    const found = await read(
      pageOf(
        report,
        torn(lines, (i) => i === 5),
      ),
    )
    const row = found.tables.requests.filter((cell) => cell.row === 'denied.law_prohibits')
    expect(row.map(({ status }) => status)).toEqual(Array(7).fill('ambiguous'))
    expect(row.map(({ candidates }) => candidates)).toEqual(lines[5]?.figures.map((figure) => [Number(figure)]))
  })

  test('a label with its figures elsewhere is not called empty', async () => {
    const [report] = made(1)
    const lines = linesOf(report, 'requests')
    // Two labels, one line of figures: whose it is cannot be told.
    const page = torn(lines, () => false).map((line, i) =>
      i === 6 ? (lines[6]?.label ?? '') : i === 7 ? `${lines[7]?.label}\n\n${pipes(lines[7]?.figures ?? [])}` : line,
    )
    const cells = (await read(pageOf(report, page))).tables.requests
    for (const code of ['denied.three_securities', 'denied.third_party'])
      expect(cells.filter(({ row }) => row === code).map(({ status }) => status)).not.toContain('blank')
  })
})

describe('rows away from their place', () => {
  test('a row in a table of its own, under its own heading and an invented header', async () => {
    const [report] = made(2)
    const lines = linesOf(report, 'requests')
    const page = lines.flatMap(({ label, figures }) => [
      `### ${label}`,
      pipes(['类别', '数据1', '数据2', '数据3', '数据4', '数据5', '数据6', '总计']),
      pipes(Array(8).fill('---')),
      pipes([label.replace(/^(?:[一二三四]、|\(.\)|\d\.)/, ''), ...figures]),
    ])
    expect(verdicts(report, await read(pageOf(report, page)), 'requests')).toEqual({
      stated: 7 * lines.length,
      inferred: 0,
      withheld: 0,
      wrong: 0,
    })
  })

  test('rows printed behind a later block are theirs; one that lacks a figure is withheld, not absent', async () => {
    const page = [
      '云溪县教育局2023年政府信息公开工作年度报告',
      ...[
        '二、主动公开政府信息情况',
        '第二十条第（一）项',
        '第二十条第（五）项',
        '信息内容 本年处理决定数量',
        '行政许可 97',
      ],
      ...['第二十条第（六）项', '信息内容 本年处理决定数量', '行政处罚 3', '行政强制 0'],
      ...['第二十条第（八）项', '信息内容 本年收费金额（单位：万元）', '行政事业性收费 0'],
      ...['| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |', '|---|---|---|---|'],
      ...['| 规章 | 1 | 2 | 3 |', '| 行政规范性文件 | 13 | 55 |'],
    ]
    const cells = (await read(page.join('\n'))).tables.proactive
    const of = (code: string) => cells.filter(({ row }) => row === code).map(({ status, value }) => value ?? status)
    expect(of('regulations')).toEqual([1, 2, 3])
    expect(of('normative_documents')).toEqual(['ambiguous', 'ambiguous', 'ambiguous'])
    expect(of('licences')).toEqual([97])
  })

  test('a cell that cannot be read is no label: its row is not shifted', async () => {
    const [report] = made(2)
    const lines = linesOf(report, 'requests')
    const page = lines.map(({ label, figures }, i) =>
      pipes([label, ...(i === 4 ? ['约四件', ...figures.slice(1)] : figures)]),
    )
    const row = (await read(pageOf(report, page))).tables.requests.filter(
      ({ row: code }) => code === 'denied.state_secret',
    )
    expect(row.every(({ status }) => status === 'ambiguous' || status === 'stated')).toBe(true)
    expect(row[0]?.value).toBeNull()
  })
})

describe('the table of review and litigation', () => {
  const TITLE = '云溪县教育局2023年政府信息公开工作年度报告'
  const NAMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const requests = () => {
    const [report] = made(1)
    return [...HEAD, ...torn(linesOf(report, 'requests'), () => false)]
  }
  const figures = [2, 1, 0, 1, 4, 3, 0, 0, 0, 3, 8, 0, 1, 1, 10]

  test('as three tables, one for each part', async () => {
    const part = (name: string, i: number) => [
      `### ${name}`,
      pipes(NAMES),
      pipes(Array(5).fill('---')),
      pipes(figures.slice(5 * i, 5 * i + 5).map(String)),
    ]
    const page = [
      TITLE,
      ...requests(),
      '## 四、政府信息公开行政复议、行政诉讼情况',
      ...['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'].flatMap(part),
    ]
    const { remedies } = (await read(page.join('\n'))).tables
    expect(remedies.map(({ value, status }) => [value, status])).toEqual(figures.map((value) => [value, 'stated']))
  })

  const header = [
    '行政复议行政诉讼',
    '未经复议直接起诉复议后起诉',
    '结果结果其他尚未',
    '总计',
    '总计总计',
    '维持纠正结果审结维持纠正结果审结',
    pipes(['维持', '纠正', '结果', '审结']),
  ]
  const under = async (line: readonly number[]) =>
    (
      await read(
        [
          TITLE,
          ...requests(),
          '四、政府信息公开行政复议、行政诉讼情况',
          ...header,
          '|---|---|---|---|',
          pipes(line.map(String)),
        ].join('\n'),
      )
    ).tables.remedies

  test('under a header torn column by column, inferred since every part adds up', async () => {
    const cells = await under(figures)
    expect(cells.map(({ value, status, by }) => [value, status, by])).toEqual(
      figures.map((value) => [value, 'inferred', ['remedies.row_total']]),
    )
  })

  test('withheld if one part does not add up', async () => {
    const cells = await under(figures.with(4, 5))
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['ambiguous']))
    expect(cells.map(({ candidates }) => candidates?.[0])).toEqual(figures.with(4, 5))
  })

  test('withheld in a line of another length: the table is there, but which figure is missing nobody can tell', async () => {
    const cells = await under(figures.slice(1))
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['ambiguous']))
    expect(new Set(cells.flatMap(({ candidates }) => candidates))).toEqual(new Set())
  })
})

describe('a page on one line', () => {
  const TITLE = '云溪县教育局2023年政府信息公开工作年度报告'
  const of = (cells: readonly Cell[], code: string) =>
    cells.filter(({ row }) => row === code).map(({ status, value }) => (status === 'stated' ? value : status))
  const glued = (report: MadeUp, change: (label: string, figures: string) => string) =>
    linesOf(report, 'requests')
      .map(({ label, figures }) => change(label, figures.map((figure) => (figure === '0' ? '0' : '1')).join('')))
      .join('')

  test('figures that a repeated heading or the next section follows are the row', async () => {
    const [report] = made(1)
    const sevens = glued(report, (label, figures) =>
      label.startsWith('8.')
        ? `${label}0000000三、本年度办理结果（四）无法提供`
        : label.startsWith('四、')
          ? `${label} 0 0 00 00 0 `
          : `${label}${figures}`,
    )
    const cells = (await read(`${[TITLE, ...HEAD].join(' ')}${sevens}四、政府信息公开行政复议、行政诉讼情况`)).tables
      .requests
    expect(of(cells, 'denied.administrative_query')).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(cells.filter(({ row }) => row === 'carried_out').map(({ value }) => value)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  // Printed for 3, 34, 2, 0, 0, 1 and 2, which do not add up; by chance 3+3+4+2+0+0 is 12. Received and carried in (10) are not concluded and carried out.
  test('but not one cut by its own total alone where its table refutes the balance it takes part in', async () => {
    const [report] = made(1)
    const lines = linesOf(report, 'requests')
    const rows = lines.map(({ label }, i) => {
      const digits = i === 0 ? '9000009' : i === lines.length - 1 ? '33420012' : '1000001'
      return `${label}${digits}`
    })
    const { tables } = await read(`${[TITLE, ...HEAD].join(' ')}${rows.join('')}四、政府信息公开行政复议、行政诉讼情况`)
    expect(tables.requests.filter(({ row }) => row === 'carried_out').map(({ value }) => value)).toEqual(
      Array(7).fill(null),
    )
    expect(tables.requests.filter(({ row }) => row === 'received_new').map(({ value }) => value)).toEqual([
      9, 0, 0, 0, 0, 0, 9,
    ])
  })

  test('rows of digits that leave no other cut are given even where the columns do not add up', async () => {
    const [report] = made(1)
    const rows = linesOf(report, 'requests').map(({ label }, i) => `${label}${i === 0 ? '9000009' : '1000001'}`)
    const { tables, findings } = await read(
      `${[TITLE, ...HEAD].join(' ')}${rows.join('')}四、政府信息公开行政复议、行政诉讼情况`,
    )
    expect(findings.map(({ rule }) => rule)).toContain('reading.no_solution')
    expect(tables.requests.map(({ value }) => value)).toEqual(
      rows.flatMap((_, i) => [i === 0 ? 9 : 1, 0, 0, 0, 0, 0, i === 0 ? 9 : 1]),
    )
  })

  test('a figure run together with words that end no cell is not given', async () => {
    const page = (behind: string) =>
      `${TITLE} 二、主动公开政府信息情况 第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件000第二十条第（五）项信息内容本年处理决定数量行政许可136${behind}第二十条第（六）项信息内容本年处理决定数量行政处罚0行政强制0第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费9116.36 三、收到和处理政府信息公开申请情况`
    expect(of((await read(page(''))).tables.proactive, 'licences')).toEqual([136])
    expect(of((await read(page('某'))).tables.proactive, 'licences')).toEqual(['ambiguous'])
    expect(of((await read(page(''))).tables.proactive, 'fees')).toEqual([9116.36])
  })
})

describe('onlyPlacing', () => {
  test('finds the only way, by brute force on all small cases', () => {
    for (let fits = 0; fits < 512; fits++) {
      const may = (thing: number, place: number) => ((fits >> (3 * thing + place)) & 1) === 1
      for (const things of [1, 2, 3]) {
        const ways = [0, 1, 2, 3, 4, 5, 6, 7]
          .map((mask) => [0, 1, 2].filter((place) => (mask >> place) & 1))
          .filter((places) => places.length === things && places.every((place, thing) => may(thing, place)))
        const list = Array.from({ length: things }, (_, i) => i)
        expect(onlyPlacing(list, [0, 1, 2], may)).toEqual(ways.length === 1 ? ways[0] : null)
      }
    }
  })
})
