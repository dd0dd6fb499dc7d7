import { statementVocabulary } from '../../../forms/statement-words.js'
import { type Draft, partKey } from '../draft.js'
import type { Sentence } from '../narrative.js'
import { PERCENT } from '../numbers/quantities.js'

/** A whole's parts stand in its sentence or in so many behind it. */
const REACH = 2
/** As many parts as a list has at most. */
const MOST = 100
/** So many figures that add up to another are no chance; nor are fewer, if that is so great. */
const [SEVERAL, GREAT] = [3, 20]

/**
 * Statements with those joined that add up: quantities of no known kind that are the parts of one before them (公开信息60条,职责类4条,水旱类9条,
 * 日常动态47条), and a total of no known kind that stands behind its parts (简讯41条、图解7条,总计48条).
 */
export function joinedWhereTheyAddUp(drafts: readonly Draft[], sentences: readonly Sentence[]): Draft[] {
  const all = drafts.toSorted((a, b) => a.sentence - b.sentence || a.from - b.from)
  let groups = all.reduce((most, { group }) => Math.max(most, group ?? -1), -1)
  const nextGroup = () => ++groups
  for (const [i, draft] of all.entries())
    if (isUnnamed(draft)) joinTotal(all, i, nextGroup)
    else joinParts(all, i, sentences, nextGroup)
  return all
}

const isUnnamed = ({ key }: Draft) => key === statementVocabulary().unnamed.key

const sumOf = (drafts: readonly Draft[]) => drafts.reduce((sum, { value }) => sum + value, 0)

/** What is published, asked and written falls into kinds of many names; outcomes of requests and cases have theirs. */
const OF_KINDS = ['proactive', 'topics', 'consultations', 'interaction']

/** Gives a whole the figures behind it that add up to it, if words name some of them that tell of no kind. */
function joinParts(all: Draft[], at: number, sentences: readonly Sentence[], nextGroup: () => number): void {
  const whole = all[at]
  if (whole === undefined || !OF_KINDS.includes(whole.kind.family)) return
  if (whole.unit === PERCENT || whole.rounding !== null || whole.whole !== null) return
  const parts: number[] = []
  let sum = 0
  for (let i = at + 1; i < Math.min(all.length, at + MOST); i++) {
    const part = all[i]
    if (part === undefined || part.sentence > whole.sentence + REACH) return
    const isOwn = part.whole === whole || (part.whole === null && mayBePart(part, whole))
    if (!isOwn && (parts.length > 0 || part.unit === whole.unit)) return
    if (!isOwn) continue
    if (part.unit !== whole.unit && parts.length === 0 && !isSaidPart(whole, part, sentences)) continue
    if (part.unit !== whole.unit && parts.length > 0 && part.sentence !== all[parts[0] ?? i]?.sentence) return
    parts.push(i)
    sum += part.value
    if (sum > whole.value) return
    const isTelling = parts.length >= SEVERAL || (parts.length > 1 && whole.value >= GREAT)
    if (part.value === 0 || sum !== whole.value || !isTelling) continue
    give(all, parts, whole, nextGroup)
    return
  }
}

/** Whether a figure may be a part: of no known kind, or of one of its own family that is none of its own. */
function mayBePart(part: Draft, whole: Draft): boolean {
  const isAlike = part.rounding === null && part.unit !== PERCENT && (part.period ?? whole.period) === whole.period
  const { family } = part.kind
  return (
    isAlike && (isUnnamed(part) || (family === whole.kind.family && part.key !== whole.key) || isOfTopic(part, whole))
  )
}

/** 发布信息120条,其中政策文件20条、建议提案30条: what is published of proposals is no count of those handled. */
function isOfTopic({ kind }: Draft, whole: Draft): boolean {
  return whole.kind.family === 'proactive' && kind.family === 'proposals' && kind.key !== 'proposal_replies_published'
}

/** Whether a word for parts stands between a whole and the first of them. */
function isSaidPart(whole: Draft, part: Draft, sentences: readonly Sentence[]): boolean {
  if (whole.sentence !== part.sentence) return false
  const between = sentences[whole.sentence]?.text.slice(whole.to, part.from) ?? ''
  return statementVocabulary().part_markers.some((word) => between.includes(word))
}

function give(all: Draft[], parts: readonly number[], whole: Draft, nextGroup: () => number): void {
  if (parts.every((i) => all[i]?.whole === whole)) return
  const group = parts.map((i) => all[i]?.group ?? null).find((own) => own !== null) ?? nextGroup()
  for (const i of parts) {
    const part = all[i]
    if (part === undefined || part.whole === whole) continue
    if (!isUnnamed(part) && !isOfTopic(part, whole)) {
      part.whole = whole
      part.group = group
      continue
    }
    all[i] = {
      ...part,
      kind: whole.kind,
      key: partKey(whole.key),
      label: part.label ?? part.kind.label,
      period: whole.period,
      whole,
      group,
    }
  }
}

/** Gives a total of no known kind the kind of the figures right before it that add up to it, and these to it. */
function joinTotal(all: Draft[], at: number, nextGroup: () => number): void {
  const total = all[at]
  if (total === undefined || !statementVocabulary().unnamed.totals.includes(total.label ?? '')) return
  const parts: Draft[] = []
  for (let i = at - 1; i >= Math.max(0, at - MOST); i--) {
    const part = all[i]
    if (part === undefined || part.sentence !== total.sentence || part.unit !== total.unit || part.whole !== null)
      return
    parts.unshift(part)
    const sum = sumOf(parts)
    if (sum > total.value || part.rounding !== null) return
    if (sum === total.value && parts.length > 1) break
  }
  const kinds = new Set(parts.filter((part) => !isUnnamed(part)).map(({ kind }) => kind))
  const [kind, another] = kinds
  if (kind === undefined || another !== undefined || sumOf(parts) !== total.value) return
  const whole: Draft = { ...total, kind, key: kind.key, label: null }
  const group = nextGroup()
  all[at] = whole
  for (const part of parts)
    all[all.lastIndexOf(part, at)] = { ...part, kind, key: partKey(kind.key), label: part.label, whole, group }
}
