import { type CellDefinition, cellsOf, formById, formCells, tablesOf } from '../../forms/forms.js'
import type { Cell, FormId, Report, TableName } from '../../types.js'
import { defineTable, type TextColumn } from './define.js'
import { issuerColumn, joined, placeColumns, reportIdColumn, yearColumn } from './shared.js'

/** One cell with its report, and what the form says about it (`null` for a cell that no form edition describes). */
export interface CellInput {
  readonly report: Report
  readonly form: FormId
  readonly table: TableName
  readonly cell: Cell
  readonly definition: CellDefinition | null
}

const NOT_IN_FORM = 'The form edition does not describe this cell.'

/** One row per cell of the statutory tables. */
export const cellsTable = defineTable<CellInput>()({
  name: 'cells',
  title_en: 'Cells of the statutory tables',
  title_zh: '法定表格单元格',
  grain_en: 'one row per numeric cell of the form edition of each table, printed or not',
  grain_zh: '每张表所用格式版本的每个数字单元格一行，报告中未出现者亦在内',
  key: ['report_id', 'table', 'row', 'column'],
  columns: {
    report_id: reportIdColumn((input: CellInput) => input.report.id),
    issuer: issuerColumn((input: CellInput) => input.report.report.issuer),
    year: yearColumn((input: CellInput) => input.report.report.year),
    form: {
      label_zh: '格式版本',
      type: 'string',
      unit: null,
      description_en:
        'Form edition of this table by its labels: 2019, 2021 or legacy; of the statistics table: 2014, 2008 or fujian.',
      description_zh: '本表的格式版本（按栏目判定）：2019、2021 或 legacy；统计表为 2014、2008 或 fujian。',
      null_means: null,
      source: '国办公开办函〔2019〕60号； 国办公开办函〔2021〕30号',
      value: (input) => input.form,
    },
    table: {
      ...code(
        '表',
        'Which statutory table: proactive, requests or remedies; statistics is the table of the forms before 2019.',
        '法定表格：proactive、requests 或 remedies；statistics 为 2019 年以前的政府信息公开情况统计表。',
      ),
      value: (input) => input.table,
    },
    row: {
      ...code('行代码', 'Row code of the form.', '格式规定的行代码。'),
      value: (input) => input.cell.row,
    },
    column: {
      ...code('列代码', 'Column code of the form.', '格式规定的列代码。'),
      value: (input) => input.cell.column,
    },
    row_label_zh: {
      ...label('行', 'Chinese label of the row, with the headings above it.', '行名称（含上级标题）。'),
      value: ({ definition }) => definition?.row.label ?? null,
    },
    column_label_zh: {
      ...label('列', 'Chinese label of the column.', '列名称。'),
      value: ({ definition }) => definition?.column.label ?? null,
    },
    row_label_en: {
      ...label('行（英文）', 'English label of the row.', '行的英文名称。'),
      value: ({ definition }) => definition?.row.label_en ?? null,
    },
    column_label_en: {
      ...label('列（英文）', 'English label of the column.', '列的英文名称。'),
      value: ({ definition }) => definition?.column.label_en ?? null,
    },
    unit: {
      ...label('单位', 'Unit of the value: 件, 项, 万元 and others.', '数值的单位：件、项、万元等。'),
      value: ({ definition }) => definition?.unit ?? null,
    },
    value: {
      label_zh: '数值',
      type: 'number',
      unit: 'see column `unit`',
      description_en:
        'The number printed (status stated), the only one the accounting relations allow (inferred), or that of a declared correction (corrected).',
      description_zh: '印出的数字（stated）、勾稽关系唯一允许的数字（inferred），或更正声明所定的数字（corrected）。',
      null_means: 'No number is known; `status` says why. A missing value is never zero.',
      source: 'the cell of the form',
      value: ({ cell }) => cell.value,
    },
    status: {
      label_zh: '状态',
      type: 'string',
      unit: null,
      description_en:
        'stated, nil, blank, inferred, ambiguous or absent; corrected where a declared correction took the place of what was read.',
      description_zh:
        '有数（stated）、空号（nil）、空白（blank）、推得（inferred）、歧义（ambiguous）或缺失（absent）；已按更正声明更正者为 corrected。',
      null_means: null,
      source: 'reading of the report',
      value: ({ cell }) => cell.status,
    },
    text: {
      label_zh: '原文',
      type: 'string',
      unit: null,
      description_en: 'The characters the value was read from, as printed.',
      description_zh: '数值所据的原文字符（照录）。',
      null_means: 'Nothing is printed there.',
      source: 'text of the report',
      value: ({ cell }) => cell.text,
    },
    ...placeColumns(
      'the text of the cell',
      '单元格文字',
      'Nothing is printed there.',
      ({ cell }: CellInput) => cell.at,
    ),
    candidates: {
      label_zh: '可能数值',
      type: 'string',
      unit: 'see column `unit`',
      description_en: 'The numbers that might stand in an ambiguous cell, joined by `;`.',
      description_zh: '歧义单元格的各可能数值，以分号相连。',
      null_means: 'The cell is not ambiguous.',
      source: 'reading of the report',
      value: ({ cell }) => (cell.candidates === undefined ? null : joined(cell.candidates)),
    },
    original_value: {
      label_zh: '更正前数值',
      type: 'number',
      unit: 'see column `unit`',
      description_en: 'The number that was read, where a correction took its place.',
      description_zh: '更正前读取的数值。',
      null_means: 'The cell was not corrected, or no number was read.',
      source: 'reading of the report',
      value: ({ cell }) => cell.original?.value ?? null,
    },
    original_status: {
      ...label('更正前状态', 'The status with which the cell was read before it was corrected.', '更正前的读取状态。'),
      null_means: 'The cell was not corrected.',
      source: 'reading of the report',
      value: ({ cell }) => cell.original?.status ?? null,
    },
    correction_id: {
      ...label(
        '更正编号',
        'The correction that was applied; joins to `corrections`.',
        '所应用的更正，据此与 corrections 表相连。',
      ),
      null_means: 'The cell was not corrected.',
      source: 'list of corrections',
      value: ({ cell }) => cell.correction ?? null,
    },
    articles: {
      ...label(
        '依据条款',
        'Articles of the Regulations (Order No. 711) the row rests on, joined by `;`.',
        '该行所据《政府信息公开条例》条款，以分号相连。',
      ),
      null_means: `No article names the row. ${NOT_IN_FORM}`,
      value: ({ definition }) =>
        definition === null || definition.row.articles.length === 0 ? null : joined(definition.row.articles),
    },
  },
})

