import { readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { outdatedPages } from '../scripts/write-docs.mjs'
import { auditRules } from '../src/audits/index.js'
import { panelRules } from '../src/audits/panel/index.js'
import { metricDefinitions } from '../src/metrics/definitions.js'
import { filesBelow, pages, read, root, unique } from './support/docs.js'

/** The anchors of a page's headings, as code hosts make them. */
function anchors(page: string): string[] {
  const lines = read(page).matchAll(/^#{1,6} (.+)$/gm)
  return [...lines].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('the pages', () => {
  test.each(pages)('%s has links that lead somewhere', (page) => {
    const prose = read(page).replace(/^```[\s\S]*?^```$/gm, '')
    for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : relative(root, resolve(root, dirname(page), path))
      expect(statSync(join(root, file), { throwIfNoEntry: false })?.isFile(), target).toBe(true)
      if (anchor !== undefined) expect(anchors(file), target).toContain(decodeURIComponent(anchor))
    }
  })

  test('that are written from the reference data are up to date (else: node scripts/write-docs.mjs)', () => {
    expect(outdatedPages().map(({ name }) => name)).toEqual([])
  })

  test('and all other files name no place of one machine and no host of packages', () => {
    const place = /(?:^|[\s"'`(=])\/(?:work|home|root|Users)\/|\b[A-Z]:\\Users\b|\bregistry\.[a-z]|\blocalhost:\d/m
    const texts = filesBelow('.').filter((file) => !/\.(?:png|pdf|parquet)$|^test.docs\.test\.ts$/.test(file))
    expect(texts).toContain('package-lock.json')
    expect(texts.filter((file) => place.test(read(file)))).toEqual([])
  })
})

const described = (page: string): string[] =>
  [...read(page).matchAll(/^### `([\w.]+)`$/gm)].map(([, name = '']) => name).sort()

describe('nothing is left undescribed, and nothing is described that is not there', () => {
  test('among the rules', () => {
    const ofReader = read('src/loaders/notes.ts').match(/(?<=')(?:reading|form)\.\w+(?=')/g) ?? []
    expect(ofReader.length).toBeGreaterThan(3)
    expect(described('docs/rules.md')).toEqual(
      unique([...[...auditRules(), ...panelRules()].map(({ id }) => id), ...ofReader]),
    )
  })

  test('among the metrics', () => {
    expect(described('docs/metrics.md')).toEqual(
      metricDefinitions()
        .map(({ id }) => id)
        .sort(),
    )
  })

  test('among the reference data, each with its schema', () => {
    const folder = join('data', 'reference')
    const files = filesBelow(folder).map((file) => relative(folder, file).replaceAll('\\', '/'))
    const withSchema = files
      .filter((file) => !file.startsWith('schemas/'))
      .map((file) => `${file} ${/([\w-]+)\.schema\.json$/.exec(JSON.parse(read(join(folder, file))).$schema)?.[1]}`)
    const rows = read('docs/reference-data.md').matchAll(/^\| `([\w/.-]+\.json)` +\|.*\| `([\w-]+)` +\|$/gm)
    expect([...rows].map(([, file, schema]) => `${file} ${schema}`).sort()).toEqual(withSchema.sort())
  })

  test('among the decisions', () => {
    const links = read('docs/decisions/README.md').matchAll(/\]\((\d{4}-[^)]+)\)/g)
    const files = readdirSync(join(root, 'docs', 'decisions')).filter((name) => /^\d{4}-/.test(name))
    expect([...links].map(([, name]) => name)).toEqual(files.sort())
  })
})

test('the version to cite, and the newest of the changelog, is that of the package', () => {
  const { version } = JSON.parse(read('package.json'))
  expect(/^version: (.+)$/m.exec(read('CITATION.cff'))?.[1]).toBe(version)
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version)
})
