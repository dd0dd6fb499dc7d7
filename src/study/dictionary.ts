/** The data dictionary, made from the column definitions alone: what is not defined cannot be described, and the reverse. */

import { type AnyTable, type Column, columnsOf, defineTable, type TableRow, TIDY_TABLES, tableRows } from './columns.js'

interface Entry {
  readonly table: AnyTable
  readonly position: number
  readonly column: Column<never> & { readonly name: string }
}

/** One row per column of every tidy table. */
export const dictionaryTable = defineTable<Entry>()({
  name: 'dictionary',
  title_en: 'Data dictionary',
  title_zh: '数据字典',
  grain_en: 'one row per column of every table',
  grain_zh: '每张表的每一列一行',
  key: ['table', 'column'],
  columns: {
    table: { ...notes('表', 'Name of the table.', '表名。'), value: ({ table }) => table.name },
    column: { ...notes('列', 'Name of the column.', '列名。'), value: ({ column }) => column.name },
    position: {
      ...notes('次序', 'Place of the column in its table, from 1.', '列在表中的次序，自 1 起。'),
      type: 'integer',
      value: ({ position }) => position,
    },
    label_zh: { ...notes('中文名', 'Chinese header.', '中文列名。'), value: ({ column }) => column.label_zh },
    type: {
      ...notes('类型', 'string, integer (32 bits), long (64 bits), number, boolean or date.', '数据类型。'),
      value: ({ column }) => column.type,
    },
    unit: {
      ...notes('单位', 'Unit of the values.', '单位。', 'The column has no unit.'),
      value: ({ column }) => column.unit,
    },
    is_key: {
      ...notes('主键', 'True where the column helps to name a row.', '是否为主键列。'),
      type: 'boolean',
      value: ({ table, column }) => table.key.includes(column.name),
    },
    description_en: {
      ...notes('说明（英文）', 'What the column holds, in English.', '列的英文说明。'),
      value: ({ column }) => column.description_en,
    },
    description_zh: {
      ...notes('说明', 'What the column holds, in Chinese.', '列的中文说明。'),
      value: ({ column }) => column.description_zh,
    },
    null_means: {
      ...notes('缺失值含义', 'What a missing value means.', '缺失值的含义。', 'A value is never missing.'),
      value: ({ column }) => column.null_means,
    },
    source: {
      ...notes('来源', 'Form row, article or step the value comes from.', '来源：表格行、条款或处理步骤。'),
      value: ({ column }) => column.source,
    },
  },
})

/**
 * The rows of `dictionary.csv`.
 *
 * @example
 * csvText(dictionaryTable, dictionaryRows())
 */
export function dictionaryRows(tables: readonly AnyTable[] = TIDY_TABLES) {
  const entries = tables.flatMap((table) => columnsOf(table).map((column, i) => ({ table, position: i + 1, column })))
  return tableRows(dictionaryTable, entries)
}

/** `DICTIONARY.md`: the same in English and Chinese, one section a table. */
export function dictionaryMarkdown(tables: readonly AnyTable[] = TIDY_TABLES): string {
  return [PREFACE, ...tables.map(section)].join('\n')
}

const PREFACE = `# Data dictionary · 数据字典

Generated from the column definitions; not edited by hand. 本文件由列定义生成，请勿手工修改。

- Missing values are empty in CSV (empty text is \`""\`) and null in Parquet. They never mean zero. 缺失值在 CSV 中为空，在 Parquet 中为 null，绝不等于零。
- In CSV, text that a spreadsheet program would take for a formula (\`=\`, \`+\`, \`-\`, \`@\` … at its start) has an apostrophe before it; Parquet holds it as it is. CSV 中可能被电子表格当作公式的文本前加单引号；Parquet 中为原样。
- \`table\`, \`row\`, \`column\`, \`group\` and \`end\` are words of SQL: write them in double quotes there. 上述列名为 SQL 保留字，查询时请加双引号。
`

function section(table: AnyTable): string {
  const columns = dictionaryRows([table]).map(line)
  return `## ${table.title_en} · ${table.title_zh} (\`${table.name}\`)

Grain: ${table.grain_en}. Key: ${table.key.map((name) => `\`${name}\``).join(', ')}.
粒度：${table.grain_zh}。

| column 列名 | 中文名 | type 类型 | unit 单位 | description | 说明 | missing means 缺失含义 | source 来源 |
| --- | --- | --- | --- | --- | --- | --- | --- |
${columns.join('\n')}
`
}

function line(row: TableRow<keyof typeof dictionaryTable.columns>): string {
  const missing = row.null_means ?? 'never missing'
  const fields = [row.label_zh, row.type, row.unit ?? '', row.description_en, row.description_zh, missing, row.source]
  return `| \`${row.column}\` | ${fields.map((field) => String(field).replaceAll('|', '\\|')).join(' | ')} |`
}

function notes(label_zh: string, description_en: string, description_zh: string, nullMeans: string | null = null) {
  const fixed = { type: 'string', unit: null, source: 'column definitions' } as const
  return { ...fixed, label_zh, description_en, description_zh, null_means: nullMeans }
}
