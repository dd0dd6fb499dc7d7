import { statementVocabulary } from '../../../forms/statement-words.js'
import { escaped, longestFirst, titlesOf } from '../numbers/quantities.js'

/** Where in a text the words of disclosure work and those of other matters stand. */
interface Topic {
  /** Ends of the last word of each sort; -1 where none stands. What titles of papers and programmes name (《民情热线》) is no other matter. */
  readonly core: number
  readonly publishing: number
  readonly foreign: number
  readonly rival: number
}

type Sort = keyof Topic

/** The clause a quantity stands in, and what was said before it. */
export interface Surroundings {
  readonly unit: string
  readonly clause: string
  /** The clause behind it. */
  readonly next: string
  /** The texts before the number, the last first: its sentence up to it, and those before that. */
  readonly before: readonly string[]
  /** Whether the quantity right before it is one of disclosure work. */
  readonly goesOn: boolean
  /** Whether it is the next item of a list, in the same unit, or a part of that one (其中). */
  readonly isItem: boolean
}

/**
 * Whether a quantity is one of disclosure work, as those of such a report are unless something says that they are not. The words
 * of its clause decide; where these say nothing, the last words before it that speak of disclosure work or of another matter. A
 * word for another matter tells only the topic of what is published (就业信息12条; 新增处罚事项12项,均在网站公示).
 */
export function isOfDisclosure({ unit, clause, next, before, goesOn, isItem }: Surroundings): boolean {
  const { units_of_pieces } = statementVocabulary().unnamed
  const here = topicOf(clause)
  if (here.foreign >= 0) return false
  if (here.core >= 0) return true
  const [sentence = '', ...earlier] = before
  if (here.rival >= 0) {
    const isTopic = here.publishing >= 0 && here.publishing < here.rival
    const isPiece = units_of_pieces.includes(unit) && (goesOn || here.publishing >= 0)
    return isTopic || isPiece || isItem || isPublished(next)
  }
  if (goesOn) return true
  return here.publishing >= 0 ? !isForeign(sentence) : !isOfOther(sentence, earlier)
}

/** Whether the clause behind says that what was counted is published: ,均在网站公示. */
function isPublished(next: string): boolean {
  const { core, publishing, foreign } = topicOf(next)
  return /^(?:[并均全已都]|予以|及时|同步)/.test(next) && foreign < 0 && Math.max(core, publishing) >= 0
}

function isForeign(sentence: string): boolean {
  const { core, foreign } = topicOf(sentence)
  return foreign > core
}

/** Whether the words before speak of another matter: of its own sentence the last, of one before only where none is of disclosure work. */
function isOfOther(sentence: string, earlier: readonly string[]): boolean {
  const { core, publishing, foreign, rival } = topicOf(sentence)
  if (core >= 0 || foreign >= 0 || rival >= 0) return foreign > core || rival > Math.max(core, publishing)
  for (const text of earlier) {
    const topic = topicOf(text)
    if (topic.core >= 0) return topic.foreign > topic.core
    if (topic.foreign >= 0 || topic.rival >= 0) return true
  }
  return false
}

/** What was asked last: the quantities of a list have the same sentences before them. */
const asked = new Map<string, Topic>()
const MOST_ASKED = 50

function topicOf(text: string): Topic {
  const answer = asked.get(text) ?? topicIn(text)
  if (asked.size >= MOST_ASKED) asked.clear()
  asked.set(text, answer)
  return answer
}

function topicIn(text: string): Topic {
  const ends = { core: -1, publishing: -1, foreign: -1, rival: -1 }
  const titles = titlesOf(text)
  for (const { index, 0: word } of text.matchAll(words().pattern)) {
    const sort = words().sorts.get(word)
    if (sort && !((sort === 'foreign' || sort === 'rival') && titles(index))) ends[sort] = index + word.length
  }
  return ends
}

let known: { readonly pattern: RegExp; readonly sorts: ReadonlyMap<string, Sort | null> } | undefined

function words() {
  if (known !== undefined) return known
  const { core, not_core, publishing, foreign, rivals, not_other } = statementVocabulary().unnamed
  const sorts = new Map<string, Sort | null>(not_other.map((word) => [word, null]))
  const add = (list: readonly string[], sort: Sort) => {
    for (const word of list) sorts.set(word, sort)
  }
  add(publishing, 'publishing')
  add(rivals, 'rival')
  add(core, 'core')
  add(foreign, 'foreign')
  add(not_core, 'rival')
  known = {
    pattern: new RegExp(
      longestFirst([...sorts.keys()])
        .map((word) => (/^\d+$/.test(word) ? `(?<!\\d)${word}(?!\\d)` : escaped(word)))
        .join('|'),
      'g',
    ),
    sorts,
  }
  return known
}
