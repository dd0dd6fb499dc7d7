/** The parts of the documentation that are data already: each function makes one block of Markdown from data/reference. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, root } from './steps.mjs'

/**
 * @typedef {{ id: string, family: string, name_en: string, name_zh: string, formula: string, basis: string, numerator: string[],
 *   denominator: string[], interval: string | null, is_exhaustive: boolean, zero_reason: string, source: string, note: string }} Metric
 * @typedef {{ code: string, label: string, label_en: string, unit: string, signed?: boolean }} Column
 * @typedef {{ code: string, printed: string, label_en: string, articles: string[] }} Row
 * @typedef {Record<string, any>} Entry one entry of a reference file, whose shape its schema says
 * @typedef {{ form: string, tables: Record<string, { blocks: { columns: Column[], rows: Row[] }[] }>, identities: Entry[] }} Form
 */

/** @param {string} file @returns {any} */
const reference = (file) => readJson(join('data', 'reference', file))

/** @returns {Form[]} */
const forms = () =>
  readdirSync(join(root, 'data/reference/forms'))
    .sort()
    .map((file) => reference(`forms/${file}`))

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
}

/** @param {readonly string[]} words */
const codes = (words) => words.map((word) => `\`${word}\``).join(' + ')

/** @param {string} note */
const sentences = (note) => note.split(/(?<=\.) (?=[A-Z])/)

/** The metrics of one family; sentences that stand in every note of the family are said once. @param {string} family */
function metrics(family) {
  /** @type {Metric[]} */
  const all = reference('metrics.json').metrics
  const own = all.filter((metric) => metric.family === family)
  const said = sentences(own[0]?.note ?? '').filter((sentence) => own.every(({ note }) => note.includes(sentence)))
  return [...(said.length > 0 ? [said.join(' ')] : []), ...own.map((metric) => metricSection(metric, said))].join(
    '\n\n',
  )
}

/** @param {Metric} metric @param {readonly string[]} said */
function metricSection(metric, said) {
  const note = sentences(metric.note).filter((sentence) => !said.includes(sentence))
  const cells = metric.basis === 'checklist' ? 'the checklist’s items, by group' : `\`${metric.basis}\``
  return [
    `### \`${metric.id}\``,
    '',
    `${metric.name_en} · ${metric.name_zh}`,
    '',
    `- Formula: ${metric.formula}`,
    `- Cells: ${cells}; numerator ${codes(metric.numerator)}; denominator ${codes(metric.denominator)}`,
    `- Interval: ${metric.interval === 'wilson' ? '95 % Wilson' : 'none'}`,
    `- No value, besides the reasons that hold for all: ${metric.zero_reason}${metric.is_exhaustive ? '; or the parts do not add up to the denominator' : ''}`,
    `- Source: ${metric.source}`,
    ...(note.length > 0 ? [`- Note: ${note.join(' ')}`] : []),
  ].join('\n')
}

/** The rows of one table over both editions, in the newest edition's order. @param {string} name */
function formRows(name) {
  /** @type {Map<string, { row: Row, editions: string[] }>} */
  const rows = new Map()
  for (const { form, tables } of forms().reverse()) {
    for (const row of tables[name]?.blocks.flatMap((block) => block.rows) ?? []) {
      const known = rows.get(row.code)
      if (known) known.editions.unshift(form)
      else rows.set(row.code, { row, editions: [form] })
    }
  }
  return table(
    ['code', '中文', 'English', 'articles', 'editions'],
    [...rows.values()].map(({ row, editions }) => [
      `\`${row.code}\``,
      row.printed,
      row.label_en,
      row.articles.join(', ') || '–',
      editions.join(', '),
    ]),
  )
}

/** The columns of one table, a line for each that differs between editions or blocks. @param {string} name */
function formColumns(name) {
  const lines = forms().flatMap(({ form, tables }) =>
    (tables[name]?.blocks ?? []).flatMap(({ columns }) => columns.map((column) => ({ column, form }))),
  )
  /** @type {Map<string, Set<string>>} */
  const editions = new Map()
  for (const { column, form } of lines) {
    const unit = `${column.unit}${column.signed ? ', signed' : ''}`
    const key = [`\`${column.code}\``, column.label, column.label_en, unit].join('\t')
    editions.set(key, (editions.get(key) ?? new Set()).add(form))
  }
  const rows = [...editions].map(([key, found]) => [...key.split('\t'), [...found].join(', ')])
  return table(['code', '中文', 'English', 'unit', 'editions'], rows)
}

