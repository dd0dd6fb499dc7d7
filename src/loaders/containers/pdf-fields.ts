/** What a field of a form in a PDF shows, and where on the page: its text is no part of the page's own. */
export interface FieldShown {
  readonly text: string
  /** Where its line begins, in units of the page. */
  readonly from: readonly [x: number, y: number]
  readonly width: number
  readonly size: number
}

/** Of the flags of an annotation, those that keep it from being seen: hidden, not on the screen. */
const UNSEEN = 2 | 32
/** Letters in a field are not larger than this, nor than so large a part of its height. */
const [LARGEST, OF_HEIGHT] = [10, 0.7]
/** Width of a letter, as a part of its height. */
const [WIDE, NARROW] = [1, 0.5]

/** The fields of a page that are filled in with text, from its annotations. */
export function fieldsOf(annotations: readonly Readonly<Record<string, unknown>>[]): FieldShown[] {
  return annotations.flatMap((one) => {
    if (one.subtype !== 'Widget' || !/^(?:Tx|Ch)$/.test(String(one.fieldType)) || one.hidden === true) return []
    if ((Number(one.annotationFlags) & UNSEEN) !== 0) return []
    const text = [one.fieldValue]
      .flat()
      .filter((value) => typeof value === 'string')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    const [x1, y1, x2, y2] = Array.isArray(one.rect) ? one.rect.map(Number) : []
    if (text === '' || x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return []
    const size = Math.min(LARGEST, Math.abs(y2 - y1) * OF_HEIGHT)
    const letters = Array.from(text, (letter) => (/[\x20-\x7e]/.test(letter) ? NARROW : WIDE))
    const width = letters.reduce((sum, letter) => sum + letter * size, 0)
    const middle = (y1 + y2) / 2 - size * 0.35
    return [{ text, from: [Math.min(x1, x2) + Math.max(0, (Math.abs(x2 - x1) - width) / 2), middle], width, size }]
  })
}
