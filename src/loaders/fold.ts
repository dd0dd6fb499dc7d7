import { readReference } from '../forms/reference.js'
import type { Folded } from '../types.js'

interface WordMap {
  readonly words: readonly { readonly found: string; readonly folded: string; readonly unless_before?: string }[]
}

/** Characters that only Traditional text uses and that no report does without. */
const TRADITIONAL_ONLY = /[開關個這為與對時會發務請數據報條機應員實進業縣國總門處級義訴訟說區規資]/g

/** `hant` if the text is in Traditional characters, else `hans`. */
export function scriptOf(text: string): 'hans' | 'hant' {
  const sample = text.slice(0, 200_000)
  const han = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  const traditional = sample.match(TRADITIONAL_ONLY)?.length ?? 0
  return traditional > han * 0.02 ? 'hant' : 'hans'
}

/**
 * Folds a text for matching: Simplified characters, Mainland words for Taiwan ones, half-width forms, plain quotation
 * marks and plain blanks. The original is untouched; every folded unit keeps the offset it came from.
 */
export async function fold(surface: Folded, script: 'hans' | 'hant'): Promise<Folded> {
  const narrow = narrowed(surface.text)
  if (script === 'hans') return { text: narrow, offsets: surface.offsets }
  const convert = await simplifier()
  const simplified = narrow
    .split('\n')
    .map((line) => sameLength(line, convert))
    .join('\n')
  return mainlandWords({ text: simplified, offsets: surface.offsets })
}

/** Folds a label of the reference data as the sources are folded, and drops its white space. */
export function foldLabel(label: string): string {
  return narrowed(label).replace(/\s/g, '')
}

/** Half-width forms, one unit for one unit, so that offsets stay as they are. */
function narrowed(text: string): string {
  return text.replace(
    /[\uff01-\uff5e\u3000\u00a0\u2002-\u200b\ufeff\u201c\u201d\u2018\u2019\u300e\u300f\u3014\u3015\u2236\ufe55\u2f00-\u2fd5]/g,
    (c) => {
      const code = c.charCodeAt(0)
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
      if ('“”『』'.includes(c)) return '"'
      if ('‘’'.includes(c)) return "'"
      if (c === '〔') return '['
      if (c === '〕') return ']'
      if (c === '∶' || c === '﹕') return ':'
      if (code >= 0x2f00 && code <= 0x2fd5) return c.normalize('NFKC')
      return ' '
    },
  )
}

type Converter = (text: string) => string
let loaded: Promise<Converter> | undefined

function simplifier(): Promise<Converter> {
  loaded ??= import('opencc-js/t2cn').then(({ Converter }) => Converter({ from: 'tw', to: 'cn' }))
  return loaded
}

/** Conversion that keeps the length; where a phrase would change it, the line is converted character by character. */
function sameLength(line: string, convert: Converter): string {
  const whole = convert(line)
  if (whole.length === line.length) return whole
  return Array.from(line, (c) => {
    const one = convert(c)
    return one.length === c.length ? one : c
  }).join('')
}

/** Puts Mainland words for Taiwan ones; the units of a shorter word share out the places of the longer. */
function mainlandWords(folded: Folded): Folded {
  const { words } = readReference<WordMap>('lexicons/taiwan-words.json', 'word-map')
  const byFound = new Map(words.map((word) => [word.found, word]))
  const pattern = new RegExp([...byFound.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
  const parts: string[] = []
  const offsets: number[] = []
  let done = 0
  const copy = (end: number) => {
    parts.push(folded.text.slice(done, end))
    for (let i = done; i < end; i++) offsets.push(folded.offsets[i] ?? 0)
    done = end
  }
  for (const match of folded.text.matchAll(pattern)) {
    const word = byFound.get(match[0])
    const next = folded.text[match.index + match[0].length] ?? ''
    if (word === undefined || (word.unless_before ?? '').includes(next || '\0')) continue
    copy(match.index)
    parts.push(word.folded)
    for (let i = 0; i < word.folded.length; i++) {
      offsets.push(folded.offsets[done + Math.floor((i * match[0].length) / word.folded.length)] ?? 0)
    }
    done += match[0].length
  }
  copy(folded.text.length)
  offsets.push(folded.offsets[folded.text.length] ?? 0)
  return { text: parts.join(''), offsets: Int32Array.from(offsets) }
}
