import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { panelRules } from '../src/audits/panel/index.js'
import { notChinese } from './support/chinese.js'
import { panelChecks } from './support/panel.js'

const PANEL = new URL('../src/audits/panel/', import.meta.url)

interface Example {
  readonly rule: string
  readonly tag: 'passes' | 'fails'
  readonly panel: Parameters<typeof panelChecks>[1]
}

function examples(): Example[] {
  let rule = ''
  return readdirSync(PANEL)
    .map((file) => readFileSync(new URL(file, PANEL), 'utf8'))
    .flatMap((source) =>
      [...source.matchAll(/^ \* @(rule|passes|fails) (.+)$/gm)].flatMap(([, tag = '', rest = '']): Example[] => {
        if (tag === 'rule') rule = rest
        return tag === 'passes' || tag === 'fails' ? [{ rule, tag, panel: JSON.parse(rest) as Example['panel'] }] : []
      }),
    )
}

describe('the docstrings of the rules across reports', () => {
  it('show one panel that passes and one that fails, for every rule', () => {
    const shown = examples().map(({ rule, tag }) => `${rule} ${tag}`)
    const wanted = panelRules().flatMap(({ id }) => [`${id} passes`, `${id} fails`])
    expect(shown.sort()).toEqual(wanted.sort())
  })

  it.each(examples())('$rule $tag', ({ rule, tag, panel }) => {
    const checks = panelChecks(rule, panel)
    const outcomes = checks.map(({ outcome }) => outcome)
    expect(outcomes).toContain(tag === 'passes' ? 'passed' : 'failed')
    if (tag === 'passes') expect(outcomes).not.toContain('failed')
    const ids = [...new Set(checks.flatMap(({ report_id, finding }) => [report_id, ...(finding?.with ?? [])]))]
    expect(
      checks.flatMap((check) => notChinese(check, [...ids, ...(panel.publishers ?? []).map(({ id }) => id)])),
    ).toEqual([])
  })
})
