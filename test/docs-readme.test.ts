import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { buildArguments } from '../scripts/start.mjs'
import { blocks, call, logged, pages, READMES, read, root, unique } from './support/docs.js'

const scratch = mkdtempSync(join(tmpdir(), 'gongkai-docs-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const COMMAND = /(?:npm (?:run [\w:-]+|start|test|ci)|node (?:bin|scripts)\/[\w.-]+)[^`\n。，；]*/g

test('both READMEs name the same commands', () => {
  const commands = (page: string): string[] => unique((read(page).match(COMMAND) ?? []).map((text) => text.trim()))
  expect(commands('README.zh-CN.md')).toEqual(commands('README.md'))
  expect(commands('README.md').length).toBeGreaterThan(6)
})

test.each(pages)('the commands named in %s exist', async (page) => {
  const text = read(page)
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
  const { output: help } = await call(['--help'])
  for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toContain(name)
  for (const [, name] of text.matchAll(/npm (start|test)\b/g)) expect(scripts).toContain(name)
  for (const [, verb] of text.matchAll(/node bin\/gongkai\.js ([a-z]+)/g)) {
    expect(help).toMatch(new RegExp(`^ +${verb} `, 'm'))
  }
  for (const [, file = ''] of text.matchAll(/node ((?:bin|scripts)\/[\w./-]+)/g)) {
    expect(statSync(join(root, file)).isFile()).toBe(true)
  }
})

/** The words of a shown command, as the command line gets them, with results put out of the way. */
function argumentsOf(command: string): string[] {
  const start = /^npm start(?: -- (.*))?$/.exec(command)
  const words = start ? buildArguments(start[1]?.split(' ') ?? []) : command.split(' ').slice(2)
  return words.map((word, i) => {
    if (words[i - 1] === '--out') return join(scratch, word)
    return word === 'DIR' ? 'data/raw' : word
  })
}

describe.each(READMES)('%s shows what really comes out', (page) => {
  const shown = blocks(page, 'console').map((block) => {
    const [command = '', ...lines] = block.trimEnd().split('\n')
    return { command: command.replace(/^\$ /, ''), lines: lines.filter((line) => line !== '…') }
  })

  test.each(shown)('of $command', async ({ command, lines }) => {
    const { status, output } = await call(argumentsOf(command))
    expect(status).toBe(0)
    const printed = output.split('\n').map((line) => line.trimEnd())
    for (const line of lines) {
      const beginning = line.endsWith('…') ? line.slice(0, -1) : null
      const whole = beginning === null ? line : printed.find((other) => other.startsWith(beginning))
      expect(printed, command).toContain(whole)
    }
  })

  test('of parse: the cell', async () => {
    const { output } = await call(['parse', 'data/raw/taicang-city-2021.txt'])
    const [cell = ''] = blocks(page, 'json')
    expect(JSON.parse(output).tables.requests).toContainEqual(JSON.parse(cell))
  })

  const programs = blocks(page, 'ts').map((program, i) => ({ program, says: blocks(page, 'text')[i], i }))

  test('there are programs', () => expect(programs).toHaveLength(2))

  test.each(programs)('of program $i', async ({ program, says, i }) => {
    const file = join(scratch, `${page}-${i}.mjs`)
    const index = pathToFileURL(join(root, 'src', 'index.ts')).href
    writeFileSync(file, program.replaceAll("'gongkai'", `'${index}'`))
    expect(await logged(() => import(pathToFileURL(file).href))).toBe(says)
  })
})
