/** `npm test`: sets up what is missing, then lint, types, reference data and all tests. Words after `--` go to vitest. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHROMIUM_MISSING, ensureChromium } from './chromium.mjs'
import { setup } from './setup.mjs'
import { isProgram, program, root, say, show } from './steps.mjs'

const BIN = join(root, 'node_modules')

/** @type {readonly { name: string, args: readonly string[] }[]} each a program of its own, run by this Node */
const CHECKS = [
  { name: 'lint (biome check .)', args: [join(BIN, '@biomejs/biome/bin/biome'), 'check', '.'] },
  { name: 'types (tsc -p tsconfig.test.json)', args: [join(BIN, 'typescript/bin/tsc'), '-p', 'tsconfig.test.json'] },
  { name: 'types (tsc -p src/page/browser)', args: [join(BIN, 'typescript/bin/tsc'), '-p', 'src/page/browser'] },
  { name: 'reference data', args: [join(root, 'scripts/check-reference.mjs')] },
]

/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult one test file, as vitest reports it
 */

/**
 * Counts tests; a file that could not even be loaded counts as one that failed.
 *
 * @param {readonly FileResult[]} files
 */
export function countTests(files) {
  const statuses = files.flatMap(({ status, assertionResults }) => {
    const inside = assertionResults.map((test) => test.status)
    return status === 'failed' && !inside.includes('failed') ? [...inside, 'failed'] : inside
  })
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  return { passed, failed, other: statuses.length - passed - failed }
}

/** @param {readonly string[]} args */
function vitest(args) {
  const scratch = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
  const file = join(scratch, 'results.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const status = show(process.execPath, [join(BIN, 'vitest/vitest.mjs'), 'run', ...reporters, ...args])
    return { status, ...countTests(results(file)) }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** @param {string} file @returns {FileResult[]} none where vitest ended before it had any */
function results(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults
  } catch {
    return []
  }
}

if (isProgram(import.meta.url))
  await program(() => {
    setup({ dev: true, jupyter: true })
    if (ensureChromium() === null) say(CHROMIUM_MISSING)
    const broken = CHECKS.filter(({ args }) => show(process.execPath, args) !== 0).map(({ name }) => name)
    const tests = vitest(process.argv.slice(2))
    if (tests.status !== 0 && tests.failed === 0) broken.push('vitest')
    for (const name of broken) say(`failed: ${name}`)
    if (tests.other > 0) say(`neither passed nor failed: ${tests.other}`)
    const failed = tests.failed + broken.length
    say(`${tests.passed + CHECKS.length - broken.filter((name) => name !== 'vitest').length} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  })
