import { describe, expect, test } from 'vitest'
import { misled, pageOf } from './support/adversary.js'
import { type GridCell, key, type MadeUp, madeUp, mapCells, mapGrids } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { type Random, randomOf } from './support/random.js'

// Cells that show something else than their mark-up holds. The number expected is the one that a browser shows in the cell; a cell
// in which it shows no number, or two, is expected to be withheld, and never to be called empty.

const SEEDS = [1, 2, 3]

type Write = (figure: string, random: Random) => string

async function readWith(seed: number, write: Write, isUnread: boolean): Promise<ReturnType<typeof misled>> {
  const random = randomOf(seed)
  const report: MadeUp = madeUp(random, seed % 2 === 0 ? '2019' : '2021')
  const unread = new Set<string>()
  const source = pageOf(report, (cell: GridCell) => {
    if (cell.truth === undefined || random.chance(0.7)) return cell.text
    if (isUnread) unread.add(key(cell.truth.table, cell.truth.row, cell.truth.column))
    return write(cell.text, random)
  })
  return misled(report, source, unread)
}

const SIGNS = [
  '<sup>①</sup>',
  '<sup>*</sup>',
  '<sup>注1</sup>',
  '<sup>(1)</sup>',
  '<sup><a href="#_ftn1"><sup>[1]</sup></a></sup>',
]
const digit = (random: Random) => random.int(1, 9)

describe('a figure beside what is not to be seen, or no part of it', () => {
  const written: Record<string, Write> = {
    'hidden by style': (figure, random) => `<span style="color:red; display: none">${digit(random)}</span>${figure}`,
    invisible: (figure, random) => `<span style='visibility:hidden'>${digit(random)}</span>${figure}`,
    'hidden in Word': (figure, random) => `<span style="mso-hide:all">${digit(random)}</span>${figure}`,
    'hidden by attribute': (figure, random) => `<i hidden>${digit(random)}</i>${figure}`,
    deleted: (figure, random) => `<del>${digit(random)}</del><ins>${figure}</ins>`,
    'crossed out': (figure, random) => `<span style="text-decoration:line-through">${digit(random)}</span>${figure}`,
    'raised by style': (figure, random) => `${figure}<span style="vertical-align:super">${digit(random)}</span>`,
    'hidden by a class': (figure, random) =>
      `<style>.w{display:none}</style><b class="w">${digit(random)}</b>${figure}`,
    'hidden by a class of Word': (figure, random) =>
      `<style><!-- /* Word */ span.gone, i.off {color:red; DISPLAY : none !important} --></style><span class="x gone">${digit(random)}</span>${figure}`,
    'hidden by its name': (figure, random) =>
      `<style>td #n, #m em { visibility: hidden }</style><b id="n">${digit(random)}</b>${figure}`,
    'not hidden after all': (figure, random) =>
      `<style>.on{display:none} .p .on{display:none} @media print{.q{display:none}}</style><b class="on q" style="display:inline">${figure}</b><i style="opacity:0">${digit(random)}</i>`,
    'hidden on paper only': (figure) => `<style>@media print{.q{display:none}}</style><b class="q">${figure}</b>`,
    'crossed out by a class': (figure, random) =>
      `<style>td .old{text-decoration: line-through}</style><u class="old">${digit(random)}</u>${figure}`,
    'raised by a class': (figure, random) =>
      `<style>.fn{font-size:8px;vertical-align:super}</style>${figure}<span class="fn">${digit(random)}</span>`,
    'raised by its place': (figure, random) =>
      `${figure}<small style="position:relative;top:-.5em">${digit(random)}</small>`,
    'raised by a length': (figure, random) => `${figure}<span style="vertical-align:4px">${digit(random)}</span>`,
    "Word's sign of a note": (figure, random) => `${figure}<span class="MsoFootnoteReference">${digit(random)}</span>`,
    'of no size': (figure, random) =>
      `<b style="display:inline-block;width:0;overflow:hidden">${digit(random)}</b>${figure}<b style="font-size:1px">${digit(random)}</b>`,
    'off the page': (figure, random) => `<b style="position:absolute;left:-9999px">${digit(random)}</b>${figure}`,
    'under a gloss': (figure, random) => `<ruby>${figure}<rp>(</rp><rt>${digit(random)}</rt></ruby>`,
    'raised signs': (figure, random) => figure + random.pick(SIGNS),
    'a link to a note': (figure, random) => `${figure}<a href="#_ftn1">${digit(random)}</a>`,
    'in a field': (figure) => `<input type="text" value="${figure}">`,
    'in a larger field': (figure) => `<textarea>${figure}</textarea>`,
    'in a list of options': (figure) => `<select><option>1</option><option selected>${figure}</option></select>`,
    'in a table of its own': (figure) => `<table><tr><td>${figure}</td></tr></table>`,
  }
  test.each(Object.entries(written))('%s: every number is read', async (_, write) => {
    for (const seed of SEEDS) {
      const { wrong, read, printed } = await readWith(seed, write, false)
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
    }
  })
})

describe('a cell that shows no number, or two', () => {
  const written: Record<string, Write> = {
    'a picture': () => '<img src="n.png" alt="">',
    'a drawing': () => '<svg><text>7</text></svg>',
    'what a script writes': () => '<script>document.write(7)</script>',
    'a character of a style sheet': () => '<span class="n7"></span>',
    'all crossed out': (figure) => `<s>${figure}</s>`,
    'two lines': (_, random) => `${digit(random)}<br>${random.int(100, 999)}`,
    'two blocks': (_, random) =>
      `<span style="display:block">${digit(random)}</span><div>${random.int(100, 999)}</div>`,
    'a tab between': (_, random) => `${digit(random)}\t${random.int(100, 999)}`,
    words: (_, random) => random.pick(['空', '同上', '未统计', '见附件1', '?', '□']),
    'part of a count': (_, random) => `${random.int(1, 9)}.${random.int(100, 999)}件`,
  }
  test.each(Object.entries(written))('%s: withheld, and its row is read all the same', async (_, write) => {
    for (const seed of SEEDS) {
      const { wrong, read, printed } = await readWith(seed, write, true)
      expect(wrong, `seed ${seed}`).toEqual([])
      expect(read, `seed ${seed}`).toBeGreaterThanOrEqual(printed * 0.95)
    }
  })
})