/**
 * The cells of a report in the order of its forms, each with its definition: the rows of `cellsTable`.
 *
 * @example
 * tableRows(cellsTable, cellInputs(report)).filter((row) => row.status === 'stated')
 */
export function cellInputs(report: Report): CellInput[] {
  return tablesOf(report).flatMap((table) => {
    const form = report.report.forms[table] ?? report.report.form
    const known = definitions(form, table)
    return cellsOf(report, table).map((cell) => ({
      report,
      form,
      table,
      cell,
      definition: known.get(`${cell.row}/${cell.column}`) ?? null,
    }))
  })
}

const definitionCache = new Map<string, ReadonlyMap<string, CellDefinition>>()

function definitions(id: FormId, table: TableName): ReadonlyMap<string, CellDefinition> {
  const known = definitionCache.get(`${id}/${table}`)
  if (known !== undefined) return known
  const form = formById(id)
  const cells = form === undefined ? [] : formCells(form, table)
  const made = new Map(cells.map((cell) => [`${cell.row.code}/${cell.column.code}`, cell]))
  definitionCache.set(`${id}/${table}`, made)
  return made
}

function code(label_zh: string, description_en: string, description_zh: string) {
  const notes = { label_zh, type: 'string', unit: null, description_en, description_zh, null_means: null } as const
  return { ...notes, source: 'form edition (data/reference/forms)' }
}

function label(label_zh: string, description_en: string, description_zh: string): Omit<TextColumn<CellInput>, 'value'> {
  return { ...code(label_zh, description_en, description_zh), null_means: NOT_IN_FORM }
}
