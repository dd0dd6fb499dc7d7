import type { Bilingual, CellRef, Check, CheckOutcome, Evidence, Finding, Place } from '../types.js'

/** A finding as a rule makes it: its words still in both languages side by side. */
export interface Judgement extends Omit<Finding, 'rule' | 'message' | 'message_zh' | Said | SaidInChinese> {
  readonly message: Bilingual
  readonly expected: Finding['expected'] | Bilingual
  readonly observed: Finding['observed'] | Bilingual
}

type Said = 'expected' | 'observed'
type SaidInChinese = 'expected_zh' | 'observed_zh'

/** A check that came out without a finding, and what it rests on. */
export function settled(
  rule: string,
  subject: string,
  outcome: Exclude<CheckOutcome, 'failed'>,
  evidence?: Evidence,
): Check {
  return { rule, subject, outcome, finding: null, ...(evidence === undefined ? {} : { evidence }) }
}

/** A failed check; its finding carries the rule's id. */
export function failed(rule: string, subject: string, judgement: Judgement): Check {
  return { rule, subject, outcome: 'failed', finding: findingFrom(rule, judgement) }
}

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

/** What a check rests on; places that are not known are left out. */
export function evidence(text: Bilingual, cells: readonly CellRef[], places: readonly (Place | null)[]): Evidence {
  return { text: text.en, text_zh: text.zh, cells, places: places.filter((place) => place !== null) }
}
