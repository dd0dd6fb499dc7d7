import { type FormRow, type FormTable, forms } from '../../forms/forms.js'
import { fold, foldLabel, scriptOf } from '../fold.js'

/** What a label of a form is: of a row, of a column, or a heading above columns or beside rows. */
export type LabelKind = 'row' | 'column' | 'heading'

const NUMBERING = /^(?:\([一二三四五六七八九十]{1,3}\)|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}[、.,]|\d{1,2}[.、,])/
/** What stands before the first of several parts, and before its number. */
const AMONG = /^其中:?(?=.)/
/** A label without blanks and 其中 before it, its number, whichever, written as `#`. */
export function labelKey(folded: string): string {
  return foldLabel(folded).replace(AMONG, '').replace(NUMBERING, '#')
}

/** Whether words begin with a number, as a row's label does and the rest of one does not. */
export function isNumbered(text: string): boolean {
  return labelKey(text).startsWith('#')
}

/** What label of a form each text is, word for word, whatever its script and width; no `kind` where it is none. */
export async function labelsAmong(
  texts: readonly string[],
): Promise<{ readonly key: string; readonly kind: LabelKind | undefined }[]> {
  const folded = await foldedAlike(texts)
  return folded.map(labelKey).map((key) => ({ key, kind: vocabulary().get(key) }))
}

/** Texts without blanks, folded in the script in which all of them together are written; none where their number did not stay. */
export async function foldedAlike(texts: readonly string[]): Promise<string[]> {
  const whole = texts.map((text) => text.replace(/\s/g, '')).join('\n')
  const { text } = await fold({ text: whole, offsets: new Int32Array(whole.length + 1) }, scriptOf(whole))
  const folded = text.split('\n')
  return folded.length === texts.length ? folded : []
}

let known: ReadonlyMap<string, LabelKind> | undefined

function vocabulary(): ReadonlyMap<string, LabelKind> {
  known ??= new Map([
    ...labelled('heading', (table) =>
      table.blocks.flatMap(({ article, header, rows }) => [article, ...header, ...rows.flatMap(({ under }) => under)]),
    ),
    ...forms().flatMap(({ tables }) =>
      Object.values(tables)
        .filter(({ arrangement }) => arrangement !== 'single_row')
        .flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(rowKeys)))
        .map((key): [string, LabelKind] => [key, 'row']),
    ),
    ...labelled('column', (table) =>
      table.blocks.flatMap(({ columns }) => columns.flatMap(({ label, aliases }) => [label, ...aliases])),
    ),
  ])
  return known
}

function labelled(kind: LabelKind, labels: (table: FormTable) => readonly string[]): [string, LabelKind][] {
  const texts = forms().flatMap(({ tables }) => Object.values(tables).flatMap(labels))
  return texts.filter((text) => text !== '').map((text) => [labelKey(text), kind])
}

/** Fewer characters than this say nothing without their number: 其他 is a column, 3.其他 a row. */
const TELLING = 4

/** The ways a row's label is keyed: with a number if any printing of it has one, and without where its words suffice. */
function rowKeys({ printed, aliases }: FormRow): string[] {
  const keys = [printed, ...aliases].map(labelKey)
  const bare = [...new Set(keys.map((key) => key.replace('#', '')))]
  const numbered = keys.some((key) => key.startsWith('#')) ? bare.map((key) => `#${key}`) : []
  return [...new Set([...keys, ...numbered, ...bare.filter((key) => key.length >= TELLING)])]
}

let columns: ReadonlyMap<string, number | null> | undefined

/** In how many columns a form has figures for a row; `null` where no form has the row, or forms differ. */
export function columnsOfRow(key: string): number | null {
  columns ??= readColumns()
  return columns.get(key) ?? null
}

function readColumns(): ReadonlyMap<string, number | null> {
  const counts = new Map<string, number | null>()
  for (const { tables } of forms())
    for (const { blocks } of Object.values(tables))
      for (const { rows, columns: own } of blocks)
        for (const key of rows.flatMap(rowKeys))
          counts.set(key, (counts.get(key) ?? own.length) === own.length ? own.length : null)
  return counts
}

let units: ReadonlySet<string> | undefined

/** Whether a word is a unit that a form prints beside a row's figures. */
export function isUnit(word: string): boolean {
  units ??= new Set(
    forms()
      .flatMap(({ tables }) => Object.values(tables))
      .flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows))
      .flatMap(({ unit, unit_aliases = [] }) => (unit === undefined ? [] : [unit, ...unit_aliases])),
  )
  return units.has(word)
}

let headings: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** For each row of a form the headings it may stand under, as keys. */
export function headingsOfRows(): ReadonlyMap<string, ReadonlySet<string>> {
  headings ??= readHeadings()
  return headings
}

function readHeadings(): ReadonlyMap<string, ReadonlySet<string>> {
  const above = new Map<string, Set<string>>()
  for (const { tables } of forms())
    for (const { blocks } of Object.values(tables))
      for (const row of blocks.flatMap(({ rows }) => rows))
        for (const key of rowKeys(row)) above.set(key, new Set([...(above.get(key) ?? []), ...row.under.map(labelKey)]))
  return above
}
