import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM_MISSING, findChromium } from '../scripts/chromium.mjs'
import { cellsOf, tablesOf } from '../src/forms/forms.js'
import { schemaProblems } from '../src/forms/reference.js'
import type { PageReport } from '../src/page/page.js'
import { simulateReport } from '../src/study/simulate/report.js'
import type { Evidence, Repair } from '../src/types.js'
import { madeUpFinding, pageReport, RAW_FILES, writePage } from './support/audit-page.js'
import { BrowserPage, downloaded, type PageSettings } from './support/browser-page.js'
import { Chromium } from './support/chromium.js'

const PICTURES = fileURLToPath(new URL('.pictures/', import.meta.url))
const TAICANG = 'taicang-city-2021'
/** What is marked in the source. */
const MARKED = `[...document.querySelectorAll('.source-text .marked')].map((one) => one.textContent).join('')`
const folders: string[] = []

let chromium: Chromium | null = null
let reports: PageReport[] = []
let url = ''

beforeAll(async () => {
  const command = findChromium()
  if (command === null) return console.warn(`NOTICE: ${CHROMIUM_MISSING}`)
  chromium = new Chromium(command)
  reports = await Promise.all(RAW_FILES.map((file) => pageReport(file)))
  url = written(reports).url
})

afterAll(async () => {
  await chromium?.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function written(...given: Parameters<typeof writePage>) {
  const page = writePage(...given)
  folders.push(page.folder)
  return page
}

/** Runs a test in a page of its own; afterwards the page must have complained of nothing and asked for nothing but files. */
async function onPage(address: string, job: (page: BrowserPage) => Promise<void>, settings: PageSettings = {}) {
  if (chromium === null) return console.warn(`NOTICE: not run. ${CHROMIUM_MISSING}`)
  const page = await BrowserPage.open(chromium, address, settings)
  await job(page)
  expect(page.complaints).toEqual([])
  expect(page.requests.filter((request) => !/^(?:file|data|blob):/.test(request))).toEqual([])
  await page.close()
}

const sliceOf = (report: PageReport | undefined, at: readonly [number, number] | null) =>
  at === null ? '' : report?.text.slice(at[0], at[1])

describe('from a disk', () => {
  test('the page opens without a complaint and lists every report with every rule', () =>
    onPage(url, async (page) => {
      const cells = await page.evaluate<number>(`document.querySelectorAll('.matrix tbody .outcome').length`)
      const rules = new Set(reports.flatMap(({ checks, findings }) => [...checks, ...findings].map(({ rule }) => rule)))
      expect(cells).toBe(reports.length * rules.size)
      expect(
        await page.evaluate(`[...document.querySelectorAll('.matrix .id')].map((one) => one.textContent)`),
      ).toEqual(reports.map(({ report }) => report.id))
      expect(page.requests).toEqual([url])
    }))

  test('a click on any cell marks the very characters it was read from, and the source is the source', () =>
    onPage(url, async (page) => {
      for (const one of reports) {
        const { id } = one.report
        await page.hash(`#report=${id}`, `document.querySelector('.report-head .code')?.textContent === '${id}'`)
        expect(await page.evaluate(`document.querySelector('.source-text').textContent`)).toBe(one.text)
        const marks = await page.evaluate<Record<string, string>>(`Object.fromEntries(
          [...document.querySelectorAll('td[data-cell]')].map((cell) => (cell.click(), [cell.dataset.cell, ${MARKED}])))`)
        const wanted = tablesOf(one.report).flatMap((table) =>
          cellsOf(one.report, table)
            .filter(() => cellsOf(one.report, table).some(({ status }) => status !== 'absent'))
            .map((cell) => [`${table}/${cell.row}/${cell.column}`, sliceOf(one, cell.at)]),
        )
        expect(marks).toEqual(Object.fromEntries(wanted))
      }
    }))

  test('so do sentences, items and dates; and words chosen in the source lead back', () =>
    onPage(url, async (page) => {
      const one = reports.find(({ report }) => report.id === TAICANG)
      const { statements = [], items = [] } = one?.report ?? {}
      for (const [kind, list] of Object.entries({
        statement: statements,
        item: items,
        date: one?.report.report.dates ?? [],
      }))
        for (const [i, { at }] of list.entries()) {
          await page.hash(
            `#report=${TAICANG}&${kind}=${i}`,
            `document.querySelector('[data-target="${kind}=${i}"][aria-current]')`,
          )
          expect(await page.evaluate(MARKED)).toBe(sliceOf(one, at))
        }
      await page.evaluate(`document.querySelector('[data-ref="cell=requests/granted/total"]').click()`)
      expect(await page.evaluate(`document.querySelector('td.chosen').dataset.cell`)).toBe('requests/granted/total')
    }))

  test('a click with the mouse on a finding marks its cells and its place', () =>
    onPage(url, async (page) => {
      const port = reports.find(({ report }) => report.id === 'taicang-port-2019')
      await page.hash('#report=taicang-port-2019', `document.querySelector('.finding')`)
      for (const [i, finding] of (port?.findings ?? []).entries()) {
        await page.click(`[data-target="finding=${i}"]`)
        const cells = await page.evaluate<string[]>(
          `[...document.querySelectorAll('td.involved')].map((cell) => cell.dataset.cell)`,
        )
        expect(cells.sort()).toEqual(finding.cells.map(({ table, row, column }) => `${table}/${row}/${column}`).sort())
        if (finding.at !== null) expect(await page.evaluate<string>(MARKED)).toContain(sliceOf(port, finding.at))
        await page.until(`location.hash === '#report=taicang-port-2019&finding=${i}'`)
      }
    }))

  test('an address with report and cell opens there', () =>
    onPage(`${url}#report=${TAICANG}&cell=requests/received_new/natural_person`, async (page) => {
      await page.until(`document.querySelector('td.chosen')`)
      expect(await page.evaluate(MARKED)).toBe('305')
      const seen = await page.evaluate<boolean>(`(() => {
        const pane = document.querySelector('.source-text').getBoundingClientRect()
        const mark = document.querySelector('.marked').getBoundingClientRect()
        return mark.top >= pane.top && mark.bottom <= pane.bottom
      })()`)
      expect(seen).toBe(true)
    }))
})

describe('filters and settings', () => {
  const ids = `[...document.querySelectorAll('.matrix .id')].map((one) => one.textContent)`
  const choose = (name: string, value: string) => `(() => {
    const select = document.querySelector('select[aria-label="${name}"]')
    select.value = '${value}'
    select.dispatchEvent(new Event('change'))
  })()`

  test('filters, text and sorting', () =>
    onPage(url, async (page) => {
      await page.evaluate(choose('Year', '2020'))
      expect(await page.evaluate(ids)).toEqual(['anqiu-edz-2020', 'jingjiang-park-2020'])
      await page.click('.filters input[type=checkbox]')
      expect(await page.evaluate(ids)).toEqual(['jingjiang-park-2020'])
      await page.click('.summary button.quiet')
      await page.evaluate(choose('Severity', 'error'))
      expect(await page.evaluate(ids)).toEqual(['suining-etdz-2018'])
      await page.click('.summary button.quiet')
      await page.click('#search')
      await page.type('太仓')
      expect(await page.evaluate(ids)).toEqual([TAICANG, 'taicang-port-2019'])
      await page.until(`decodeURIComponent(location.hash) === '#q=太仓'`)
      await page.click('.summary button.quiet')
      await page.click('.lead-year button')
      await page.click('.lead-year button')
      expect(await page.evaluate(`document.querySelector('.matrix .id').textContent`)).toBe(TAICANG)
      expect(await page.evaluate(`document.querySelector('.lead-year').getAttribute('aria-sort')`)).toBe('descending')
    }))

  test('language and light or dark are switched, and kept by the address of the same report', () =>
    onPage(`${url}#report=${TAICANG}&cell=requests/granted/total`, async (page) => {
      await page.until(`document.querySelector('td.chosen')`)
      await page.click('#language')
      await page.until(`document.documentElement.lang === 'zh-CN' && document.querySelector('td.chosen')`)
      expect(await page.evaluate(`document.querySelector('.source h2').textContent`)).toBe('报告原文')
      expect(await page.evaluate(MARKED)).toBe('167')
      const paper = `getComputedStyle(document.documentElement).backgroundColor`
      const light = await page.evaluate(paper)
      await page.press('t', 2)
      expect(await page.evaluate(`document.documentElement.dataset.theme`)).toBe('dark')
      expect(await page.evaluate(paper)).not.toBe(light)
    }))

  test('in print every part of the report stands on paper', () =>
    onPage(`${url}#report=${TAICANG}`, async (page) => {
      await page.until(`document.querySelector('.report')`)
      await page.send('Emulation.setEmulatedMedia', { media: 'print' })
      const shown = `[...document.querySelectorAll('.panel, .bar')].map((part) => getComputedStyle(part).display)`
      expect(await page.evaluate(shown)).toEqual(['none', 'block', 'block', 'block', 'block', 'block'])
    }))
})

describe('by keyboard alone', () => {
  const focused = `(() => {
    const at = document.activeElement
    return { tag: at.tagName, id: at.id, cell: at.dataset.cell ?? null, row: at.dataset.row ?? null, role: at.getAttribute('role'), ring: getComputedStyle(at).outlineStyle }
  })()`
  interface Focused {
    readonly tag: string
    readonly id: string
    readonly cell: string | null
    readonly row: string | null
    readonly role: string | null
    readonly ring: string
  }

  async function tabTo(page: BrowserPage, isThere: (at: Focused) => boolean): Promise<Focused> {
    for (let i = 0; i < 60; i++) {
      await page.press('Tab')
      const at = await page.evaluate<Focused>(focused)
      expect(at.ring, JSON.stringify(at)).not.toBe('none')
      if (isThere(at)) return at
    }
    throw new Error('the Tab key never led there')
  }

  test('from the list into a report, to a cell, to its correction, and back', () =>
    onPage(url, async (page) => {
      await tabTo(page, ({ row }) => row === '0')
      await page.press('ArrowDown', 3)
      expect((await page.evaluate<Focused>(focused)).row).toBe('3')
      await page.press('Enter')
      await page.until(`document.querySelector('.report-head .code')?.textContent === '${TAICANG}'`)
      await tabTo(page, ({ role }) => role === 'tab')
      await page.press('ArrowRight')
      expect(await page.evaluate(`document.querySelector('#panel-statements').hidden`)).toBe(false)
      await page.press('ArrowLeft')
      const first = await tabTo(page, ({ cell }) => cell !== null)
      expect(first.cell).toBe('proactive/regulations/made')
      await page.press('ArrowDown')
      await page.press('ArrowRight')
      expect((await page.evaluate<Focused>(focused)).cell).toBe('proactive/normative_documents/repealed')
      expect(await page.evaluate(MARKED)).toBe('2')
      await page.press('c')
      expect(await page.evaluate(`document.activeElement.name`)).toBe('value')
      await page.press('Escape')
      expect((await page.evaluate<Focused>(focused)).cell).toBe('proactive/normative_documents/repealed')
      await page.press('j')
      await page.until(`document.querySelector('.report-head .code').textContent === 'taicang-port-2019'`)
      await page.press('n')
      await page.until(`document.querySelector('.finding[aria-current]')`)
      await page.press('k')
      await page.until(`document.querySelector('.report-head .code').textContent === '${TAICANG}'`)
      await page.press('?')
      expect(await page.evaluate(`document.querySelector('dialog').open`)).toBe(true)
      await page.press('Escape')
      await page.until(`document.querySelector('dialog') === null`)
      await page.press('Escape')
      await page.until(`document.querySelector('.matrix')?.isConnected && document.activeElement.dataset.row === '3'`)
      await page.press('/')
      await page.until(`document.activeElement.id === 'search'`)
    }))
})

describe('a correction', () => {
  test('is noted, listed, and saved in the form of the project', async () => {
    const { folder } = written([])
    await onPage(
      `${url}#report=${TAICANG}&cell=requests/granted/total`,
      async (page) => {
        await page.until(`document.querySelector('td.chosen')`)
        await page.click('.inspector-value button')
        for (const [name, text] of Object.entries({
          value: '168',
          reason: 'misprint; 甲 <b>',
          evidence: 'scan, page 3',
          author: 'A. B.',
        })) {
          await page.evaluate(`document.querySelector('.correction [name=${name}]').focus()`)
          await page.type(text)
        }
        await page.press('Enter')
        await page.until(`document.querySelector('.correction') === null`)
        await page.hash(
          `#report=${TAICANG}&cell=requests/carried_in/total`,
          `document.querySelector('td.chosen').dataset.cell === 'requests/carried_in/total'`,
        )
        await page.press('c')
        await page.evaluate(`(() => {
          const form = document.querySelector('.correction')
          form.elements.action.value = 'withhold'
          form.elements.action.dispatchEvent(new Event('change'))
          form.elements.reason.value = 'smudged'
          form.elements.evidence.value = 'scan'
          form.requestSubmit()
        })()`)
        await page.click('#corrections')
        await page.click('dialog button.main')
      },
      { downloads: folder },
    )
    if (chromium === null) return
    const file = JSON.parse(await downloaded(join(folder, 'corrections.json')))
    expect(schemaProblems(file, 'corrections')).toEqual([])
    const one = reports.find(({ report }) => report.id === TAICANG)?.report
    const today = new Date().toISOString().slice(0, 10)
    const common = {
      report: TAICANG,
      sha256: one?.source.sha256,
      author: 'A. B.',
      status: 'proposed',
      date: expect.stringMatching(/^20/),
    }
    expect(file.corrections).toMatchObject([
      {
        ...common,
        cell: { table: 'requests', row: 'granted', column: 'total' },
        action: 'set',
        value: 168,
        expect: { value: 167, status: 'stated', text: '167' },
        reason: 'misprint; 甲 <b>',
        evidence: 'scan, page 3',
      },
      {
        ...common,
        cell: { table: 'requests', row: 'carried_in', column: 'total' },
        action: 'withhold',
        expect: { value: 0, status: 'stated', text: '0' },
      },
    ])
    expect(file.corrections[0].date <= today).toBe(true)
  })
})

describe('hostile text', () => {
  const HOSTILE = [
    '<script>window.hacked=1</script>',
    '</script><script>window.hacked=2</script>',
    '<style>body{display:none}</style></style>',
    '<img src=x onerror="window.hacked=3">',
    '"><svg onload=window.hacked=4>',
    '<!-- \u2028 ]]> $1 \\u003c',
  ].join('\n')

  async function hostileReport(): Promise<PageReport> {
    const bytes = new TextEncoder().encode(`${readFileSync(RAW_FILES[3] ?? '', 'utf8')}\n${HOSTILE}\n`)
    const one = await pageReport('<img src=x onerror=window.hacked=5>.txt', bytes, '<b>id</b>"\'&')
    const head = { ...one.report.report, issuer: HOSTILE, title: HOSTILE }
    return {
      ...one,
      report: { ...one.report, report: head },
      findings: [madeUpFinding({ message: HOSTILE, expected: HOSTILE })],
    }
  }

  test.each([
    ['in the page', {}],
    ['beside it', { embedUpTo: 0 }],
  ])('shows as text, with its detail %s', async (_, options) => {
    const one = await hostileReport()
    await onPage(written([one], options).url, async (page) => {
      expect(await page.evaluate(`document.querySelector('.matrix .issuer').textContent`)).toBe(HOSTILE)
      await page.evaluate(`document.querySelector('.matrix th a').click()`)
      await page.until(`document.querySelector('.report')`)
      expect(await page.evaluate(`document.querySelector('.source-text').textContent`)).toBe(one.text)
      expect(await page.evaluate(`document.querySelector('.message').textContent`)).toBe(HOSTILE)
      expect(
        await page.evaluate(`document.querySelectorAll('#app script, #app style, #app img, #app svg, #app b').length`),
      ).toBe(0)
      expect(await page.evaluate(`[window.hacked, getComputedStyle(document.body).display]`)).toEqual([null, 'block'])
    })
  })

  test('would be stopped by the policy of the page even if it were not escaped', async () => {
    const { url: address } = written(reports)
    const file = fileURLToPath(address)
    const hole = '<div onclick="window.hacked=2" id="hole"></div><script>window.hacked=1</script><div id="app">'
    writeFileSync(file, readFileSync(file, 'utf8').replace('<div id="app">', hole))
    if (chromium === null) return console.warn(`NOTICE: not run. ${CHROMIUM_MISSING}`)
    const page = await BrowserPage.open(chromium, address)
    await page.evaluate(`document.querySelector('#hole').click()`)
    expect(await page.evaluate(`window.hacked ?? null`)).toBeNull()
    expect(page.complaints.filter((complaint) => complaint.includes('Content Security Policy'))).not.toEqual([])
    await expect(page.evaluate(`document.querySelector('#hole').innerHTML = '<b>x</b>'`)).rejects.toThrow('TrustedHTML')
    expect(await page.evaluate(`document.querySelectorAll('.matrix tbody tr').length`)).toBe(reports.length)
    await page.close()
  })
})

describe('what later stages may add', () => {
  test('cells of other reports are links, repairs and corrected cells are shown', async () => {
    const [first, second] = reports
    if (first === undefined || second === undefined) return console.warn(`NOTICE: not run. ${CHROMIUM_MISSING}`)
    const cell = { table: 'requests', row: 'carried_in', column: 'total' } as const
    const repair: Repair = { cells: [{ ...cell, printed: 0, would_be: 3, slip: 'digit_lost' }], slip: 'digit_lost' }
    const finding = madeUpFinding({
      cells: [{ ...cell, row: 'carried_out', report_id: second.report.id }, cell] as never,
      repairs: [repair],
      with: [second.report.id],
      cause: { kind: 'scope', evidence: 'The scope grew.', evidence_zh: '范围扩大。' },
      expected: 'fewer',
      expected_zh: '更少',
      observed: 7,
    })
    const requests = first.report.tables.requests.map((one) =>
      one.row === 'carried_in' && one.column === 'total'
        ? { ...one, value: 3, status: 'corrected', original: { value: 0, status: 'stated', text: '0', at: one.at } }
        : one,
    ) as typeof first.report.tables.requests
    const changed = {
      ...first,
      findings: [finding],
      report: { ...first.report, tables: { ...first.report.tables, requests } },
    }
    await onPage(`${written([changed, second]).url}#report=${first.report.id}&finding=0`, async (page) => {
      await page.until(`document.querySelector('td.involved')`)
      expect(await page.evaluate(`document.querySelector('.repair').textContent`)).toContain(
        'Requests carried over from the previous year · Total: 0 → 3 (a digit lost)',
      )
      await page.click('td.is-corrected')
      expect(await page.evaluate(`document.querySelector('.facts').textContent`)).toContain(
        'Read before the correction: 0 (printed)',
      )
      expect(await page.evaluate(`document.querySelector('.message').lang`)).toBe('en')
      await page.click('#language')
      await page.until(`document.documentElement.lang === 'zh-CN' && document.querySelector('.repair')`)
      expect(await page.evaluate(`document.querySelector('.message').lang`)).toBe('zh')
      const said = `document.querySelector('.findings').textContent`
      // Expected: what the finding above says in Chinese, and the labels of the form.
      for (const words of [
        '虚构',
        '应为 更少，实为 7',
        '二、上年结转政府信息公开申请数量 · 总计：0 → 3（漏一位数字）',
        '范围不同：范围扩大。',
      ])
        expect(await page.evaluate(said)).toContain(words)
      await page.click('#language')
      await page.until(`document.documentElement.lang === 'en' && document.querySelector('td.is-corrected')`)
      await page.evaluate(`document.querySelector('.others a').click()`)
      await page.until(`document.querySelector('.report-head .code').textContent === '${second.report.id}'`)
      expect(await page.evaluate(`document.querySelector('td.chosen').dataset.cell`)).toBe('requests/carried_out/total')
    })
  })

  test('passages of findings, and what checks rest on, are marked; passages of other reports are links', async () => {
    const [first, second] = reports
    if (first === undefined || second === undefined) return console.warn(`NOTICE: not run. ${CHROMIUM_MISSING}`)
    const finding = madeUpFinding({
      places: [
        { report_id: first.report.id, at: [21, 33] },
        { report_id: second.report.id, at: [45, 57] },
      ],
      test: { name: 'made up', n: 40, statistic: 1, p: 0.0123, p_adjusted: null },
    })
    const evidence: Evidence = { text: 'What it rests on.', text_zh: '所据内容。', cells: [], places: [[61, 64]] }
    const check = { rule: 'made.up', subject: 'a sentence', outcome: 'passed' as const, finding: null, evidence }
    const changed: PageReport = { ...first, findings: [finding], checks: [check] }
    await onPage(`${written([changed, second]).url}#report=${first.report.id}&finding=0`, async (page) => {
      await page.until(`document.querySelector('.finding[aria-current]')`)
      expect(await page.evaluate(MARKED)).toBe(first.text.slice(21, 33))
      expect(await page.evaluate(`document.querySelector('.findings').textContent`)).toContain('n = 40, p = 0.012')
      await page.click('#tab-checks')
      await page.click('[data-target="check=0"]')
      expect(await page.evaluate(MARKED)).toBe(first.text.slice(61, 64))
      expect(await page.evaluate(`document.querySelector('.checks').textContent`)).toContain('What it rests on.')
      await page.evaluate(`[...document.querySelectorAll('.others a')].at(-1).click()`)
      await page.until(`document.querySelector('.report-head .code').textContent === '${second.report.id}'`)
      await page.until(`document.querySelector('.marked')`)
      expect(await page.evaluate(MARKED)).toBe(second.text.slice(45, 57))
    })
  })

  test('a simulated page in HTML marks characters among its tags, shown or hidden', async () => {
    const found = await htmlReport()
    if (chromium === null) return console.warn(`NOTICE: not run. ${CHROMIUM_MISSING}`)
    await onPage(`${written([found]).url}#report=${encodeURIComponent(found.report.id)}`, async (page) => {
      await page.until(`document.querySelector('.report')`)
      expect(await page.evaluate(`document.querySelector('.source-text').textContent`)).toBe(found.text)
      const cells = cellsOf(found.report, 'requests').filter(({ at }) => at !== null)
      expect(cells.length).toBeGreaterThan(50)
      for (const { row, column, at } of cells.slice(0, 40)) {
        await page.evaluate(`document.querySelector('[data-cell="requests/${row}/${column}"]').click()`)
        expect(await page.evaluate(MARKED)).toBe(sliceOf(found, at))
        expect(await page.evaluate(`document.querySelector('.marked').getClientRects().length`)).toBeGreaterThan(0)
      }
      await page.click('.source .pane-head button')
      expect(await page.evaluate(`document.querySelector('.raw-view') !== null`)).toBe(true)
    })
  })

  /** The first of the simulated reports that is an HTML page with figures in its table of requests. */
  async function htmlReport(): Promise<PageReport> {
    for (let i = 0; ; i++) {
      const { bytes, truth } = await simulateReport('page', i)
      if (!truth.file.endsWith('.html')) continue
      const one = await pageReport(truth.file, bytes, truth.id)
      if (cellsOf(one.report, 'requests').filter(({ at }) => at !== null).length > 50) return one
    }
  }
})

describe('two thousand reports', () => {
  test('open, scroll, filter and sort at once; detail comes from files beside the page', async () => {
    const some = reports.slice(0, 4)
    function* many(): Generator<PageReport> {
      for (let i = 0; i < 2000; i++) {
        const one = some[i % some.length]
        if (one === undefined) return
        const id = `report-${String(i).padStart(4, '0')}`
        yield {
          ...one,
          file: id,
          report: { ...one.report, id, report: { ...one.report.report, year: 2008 + (i % 17) } },
        }
      }
    }
    const address = written(many()).url
    const timed = (action: string) => `(() => {
      const start = performance.now()
      ${action}
      document.querySelector('.matrix-pane')?.offsetHeight
      return performance.now() - start
    })()`
    const rows = `document.querySelectorAll('.matrix tbody tr:not(.spacer)').length`
    const times: Record<string, number> = {}
    await onPage(address, async (page) => {
      times.open = await page.evaluate(`performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd`)
      expect(await page.evaluate(`document.querySelector('.matrix').getAttribute('aria-rowcount')`)).toBe('2001')
      expect(await page.evaluate<number>(rows)).toBeLessThan(80)
      times.search = await page.evaluate(
        timed(
          `const box = document.querySelector('#search'); box.value = '太仓'; box.dispatchEvent(new Event('input'))`,
        ),
      )
      expect(await page.evaluate(`document.querySelector('.summary').textContent`)).toContain('500 of 2,000 reports')
      times.reset = await page.evaluate(timed(`document.querySelector('.summary button.quiet').click()`))
      times.sort = await page.evaluate(timed(`document.querySelector('.matrix th.rule button').click()`))
      await page.evaluate(`document.querySelector('.matrix-pane').scrollTop = 60000`)
      await page.until(
        `Number(document.querySelector('.matrix tbody tr[aria-rowindex]').getAttribute('aria-rowindex')) > 1300`,
      )
      expect(await page.evaluate<number>(rows)).toBeLessThan(80)
      await page.evaluate(`document.querySelector('.matrix tbody tr:not(.spacer) th a').click()`)
      await page.until(`document.querySelector('.report')`)
      await page.hash(
        '#report=report-1998&cell=requests/received_new/total',
        `document.querySelector('.report-head .code').textContent === 'report-1998'`,
      )
      expect(await page.evaluate(MARKED)).toBe('')
      await page.hash('#report=report-1999&cell=requests/granted/total', `document.querySelector('td.chosen')`)
      expect(await page.evaluate(MARKED)).toBe('167')
      expect(page.requests.filter((request) => request.endsWith('/audit/report-1999.js'))).toHaveLength(1)
      times.next = await page.evaluate(`(async () => {
        const start = performance.now()
        location.hash = '#report=report-0007'
        while (document.querySelector('.report-head .code').textContent !== 'report-0007') await new Promise(requestAnimationFrame)
        return performance.now() - start
      })()`)
    })
    for (const [name, time] of Object.entries(times)) expect(time, `${name}: ${time} ms`).toBeLessThan(1000)
  })
})

test('pictures, for people to look at', async () => {
  mkdirSync(PICTURES, { recursive: true })
  for (const scheme of ['light', 'dark'] as const)
    await onPage(
      url,
      async (page) => {
        for (const language of ['en', 'zh']) {
          if (language === 'zh') await page.click('#language')
          const name = (view: string) => join(PICTURES, `${view}-${language}-${scheme}.png`)
          await page.hash('#/', `document.querySelector('.matrix')`)
          await page.screenshot(name('overview'))
          await page.hash(`#report=${TAICANG}&cell=requests/granted/total`, `document.querySelector('td.chosen')`)
          await page.screenshot(name('report'))
          expect(readFileSync(name('report')).length).toBeGreaterThan(20_000)
        }
      },
      { scheme },
    )
})