test('of a table that a page shows once and hides once, the one that is shown is read', async () => {
  const ways: Record<string, readonly [before: string, behind: string]> = {
    'by itself': ['<div style="display:none">', '</div>'],
    'by class': ['<style>.small{display:none}</style><div class="small">', '</div>'],
    'by its place': ['<style>#old .s{visibility:hidden}</style><div id="old"><div class="s">', '</div></div>'],
    'on every screen': ['<style>@media screen{.old{display:none}}</style><div class="old">', '</div>'],
    'in a dialog that is closed': ['<dialog>', '</dialog>'],
    'until asked for': ['<div popover>', '</div>'],
    'folded up': ['<details><summary>旧表</summary>', '</details>'],
    'crossed out': ['<del>', '</del>'],
  }
  for (const [way, [before, behind]] of Object.entries(ways)) {
    const [shown, hidden] = [madeUp(randomOf(8), '2021'), madeUp(randomOf(9), '2021')]
    const { wrong, read, printed } = await misled(
      shown,
      pageOf(shown).replace('<body>', `<body>${before}${pageOf(hidden)}${behind}`),
    )
    expect({ way, wrong, read }).toEqual({ way, wrong: [], read: printed })
  }
})

test('of two tables the first is read where it is shown: unfolded, open, or hidden on paper only', async () => {
  const ways = [
    ['<details open><summary>表</summary>', '</details>'],
    ['<dialog open>', '</dialog>'],
    ['<style>@media print{.p{display:none}} .q .p{display:none}</style><div class="p">', '</div>'],
  ]
  for (const [before, behind] of ways) {
    const [first, second] = [madeUp(randomOf(8), '2021'), madeUp(randomOf(9), '2021')]
    const page = pageOf(second).replace('<body>', `<body>${before}${pageOf(first)}${behind}`)
    const { wrong, read, printed } = await misled(first, page)
    expect({ before, wrong, read }).toEqual({ before, wrong: [], read: printed })
  }
})

test('of a sentence that is read which a browser shows: no number hidden in its line, none crossed out', async () => {
  const sentence = async (written: string) => {
    const text = `<h1>云溪县2021年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>2021年，共收到政府信息公开申请${written}件。</p>`
    const { report } = await readText(`<html><body>${text}</body></html>`)
    return report.statements.filter(({ key }) => key === 'requests_received').map(({ value }) => value)
  }
  for (const hidden of [
    '<del>4</del>',
    '<s>4</s>',
    '<span style="display:none">4</span>',
    '<i style="opacity:0">4</i>',
  ])
    expect(await sentence(`${hidden}6`), hidden).toEqual([6])
  for (const shown of ['<ins>4</ins>', '<span style="display:inline">4</span>', '<span hidden2>4</span>'])
    expect(await sentence(`${shown}6`), shown).toEqual([46])
})

test("columns that a page's own style sheet hides are left out", async () => {
  // Expected: the columns that a browser shows; the one hidden holds other figures, as last year's would.
  const random = randomOf(12)
  const report = madeUp(random, '2021')
  const hidden = () => `</td><td class="last-year">${random.int(1, 99)}`
  const page = pageOf(report, ({ text, truth }) => (truth?.column === 'natural_person' ? text + hidden() : text))
  const { wrong, read, printed } = await misled(
    report,
    page.replace('<body>', '<head><style>td.last-year{display:none}</style></head><body>'),
  )
  expect({ wrong, read }).toEqual({ wrong: [], read: printed })
})

test('a hidden table that is the only one is read: pages unfold them', async () => {
  for (const [before, behind] of [
    ['<div style="display:none">', '</div>'],
    ['<details><summary>附表</summary>', '</details>'],
    ['<span style="display:none">', '</span>'],
  ]) {
    const report = madeUp(randomOf(10), '2021')
    const page = pageOf(report).replace('<body>', `<body>${before}`).replace('</body>', `${behind}</body>`)
    const { wrong, read, printed } = await misled(report, page)
    expect({ before, wrong, read }).toEqual({ before, wrong: [], read: printed })
  }
})

test('a figure that several rows share is none of their own', async () => {
  // Expected: of the rows that a cell with a figure reaches over, none is given it, and none is called empty.
  const rows = ['denied.state_secret', 'denied.law_prohibits', 'denied.three_securities']
  const isOver = ({ truth }: GridCell) => truth?.column === 'natural_person' && rows.includes(truth.row)
  const report = mapCells(madeUp(randomOf(11), '2021'), (cell) =>
    isOver(cell) ? { ...cell, text: '98', rowspan: 3 } : cell,
  )
  const isBelow = (cell: GridCell) => isOver(cell) && cell.truth?.row !== rows[0]
  const page = pageOf(mapGrids(report, (grid) => grid.map((row) => row.filter((cell) => !isBelow(cell)))))
  const unread = new Set(rows.map((row) => key('requests', row, 'natural_person')))
  const { wrong, read, printed } = await misled(report, page, unread)
  expect({ wrong, read }).toEqual({ wrong: [], read: printed })
})
