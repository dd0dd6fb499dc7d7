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

/** The file with some of its words, written in UTF-16, marked as deleted. */
function withDeleted(file: Uint8Array, words: string): Promise<Uint8Array> {
  return withProperty(file, words, [words, DELETED])
}

/** A property of characters as it is stored ([MS-DOC] 2.6.1): two bytes of its name, and what it is set to. */
type Property = readonly number[]
const DELETED: Property = [0x00, 0x08, 1]
const STRUCK: Property = [0x37, 0x08, 1]
const STRUCK_TWICE: Property = [0x53, 0x2a, 1]
const HIDDEN: Property = [0x3c, 0x08, 1]
const HIDDEN_UNLIKE_STYLE: Property = [0x3c, 0x08, 0x81]
const NOT_HIDDEN: Property = [0x3c, 0x08, 0]
const RAISED: Property = [0x48, 0x2a, 1]
const LOWERED: Property = [0x48, 0x2a, 2]
const HIGHER: Property = [0x45, 0x48, 6, 0]
const LOWER: Property = [0x45, 0x48, 0xfa, 0xff]

/** The file with a part of some words in it, in one or two bytes a character, set to a property: one page with the properties of one run. */
async function withProperty(
  file: Uint8Array,
  words: string,
  [part, property]: readonly [part: string, property: Property],
  styles = Buffer.alloc(0),
): Promise<Uint8Array> {
  const streams = await compoundStreams(file)
  const old = streams.get('WordDocument') ?? Buffer.alloc(0)
  const table = streams.get('1Table') ?? Buffer.alloc(0)
  const wide = old.indexOf(Buffer.from(words, 'utf16le'))
  const width = wide > 0 ? 2 : 1
  const found = width === 2 ? wide : old.indexOf(Buffer.from(words, 'latin1'))
  expect(found).toBeGreaterThan(0)
  const from = found + width * words.indexOf(part)
  const page = Buffer.alloc(512)
  page.writeUInt32LE(from, 0)
  page.writeUInt32LE(from + width * part.length, 4)
  page.writeUInt8(250, 8)
  page.set([property.length, ...property], 500)
  page.writeUInt8(1, 511)
  const list = Buffer.alloc(12)
  list.writeUInt32LE(from, 0)
  list.writeUInt32LE(from + width * part.length, 4)
  list.writeUInt32LE(old.length / 512, 8)
  const word = Buffer.concat([old, page])
  word.writeUInt32LE(table.length, 0xfa)
  word.writeUInt32LE(list.length, 0xfe)
  word.writeUInt32LE(table.length + list.length, 0xa2)
  word.writeUInt32LE(styles.length, 0xa6)
  return compoundFile({ WordDocument: word, '1Table': Buffer.concat([table, list, styles]) })
}

describe('what an old Word file says of its characters', () => {
  // Expected: what Word shows of the cell: a raised digit as a note's sign, the rest of a figure without what is crossed out or hidden.
  const cases: readonly (readonly [what: string, part: string, property: Property, shown: string])[] = [
    ['raised', '9', RAISED, '407^9'],
    ['raised in two', '79', RAISED, '40^79'],
    ['higher', '9', HIGHER, '407^9'],
    ['lowered', '9', LOWERED, '407'],
    ['lower', '9', LOWER, '407'],
    ['raised as a whole', '4079', RAISED, '4079'],
    ['crossed out', '40', STRUCK, '79'],
    ['crossed out twice', '9', STRUCK_TWICE, '407'],
    ['crossed out as a whole', '4079', STRUCK, '\ufffc'],
    ['hidden', '4', HIDDEN, '079'],
    ['hidden unlike its style', '4', HIDDEN_UNLIKE_STYLE, '079'],
    ['expressly shown', '4', NOT_HIDDEN, '4079'],
    ['hidden as a whole', '4079', HIDDEN, ''],
  ]
  test.each(cases)('%s: %s', async (_, part, property, shown) => {
    for (const how of WAYS)
      for (const label of ['甲件', 'A']) {
        const file = await docFile(['段', [[cell(label), cell('4079'), cell('5')]], '落𠮷'], how)
        expect(await docText(await withProperty(file, '4079', [part, property])), JSON.stringify(how)).toBe(
          `段\n${label}\t${shown}\t5\n落𠮷\n`,
        )
      }
  })

  test('what a style says that the characters name counts as what is said of themselves', async () => {
    // A list of two styles ([MS-DOC] 2.9.271): an empty one, and one of letters named 注, whose properties raise.
    const raised = [...Array(2).fill(0), 2, 0, ...Array(6).fill(0), 1, 0, 0xe8, 0x6c, 0, 0, RAISED.length, 0, ...RAISED]
    const styles = Buffer.from([4, 0, 2, 0, 10, 0, 0, 0, raised.length, 0, ...raised, 0])
    const named = (number: number): Property => [0x30, 0x4a, number, 0]
    const file = await docFile([[[cell('甲'), cell('4079'), cell('5')]]])
    const read = async (property: Property) => docText(await withProperty(file, '4079', ['9', property], styles))
    expect(await read(named(1))).toBe('甲\t407^9\t5\n')
    expect(await read(named(0))).toBe('甲\t4079\t5\n')
    expect(await read([...named(1), 0x48, 0x2a, 2])).toBe('甲\t407\t5\n')
  })

  test('of signs of its own: breaks and tabs within cells, hyphens, pictures, formulas', async () => {
    // Expected: two figures in a cell stay two, and group no number; a cell that shows something which is no text is not empty.
    const written: readonly (readonly [cell: string, text: string])[] = [
      ['1\u000b314', '1  314'],
      ['1\t314', '1  314'],
      ['1\n314', '1  314'],
      ['其他\u000b处理', '其他 处理'],
      ['23\u001f7', '237'],
      ['\u001e5', '-5'],
      ['\u0001', '\ufffc'],
      ['\u0008', '\ufffc'],
      ['12\u0008', '12'],
      ['\u0013 EQ \\o(3,237)\u0015', '\ufffc'],
      ['\u0013 PAGE \u0014 3\u0015', ' 3'],
      ['1\u000f\u001c\u001d2', '12'],
    ]
    for (const how of WAYS)
      for (const [text, shown] of written)
        expect(await docText(await docFile([[[cell('甲'), cell(text), cell('5')]]], how)), text).toBe(
          `甲\t${shown}\t5\n`,
        )
  })
})
