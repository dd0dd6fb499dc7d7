import type { Merges } from './sheet.js'
import { position, type SheetShown, sheetShown } from './xlsx-shown.js'
import { zipEntries } from './zip.js'

/** What the cells of a sheet do not say: which are merged, which hold a formula without its value, and what is shown of them. */
export interface SheetLayout extends SheetShown {
  readonly isHidden: boolean
  readonly merges: Merges
  readonly uncalculated: readonly { readonly x: number; readonly y: number }[]
}

/** The layout of each sheet of an Excel file, in the order of the workbook. */
export async function sheetLayouts(bytes: Uint8Array): Promise<SheetLayout[]> {
  const entries = await zipEntries(bytes)
  const part = async (path: string) => {
    const entry = entries.find((other) => other.path === path)
    return entry === undefined ? '' : new TextDecoder().decode(await entry.read())
  }
  const targets = new Map(
    tags(await part('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  const [styles, strings] = [await part('xl/styles.xml'), await part('xl/sharedStrings.xml')]
  const layouts: SheetLayout[] = []
  for (const tag of tags(await part('xl/workbook.xml'), 'sheet')) {
    const target = targets.get(attribute(tag, 'r:id')) ?? ''
    const xml = await part(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    const isHidden = /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state'))
    layouts.push({
      isHidden,
      merges: mergesOf(xml),
      uncalculated: uncalculatedOf(xml),
      ...sheetShown(xml, styles, strings),
    })
  }
  return layouts
}

/** The tags of one name, as written. */
function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w{1,10}:)?${name}\\s[^<>]{1,2000}>`, 'g'))].map(([tag]) => tag)
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"<>]{0,1000})"`).exec(tag)?.[1] ?? ''
}

function mergesOf(xml: string): Merges {
  const merges = new Map<string, { width: number; height: number }>()
  for (const tag of tags(xml, 'mergeCell')) {
    const [from, to] = attribute(tag, 'ref').split(':').map(position)
    if (!from || !to) continue
    merges.set(`${from.x},${from.y}`, { width: to.x - from.x + 1, height: to.y - from.y + 1 })
  }
  return merges
}

/** Cells that show something which is no value: a formula that was never calculated, an error such as #REF!. */
function uncalculatedOf(xml: string): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = []
  for (const part of xml.split(/<(?:\w{1,10}:)?c\s/).slice(1)) {
    const opening = ` ${/^[^<>]{0,300}>/.exec(part)?.[0] ?? ''}`
    const at = position(attribute(opening, 'r'))
    const formula =
      /<(?:\w{1,10}:)?f[\s>/]/.test(part.slice(0, 4000)) && !/<(?:\w{1,10}:)?(?:v|is)>/.test(part.slice(0, 40_000))
    const valueless = !opening.endsWith('/>') && (formula || attribute(opening, 't') === 'e')
    if (valueless && at && at.x < 1000 && at.y < 10_000) found.push(at)
  }
  return found
}
