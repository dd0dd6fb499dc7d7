import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashFolder } from '../scripts/build.mjs'
import { missingPlatforms } from '../scripts/complete-lock.mjs'
import { missingPackages } from '../scripts/packages.mjs'
import { buildArguments } from '../scripts/start.mjs'
import { countTests } from '../scripts/test.mjs'
import { comparableOutputs, type NotebookCell, notebookText } from './support/notebook-text.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

function node(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

let scratch: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'gongkai-setup-'))
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

describe('npm packages', () => {
  test('for every package with an install script, package.json says whether it may run', () => {
    const locked: [string, { hasInstallScript?: boolean }][] = Object.entries(json('package-lock.json').packages)
    const scripted = locked
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([place]) => place.split('node_modules/').at(-1))
    expect(Object.keys(json('package.json').allowScripts).sort()).toEqual([...new Set(scripted)].sort())
  })

  test('the lock file holds the packages of every platform (see scripts/complete-lock.mjs)', () => {
    expect(Object.keys(missingPlatforms(json('package-lock.json').packages))).toEqual([])
  })
  test('a package for a platform that the lock file lacks is given its system, processor and C library', () => {
    const optionalDependencies = {
      '@s/x-linux-arm64-musl': '1.0.0',
      '@s/x-win32-x64-msvc': '1.0.0',
      '@s/x-linux-x64-gnu': '1.0.0',
      tiny: '^1.0.0',
    }
    const locked = {
      'node_modules/@s/x': { version: '1.0.0', dev: true, optionalDependencies },
      'node_modules/@s/x-linux-x64-gnu': {},
    }
    expect(missingPlatforms(locked)).toEqual({
      'node_modules/@s/x-linux-arm64-musl': {
        version: '1.0.0',
        os: ['linux'],
        cpu: ['arm64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
      'node_modules/@s/x-win32-x64-msvc': { version: '1.0.0', os: ['win32'], cpu: ['x64'], dev: true, optional: true },
    })
  })

  // Hand-made lock files: `a` runs, `b` is for development, `c` is for another platform, `d` lies inside `a`.
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', dev: true },
    'node_modules/c': { version: '1.0.0', optional: true },
    'node_modules/a/node_modules/@s/d': { version: '2.0.0' },
  }
  const { 'node_modules/c': _other, ...installed } = wanted
  const all = () => true

  test('nothing is missing where all is there, but for another platform', () => {
    expect(missingPackages(wanted, installed, all, true)).toEqual([])
  })
  test('everything is missing where nothing is', () => {
    expect(missingPackages(wanted, {}, all, true)).toEqual(['a', 'b', '@s/d'])
  })
  test('packages for development are missed only where they are wanted', () => {
    const { 'node_modules/b': _dev, ...running } = installed
    expect(missingPackages(wanted, running, all, false)).toEqual([])
    expect(missingPackages(wanted, running, all, true)).toEqual(['b'])
  })
  test('another version is missing, and so is a package whose folder was deleted', () => {
    expect(missingPackages(wanted, { ...installed, 'node_modules/a': { version: '0.9.0' } }, all, true)).toEqual(['a'])
    expect(missingPackages(wanted, installed, (place) => !place.endsWith('/d'), true)).toEqual(['@s/d'])
  })
})

describe('npm start', () => {
  test.each([
    // The first two are those of the README: the main job, and the same for another folder.
    [[], ['build', 'data/raw', '--out', 'data/processed']],
    [
      ['DIR', '--out', 'OUT'],
      ['build', 'DIR', '--out', 'OUT'],
    ],
    [
      ['--out', 'OUT'],
      ['build', 'data/raw', '--out', 'OUT'],
    ],
    [['--out=OUT'], ['build', 'data/raw', '--out=OUT']],
    [
      ['--shard', '0/4', 'DIR'],
      ['build', '--shard', '0/4', 'DIR', '--out', 'data/processed'],
    ],
    [['-'], ['build', '-', '--out', 'data/processed']],
  ])('%j', (args, expected) => {
    expect(buildArguments(args)).toEqual(expected)
  })
})

