import type { Check } from '../../src/types.js'

/** What may stand in Latin letters in a Chinese sentence: ids of rules, and the names of standards and statistics. */
const LATIN = /[a-z]+\.[a-z_]+|GB\/T|PDF|U\+FFFD|sha256|\b[np] = |e[+-]\d/g

/**
 * What of a check's Chinese words is not Chinese; nothing where all is well.
 *
 * @param names what the report itself brings in Latin letters, e.g. ids of reports
 */
export function notChinese({ rule, finding, evidence }: Check, names: readonly string[] = []): string[] {
  const said = [
    ...(finding === null ? [] : [finding.message_zh, finding.cause?.evidence_zh ?? '因', finding.expected_zh ?? '应']),
    ...(evidence === undefined ? [] : [evidence.text_zh]),
  ]
  const isWrong = (text: string) => {
    const own = names.reduce((rest, name) => rest.replaceAll(name, ''), text).replace(LATIN, '')
    return /[{}A-Za-z]/.test(own) || !/[\p{Script=Han}；：，=]/u.test(own)
  }
  return said.filter(isWrong).map((text) => `${rule}: ${text}`)
}
