import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import type { Cell } from '../src/types.js'
import { type MadeUp, madeUp, truthsOf } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'

// Texts as `pdftotext` writes them of pages made by a word processor: the labels of a page, then its figures, each a block; the first row's
// figures among heads and labels; the last rows together column by column, partly behind the next table's title, that table's first
// figures before its own. What is expected of each cell is what the made-up report prints; its sums hold.

const SEED = process.env.GONGKAI_SEED ?? 'displaced'
const [WIDTH, LAST] = [7, 3]
const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

interface Layout {
  /** How many columns of the last rows stand before the title of the next table. */
  readonly early: number
  /** How many figures of the next table stand before its own title. */
  readonly surplus: number
  /** Changes the figures of the requests table that stand alone. */
  readonly damage?: (figures: string[]) => string[]
}

function figuresOf(report: MadeUp, table: 'requests' | 'remedies'): string[] {
  return truthsOf(report).flatMap((truth) => (truth.table === table ? truth.printed : []))
}

function pagesOf(report: MadeUp, { early, surplus, damage = (figures) => figures }: Layout): string {
  const { tables } = report.form
  const [block] = tables.requests?.blocks ?? []
  const labels = (block?.rows ?? []).flatMap(({ under, printed }) => [...under, printed])
  const [first = '', ...others] = new Set(labels)
  const requests = figuresOf(report, 'requests')
  const [one = '', two = '', three = '', ...rest] = requests.slice(0, WIDTH)
  const alone = damage(requests.slice(WIDTH, -LAST * WIDTH))
  const last = requests.slice(-LAST * WIDTH)
  const columns = HEADS.map((_, i) => [0, 1, 2].map((row) => last[row * WIDTH + i]).join('\n'))
  const [review, ...remedies] = blocksOfRemedies(figuresOf(report, 'remedies'))
  return [
    `${report.issuer}${report.year}年政府信息公开工作年度报告\n\n三、${tables.requests?.title}\n申请人情况\n法人或其他组织\n自然人`,
    `商业企\n科研机\n业\n构\n${two}\n${three}\n${first.slice(0, 8)} ${one}\n${first.slice(8)}`,
    `总计\n社会公\n益组织\n${rest[0]}\n\n法律服\n务机构\n${rest[1]}\n\n其他\n\n${rest[2]}\n\n${rest[3]}`,
    others.join('\n'),
    ...alone,
    ...columns.slice(0, early),
    ...(surplus === 0 ? [] : [`复议后起诉\n结果\n结果\n维\n纠\n持\n正\n${remedies.slice(-5, surplus - 5).join('\n')}`]),
    `四、${tables.remedies?.title}\n行政复议\n行政诉讼\n结果\n结果\n维持\n纠正\n未经复议直接起诉\n${review}`,
    ...columns.slice(early),
    ...remedies.slice(0, -5),
    ...remedies.slice(surplus - 5),
    '五、存在的主要问题及改进情况\n没有问题。\n\n\f',
  ].join('\n\n')
}

/** The figures of the first part of the remedies table line by line, and the others. */
function blocksOfRemedies(figures: readonly string[]): string[] {
  return [figures.slice(0, 5).join('\n'), ...figures.slice(5)]
}

async function outcomeOf(report: MadeUp, text: string) {
  const read = await readReport({ id: 'made-up', path: 'made-up.txt', bytes: new TextEncoder().encode(text) })
  const cells = new Map(
    (['requests', 'remedies'] as const).flatMap((table) =>
      (read.report.tables[table] ?? []).map((cell): [string, Cell] => [`${table}/${cell.row}/${cell.column}`, cell]),
    ),
  )
  const truths = truthsOf(report).filter(({ table }) => table !== 'proactive')
  const cellOf = ({ table, row, column }: (typeof truths)[number]) => cells.get(`${table}/${row}/${column}`)
  const known = truths.filter((truth) => !['ambiguous', 'absent'].includes(cellOf(truth)?.status ?? 'absent'))
  return {
    printed: truths.length,
    known: known.length,
    absent: truths.filter((truth) => cellOf(truth)?.status === 'absent').length,
    wrong: known
      .filter((truth) => cellOf(truth)?.value !== truth.value)
      .map((truth) => `${truth.row}/${truth.column}: ${cellOf(truth)?.value} for ${truth.printed}`),
  }
}

async function outcomes(name: string, count: number, layoutOf: (random: Random) => Layout) {
  const found: Awaited<ReturnType<typeof outcomeOf>>[] = []
  for (let i = 0; i < count; i++) {
    const random = randomOf(SEED, name, i)
    const report = madeUp(random, random.pick(['2019', '2021']))
    found.push(await outcomeOf(report, pagesOf(report, layoutOf(random))))
  }
  const sum = (key: 'printed' | 'known' | 'absent') => found.reduce((all, one) => all + one[key], 0)
  return {
    printed: sum('printed'),
    known: sum('known'),
    absent: sum('absent'),
    wrong: found.flatMap((one) => one.wrong),
  }
}

describe('a text of pages with figures too soon or too late', () => {
  test('last rows that go on behind the next title are read, and that table without them', async () => {
    const { printed, known, wrong } = await outcomes('late', 8, (random) => ({ early: random.int(2, 5), surplus: 0 }))
    expect(wrong).toEqual([])
    expect(known).toBeGreaterThan(0.8 * printed)
  })

  test('first figures of the next table that stand before its title are not the last of this', async () => {
    const { printed, known, wrong } = await outcomes('surplus', 8, (random) => ({
      early: WIDTH,
      surplus: random.int(1, 3),
    }))
    expect(wrong).toEqual([])
    expect(known).toBeGreaterThan(0.8 * printed)
  })

  test('nothing else is read, and nothing called absent, where a figure is lost or one too many, or two are exchanged', async () => {
    const { absent, wrong } = await outcomes('damaged', 16, (random) => ({
      early: random.pick([3, WIDTH]),
      surplus: 0,
      damage: (figures) => {
        const at = random.int(0, figures.length - 2)
        const [one = '', two = ''] = figures.slice(at)
        if (one === two) return [...figures.slice(0, at), ...figures.slice(at + 1)]
        return [...figures.slice(0, at), ...random.pick([[one], [one, '3', two], [two, one]]), ...figures.slice(at + 2)]
      },
    }))
    expect(wrong).toEqual([])
    expect(absent).toBe(0)
  })
})
