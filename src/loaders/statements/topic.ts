import { statementVocabulary } from '../../forms/statement-words.js'
import { escaped, longestFirst } from './quantities.js'

/** Where in a text the words of disclosure work and those of other matters stand. */
interface Topic {
  /** Ends of the last word of each sort; -1 where none stands. */
  readonly core: number
  readonly own: number
  readonly foreign: number
  readonly rival: number
}

type Sort = keyof Topic

/** The clause a quantity stands in, and what was said before it. */
export interface Surroundings {
  readonly unit: string
  readonly clause: string
  /** The texts before the number, the last first: its sentence up to it, and those before that. */
  readonly before: readonly string[]
  /** Whether the quantity right before it is one of disclosure work. */
  readonly goesOn: boolean
}

/**
 * Whether a quantity is one of disclosure work, as those of such a report are unless something says that they are not. The words
 * of its clause decide; where these say nothing, the last words before it that speak of disclosure work or of another matter.
 * In a list of what was published a word for other matters is only its topic (就业信息12条).
 */
export function isOfDisclosure({ unit, clause, before, goesOn }: Surroundings): boolean {
  const here = topicOf(clause)
  if (here.foreign >= 0) return false
  if (here.core >= 0) return true
  if (here.rival >= 0) return statementVocabulary().unnamed.units_of_pieces.includes(unit) && (goesOn || here.own >= 0)
  return goesOn || !isOfOther(before)
}

/** Whether the words before speak of another matter: of its own sentence the last, of one before only where none is of disclosure work. */
function isOfOther([sentence = '', ...earlier]: readonly string[]): boolean {
  const { core, foreign, rival } = topicOf(sentence)
  if (core >= 0 || foreign >= 0 || rival >= 0) return Math.max(foreign, rival) > core
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
  const ends = { core: -1, own: -1, foreign: -1, rival: -1 }
  for (const { index, 0: word } of text.matchAll(words().pattern)) {
    const sort = words().sorts.get(word)
    if (sort !== undefined) ends[sort] = index + word.length
  }
  return ends
}

let known: { readonly pattern: RegExp; readonly sorts: ReadonlyMap<string, Sort> } | undefined

function words() {
  if (known !== undefined) return known
  const { core, not_core, own, foreign, rivals } = statementVocabulary().unnamed
  const sorts = new Map<string, Sort>()
  const add = (list: readonly string[], sort: Sort) => {
    for (const word of list) sorts.set(word, sort)
  }
  add(own, 'own')
  add(rivals, 'rival')
  add(core, 'core')
  add(foreign, 'foreign')
  add(not_core, 'rival')
  known = {
    pattern: new RegExp(
      longestFirst([...sorts.keys()])
        .map(escaped)
        .join('|'),
      'g',
    ),
    sorts,
  }
  return known
}
