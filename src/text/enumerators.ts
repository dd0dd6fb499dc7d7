import { alternation, compiled, ordinalSuffixes, ordinalWords } from './cues.js'

/** The shape of an enumerator; enumerators of one list share it. `word` is 一是, 首先, 第三. */
export type Family = 'han' | 'paren_han' | 'digit' | 'paren_digit' | 'circled' | 'word'

/** An enumerator in the folded text, the separator after it included. `ordinal` 0 means: the next one. */
export interface Enumerator {
  readonly family: Family
  readonly ordinal: number
  readonly start: number
  readonly end: number
}

const HAN = '[一二三四五六七八九十]{1,3}'
/** What an enumerator may follow: white space, punctuation, a closing bracket or quotation mark. */
const BOUNDARY = /[\s,，。;；:：、!！?？”"’')）)》】|>#*—-]/

/** Every enumerator of the text, in order. A number inside a sentence (统一是, 2.5%, 第（一）项) is none. */
export function enumerators(text: string): Enumerator[] {
  const found: Enumerator[] = []
  for (const match of text.matchAll(pattern())) {
    const start = match.index
    if (!standsFree(text, start)) continue
    const read = readEnumerator(match)
    if (read) found.push({ ...read, start, end: start + match[0].length })
  }
  return found
}

function pattern(): RegExp {
  return compiled('enumerator', patternSource, 'gu')
}

function patternSource(): string {
  const words = Object.keys(ordinalWords()).join('|')
  return [
    `[（(]\\s*(?<parenHan>${HAN})\\s*[）)]、?`,
    '[（(]\\s*(?<parenDigit>\\d{1,2})\\s*[）)]、?|(?<halfParen>\\d{1,2})[）)]、?',
    '(?<digit>\\d{1,2})\\s*(?:[.．](?!\\d)|、)',
    '(?<circled>[①-⑳])、?',
    `(?<is>${HAN})(?:${ordinalSuffixes().join('|')})[,，:：]?`,
    `第(?<nth>${HAN})(?:[,，、:：]|是)`,
    `(?<word>${words})(?:[,，、:：]|是|要)?`,
    `(?<han>${HAN})\\s*、`,
  ].join('|')
}

function readEnumerator(match: RegExpExecArray): Pick<Enumerator, 'family' | 'ordinal'> | null {
  const group = match.groups ?? {}
  const digits = group.parenDigit ?? group.halfParen
  if (group.parenHan) return { family: 'paren_han', ordinal: hanNumber(group.parenHan) }
  if (digits) return { family: 'paren_digit', ordinal: Number(digits) }
  if (group.digit) return { family: 'digit', ordinal: Number(group.digit) }
  if (group.circled) return { family: 'circled', ordinal: (group.circled.codePointAt(0) ?? 0) - 0x245f }
  if (group.is ?? group.nth) return { family: 'word', ordinal: hanNumber(group.is ?? group.nth ?? '') }
  if (group.word) return { family: 'word', ordinal: ordinalWords()[group.word] ?? 0 }
  return group.han ? { family: 'han', ordinal: hanNumber(group.han) } : null
}

function standsFree(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start)
  if (before === '' || BOUNDARY.test(before.slice(-1))) return true
  return compiled('glued', () => `(?:${alternation('glued_before')})$`, '').test(before)
}

/** The number a Chinese numeral up to 十九 stands for; two-digit tens as 二十一. */
function hanNumber(numeral: string): number {
  const digit = (character: string | undefined): number => '一二三四五六七八九'.indexOf(character ?? ' ') + 1
  const ten = numeral.indexOf('十')
  if (ten < 0) return digit(numeral.at(-1))
  return (ten === 0 ? 1 : digit(numeral[ten - 1])) * 10 + digit(numeral[ten + 1])
}
