import { denialWords } from '../../../forms/denial-words.js'
import { type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { scopeIn } from '../bodies-and-times/context.js'
import { escaped, longestFirst, type Quantity } from '../numbers/quantities.js'
import { isWhole } from './denied.js'
import type { Naming } from './phrases.js'

/**
 * What a quantity counts where the words around its phrase make it another kind, or none that is known: of cases brought about by
 * other matters (因行政处罚被申请复议), of a part (不符合要件的申请), of what documents were marked as when they were made.
 *
 * @param before the words before the number, the naming's places within them
 */
export function kindWithin(naming: Naming, before: string, text: string, quantity: Quantity): StatementKind | null {
  const { kind } = naming
  if (isOfOtherCause(kind, before, text.slice(quantity.to)) || isQualified(naming, before)) return null
  if (isOfPapersMade(before.slice(naming.from), text.slice(0, quantity.from))) return null
  const own = publishedIn(naming, text.slice(0, quantity.from), before.length)
  return markedAs(own, text)
}

let published: RegExp | undefined

/** 网站发布信息80条,其中统计数据12条,建议提案20件: in such a list bare words count what was published, not what was handled. */
function publishedIn({ kind, from }: Naming, upTo: string, length: number): StatementKind {
  const { family, is, verbs } = denialWords().counted.published
  if (kind.family !== family) return kind
  const { part_markers, statements } = statementVocabulary()
  published ??= new RegExp(
    `${any(verbs)}(?:(?!办理|承办|收到|答复)[^。;,:\\d]){0,30}\\d[^。;,:]{0,9}[,(:]?(?:${any(part_markers)}|:)(?:[^。;]*\\d[^。;,、\\d]{0,4}[,、])?:?$`,
  )
  return published.test(upTo.slice(0, upTo.length - length + from))
    ? (statements.find(({ key }) => key === is) ?? kind)
    : kind
}

/** A clause is looked at so far before a number. */
const REACH = 90

const any = (words: readonly string[]) => `(?:${longestFirst(words).map(escaped).join('|')})`

let cause: RegExp | undefined
let denied: RegExp | undefined

/** 因行政处罚被申请行政复议3件; 行政复议2件,均非因信息公开引起. */
function isOfOtherCause({ family }: StatementKind, before: string, behind: string): boolean {
  if (family !== 'remedies') return false
  const { causes, effects, ours, not_ours } = denialWords().counted
  cause ??= new RegExp(`${any(causes)}(?<what>[^,。;:]{2,30}?)${any(effects)}`)
  denied ??= new RegExp(`^[^。;]{0,20}[,;(](?:上述|以上)?(?:案件)?(?:[均都]|全部)${any(not_ours)}`)
  const what = cause.exec(/[^,。;:]*$/.exec(before.slice(-REACH))?.[0] ?? '')?.groups?.what
  return (what !== undefined && !ours.some((word) => what.includes(word))) || denied.test(behind)
}

/** Whether the words of the phrase, or those before it that end in 的, make it a part: 收到补正的申请, 未出庭的诉讼; whose it is makes it none. */
function isQualified({ kind, from, words = [] }: Naming, before: string): boolean {
  const lead =
    /[^,。;:、()]*的(?:政府|政务)?(?:信息)?(?:公开)?$/.exec(before.slice(Math.max(0, from - REACH), from))?.[0] ?? ''
  const open = words.reduce((rest, word) => rest.replace(word, ' '), before.slice(from))
  const matter = lead.replace(scopeIn(lead) ?? '', '')
  return !isWhole(kind, open) || (matter !== '' && !isWhole(kind, matter))
}

let papersMade: RegExp | undefined

/** 制发公文62件,主动公开55件: as many of the papers, which are no count of all that was disclosed. */
function isOfPapersMade(phrase: string, upTo: string): boolean {
  const { items, papers, made } = denialWords().counted.attributes
  if (!items.includes(phrase)) return false
  papersMade ??= new RegExp(
    `${any(made)}[^。;,\\d]{0,20}${any(papers)}[^。;,\\d]{0,6}\\d[\\d,]*[余多]?[件份个][,;、]?[^。;,\\d]{0,2}$`,
  )
  return papersMade.test(upTo.slice(0, -phrase.length))
}

/** 制作信息860条,其中主动公开755条,依申请公开60条: marked so when made, not asked for; papers marked open are no count of what was published. */
function markedAs(kind: StatementKind, text: string): StatementKind | null {
  const { papers, kinds } = denialWords().counted.attributes
  const other = kinds.find(({ key }) => key === kind.key)
  if (other === undefined || !tellsMarks(text)) return kind
  if (other.is === kind.key && papers.some((word) => text.includes(word))) return null
  return statementVocabulary().statements.find(({ key }) => key === other.is) ?? kind
}

let asked = { text: '', tells: false }
let items: readonly RegExp[] | undefined

/** Whether a sentence counts what was marked open, open on request or closed, and speaks of no requests; asked of each of its quantities. */
function tellsMarks(text: string): boolean {
  if (asked.text === text) return asked.tells
  const { attributes } = denialWords().counted
  items ??= attributes.items.map((item) => new RegExp(`${item}(?:的|信息|政府信息)?(?:约|近|共)?\\d`))
  const isOfRequests = attributes.unless.some((word) => text.includes(word))
  const isMarked = () =>
    attributes.marks.some((word) => text.includes(word)) || (items ?? []).filter((item) => item.test(text)).length > 1
  asked = { text, tells: !isOfRequests && isMarked() }
  return asked.tells
}
