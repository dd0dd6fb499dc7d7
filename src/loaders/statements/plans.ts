import { planWords } from '../../forms/plan-words.js'
import type { Sentence } from './narrative.js'
import { escaped, longestFirst } from './numbers/quantities.js'

/** Tells of a sentence at which of its places a number is planned and not done: by its own words, or by the heading it stands below. */
export function plansIn(sentences: readonly Sentence[]): (index: number) => (at: number) => boolean {
  const below = belowHeads(sentences)
  return (index) => {
    const text = sentences[index]?.text ?? ''
    const plans = openingsIn(text)
    const isBelow = below.has(index)
    return (at) => (isBelow && !isDone(`,${text.slice(0, at)}`, text.slice(at))) || isPlanned(text, at, plans)
  }
}

/** The sentences below a heading of what is to come (改进措施), up to the next heading of its rank or another section. */
function belowHeads(sentences: readonly Sentence[]): ReadonlySet<number> {
  const { heads, not_heads } = planWords()
  const below = new Set<number>()
  let open: { readonly rank: number; readonly section: string | null } | null = null
  for (const [index, { text, section }] of sentences.entries()) {
    const rank = MARKS.findIndex((mark) => mark.test(text))
    const isShort = text.length <= LONGEST_HEAD && !/[\d,;]/.test(text.replace(/^\(?\d{1,2}[.、)]|20\d\d年/, ''))
    const isHead =
      isShort && heads.some((word) => text.includes(word)) && !not_heads.some((word) => text.includes(word))
    if (isHead) open = { rank: rank < 0 ? UNMARKED : rank, section }
    else if (open !== null && (open.section !== section || (rank >= 0 && rank <= open.rank))) open = null
    if (open !== null && !isHead) below.add(index)
  }
  return below
}

/** How headings are numbered, the highest first. */
const MARKS = [/^第?[一二三四五六七八九十]{1,3}[、章]/, /^\([一二三四五六七八九十]{1,3}\)/, /^\d{1,2}[.、]/]
/** A heading without a number ends where one of words begins. */
const UNMARKED = 1
const LONGEST_HEAD = 20

interface Patterns {
  readonly opening: RegExp
  readonly done: RegExp
  readonly fulfilled: RegExp
  readonly after: RegExp
  /** What stands behind 将 and things that are handed on: 将公开文件12份移交档案馆. */
  readonly moved: RegExp
}

let known: Patterns | undefined

function patterns(): Patterns {
  if (known !== undefined) return known
  const { openings, words, leads, verbs, done, fulfilled, after, moved } = planWords()
  const any = (list: readonly string[]) => `(?:${longestFirst(list).map(escaped).join('|')})`
  const lead = `(?<![\\u4e00-\\u9fff](?<![于我并还也均各局县市区镇]|[\\d全]年))${any(leads)}[于在]?(?:20\\d\\d年|明年|来年|下一?年度?)?(?:底|上半年|下半年|\\d{1,2}月份?)?(?:前|内)?(?:全年|年内|明年|今年)?共?(?:再|继续|适时|集中|分批)?${any(verbs)}`
  known = {
    opening: new RegExp(
      `(?<=^|[,。;:(]|[是、])${any(openings)}(?!继续办理)|${any(words)}|${lead}|(?<=^|[,。;:])到20\\d\\d年(?=,)`,
      'g',
    ),
    done: new RegExp(any(done)),
    fulfilled: new RegExp(any(fulfilled)),
    after: new RegExp(any(after)),
    moved: new RegExp(`^[^,。;:]{1,30}${any(moved)}`),
  }
  return known
}

/** A clause is looked at so far before a number. */
const NEAR = 60

/** Where the words end by which a sentence begins to tell of what is to come. */
function openingsIn(text: string): number[] {
  const { opening, moved } = patterns()
  return [...text.matchAll(opening)]
    .filter(({ index, 0: word }) => !(word.startsWith('将') && moved.test(text.slice(index, index + 60))))
    .map(({ index, 0: word }) => index + word.length)
}

/** 力争…,全年组织活动4场以上: what is to be reached at least, though 全年 may tell of what was done. */
const AT_LEAST = /^[\d.,万千]+[\u4e00-\u9fff]{1,2}以上/

/** Whether the words of a sentence before a number tell that it is still to be reached. */
function isPlanned(text: string, at: number, plans: readonly number[]): boolean {
  const clause = /[^,。;:]*$/.exec(text.slice(Math.max(0, at - NEAR), at))?.[0] ?? ''
  if (patterns().after.test(clause)) return true
  const last = plans.findLast((end) => end <= at)
  if (last === undefined) return false
  return AT_LEAST.test(text.slice(at)) || !isDone(text.slice(last, at), text.slice(at))
}

/** Whether a clause behind the plan tells of what was done, or the sentence that the plan was. */
function isDone(between: string, behind: string): boolean {
  const { done, fulfilled } = patterns()
  const clauses = between.split(/[,;:]/)
  return clauses.slice(1).some((clause) => done.test(clause)) || fulfilled.test(behind)
}
