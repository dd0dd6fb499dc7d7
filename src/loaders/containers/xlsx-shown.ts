/** What an Excel file shows of a sheet otherwise than its values say. */
export interface SheetShown {
  /** Rows that are hidden, from 0. */
  readonly hiddenRows: ReadonlySet<number>
  /** Columns that are hidden, from 0. */
  readonly hiddenColumns: ReadonlySet<number>
  /** Cells whose numbers are shown as shares: 0.12 as 12%. */
  readonly shares: readonly { readonly x: number; readonly y: number }[]
  /** What cells show whose text is in several hands: without what is crossed out, `^` before what is raised. */
  readonly texts: ReadonlyMap<string, string>
}

/** Reads it off the parts of the file. */
export function sheetShown(sheet: string, styles: string, strings: string): SheetShown {
  const formats = cellFormats(styles)
  const percent = withFormat(styles, formats, /%/)
  const unseen = withFormat(styles, formats, /^;;;$/)
  const struck = struckStyles(styles, formats)
  const shared =
    strings.includes('<rPr') || strings.includes(':rPr') ? strings.split(/<(?:\w{1,10}:)?si[\s>]/).slice(1) : []
  const hiddenRows = new Set<number>()
  for (const [, attributes = ''] of sheet.matchAll(/<(?:\w{1,10}:)?row\s([^<>]{1,500})>/g))
    if (/\bhidden="(?:1|true)"/.test(attributes))
      hiddenRows.add(Number(/\br="(\d{1,7})"/.exec(attributes)?.[1] ?? 0) - 1)
  const shares: { x: number; y: number }[] = []
  const texts = new Map<string, string>()
  for (const part of sheet.split(/<(?:\w{1,10}:)?c\s/).slice(1)) {
    const opening = ` ${/^[^<>]{0,300}>/.exec(part)?.[0] ?? ''}`
    const at = position(/\sr="([A-Z]{1,3}\d{1,7})"/.exec(opening)?.[1] ?? '')
    if (at === null) continue
    const type = /\st="(\w{1,20})"/.exec(opening)?.[1] ?? 'n'
    const style = Number(/\ss="(\d{1,6})"/.exec(opening)?.[1] ?? -1)
    if (type === 'n' && percent.has(style)) shares.push(at)
    const holds = /<(?:\w{1,10}:)?(?:v|t)[\s>]/.test(part.slice(0, 4000))
    if (holds && (struck.has(style) || unseen.has(style))) {
      texts.set(`${at.x},${at.y}`, struck.has(style) ? STRUCK : '')
      continue
    }
    const value = /<(?:\w{1,10}:)?v>(\d{1,9})</.exec(part.slice(0, 4000))?.[1]
    const written = type === 's' ? shared[Number(value)] : type === 'inlineStr' ? part : undefined
    if (written !== undefined && /<(?:\w{1,10}:)?(?:strike|vertAlign)\b/.test(written))
      texts.set(`${at.x},${at.y}`, shownText(written))
  }
  return { hiddenRows, hiddenColumns: hiddenColumns(sheet), shares, texts }
}

const MOST_COLUMNS = 1000

function hiddenColumns(sheet: string): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (const [, attributes = ''] of sheet.matchAll(/<(?:\w{1,10}:)?col\s([^<>]{1,500})>/g)) {
    if (!/\bhidden="(?:1|true)"|\bwidth="0(?:\.0*)?"/.test(attributes)) continue
    const [min, max] = ['min', 'max'].map((name) =>
      Number(new RegExp(`\\b${name}="(\\d{1,5})"`).exec(attributes)?.[1] ?? 0),
    )
    for (let x = min ?? 0; x > 0 && x <= Math.min(max ?? 0, MOST_COLUMNS); x++) hidden.add(x - 1)
  }
  return hidden
}

/** Stands in a cell all of which is crossed out: it is not empty, and shows no number. */
const STRUCK = '\ufffc'

/** What each style of cells says of itself, in the order by which cells name them. */
function cellFormats(styles: string): string[] {
  const formats = /<(?:\w{1,10}:)?cellXfs[\s>][\s\S]*?<\/(?:\w{1,10}:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return Array.from(formats.matchAll(/<(?:\w{1,10}:)?xf\b([^<>]{0,500})>/g), ([, attributes = '']) => attributes)
}

/** Indexes of the cell styles whose numbers are shown by a format of some kind; 9 and 10 are the shares that every file knows. */
function withFormat(styles: string, formats: readonly string[], kind: RegExp): ReadonlySet<number> {
  const custom = Array.from(
    styles.matchAll(/<(?:\w{1,10}:)?numFmt\s([^<>]{1,500})>/g),
    ([, attributes = '']) => attributes,
  )
    .filter((attributes) => kind.test(/formatCode="([^"]{0,300})"/.exec(attributes)?.[1] ?? ''))
    .map((attributes) => Number(/numFmtId="(\d{1,6})"/.exec(attributes)?.[1]))
  const ids = new Set(kind.test('0%') ? [9, 10, ...custom] : custom)
  return indexes(formats, (attributes) => ids.has(Number(/numFmtId="(\d{1,6})"/.exec(attributes)?.[1])))
}

/** Indexes of the cell styles whose letters are crossed out. */
function struckStyles(styles: string, formats: readonly string[]): ReadonlySet<number> {
  const list = /<(?:\w{1,10}:)?fonts[\s>][\s\S]*?<\/(?:\w{1,10}:)?fonts>/.exec(styles)?.[0] ?? ''
  const fonts = list.split(/<(?:\w{1,10}:)?font(?=[\s/>])/).slice(1)
  const struck = indexes(fonts, (font) => /<(?:\w{1,10}:)?strike(?:\s*\/|\s+val="(?:1|true)")/.test(font))
  return indexes(formats, (attributes) => struck.has(Number(/fontId="(\d{1,6})"/.exec(attributes)?.[1])))
}

function indexes(list: readonly string[], holds: (one: string) => boolean): ReadonlySet<number> {
  return new Set(list.flatMap((one, i) => (holds(one) ? [i] : [])))
}

function shownText(written: string): string {
  const runs = written.split(/<(?:\w{1,10}:)?r>/).slice(1)
  return runs
    .filter((run) => !/<(?:\w{1,10}:)?strike(?:\s*\/|\s+val="(?:1|true)")/.test(run))
    .map((run) => {
      const text = unescaped(/<(?:\w{1,10}:)?t(?:\s[^<>]{0,100})?>([^<]{0,32767})</.exec(run)?.[1] ?? '')
      return /vertAlign\s+val="superscript"/.test(run) ? `^${text}` : text
    })
    .join('')
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/** `C5` → column 2, row 4. */
export function position(reference: string): { x: number; y: number } | null {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  if (letters === '') return null
  const x = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { x, y: Number(row) - 1 }
}
