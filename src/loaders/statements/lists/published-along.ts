import { statementVocabulary } from '../../../forms/statement-words.js'
import type { Draft } from '../draft.js'
import type { Sentence } from '../narrative.js'

/** What is published on a topic. */
const ITEMS = 'items_published'
/** Units of what is published; 件 may be of files that are not. */
const UNITS = ['条', '条次', '则', '篇']
/** A topic's name has so many characters. */
const TOPIC = /^[\p{Script=Han}A-Za-z"“”'·]{2,16}$/u

/**
 * Statements in which quantities of no known kind are of what is published where they stand in a row whose verb says so: 发布简讯41条、图解7条;
 * 公开信息90条,资金安排18条. Their words are the topic.
 */
export function publishedAlong(drafts: readonly Draft[], sentences: readonly Sentence[]): Draft[] {
  const kind = statementVocabulary().statements.find(({ key }) => key === ITEMS)
  const all = drafts.toSorted((a, b) => a.sentence - b.sentence || a.from - b.from)
  if (kind === undefined) return all
  for (const [i, draft] of all.entries()) {
    const { label, sentence } = draft
    const text = sentences[sentence]?.text ?? ''
    if (draft.key !== statementVocabulary().unnamed.key || label === null || !UNITS.includes(draft.unit)) continue
    const before = text.slice(0, draft.to).replace(/[\d.]+[^\d]*$/, '')
    const last = all[i - 1]
    const own = topicBehindVerb(before) ?? (last?.sentence === sentence ? topicInRow(before, last, draft, text) : null)
    if (own !== null && mayBePublished(own, text)) all[i] = { ...draft, kind, key: ITEMS, label: own }
  }
  return all
}

let verb: RegExp | undefined

/** The words behind a verb of publishing, in a clause that names the channel. */
function topicBehindVerb(before: string): string | null {
  const { channels, unnamed } = statementVocabulary()
  verb ??= new RegExp(
    `(?:主动公开|公开|${unnamed.publishing.join('|')})了?(?:各类|有关|相关|关于)?(?<topic>[^,。;:、()]{2,16})$`,
  )
  const clause = /[^,。;:]*$/.exec(before)?.[0] ?? ''
  const topic = verb.exec(clause)?.groups?.topic ?? null
  const isOwn = channels.some((word) => clause.includes(word)) && !isOfPress(clause)
  return topic !== null && TOPIC.test(topic) && isOwn ? topic : null
}

/** The words between the figure before and this, if the row they stand in is of what is published. */
function topicInRow(before: string, last: Draft, { unit }: Draft, text: string): string | null {
  const topic = /^[,、](?:以?及)?(?<topic>[^,。;:、()]+)$/.exec(before.slice(last.to))?.groups?.topic ?? null
  if (topic === null || !TOPIC.test(topic) || last.unit !== unit || last.kind.family !== 'proactive') return null
  const { verbs, publishing } = statementVocabulary().unnamed
  const said = last.key === ITEMS || last.key.startsWith('proactive_items') || last.label !== null
  const clause = /[^。;:]*$/.exec(text.slice(0, last.to))?.[0] ?? ''
  const isOfVerb = ['公开', ...publishing].some((word) => clause.includes(word))
  if (last.key.startsWith('media_reports') || isOfPress(clause)) return null
  return (said || isOfVerb) && !verbs.some((word) => topic.startsWith(word)) ? topic : null
}

/** Whether a clause tells of the press, whose reports are not what the body itself publishes. */
function isOfPress(clause: string): boolean {
  return statementVocabulary().unnamed.press.some((word) => clause.replaceAll('新媒体', '').includes(word))
}

/** Whether words name what may be published, and not what is received, answered or counted otherwise. */
function mayBePublished(topic: string, text: string): boolean {
  const { families, unnamed, channels } = statementVocabulary()
  const others = families.find(({ key }) => key === 'proactive')?.not_in_span ?? []
  return (
    ![...others, ...unnamed.not_published, ...unnamed.totals, ...channels].some((word) => topic.includes(word)) &&
    !text.includes('下一步')
  )
}
