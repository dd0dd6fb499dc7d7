import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadStudy } from '../src/study/study.js'
import { writeStudy } from '../src/study/write.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const committed = join(root, 'data/processed')

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

describe('data/processed is what data/raw builds, to the byte', () => {
  let rebuilt: string

  beforeAll(async () => {
    rebuilt = mkdtempSync(join(tmpdir(), 'gongkai-processed-'))
    await writeStudy(await loadStudy([join(root, 'data/raw')]), rebuilt)
  }, 120_000)

  afterAll(() => rmSync(rebuilt, { recursive: true, force: true }))

  test('the same files', () => {
    expect(filesBelow(rebuilt)).toEqual(filesBelow(committed))
  })

  test.each(filesBelow(committed))('%s', (file) => {
    const [ours, theirs] = [readFileSync(join(rebuilt, file)), readFileSync(join(committed, file))]
    if (/\.(?:csv|md|txt|json)$/.test(file)) expect(ours.toString()).toBe(theirs.toString())
    expect(ours.equals(theirs), 'if this change is meant: npm start, look at the difference, commit it').toBe(true)
  })
})
