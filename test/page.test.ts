import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { auditRules } from '../src/audits/index.js'
import { panelRules } from '../src/audits/panel/index.js'
import { formCells, forms } from '../src/forms/forms.js'
import { filtersFrom, listed } from '../src/page/browser/filter.js'
import { outcomeOf } from '../src/page/browser/outcome.js'
import { overviewHash, parseRoute, reportHash } from '../src/page/browser/route.js'
import { markupRuns, segmentLines } from '../src/page/browser/segments.js'
import { pageScript } from '../src/page/bundle.js'
import { safeJson } from '../src/page/embed.js'
import { gridOf } from '../src/page/grid.js'
import { auditPageFiles, type PageReport } from '../src/page/page.js'
import type { Entry } from '../src/page/shapes.js'
import { pageWords } from '../src/page/words.js'
import { analyseReport } from '../src/study/analyse.js'
import { CORRECTION_RULES } from '../src/study/corrections/guard.js'
import type { TableName } from '../src/types.js'
import { randomOf } from './support/random.js'
import { fillReport } from './support/report.js'

const browserFolder = new URL('../src/page/browser/', import.meta.url)
const scripts = readdirSync(browserFolder).filter((name) => name.endsWith('.js'))
const textOf = (name: string) => readFileSync(new URL(name, browserFolder), 'utf8')

function made(id: string, text = ''): PageReport {
  return { report: fillReport('2021', { requests: {} }, { id }), checks: [], findings: [], text, file: id }
}

describe('a table as the form prints it', () => {
  const tables = forms().flatMap((form) =>
    Object.entries(form.tables).map(([name, table]) => ({ form, name: name as TableName, table })),
  )

  test.each(tables)('$form.form $name holds every cell of the form once, in its order', ({ form, name, table }) => {
    const cells = gridOf(table, {}).blocks.flatMap(({ lines }) => lines.flatMap((line) => line.cells))
    expect(cells.map(({ row, column }) => [row, column])).toEqual(
      formCells(form, name).map(({ row, column }) => [row.code, column.code]),
    )
  })

  test.each(tables)('$form.form $name: spans fill a rectangle, without gap and without overlap', ({ table }) => {
    const grid = gridOf(table, {})
    for (const block of grid.blocks) {
      const bodies = block.lines.map(({ labels, cells }) => [
        ...labels,
        ...cells.map((cell) => ({ ...cell, rowspan: 1 })),
      ])
      for (const lines of [block.head, bodies]) {
        const taken = lines.map(() => 0)
        lines.forEach((line, i) => {
          for (const { colspan, rowspan } of line)
            for (let k = 0; k < rowspan; k++) taken[i + k] = (taken[i + k] ?? Number.NaN) + colspan
        })
        expect(taken).toEqual(lines.map(() => grid.width))
      }
    }
  })
})

describe('text that is put into the page stays text', () => {
  test('JSON comes back as it was, and holds nothing that ends a script or opens a comment', () => {
    const values = ['</script><script>', '<!--', ']]>', '\u2028\u2029', '\0\r\n', '\ud800 alone', '&lt;', 'ordinary']
    for (const value of values) {
      const json = safeJson({ [value]: value })
      expect(JSON.parse(json)).toEqual({ [value]: value })
      expect(json).not.toMatch(/[<>&\u2028\u2029\0\r\n]/)
      expect(new Function(`return ${json}`)()).toEqual({ [value]: value })
    }
  })

  test('a page has as many script elements with hostile text as without', () => {
    const page = (text: string) => [...auditPageFiles([made('a', text)])].map((file) => file.text).join('')
    const count = (html: string) => html.match(/<\/?(?:script|style|img)\b/g)?.length
    expect(count(page('</script><script>alert(1)</script><style>*{}</style><img src=x onerror=alert(1)>'))).toBe(
      count(page('')),
    )
  })
})

describe('files', () => {
  test('the example of the docstring comes out as it says', async () => {
    const path = fileURLToPath(new URL('../data/raw/anqiu-edz-2020.txt', import.meta.url))
    const { report, checks, text } = await analyseReport({ id: 'anqiu', path, bytes: readFileSync(path) })
    const files = [...auditPageFiles([{ report, checks, findings: report.findings, text, file: report.id }])]
    expect(files.map((file) => file.path)).toEqual(['audit.html'])
  })

  test('few reports stand in the page; many lie beside it, one file each, and the page comes last', () => {
    const reports = ['a', 'b', 'c'].map((id) => made(id))
    expect([...auditPageFiles(reports)].map(({ path }) => path)).toEqual(['audit.html'])
    const beside = [...auditPageFiles(reports, [], { embedUpTo: 10 })].map(({ path }) => path)
    expect(beside).toEqual(['audit/a.js', 'audit/b.js', 'audit/c.js', 'audit.html'])
  })

  test('a file is handed on before the next report is asked for', () => {
    const asked: string[] = []
    function* reports() {
      for (const id of ['a', 'b', 'c']) {
        asked.push(id)
        yield made(id)
      }
    }
    const files = auditPageFiles(reports(), [], { embedUpTo: 0 })
    expect(files.next().value?.path).toBe('audit/a.js')
    expect(asked).toEqual(['a'])
  })

  test('the same reports give the same bytes', () => {
    expect([...auditPageFiles([made('a', 'x')])]).toEqual([...auditPageFiles([made('a', 'x')])])
  })

  test('two reports with one file are refused', () => {
    expect(() => [...auditPageFiles([made('a'), made('a')])]).toThrow(/^auditPageFiles requires/)
  })
})

