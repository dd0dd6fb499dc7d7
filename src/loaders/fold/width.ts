import { plainRadicals } from './radicals.js'

/**
 * Full-width and presentation forms, blanks, quotation marks, minus signs, and the radicals that PDF extraction puts in
 * place of the characters that look like them: whatever has a plain form of the same length.
 */
const FORMS =
  /[\u00a0\u115f\u1160\u2002-\u200a\u2010\u2011\u2018\u2019\u201c\u201d\u202f\u205f\u2212\u2236\u2502\u2503\u2551\u250a\u2506\u2800\u2e80-\u2fd5\u3000\u300e\u300f\u3014\u3015\u3164\uf900-\ufaff\ufe50\ufe55\ufe62\ufe63\uff01-\uff5e\uffa0\uffe5]/g

/** Half-width and plain forms, one unit for one unit. `count` is the number of characters changed. */
export function narrow(text: string): { text: string; count: number } {
  let count = 0
  const narrowed = text.replace(FORMS, (character) => {
    const plain = plainForm(character)
    if (plain !== character) count++
    return plain
  })
  return { text: narrowed, count }
}

function plainForm(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if ('“”『』'.includes(character)) return '"'
  if ('‘’'.includes(character)) return "'"
  if (character === '〔') return '['
  if (character === '〕') return ']'
  if (character === '∶' || character === '﹕') return ':'
  if (character === '﹐') return ','
  if (character === '﹢') return '+'
  if ('\u2010\u2011\u2212\ufe63'.includes(character)) return '-'
  if ('│┃║┊┆'.includes(character)) return '|'
  if (character === '￥') return '¥'
  if (code >= 0x2e80 && code <= 0x2fd5) return plainRadicals(character)
  if (code >= 0x2e80) return compatible(character)
  return ' '
}

function compatible(character: string): string {
  const plain = character.normalize('NFKC')
  return character === '\u3000' || plain === '\u1160' ? ' ' : plain.length === 1 ? plain : character
}
