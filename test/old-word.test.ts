import { describe, expect, test } from 'vitest'
import { compoundFile, compoundStreams } from '../src/loaders/containers/compound.js'
import { docText } from '../src/loaders/containers/doc.js'
import type { DocumentBlock } from '../src/study/simulate/documents.js'
import { docFile, type OldWord } from '../src/study/simulate/old-word-file.js'

const cell = (text: string, colspan = 1, rowspan = 1) => ({ text, colspan, rowspan })

const blocks: readonly DocumentBlock[] = [
  '某市二〇二一年报告',
  [
    [cell('甲', 1, 2), cell('12', 2)],
    [cell('3'), cell('')],
    [cell('乙一\n乙二'), cell('', 2)],
  ],
  '受理申请 12 件𠮷。',
  [[cell('丙'), cell('56'), cell('78')]],
  '2022',
]

const WAYS: readonly OldWord[] = (['whole', 'fast'] as const).flatMap((saved) =>
  (['one cell', 'empty cells'] as const).map((merged) => ({ saved, merged })),
)

describe('an old Word file', () => {
  // The expected text is what was put in: a row a line, a tab between cells, a blank where a label is broken.
  test.each(WAYS)('gives back its paragraphs, rows and cells: $saved, $merged', async (how) => {
    const more = how.merged === 'empty cells' ? '\t' : ''
    expect(await docText(await docFile(blocks, how))).toBe(
      `某市二〇二一年报告\n甲\t12${more}\n\t3\t\n乙一 乙二\t${more}\n受理申请 12 件𠮷。\n丙\t56\t78\n2022\n`,
    )
  })

  test.each(WAYS)('holds the same bytes each time: $saved, $merged', async (how) => {
    expect(Buffer.compare(await docFile(blocks, how), await docFile(blocks, how))).toBe(0)
  })

  test('of many paragraphs and rows loses none', async () => {
    const many = Array.from(
      { length: 400 },
      (_, i): DocumentBlock => (i % 2 ? [[cell(`第${i}`), cell(`${i}`)]] : `${i}段`),
    )
    const expected = many.map((_, i) => (i % 2 ? `第${i}\t${i}` : `${i}段`)).join('\n')
    for (const how of WAYS) expect((await docText(await docFile(many, how))).trim()).toBe(expected)
  })

  test('does not give deleted text back, wherever it lies', async () => {
    for (const how of WAYS) {
      const file = await withDeleted(await docFile(blocks, how), '申请 12 ')
      const text = await docText(file)
      expect(text, JSON.stringify(how)).toContain('受理件𠮷。')
      expect(text).toContain('甲\t12')
    }
  })

  test('whose lists lead out of it is refused', async () => {
    const streams = await compoundStreams(await docFile(blocks))
    const word = Buffer.from(streams.get('WordDocument') ?? '')
    word.writeUInt32LE(0xffff, 0x102)
    const broken = await compoundFile({ WordDocument: word, '1Table': streams.get('1Table') ?? Buffer.alloc(0) })
    await expect(docText(broken)).rejects.toMatchObject({ code: 'damaged_file' })
  })
})

/** The file with some of its words, written in UTF-16, marked as deleted: one page with the properties of one run. */
async function withDeleted(file: Uint8Array, words: string): Promise<Uint8Array> {
  const streams = await compoundStreams(file)
  const old = streams.get('WordDocument') ?? Buffer.alloc(0)
  const table = streams.get('1Table') ?? Buffer.alloc(0)
  const from = old.indexOf(Buffer.from(words, 'utf16le'))
  expect(from).toBeGreaterThan(0)
  const page = Buffer.alloc(512)
  page.writeUInt32LE(from, 0)
  page.writeUInt32LE(from + 2 * words.length, 4)
  page.writeUInt8(250, 8)
  // Three bytes behind their length: `deleted` (0x0800) is 1.
  page.set([3, 0x00, 0x08, 1], 500)
  page.writeUInt8(1, 511)
  const list = Buffer.alloc(12)
  list.writeUInt32LE(from, 0)
  list.writeUInt32LE(from + 2 * words.length, 4)
  list.writeUInt32LE(old.length / 512, 8)
  const word = Buffer.concat([old, page])
  word.writeUInt32LE(table.length, 0xfa)
  word.writeUInt32LE(list.length, 0xfe)
  return compoundFile({ WordDocument: word, '1Table': Buffer.concat([table, list]) })
}
