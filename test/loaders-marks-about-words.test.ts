import { expect, test } from 'vitest'
import { withoutWordMarks } from '../src/loaders/surface/word-marks.js'
import { misled, pageOf, textPage } from './support/adversary.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'

// Marks that dress words and are none, and letters shown in another order than written. Expected are the made-up figures.

test('marks about words of Markdown are blanks, and keep every place', async () => {
  expect(withoutWordMarks('a [12]{style="x"} b [注] {1}')).toBe('a  12             b [注] {1}')
  const report = madeUp(randomOf(71), '2021')
  const text = textPage(report, (grid) =>
    grid.map((row) => `| ${row.map((cell) => `[${cell.text}]{.a style="font-size:12pt"}`).join(' | ')} |`).join('\n'),
  )
  const { wrong, read, printed } = await misled(report, text, new Set(), 'a.md')
  expect({ wrong, read }).toEqual({ wrong: [], read: printed })
})

test.each(['<bdo dir="rtl">21</bdo>', '<span style="unicode-bidi:bidi-override;direction:rtl">21</span>'])(
  'a figure in %s is withheld, since 12 is shown',
  async (figure) => {
    const report = madeUp(randomOf(72), '2021')
    const cells = report.grids.requests.flatMap((row) => row.filter(({ truth }) => truth?.row === 'received_new'))
    const [first] = cells
    const unread = new Set(['requests/received_new/natural_person'])
    const { wrong } = await misled(
      report,
      pageOf(report, (cell) => (cell === first ? figure : cell.text)),
      unread,
      'a.html',
    )
    expect(wrong).toEqual([])
    const plain = await misled(
      report,
      pageOf(report, (cell) => (cell === first ? `<bdo dir="ltr">${cell.text}</bdo>` : cell.text)),
    )
    expect(plain).toMatchObject({ wrong: [], read: plain.printed })
  },
)
