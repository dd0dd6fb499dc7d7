import { describe, expect, test } from 'vitest'
import { fold, foldLabel, scriptOf } from '../src/loaders/fold.js'
import { looksLikeHtml } from '../src/loaders/html.js'
import { surfaceOf } from '../src/loaders/surface.js'
import type { Folded } from '../src/types.js'
import { randomOf } from './support/random.js'

/** The slices of the source that the folded units stand for, one after the other. */
function unfolded(source: string, { text, offsets }: Folded): string {
  return Array.from({ length: text.length }, (_, i) => source.slice(offsets[i], offsets[i + 1])).join('')
}

const PARTS = [
  '檔案',
  '最佳化',
  '智慧型',
  '入口網站',
  '檔案館',
  '資訊',
  '程式',
  '（一）',
  '１２',
  '　',
  '\u00a0',
  '“”',
  '《》',
  '\n',
  'abc',
  '〔2021〕',
  '𠮷',
  '👍',
  '公開',
  '這個',
  '公开',
  '\u2f00',
  '\ufeff',
  ':',
  '∶',
]

describe('folded units lead back to the source', () => {
  test.each(['hans', 'hant'] as const)('the slices of all units make up the source (%s)', async (script) => {
    for (let seed = 0; seed < 60; seed++) {
      const random = randomOf(seed)
      const source = Array.from({ length: random.int(0, 40) }, () => random.pick(PARTS)).join('')
      const folded = await fold(surfaceOf(source), script)
      expect(folded.offsets.length).toBe(folded.text.length + 1)
      expect(unfolded(source, folded), `seed ${seed}`).toBe(source)
    }
  })

  test('the place of a Mainland word is that of the Taiwan word it stands for', async () => {
    const source = '第一：最佳化檔案。'
    const { text, offsets } = await fold(surfaceOf(source), 'hant')
    const at = text.indexOf('优化')
    expect(text).toBe('第一:优化文件。')
    expect(source.slice(offsets[at], offsets[at + 2])).toBe('最佳化')
    expect(source.slice(offsets[at + 2], offsets[at + 4])).toBe('檔案')
  })
})

test('an archive is not a document: 檔案館 keeps its word', async () => {
  const { text } = await fold(surfaceOf('檔案館和檔案'), 'hant')
  expect(text).toBe('档案馆和文件')
})

test('a text in Simplified characters keeps its words', async () => {
  const { text } = await fold(surfaceOf('套用设定'), 'hans')
  expect(text).toBe('套用设定')
})

test('forms of full width, brackets, quotation marks and blanks become plain ones', async () => {
  const { text } = await fold(surfaceOf('（１２３）“甲”『乙』　：％ＡＢ〔2021〕'), 'hans')
  expect(text).toBe('(123)"甲""乙" :%AB[2021]')
  expect(foldLabel('本年收费金额（单位：　万元）')).toBe('本年收费金额(单位:万元)')
})

test('the script is told by characters that only one of them has', () => {
  expect(scriptOf('政府信息公开工作年度报告，申请办理情况')).toBe('hans')
  expect(scriptOf('政府信息公開工作年度報告，申請辦理情況')).toBe('hant')
  expect(scriptOf('')).toBe('hans')
  expect(scriptOf('2021 annual report')).toBe('hans')
  // One name in the other script does not make a text Traditional.
  expect(scriptOf(`${'本年度新收政府信息公开申请'.repeat(20)}與`)).toBe('hans')
})

test('all kinds of line ends end a line, and none moves an offset', () => {
  const source = '甲\r\n乙\r丙\u2028丁\f戊'
  const { text, offsets } = surfaceOf(source)
  expect(text.split('\n').map((line) => line.trim())).toEqual(['甲', '乙', '丙', '丁', '戊'])
  expect(text.length).toBe(source.length)
  expect(unfolded(source, { text, offsets })).toBe(source)
})

test('the units of an HTML text lead to its characters, references included', () => {
  const source = '<html><body><p>规章&nbsp;&lt;1&gt;</p><table><tr><td>&#49;2</td></tr></table></body></html>'
  expect(looksLikeHtml(source)).toBe(true)
  const { text, offsets } = surfaceOf(source)
  const slice = (words: string) => {
    const at = text.indexOf(words)
    return source.slice(offsets[at], offsets[at + words.length])
  }
  expect(slice('规章')).toBe('规章')
  expect(slice('<1>')).toBe('&lt;1&gt;')
  expect(slice('12')).toMatch(/^&#49;2/)
})