describe('the script of the page', () => {
  test('parses as one, and names nothing twice', () => {
    expect(() => new Function(pageScript())).not.toThrow()
    const names = scripts.flatMap((name) =>
      [...textOf(name).matchAll(/^(?:export )?(?:async )?(?:function|const|let|class) (\w+)/gm)].map(([, top]) => top),
    )
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  test('holds every module, with imports and exports of the one form that can be joined', () => {
    const script = pageScript()
    for (const name of scripts) {
      expect(script).toContain(`// ${name.replace('.js', '')}\n`)
      const rest = textOf(name).replace(/^import \{[^}]*\} from '\.\/[\w-]+\.js'\n/gm, '')
      expect(rest).not.toMatch(/^import |^export (?!(?:async )?function |const )|^(?:const .*= )?await /m)
    }
    expect(script).not.toMatch(/^(?:import|export) /m)
  })

  test('never makes markup from text, asks a network or runs text', () => {
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttp|WebSocket|sendBeacon/
    expect(scripts.filter((name) => forbidden.test(textOf(name)))).toEqual([])
  })
})

describe('words', () => {
  const { words, rules } = pageWords()
  const code = scripts.map(textOf).join('\n')
  const plain = [...code.matchAll(/\b(?:t|labelled)\(\s*'([^']+)'/g)].map(([, key = '']) => key)
  const families = [...code.matchAll(/\bnamed\(\s*'([a-z]+)',/g)].map(([, family = '']) => `${family}.`)

  test('every word the page asks for is there', () => {
    expect(plain.length).toBeGreaterThan(60)
    expect(plain.filter((key) => words[key] === undefined)).toEqual([])
  })

  test('every word that is there is asked for', () => {
    const quoted = new Set([...code.matchAll(/'([a-z._]+)'/g)].map(([, key]) => key))
    const isAsked = (key: string) =>
      quoted.has(key) || [...families, 'level.', 'kind.'].some((name) => key.startsWith(name))
    expect(Object.keys(words).filter((key) => !isAsked(key))).toEqual([])
  })

  test('both languages put in the same values', () => {
    const slots = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort()
    for (const [key, { en, zh }] of Object.entries(words)) expect(slots(zh), key).toEqual(slots(en))
  })

  test('every audit rule and every note of the reader has a short name', () => {
    const notes = readFileSync(new URL('../src/loaders/notes.ts', import.meta.url), 'utf8')
    const ofReader = notes.match(/(?<=')(?:reading|form)\.\w+(?=')/g) ?? []
    const ids = [...[...auditRules(), ...panelRules()].map(({ id }) => id), ...ofReader, ...CORRECTION_RULES]
    expect(ids.filter((id) => rules[id] === undefined)).toEqual([])
  })

  test('every word printed over several rows or columns of a form has its English', () => {
    const { printed } = pageWords()
    const blocks = forms().flatMap((form) => Object.values(form.tables).flatMap((table) => table.blocks))
    const groups = blocks.flatMap(({ rows, columns }) => [...rows, ...columns].flatMap(({ under }) => under ?? []))
    expect([...new Set(groups)].filter((group) => printed[group] === undefined)).toEqual([])
  })
})

describe('the source cut into segments', () => {
  const random = randomOf('segments')
  const cases = Array.from({ length: 60 }, () => {
    const text = Array.from({ length: random.int(0, 120) }, () => random.pick([...'一二三\n\r<>td/p 12'])).join('')
    const ranges = Array.from({ length: random.int(0, 12) }, (_, i) => {
      const start = random.int(0, text.length)
      return { start, end: random.int(start, text.length), kind: 'cell', ref: `cell=${i}` }
    })
    return { text, ranges }
  })

  test.each(cases)('is the text again, and every range is a run of whole segments', ({ text, ranges }) => {
    const segments = segmentLines(text, ranges, markupRuns(text)).flat()
    expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    for (const range of ranges) {
      const covered = segments.filter(({ covers }) => covers.includes(range))
      expect(covered.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.slice(range.start, range.end))
    }
  })

  test('markup is told from text that only looks like it', () => {
    const of = (text: string) => markupRuns(text).map(({ start, end, sort }) => [text.slice(start, end), sort])
    expect(of('a<b>c</b>d')).toEqual([
      ['<b>', 'inline'],
      ['</b>', 'inline'],
    ])
    expect(of('<tr> <td>1</td></tr>')).toEqual([
      ['<tr> <td>', 'break'],
      ['</td></tr>', 'break'],
    ])
    expect(of('3 < 5 and 5 > 3')).toEqual([])
    expect(of('x<script>if (a<b) "</td>"</script>y<!-- <p> -->z')).toEqual([
      ['<script>if (a<b) "</td>"</script>', 'cell'],
      ['<!-- <p> -->', 'break'],
    ])
  })

  test('takes time in proportion to the text, however broken its markup is', () => {
    for (const piece of ['<script>', '<!--', '<a ', '<', '<td', '</script', '<style></style'])
      expect(markupRuns(piece.repeat(200_000)).length).toBeLessThan(400_001)
  })
})

describe('addresses', () => {
  test('lead to what they were made for', () => {
    const names = ['a', 'sub/a b', '甲&report=b', '#?=+%', '<script>']
    for (const report of names) {
      const target = { kind: 'cell', key: 'requests/denied.process/total' }
      expect(parseRoute(reportHash(report, target))).toEqual({ report, target, filters: {} })
      expect(parseRoute(reportHash(report))).toEqual({ report, target: null, filters: {} })
    }
    const filters = { q: '太仓 & 港', year: '2020' }
    expect(parseRoute(overviewHash(filters))).toEqual({ report: null, target: null, filters })
  })
})

describe('the overview', () => {
  const entry = (id: string, given: Partial<Entry>): Entry => ({
    ...{ id, title: null, issuer: null, year: null, form: '2021', level: null, kind: null, region: null },
    ...{ path: `${id}.txt`, file: id, outcomes: [], findings: {} },
    ...given,
  })
  const rules = ['requests.balance', 'date.late']
  const entries = [
    entry('a', { year: 2020, issuer: '甲市', outcomes: [[7, 0, 0, 0]] }),
    entry('b', { year: 2021, issuer: '乙县', outcomes: [[3, 2, 2, 0]], findings: { 0: [2, 0, 0] } }),
    entry('c', { year: 2021, level: 'county', outcomes: [[3, 0, 4, 0]], findings: { 1: [0, 1, 0] } }),
    entry('d', {
      outcomes: [
        [0, 0, 7, 0],
        [0, 0, 0, 1],
      ],
    }),
  ]
  const ids = (given: Record<string, string>) => listed(entries, filtersFrom(given), rules).map(({ id }) => id)

  test('gives each rule one sign, and none passes whose checks could not all be made', () => {
    expect(entries.map((one) => outcomeOf(one, 0))).toEqual(['passed', 'error', 'partial', 'not_assessable'])
    expect(entries.map((one) => outcomeOf(one, 1))).toEqual(['none', 'none', 'warning', 'not_applicable'])
  })

  test('filters and sorts', () => {
    expect(ids({})).toEqual(['a', 'b', 'c', 'd'])
    expect(ids({ year: '2021' })).toEqual(['b', 'c'])
    expect(ids({ year: '-' })).toEqual(['d'])
    expect(ids({ level: 'county' })).toEqual(['c'])
    expect(ids({ found: '1' })).toEqual(['b', 'c'])
    expect(ids({ severity: 'error' })).toEqual(['b'])
    expect(ids({ rule: 'date.late' })).toEqual(['c', 'd'])
    expect(ids({ rule: 'date.late', found: '1' })).toEqual(['c'])
    expect(ids({ q: '乙 2021' })).toEqual(['b'])
    expect(ids({ sort: 'requests.balance' })).toEqual(['b', 'd', 'c', 'a'])
    expect(ids({ sort: '-requests.balance' })).toEqual(['a', 'c', 'd', 'b'])
    expect(ids({ sort: '-year' })).toEqual(['b', 'c', 'a', 'd'])
    expect(ids({ sort: 'findings' })).toEqual(['b', 'c', 'a', 'd'])
  })
})

describe('colours', () => {
  const sheet = textOf('colours.css')
  const [light, dark, auto] = [...sheet.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, block = '']) =>
    Object.fromEntries([...block.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name = '', value = '']) => [name, value])),
  )

  /** Relative luminance and contrast as WCAG 2.2 defines them. */
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string) => {
    const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p)
    return ((x ?? 0) + 0.05) / ((y ?? 0) + 0.05)
  }

  const PAIRS = [
    ...['paper', 'surface', 'raised', 'accent-soft'].flatMap((ground) => [`ink ${ground}`, `muted ${ground}`]),
    ...['error', 'warning', 'info'].flatMap((name) => [`${name} ${name}-soft`, `${name} surface`, `${name} paper`]),
    ...['accent surface', 'accent paper', 'good surface', 'good accent-soft', 'surface accent', 'mark-ink mark'],
  ]

  test.each(PAIRS)('%s can be read in the light and in the dark (WCAG AA, 4.5)', (pair) => {
    const [text = '', ground = ''] = pair.split(' ')
    for (const theme of [light, dark])
      expect(contrast(theme?.[text] ?? '', theme?.[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test('dark is the same whether chosen or taken from the system, and has every colour light has', () => {
    expect(auto).toEqual(dark)
    expect(Object.keys(dark ?? {})).toEqual(Object.keys(light ?? {}))
  })
})