describe('the command', () => {
  const bin = () => join(scratch, 'bin', 'gongkai.js')

  beforeEach(() => {
    for (const file of ['bin', 'package.json']) cpSync(join(root, file), join(scratch, file), { recursive: true })
  })

  test('hands its arguments to main and exits with what main returns', () => {
    mkdirSync(join(scratch, 'dist'))
    writeFileSync(
      join(scratch, 'dist', 'cli.js'),
      "export const main = async (argv) => (process.stdout.write(argv.join(' ') + '\\n'), 1)",
    )
    expect(node(bin(), 'parse', 'a b')).toEqual({ status: 1, stdout: 'parse a b\n', stderr: '' })
  })
  test('says what to do where it is not built', () => {
    const { status, stderr } = node(bin())
    expect(status).toBe(2)
    expect(stderr).toMatch(/^gongkai is not built yet: call npm ci .*\n$/)
  })
  test.each(['18.20.8', '20.18.3'])('says what it needs on Node %s', (version) => {
    const old = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '${version}' })`
    const { status, stderr } = node('--import', old, bin())
    expect(status).toBe(2)
    expect(stderr).toBe(`gongkai needs Node.js 20.19 or newer; this is ${version}.\n`)
  })
})

describe('the build', () => {
  test('the hash of a folder tells contents, names and the borders between files', () => {
    const variants = [
      { 'a.ts': 'xy', 'b.ts': '' },
      { 'a.ts': 'x', 'b.ts': 'y' },
      { 'a.ts': 'xy', 'c.ts': '' },
      { 'a.ts': 'xy' },
    ].map((files, i) => {
      const folder = join(scratch, `${i}`)
      mkdirSync(folder)
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text ?? '')
      return hashFolder(folder)
    })
    expect(new Set(variants).size).toBe(variants.length)
    cpSync(join(scratch, '0'), join(scratch, 'copy'), { recursive: true })
    expect(hashFolder(join(scratch, 'copy'))).toBe(variants[0])
  })
})

describe('npm test', () => {
  test('a test file that cannot be loaded counts as a failure', () => {
    const passed = { status: 'passed' }
    const failed = { status: 'failed' }
    expect(countTests([{ status: 'passed', assertionResults: [passed, passed] }])).toEqual({
      passed: 2,
      failed: 0,
      other: 0,
    })
    expect(countTests([{ status: 'failed', assertionResults: [passed, failed] }])).toEqual({
      passed: 1,
      failed: 1,
      other: 0,
    })
    expect(countTests([{ status: 'failed', assertionResults: [] }])).toEqual({ passed: 0, failed: 1, other: 0 })
  })
})

describe('outputs of notebooks', () => {
  const stream = (text: string | string[], name = 'stdout') => ({ output_type: 'stream', name, text })
  const cell = (...outputs: object[]) => ({ cell_type: 'code', source: '1', outputs }) as NotebookCell

  test('how a stream was cut into pieces, counts and metadata do not matter', () => {
    const pieces = cell(stream('a\n'), stream(['b', 'c\n']), {
      output_type: 'display_data',
      data: { 'text/html': ['<i>', 'x'] },
      metadata: { a: 1 },
    })
    const whole = cell(stream('a\nbc\n'), { output_type: 'display_data', data: { 'text/html': '<i>x' }, metadata: {} })
    expect(comparableOutputs(pieces)).toEqual(comparableOutputs(whole))
  })
  test('a character, the stream, the order and the kind of output do', () => {
    const different = [
      cell(stream('a')),
      cell(stream('a\n')),
      cell(stream('a', 'stderr')),
      cell(stream('a'), stream('b', 'stderr')),
      cell(stream('b', 'stderr'), stream('a')),
      cell({ output_type: 'display_data', data: { 'text/plain': 'a' } }),
      cell({ output_type: 'display_data', data: { 'text/html': 'a' } }),
      cell(),
    ].map((one) => JSON.stringify(comparableOutputs(one)))
    expect(new Set(different).size).toBe(different.length)
  })
  test('the written form keeps ids and outputs, and writing it again changes nothing', () => {
    const cells = [{ ...cell(stream('a\nb\n')), id: 'cell-1' }, cell(), { ...cell(), id: 'cell-1' }]
    const text = notebookText({ cells, metadata: { local: 'x' }, nbformat: 4, nbformat_minor: 5 })
    const again = JSON.parse(text)
    expect(again.cells.map(({ id }: NotebookCell) => id)).toEqual(['cell-1', 'cell-2', 'cell-3'])
    expect(comparableOutputs(again.cells[0])).toEqual(comparableOutputs(cells[0] ?? cell()))
    expect(text).not.toContain('local')
    expect(notebookText(again)).toBe(text)
  })
})
