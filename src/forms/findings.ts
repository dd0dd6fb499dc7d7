import type { Bilingual, Finding } from '../types.js'

/** A finding as a rule makes it: its words still in both languages side by side. */
export interface Judgement extends Omit<Finding, 'rule' | 'message' | 'message_zh' | Said | SaidInChinese> {
  readonly message: Bilingual
  readonly expected: Finding['expected'] | Bilingual
  readonly observed: Finding['observed'] | Bilingual
}

type Said = 'expected' | 'observed'
type SaidInChinese = 'expected_zh' | 'observed_zh'

/** A finding with its words by language. */
export function findingFrom(rule: string, judgement: Judgement): Finding {
  const { severity, message, cells, expected, observed, ...rest } = judgement
  return {
    rule,
    severity,
    message: message.en,
    message_zh: message.zh,
    cells,
    expected: inEnglish(expected),
    observed: inEnglish(observed),
    ...(isSaid(expected) ? { expected_zh: expected.zh } : {}),
    ...(isSaid(observed) ? { observed_zh: observed.zh } : {}),
    ...rest,
  }
}

function isSaid(value: Judgement['expected']): value is Bilingual {
  return typeof value === 'object' && value !== null
}

function inEnglish(value: Judgement['expected']): Finding['expected'] {
  return isSaid(value) ? value.en : value
}
