import { describe, expect, test } from 'vitest'
import {
  cellInputs,
  cellsTable,
  checksTable,
  columnsOf,
  complianceTable,
  findingsTable,
  itemsTable,
  keywordsTable,
  metricsTable,
  otherNumberInputs,
  otherNumbersTable,
  reportsTable,
  statementInputs,
  statementsTable,
  TIDY_TABLES,
  tableRow,
  tableRows,
} from '../src/study/columns.js'
import { csvText, readCsv } from '../src/study/csv.js'
import { dictionaryMarkdown, dictionaryRows, dictionaryTable } from '../src/study/dictionary.js'
import { failed, report, sampleTable } from './study-tables-rows.js'

describe('column definitions', () => {
  const all = [...TIDY_TABLES, dictionaryTable].flatMap((table) =>
    columnsOf(table).map((column) => ({ table, column })),
  )

  test.each(all.map(({ table, column }) => [`${table.name}.${column.name}`, column] as const))(
    '%s is named and described',
    (name, column) => {
      expect(column.name).toMatch(/^[a-z][a-z0-9_]*$/)
      expect(column.description_en).toMatch(/[.)…]$/)
      expect(column.description_zh).toMatch(/\p{Script=Han}.*。$/u)
      expect(column.label_zh).toMatch(/\p{Script=Han}/u)
      expect(column.source, name).not.toBe('')
      expect(column.null_means).not.toBe('')
    },
  )

  test('names carry unit and kind: a count is whole, a truth value starts with is_, a day ends in _date', () => {
    for (const { column } of all) {
      expect(column.name.endsWith('_count') && !['integer', 'long'].includes(column.type), column.name).toBe(false)
      expect(column.type === 'boolean', column.name).toBe(column.name.startsWith('is_'))
      expect(column.type === 'date', column.name).toBe(column.name.endsWith('_date'))
    }
  })

  test('Chinese labels are unique in a table, since a frame may use them as headers', () => {
    for (const table of TIDY_TABLES) {
      const labels = columnsOf(table).map((column) => column.label_zh)
      expect(new Set(labels).size, table.name).toBe(labels.length)
    }
  })

  test('tables have unique names and keys among their columns', () => {
    expect(new Set(TIDY_TABLES.map((table) => table.name)).size).toBe(TIDY_TABLES.length)
    for (const table of TIDY_TABLES) {
      expect(table.grain_en).toMatch(/^one row per /)
      expect(table.key.every((name) => name in table.columns)).toBe(true)
    }
  })
})

