import { expect, test, vi } from 'vitest'
import { fold } from '../src/loaders/fold.js'
import { readReport } from '../src/loaders/report.js'
import { surfaceOf } from '../src/loaders/surface.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { render } from './support/render.js'

vi.mock('opencc-js/t2cn', () => {
  throw new Error('the converter was loaded')
})

test('a Simplified report is read without loading the converter', async () => {
  const { source } = render(madeUp(randomOf(1), '2021'), 'html')
  const { report } = await readReport({ id: 'made-up', path: 'made-up', bytes: new TextEncoder().encode(source) })
  expect([report.source.script, report.folding.traditionalShare, report.report.form]).toEqual(['hans', 0, '2021'])
})

test('and this test would notice it', async () => {
  await expect(fold(surfaceOf('報告'), 'hant')).rejects.toThrow()
})
