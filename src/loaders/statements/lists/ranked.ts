import { statementVocabulary } from '../../../forms/statement-words.js'
import { bodyNamed } from '../bodies-and-times/bodies.js'
import { once } from '../kinds/phrase-patterns.js'
import { escaped, longestFirst, type Quantity } from '../numbers/quantities.js'

/** A body of which its own figure is told behind the words of what some had most of. */
export interface RankedBody {
  /** The words that tell what is counted. */
  readonly lead: string
  readonly body: string
  /** Where the body is named. */
  readonly from: number
}

/** A list of bodies is looked for so far before a number. */
const REACH = 200

/** The body whose figure a list like 收到申请量居前三位的单位是县住建局(96件)、县城管局(33件) gives; `null` where there is none. */
export function bodyRanked(text: string, { from, to }: Quantity): RankedBody | null {
  const isBracket = text[from - 1] === '(' && text[to] === ')'
  const { lead = '', body = '' } =
    patterns()[isBracket ? 'brackets' : 'plain'].exec(text.slice(Math.max(0, from - REACH), from))?.groups ?? {}
  return body === '' || bodyNamed(body) === null ? null : { lead, body, from: from - body.length - (isBracket ? 1 : 0) }
}

/** Whether words behind a rank tell who has it, so that it counts nothing: 居前三位的单位是. */
export function ranksBodies(behind: string): boolean {
  const who = /^的(?<who>[\u4e00-\u9fff]{1,8}?)(?:分别|依次)?[是为有:]/.exec(behind)?.groups?.who
  return who !== undefined && statementVocabulary().ranked.bodies.some((word) => who.endsWith(word))
}

const patterns = once(() => {
  const { first, bodies } = statementVocabulary().ranked
  const any = (words: readonly string[]) => `(?:${longestFirst(words).map(escaped).join('|')})`
  const head = `(?:^|[,。;:])(?<lead>[^,。;:]{2,30}?)${any(first)}[位名个]?(?:的[\\u4e00-\\u9fff]{0,6}${any(bodies)})?(?:分别|依次)?[是为有:]:?`
  const name = '[^,。;:()、\\d]{2,20}'
  const list = (figure: string) => `(?:${name}${figure}[、,和及]){0,12}(?<body>${name})`
  return {
    brackets: new RegExp(`${head}${list('\\(\\d[^()]{0,12}\\)')}\\($`),
    plain: new RegExp(`${head}${list('\\d[^,。;:()、]{0,12}')}$`),
  }
})
