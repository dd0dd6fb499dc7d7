import type { Place } from '../../types.js'

const OPEN = '\ue000'
const CLOSE = '\ue001'
const FIRST = 0xe100
const MOST = 0xf8ff - FIRST

/**
 * Private-use characters put around what has a true value while a page is laid out, put into another script and escaped;
 * taken out at the end, they say where each of them stands. Marks may lie inside one another.
 */
export class Marks {
  private readonly keys: string[] = []

  around(key: string, text: string): string {
    if (this.keys.length >= MOST) throw new Error(`a page holds ${MOST} marks at most`)
    this.keys.push(key)
    return OPEN + String.fromCharCode(FIRST + this.keys.length - 1) + text + CLOSE
  }

  /** The page without marks, and where the text of each key stands. */
  read(marked: string): { source: string; places: Map<string, Place> } {
    const places = new Map<string, Place>()
    const open: { key: string; start: number }[] = []
    const parts: string[] = []
    let length = 0
    for (const part of marked.split(/([\ue000][\ue100-\uf8ff]|\ue001)/)) {
      if (part.startsWith(OPEN)) {
        open.push({ key: this.keys[part.charCodeAt(1) - FIRST] ?? '', start: length })
      } else if (part === CLOSE) {
        const mark = open.pop()
        if (mark) places.set(mark.key, [mark.start, length])
      } else {
        parts.push(part)
        length += part.length
      }
    }
    return { source: parts.join(''), places }
  }
}

/** A text as it is printed. */
export function withoutMarks(marked: string): string {
  return marked.replace(/[\ue000][\ue100-\uf8ff]|\ue001/g, '')
}

/** A text split into what lies inside marks or is a mark, which must not be broken up, and what lies between. */
export function betweenMarks(marked: string, change: (text: string) => string): string {
  let depth = 0
  return marked
    .split(/([\ue000][\ue100-\uf8ff]|\ue001)/)
    .map((part) => {
      if (part.startsWith(OPEN)) depth++
      else if (part === CLOSE) depth--
      else if (depth === 0) return change(part)
      return part
    })
    .join('')
}
