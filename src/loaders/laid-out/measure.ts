/** A Chinese letter or another as wide. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g
/** So many cells at the least must stand under one another by one measure alone, and so many times as many as by the other alone. */
const [CELLS, TIMES] = [5, 3]

/** Where a cell of a line begins and ends, by characters and by their widths on a screen. */
interface Extent {
  readonly byCount: readonly [number, number]
  readonly byWidth: readonly [number, number]
}

/**
 * Whether the columns of a text were set for a screen on which a Chinese letter is as wide as two digits, as programs do that show pages in
 * a terminal; in texts taken from pages one character is as wide as another.
 */
export function isSetForScreen(source: string): boolean {
  const lines = source
    .split('\n')
    .map(extentsOf)
    .filter((line) => line.length > 0)
  let [count, width] = [0, 0]
  lines.slice(1).forEach((line, i) => {
    const above = lines[i] ?? []
    for (const cell of line) {
      const byCount = above.some((other) => isUnder(cell.byCount, other.byCount))
      const byWidth = above.some((other) => isUnder(cell.byWidth, other.byWidth))
      if (byCount && !byWidth) count++
      if (byWidth && !byCount) width++
    }
  })
  return width >= CELLS && width > count * TIMES
}

/** Where on a screen each character of a line stands. */
export function columnsOnScreen(line: string): (character: number) => number {
  return (character) => character + wideIn(line.slice(0, character))
}

function isUnder(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] === other[0] || one[1] === other[1]
}

/** The cells of a line behind its first, with two blanks or more before each. */
function extentsOf(line: string): Extent[] {
  return [...line.matchAll(/(?<= {2})\S+(?: \S+)*/g)].flatMap(({ index, 0: words }) => {
    const before = index + wideIn(line.slice(0, index))
    const end = index + words.length
    if (line.slice(0, index).trim() === '') return []
    return [{ byCount: [index, end], byWidth: [before, before + words.length + wideIn(words)] } as const]
  })
}

function wideIn(text: string): number {
  return text.match(WIDE)?.length ?? 0
}
