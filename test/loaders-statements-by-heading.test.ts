import { describe, expect, it } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import { BY_HEADING } from './support/said-by-heading.js'
import { isNamed } from './support/statements.js'

/** What is read of a sentence in a report of its own, below such a heading. */
async function saidBelow(heading: string, text: string): Promise<string[]> {
  const lines = [
    '宁水县交通运输局2023年政府信息公开工作年度报告',
    `一、${heading}`,
    text,
    '宁水县交通运输局',
    '2024年1月20日',
  ]
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`)
  const { report } = await readReport({ id: 'a', path: 'a.txt', bytes })
  return report.statements
    .filter(isNamed)
    .map(({ key, value, part_of }) => `${key} ${value}${part_of === null ? '' : ' of it'}`)
    .sort()
}

// Expected: what `support/said-by-heading.ts` says a reader reads, and nothing else of a known kind.
describe.each(Object.entries(BY_HEADING))('%s', (heading, sentences) => {
  it.each(sentences.map(([text, ...said]) => [text, said] as const))('%s', async (text, said) => {
    expect(await saidBelow(heading, text)).toEqual([...said].sort())
  })
})
