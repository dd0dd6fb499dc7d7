import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepare } from '../scripts/prepare.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const report = join(root, 'data/raw/anqiu-edz-2020.txt')

/** Calls the built program as a shell would. Exit statuses and streams are those of docs/contract.md. */
function gongkai(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/gongkai.js'), ...args], {
    encoding: 'utf8',
    input,
  })
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { status, stdout, stderr, lines }
}

let folder: string
beforeAll(() => {
  prepare()
  folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-'))
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'picture.txt'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('parse', () => {
  test('bad inputs give an error record each, in their place, and cost no other its result', () => {
    const inputs = [join(folder, 'missing.txt'), join(folder, 'empty.txt'), report, join(folder, 'picture.txt')]
    const { status, lines } = gongkai(['parse', ...inputs])
    const records = lines.map((line) => JSON.parse(line) as { id: string; error?: { code: string; message: string } })
    expect(records.map(({ id, error }) => [id, error?.code])).toEqual([
      ['missing', 'not_found'],
      ['empty', 'empty_input'],
      ['anqiu-edz-2020', undefined],
      ['picture', 'unsupported_format'],
    ])
    expect(status).toBe(1)
    for (const { error } of records) if (error) expect(error.message).toMatch(/^[a-z].{15,}/)
  })

  test('a reader who has seen enough is no error', () => {
    const command = `"${process.execPath}" bin/gongkai.js parse data/raw 2>&1 1>&3 | cat >&2`
    const { stderr } = spawnSync('bash', ['-c', `{ ${command}; } 3>&1 | head -c 10`], { cwd: root, encoding: 'utf8' })
    expect(stderr).not.toMatch(/EPIPE|at .*\.js:/)
  })

  test('what a library remarks goes to standard error', () => {
    const remark = 'data:text/javascript,process.on("exit", () => console.log("a remark"))'
    const call = ['--import', remark, join(root, 'bin/gongkai.js'), 'parse', report]
    const { stdout, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' })
    expect(stderr).toContain('a remark')
    expect((JSON.parse(stdout) as { id: string }).id).toBe('anqiu-edz-2020')
  })

  test('JSONL on standard input', () => {
    const text = '某县2022年政府信息公开工作年度报告\n一、总体情况\n收到申请5件。'
    const { status, lines } = gongkai(['parse', '-'], `${JSON.stringify({ id: 'a', text })}\n{"id":"b"}\n`)
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['a', 'b'])
    expect(status).toBe(1)
  })
})

describe('a wrong call', () => {
  test.each([
    [['parse']],
    [['prase', 'x']],
    [['audit', 'x', '--format', 'xml']],
    [['audit', 'x', '--language', 'fr']],
    [['build', 'x']],
    [['parse', '--no-such', 'x']],
  ])('%j says what is wrong and exits with 2', (args) => {
    const { status, stdout, stderr } = gongkai(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^error: /)
  })
})

test('audit --format json gives the findings alone', () => {
  const { status, stdout } = gongkai(['audit', join(root, 'data/raw'), '--format', 'json'])
  const findings = JSON.parse(stdout) as { report_id: string; rule: string; message: string; message_zh: string }[]
  // The signature of 2018-02-15 in the report on 2018, as printed.
  expect(findings.map(({ report_id, rule }) => `${report_id} ${rule}`)).toContain(
    'suining-etdz-2018 date.signed_before_year_end',
  )
  for (const { message, message_zh } of findings) expect([message, message_zh]).not.toContain('')
  expect(status).toBe(0)
})

test('audit --language zh says the same findings in Chinese', () => {
  const inputs = join(root, 'data/raw')
  const { status, stdout } = gongkai(['audit', inputs, '--language', 'zh'])
  // The signature of 2018-02-15 in the report on 2018, as printed.
  expect(stdout).toContain('2018年度报告的落款日期为2018年2月15日，其时该年度尚未结束。')
  expect(status).toBe(0)
  const ids = (text: string) => text.match(/\b[a-z]+\.[a-z_]+\b/g)
  expect(ids(stdout)).toEqual(ids(gongkai(['audit', inputs]).stdout))
})