describe('rows', () => {
  const [reportRow, failedRow] = tableRows(reportsTable, [report, failed])
  const cells = tableRows(cellsTable, cellInputs(report))

  // Expected values: counted by hand in the made-up report.
  test('a report is one row, without folders of the machine', () => {
    expect(reportRow).toMatchObject({
      report_id: 'example-2021',
      path: 'example-2021.html',
      issuer_basis: 'title',
      year_basis: 'title',
      form_proactive: '2021',
      form_requests: '2019',
      form_remedies: null,
      signed_date: '2022-01-20',
      published_date: null,
      region_code: null,
      cells_stated_count: 1,
      cells_nil_count: 1,
      cells_blank_count: 1,
      cells_inferred_count: 0,
      cells_ambiguous_count: 1,
      cells_absent_count: 0,
      statements_count: 1,
      findings_error_count: 1,
      findings_warning_count: 1,
      findings_info_count: 0,
      error_code: null,
    })
  })

  test('a failed input is a row too; what was not read is missing, not zero', () => {
    expect(failedRow).toMatchObject({
      report_id: 'broken',
      path: 'broken.pdf',
      error_code: 'unreadable',
      error_message: 'cannot open broken.pdf',
      cells_stated_count: null,
      form: null,
    })
  })

  // Expected labels, unit and article: data/reference/forms/2021.json, the row of article 20(8).
  test('a cell carries the labels, unit and article of its own form edition', () => {
    expect(cells[0]).toMatchObject({
      form: '2021',
      table: 'proactive',
      row_label_zh: '行政事业性收费',
      unit: '万元',
      value: 1314.91,
      articles: '20(8)',
      start: 100,
      end: 107,
      candidates: null,
    })
    expect(cells[0]?.column_label_en).toMatch(/\w/)
    expect(cells.map((cell) => cell.form)).toEqual(['2021', '2021', '2019', '2019'])
  })

  test('a cell no form describes keeps its row, without labels', () => {
    expect(cells[1]).toMatchObject({ row: 'not_in_any_form', row_label_zh: null, unit: null, start: null })
  })

  test('candidates are joined by semicolons', () => {
    expect(cells[3]).toMatchObject({ status: 'ambiguous', value: null, candidates: '1;12' })
  })

  test('statements', () => {
    expect(tableRows(statementsTable, statementInputs(report))).toEqual([
      expect.objectContaining({ statement_key: 'requests_received', value: 5, is_approximate: true, start: 300 }),
    ])
  })

  test('other numbers', () => {
    // Expected: the made-up number below, a telephone that counts nothing.
    const number = { reason: 'contact', value: null, unit: null, text: '110', at: [7, 10], clause: '电话110' } as const
    expect(tableRows(otherNumbersTable, otherNumberInputs({ ...report, other_numbers: [number] }))).toEqual([
      expect.objectContaining({ reason: 'contact', value: null, text: '110', clause: '电话110', start: 7, end: 10 }),
    ])
  })

  test('findings hold numbers as numbers and text as text', () => {
    const rows = tableRows(
      findingsTable,
      report.findings.map((finding) => ({ report_id: report.id, ...finding })),
    )
    expect(rows[0]).toMatchObject({
      cells: 'requests/received_new/natural_person;requests/carried_in/natural_person',
      expected: '333',
      expected_number: 333,
      observed_number: 330,
    })
    expect(rows[1]).toMatchObject({ cells: null, expected: '2021', expected_number: null, observed: null, start: null })
  })

  test('checks, items, keywords, metrics and compliance take their flat rows', () => {
    const [finding] = report.findings
    if (finding === undefined) throw new Error('the made-up report has findings')
    const check = { report_id: 'a', rule: 'requests.balance', subject: 'total', outcome: 'failed', finding } as const
    expect(tableRow(checksTable, check)).toMatchObject({ outcome: 'failed', severity: 'error' })
    expect(tableRow(checksTable, { ...check, outcome: 'passed', finding: null })).toMatchObject({ severity: null })

    const item = {
      report_id: 'a',
      kind: 'problem',
      ordinal: 1,
      text: '甲',
      folded_text: '甲',
      start: 1,
      end: 2,
    } as const
    expect(tableRow(itemsTable, item)).toMatchObject({ item_ordinal: 1, themes: null, start: 1, end: 2 })
    expect(tableRow(itemsTable, { ...item, themes: [] }).themes).toBe('')
    expect(tableRow(itemsTable, { ...item, themes: ['staff', 'training'] }).themes).toBe('staff;training')

    const places = [
      [1, 3],
      [7, 9],
    ] as const
    const keyword = { report_id: 'a', item_kind: 'measure', keyword: '培训', count: 2, places } as const
    expect(tableRow(keywordsTable, keyword)).toMatchObject({ occurrences_count: 2, places: '1-3;7-9' })

    const metric = { report_id: 'a', metric: 'denial_ratio', value: null, numerator: 0, denominator: 0, lower: null }
    const rest = { upper: null, interval: null, reason: 'nothing concluded', cells: 'a/b/c; a/b/d', source: 'art. 36' }
    expect(tableRow(metricsTable, { ...metric, ...rest })).toMatchObject({
      value: null,
      denominator: 0,
      reason: 'nothing concluded',
      cells: 'a/b/c;a/b/d',
    })

    const duty = { report_id: 'a', item: 'published', group: 'time', outcome: 'met', points: 0, max_points: 2 }
    expect(tableRow(complianceTable, { ...duty, ground: 'art. 49', note: null })).toMatchObject({ points_max: 2 })
  })

  test.each([
    ['a fraction among whole numbers', ['a', 1.5, 1, 1, true, null]],
    ['a whole number beyond 32 bits', ['a', 2147483648, 1, 1, true, null]],
    ['a whole number JavaScript cannot count', ['a', 1, 2 ** 53, 1, true, null]],
    ['not a number', ['a', 1, 1, Number.NaN, true, null]],
    ['infinity', ['a', 1, 1, Number.POSITIVE_INFINITY, true, null]],
    ['a day that does not exist', ['a', 1, 1, 1, true, '2021-02-29']],
    ['a day not in ISO form', ['a', 1, 1, 1, true, '2021/02/28']],
  ])('%s is refused', (_, values) => {
    expect(() => tableRow(sampleTable, { values } as never)).toThrow(/^tableRow requires /)
  })

  test('a missing value is refused where none may be missing', () => {
    expect(() => tableRow(itemsTable, { report_id: 'a', text: null } as never)).toThrow('items.')
  })
})

describe('data dictionary', () => {
  test('covers every column of every table once, in order', () => {
    const expected = TIDY_TABLES.flatMap((table) => Object.keys(table.columns).map((name) => `${table.name}.${name}`))
    expect(dictionaryRows().map((row) => `${row.table}.${row.column}`)).toEqual(expected)
  })

  test('survives CSV', () => {
    expect(readCsv(dictionaryTable, csvText(dictionaryTable, dictionaryRows()))).toEqual(dictionaryRows())
  })

  test('DICTIONARY.md has a section a table and a line a column, eight fields each', () => {
    const markdown = dictionaryMarkdown()
    for (const table of TIDY_TABLES) {
      const section = markdown.split(/^## /m).find((part) => part.includes(`(\`${table.name}\`)`)) ?? ''
      expect(section).toContain(table.title_zh)
      for (const name of Object.keys(table.columns)) {
        const line = section.split('\n').find((text) => text.startsWith(`| \`${name}\` |`)) ?? ''
        expect(line.split(/(?<!\\)\|/).length, `${table.name}.${name}`).toBe(10)
      }
    }
  })
})
