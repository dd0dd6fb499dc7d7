import { type DeniedWords, denialWords } from '../../../forms/denial-words.js'
import { type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { periodIn } from '../bodies-and-times/context.js'
import { escaped, longestFirst } from '../numbers/quantities.js'
import { kindsNamedIn } from './phrases.js'

/**
 * What a denial is of: the kinds of which there was none; `narrower` where it is a part of the kind's matter that is of no known
 * kind, `none` where it is no denial, or one of some of the bodies, ways or months only.
 */
export type Denied = readonly StatementKind[] | 'narrower' | 'none'

/**
 * The kinds that a sentence denies in `[from, to)`, where its wording is one of `kind`: 未收到法人申请 is none of the requests of
 * legal persons, 没有漏收申请 of no known kind.
 */
export function deniedKinds(kind: StatementKind, text: string, from: number, to: number): Denied {
  const { kinds, behind } = denialWords()
  const opening = text.slice(Math.max(0, from - REACH), from)
  const rest = /^[^,。;:]{0,12}/.exec(text.slice(to, to + 12))?.[0] ?? ''
  if (isOfSome(opening, kind)) return 'none'
  const rule = kinds.find(({ key }) => key === kind.key)
  if (rule === undefined) return [kind]
  const asking = ASKED.test(text.slice(from, to)) ? askersBefore(opening) : null
  if (asking !== null) return kindsOf(asking, rule)
  if (behind.some((word) => rest.includes(word))) return 'none'
  const left = wordsLeft(text.slice(from, to), rule)
  const ways = waysBefore(opening)
  if (ways !== null) {
    const each = left === '' ? kindsOf(ways, rule) : 'none'
    return each === 'narrower' ? 'none' : each
  }
  return left === '' ? [kind] : kindsOf([left], rule)
}

function kindsOf(words: readonly string[], { narrower }: DeniedWords): Denied {
  const { statements } = statementVocabulary()
  const kinds = words.map((word) => {
    const key = narrower.find((one) => one.words.includes(word))?.key
    return statements.find((one) => one.key === key)
  })
  return kinds.every((one) => one !== undefined) ? [...new Set(kinds)] : 'narrower'
}

/** Whether words around the noun of a kind, its phrase among them, leave a count of it one of the whole. */
export function isWhole(kind: StatementKind, words: string): boolean {
  const rule = denialWords().kinds.find(({ key }) => key === kind.key)
  if (rule === undefined) return true
  const { fillers, approximate } = statementVocabulary()
  const counting = [...fillers, ...approximate.about, ...approximate.over, ...approximate.nearly]
  return wordsLeft(words.replace(YEAR, ''), rule, counting).replace(/\d/g, '') === ''
}

const YEAR = /20\d\d年度?/g

/** What is left of the words of a denial, or of a count with its `more` plain words, without those that do not narrow it. */
function wordsLeft(words: string, { key, plain }: DeniedWords, more: readonly string[] = []): string {
  const all = denialWords()
  const has = (list: readonly string[]) => list.some((word) => words.includes(word))
  const asking = has(all.bodies) && has(all.persons) ? [...all.bodies, ...all.persons] : []
  const isAllWays = has(all.several) && all.ways.filter((word) => words.includes(word)).length > 1
  const ways = isAllWays ? [...all.ways, ...BESIDE_WAYS] : []
  const expression = expressionFor(`${key} ${more.length} ${asking.length} ${ways.length}`, [
    ...all.plain,
    ...plain,
    ...more,
    ...asking,
    ...ways,
  ])
  return words.replace(expression, '').replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '')
}

const expressions = new Map<string, RegExp>()

function expressionFor(name: string, words: readonly string[]): RegExp {
  const expression = expressions.get(name) ?? new RegExp(`${OURS}|${any(words)}`, 'g')
  expressions.set(name, expression)
  return expression
}

/** So many characters before a denial say of what it is. */
const REACH = 200

