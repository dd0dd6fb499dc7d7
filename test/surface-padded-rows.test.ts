import { describe, expect, test } from 'vitest'
import { withoutPadding } from '../src/loaders/surface/padded-rows.js'

// What is expected is what stands in the rows, told by looking at them: borders behind the last cell's own are padding only where a text
// drops its empty cells.

const PADDED = [
  '第二十条第一项 | |||',
  '信息内容 | 制发件数 | 废止件数 | 有效件数 |',
  '规章 | 58 | ||',
  '文件 | 3 | 2 | |',
]

describe('rows filled up with borders', () => {
  test('lose these borders, and keep every place', () => {
    const source = PADDED.join('\n')
    const read = withoutPadding(source)
    expect(read).toHaveLength(source.length)
    expect(read.split('\n').map((line) => line.trimEnd())).toEqual([
      '第二十条第一项 |',
      '信息内容 | 制发件数 | 废止件数 | 有效件数 |',
      '规章 | 58 |',
      '文件 | 3 | 2 |',
    ])
  })

  test('also where a border opens each row', () => {
    const source = PADDED.map((line) => `| ${line}`).join('\n')
    expect(withoutPadding(source).split('\n')[2]?.trim()).toBe('规章 | 58 |')
    expect(withoutPadding(source)).toHaveLength(source.length)
  })

  test.each([
    ['an empty cell before another is kept, and so are those at the end', '规章 | | 58 | |\n文件 | 3 | 2 | |||'],
    ['compact rows have no blanks at any border', '|规章|58|||\n|文件|3|2|1|'],
    ['rows of equal widths', '| 规章 | 58 | 2 |\n| 文件 | 3 | |'],
  ])('%s', (_, source) => expect(withoutPadding(source)).toBe(source))
})
