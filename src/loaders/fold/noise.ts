import { readReference } from '../../forms/reference.js'
import type { Edit } from './working.js'

interface NoiseClass {
  readonly class: string
  readonly ranges: readonly string[]
  readonly between: 'any' | 'han'
  readonly single?: boolean
  readonly min_count?: number
  readonly min_distinct?: number
  readonly min_share?: number
  readonly unless_before?: string
  readonly unless_after?: string
}

const HAN = '\u3400-\u9fff'

/**
 * Characters that do not belong to the text: invisible ones, private-use ones and letters or signs strewn between Han
 * characters. What cannot be seen is taken out between visible characters and becomes a blank elsewhere. Strewn characters
 * count only where a text has many of them, since a single one (A类, X光) is likely to be meant. Nothing between figures is
 * ever taken out, but what cannot be seen.
 */
export function noiseEdits(text: string): Edit[] {
  const { classes } = readReference<{ classes: readonly NoiseClass[] }>('lexicons/noise.json', 'noise')
  return classes.flatMap((kind) => editsOf(text, kind)).sort((a, b) => a.from - b.from)
}

function editsOf(text: string, kind: NoiseClass): Edit[] {
  const found = [...text.matchAll(patternOf(kind))]
  if (!isFrequent(text, found, kind)) return []
  return found.map(({ index, 0: { length } }): Edit => {
    const within = isVisible(text[index - 1]) && isVisible(text[index + length])
    return { kind: 'noise', from: index, to: index + length, folded: within ? '' : ' '.repeat(length) }
  })
}

const patterns = new Map<string, RegExp>()

function patternOf(kind: NoiseClass): RegExp {
  let pattern = patterns.get(kind.class)
  if (pattern === undefined) {
    const members = `[${kind.ranges.map(range).join('')}]${kind.single ? '' : '{1,99}'}`
    const after = kind.unless_after ? `(?<![${kind.unless_after}])` : ''
    // What cannot be seen may stand between.
    const before = kind.unless_before ? `(?!\\p{Cf}{0,9}[${kind.unless_before}])` : ''
    const within = kind.between === 'han' ? `(?<=[${HAN}])${after}${members}(?=[${HAN}])` : `${after}${members}`
    pattern = new RegExp(within + before, 'gu')
    patterns.set(kind.class, pattern)
  }
  return pattern
}

function range(written: string): string {
  return written
    .split('-')
    .map((code) => `\\u${code}`)
    .join('-')
}

function isFrequent(text: string, found: readonly RegExpMatchArray[], kind: NoiseClass): boolean {
  if (found.length < (kind.min_count ?? 1)) return false
  if (new Set(found.map((match) => match[0])).size < (kind.min_distinct ?? 1)) return false
  if (kind.min_share === undefined) return true
  const han = text.match(new RegExp(`[${HAN}]`, 'g'))?.length ?? 0
  return found.length >= han * kind.min_share
}

/** Whether something a reader sees stands there: not white space, a cell border or the end of the text. */
function isVisible(character: string | undefined): boolean {
  return character !== undefined && !/[\s|\u001d\u001f]/.test(character)
}
