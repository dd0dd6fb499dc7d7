import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createProgress } from '../src/study/progress.js'

function listener(isTTY: boolean) {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 120 })
  return { stream, heard: () => String(stream.read() ?? '') }
}

describe('createProgress', () => {
  test('off a terminal: a line every 1000 reports and one at the end', () => {
    const { stream, heard } = listener(false)
    const progress = createProgress(2500, stream, { now: () => 0 })
    for (let i = 0; i < 2500; i++) progress.step('a')
    progress.stop()
    expect(heard()).toBe('1000 of 2500 reports · a\n2000 of 2500 reports · a\n2500 of 2500 reports\n')
  })

  test('off a terminal: a line when five seconds have passed', () => {
    const { stream, heard } = listener(false)
    let time = 0
    const progress = createProgress(10, stream, { now: () => time })
    for (let i = 0; i < 10; i++) {
      time += 2000
      progress.step()
    }
    progress.stop()
    expect(heard()).toBe('3 of 10 reports\n6 of 10 reports\n9 of 10 reports\n10 of 10 reports\n')
  })

  test('on a terminal: a bar, without control characters from file names', () => {
    const { stream, heard } = listener(true)
    const progress = createProgress(2, stream)
    progress.step('name\u001b[31m.html')
    progress.step('last')
    progress.stop()
    const shown = heard()
    expect(shown).toContain('2/2 reports')
    expect(shown).toContain('█')
    expect(shown).not.toContain('\u001b[31m')
  })

  test('silent: nothing, on a terminal or off', () => {
    for (const isTTY of [true, false]) {
      const { stream, heard } = listener(isTTY)
      const progress = createProgress(1, stream, { silent: true })
      progress.step()
      progress.stop()
      expect(heard()).toBe('')
    }
  })

  test('writes to standard error unless told otherwise', () => {
    const written: string[] = []
    const { write } = process.stderr
    process.stderr.write = ((text: string) => written.push(text) > 0) as typeof write
    try {
      createProgress(0).stop()
    } finally {
      process.stderr.write = write
    }
    expect(written.join('')).toContain('0')
  })

  test('a total that is no count is refused', () => {
    expect(() => createProgress(-1)).toThrow('createProgress requires')
  })
})
