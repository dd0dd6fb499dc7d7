import type { Draft } from '../draft.js'

interface Sum {
  readonly whole: Draft
  readonly parts: readonly Draft[]
}

/**
 * Figures right behind another that may be parts of it and add up to it, without a word that says so: 工作人员36人,专职6人、兼职30人. Those
 * divided again (自然人15件、企业2件;网络12件、信函5件) are two such rows.
 */
export function sumsIn(drafts: readonly Draft[]): Sum[] {
  return drafts.flatMap((whole, i) => {
    if (whole.whole !== null || whole.value === 0) return []
    const sums: Sum[] = []
    let parts: Draft[] = []
    for (const part of drafts.slice(i + 1)) {
      if (!mayBePart(part, whole)) break
      parts.push(part)
      if (parts.length < 2 || parts.reduce((sum, { value }) => sum + value, 0) !== whole.value) continue
      sums.push({ whole, parts })
      parts = []
    }
    return sums
  })
}

function mayBePart(part: Draft, whole: Draft): boolean {
  const { kind, unit, scope, period, rounding } = part
  const isOfKind = kind.part_of?.includes(whole.key) ?? false
  const isAlike = unit === whole.unit && scope === whole.scope && period === whole.period
  return isOfKind && isAlike && part.whole === null && rounding === null && whole.rounding === null
}