function identities() {
  const lines = forms().flatMap(({ form, identities: own }) =>
    own.map(({ id, text, text_zh, tolerance, citation }) => [
      `\`${id}\``,
      form,
      `${text}<br>${text_zh}`,
      String(tolerance),
      citation,
    ]),
  )
  return table(['identity', 'edition', 'relation', 'tolerance', 'citation'], lines)
}

function deadlines() {
  /** @param {Entry} rule */
  const line = ({ report_years: [first, last], days, citation }) => [
    last === null ? `${first} to now` : `${first}–${last}`,
    days.department,
    days.government,
    citation,
  ]
  const head = ['reports on', 'departments (month-day of the next year)', 'governments', 'ground']
  return table(head, reference('deadlines.json').rules.map(line))
}

function checklist() {
  /** @param {Entry} item */
  const line = ({ id, name_en, name_zh, rule, subject, weight, ground }) => [
    `\`${id}\``,
    `${name_en} · ${name_zh}`,
    subject === null ? `\`${rule}\`` : `\`${rule}\` on \`${subject}\``,
    String(weight),
    ground,
  ]
  return table(['item', 'what is asked', 'decided by', 'weight', 'ground'], reference('checklist.json').items.map(line))
}

function sections() {
  /** @param {Entry} section */
  const line = ({ key, label, label_en, statutory }) => [`\`${key}\``, label, label_en, statutory ? 'yes' : 'no']
  return table(['key', '中文', 'English', 'one of the six'], reference('sections.json').sections.map(line))
}

function statements() {
  /** @param {Entry} kind */
  const line = ({ key, label, label_en, units }) => [`\`${key}\``, label, label_en, units.join(' ')]
  const { statements: kinds, unnamed } = reference('statements.json')
  return table(['key', '中文', 'English', 'units'], [...kinds, unnamed].map(line))
}

function otherNumbers() {
  /** @param {Entry} reason */
  const line = ({ key, label, label_en }) => [`\`${key}\``, label, label_en]
  return table(['reason', '中文', 'English'], reference('other-numbers.json').reasons.map(line))
}

/** One case that passes and one that fails of every rule, from the docstrings of src/audits, where the tests run them. */
function ruleExamples() {
  const folder = join(root, 'src', 'audits')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  /** @type {Map<string, Entry>} */
  const cases = new Map()
  for (const file of files.sort()) {
    let rule = ''
    const tags = readFileSync(join(folder, file), 'utf8').matchAll(/^ \* @(rule|passes|fails) (.+)$/gm)
    for (const [, tag = '', rest = ''] of tags) {
      if (tag === 'rule') rule = rest
      else cases.set(rule, { ...cases.get(rule), [tag]: rest })
    }
  }
  const rows = [...cases].map(([id, own]) => [`\`${id}\``, `\`${own.passes}\``, `\`${own.fails}\``])
  return table(['rule', 'passes', 'fails'], rows)
}

/** What may stand between the marks of a page, by name. @type {Readonly<Record<string, () => string>>} */
export const BLOCKS = {
  'metrics disclosure': () => metrics('disclosure'),
  'metrics denials': () => metrics('denials'),
  'metrics outcomes': () => metrics('outcomes'),
  'metrics compliance': () => metrics('compliance'),
  'rows proactive': () => formRows('proactive'),
  'rows requests': () => formRows('requests'),
  'rows remedies': () => formRows('remedies'),
  'columns proactive': () => formColumns('proactive'),
  'columns requests': () => formColumns('requests'),
  'columns remedies': () => formColumns('remedies'),
  identities,
  deadlines,
  checklist,
  sections,
  statements,
  'other numbers': otherNumbers,
  'rule examples': ruleExamples,
}