/** The body that reports. */
const OURS = '(?:我|本|全)(?:[省市州县区镇乡局委办院厅处所站队]|街道|单位|机关|系统|部门|社区|中心|辖区)'

const any = (words: readonly string[]) => `(?:${longestFirst(words).map(escaped).join('|')})`

/** Whether the words before a denial make it one of some only, of another time, or none at all; an exception of another kind does not. */
export function isOfSome(opening: string, kind?: StatementKind): boolean {
  const { some, doubled } = denialWords()
  const clause = (/[^,。;:]*$/.exec(opening)?.[0] ?? '').replace(OTHER_BODIES, '')
  if ([...some, ...doubled].some((word) => clause.includes(word)) || SOME_BODIES.test(clause)) return true
  const exception = EXCEPT.exec(opening)?.[0]
  if (exception !== undefined) {
    const others = kind === undefined ? [] : kindsNamedIn(exception)
    if (others.length === 0 || others.some(({ key }) => key === kind?.key)) return true
  }
  const year = OTHER_TIME.test(clause.replace(WHOLE_YEAR, ''))
  return year && periodIn(opening) === null
}

/** 公民、法人和其他组织 are all who may ask. */
const OTHER_BODIES = /(?<=法人[和、与及或]*者?)其[他它](?:社会)?组织/g
const SOME_BODIES = /[\d一二两三四五六七八九十]+[个家](?!月|工作日)/
/** 除7月外,其余…: what stands behind is of the rest alone. */
const EXCEPT = /(?:^|[,。;:])除(?!了?上述)[^。;]{1,40}?(?:外|之外|以外)[,、]?[^。;]*$/
const OTHER_TIME = /[\d一二三四五六七八九十]{1,3}月|季度|半年|以来|去年|上年|上一年|前一年/
const WHOLE_YEAR =
  /12月(?:31日|底|末)?|十二月|1月1?日?(?=[至到-])|(?:今年|本年|本年度|1月1?日?)以来|[较比同与](?:去年|上年|上一年)/g

const ASKED = /提出|提交|递交/

/** Those who asked for nothing, right before a denial (科研机构没有提出申请); `null` where all who may ask are named, or none is. */
function askersBefore(opening: string): readonly string[] | null {
  const { persons, bodies, askers } = denialWords()
  const words = longestFirst([...persons, ...bodies, ...askers])
  const found: string[] = []
  let rest = opening.replace(/[均都也则又]$/, '')
  for (let word = last(words, rest); word !== undefined; word = last(words, rest)) {
    found.unshift(word)
    rest = rest.slice(0, -word.length).replace(/(?:[、和与或]|以?及|或者)$/, '')
  }
  if (/[我本各]$/.test(rest)) return null
  const are = (words: readonly string[]) => found.some((word) => words.includes(word))
  const all = persons.filter((word) => !askers.includes(word))
  return are(all) || !are(askers) ? null : found.filter((word) => askers.includes(word))
}

const last = (words: readonly string[], text: string) => words.find((word) => text.endsWith(word))

/** The ways whose words alone stand before a denial: 当面、传真均未收到. */
function waysBefore(opening: string): readonly string[] | null {
  const clause = /[^,。;:]*$/.exec(opening)?.[0] ?? ''
  const { ways } = denialWords()
  const found = [...clause.matchAll(new RegExp(any(ways), 'g'))].map(([word]) => word)
  if (found.length === 0) return null
  const rest = clause.replace(new RegExp(any([...ways, ...BESIDE_WAYS]), 'g'), '').replace(/[^\u4e00-\u9fff]/g, '')
  return rest === '' ? found : ['']
}

const BESIDE_WAYS = [
  '通过',
  '以',
  '等',
  '方式',
  '渠道',
  '途径',
  '形式',
  '均',
  '都',
  '和',
  '及',
  '与',
  '或',
  '以及',
  '我局',
  '本机关',
  '我单位',
]
