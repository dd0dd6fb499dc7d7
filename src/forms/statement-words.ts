import type { TableName } from '../types.js'
import { readReference } from './reference.js'
import type { UnnamedWords } from './unnamed-words.js'

export { UNNAMED } from './unnamed-words.js'

/** The cells of the statutory tables that count the same as a statement; their values are summed over rows and columns. */
export interface StatementCells {
  readonly table: TableName
  /** Row codes; `denied.*` stands for every row whose code begins with `denied.`. Rows the form does not have count nothing. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

/** What a quantity in a sentence may count, and by which words it is known. */
export interface StatementKind {
  readonly key: string
  readonly label: string
  readonly label_en: string
  /** Kinds of one family stand in one list; a list ends where another family begins. */
  readonly family: string
  readonly units: readonly string[]
  /**
   * `#` is the quantity (at the end where it is left out), `*` up to 50 characters of a clause, `…` up to 30 across commas,
   * `|` the end of a clause or of an item, `<…/…>` one of several words.
   */
  readonly phrases: readonly string[]
  /** Wordings that count only where the family's `requires` words stand near. */
  readonly weak?: readonly string[]
  /** Wordings that count only directly behind a statement of the same kind, of one it may be a part of, of another part of that, or of one it `follows`. */
  readonly continued?: readonly string[]
  /** Wordings that count only where nothing but the family's matter is spoken of: in its section, or behind its label (依申请公开:收到17件). */
  readonly under?: readonly string[]
  /** Wordings that say there was none. */
  readonly absent?: readonly string[]
  /** Keys of the kinds behind which a sentence goes on to this one without naming its subject again: 制发规范性文件12件,废止3件. */
  readonly follows?: readonly string[]
  /** True where its `continued` wordings count behind those alone: 其他 behind the last of the organisations. */
  readonly follows_only?: true
  /** Words that may not stand before its wordings in the clause, or among them, beside those of its family: 新增粉丝, 审查规范性文件. */
  readonly not_in_clause?: readonly string[]
  readonly not_in_span?: readonly string[]
  /** Words that may not stand right behind those of its wordings behind the number, beside those of its family: 3个专题党课. */
  readonly not_after?: readonly string[]
  /** Keys of families right behind whose statements its wordings are of their matter: 办理建议30件,结转下年2件. */
  readonly not_follows?: readonly string[]
  /**
   * Words that tell it where all of them stand in the clause of a number, whatever their order: `复议 维持/维持原`, of the words of a group any
   * one, and none of a group behind `!`. They count where no wording fits at the number, or make a kind it is a part of more exact.
   */
  readonly together?: readonly string[]
  /** Keys of kinds that the words of `together` make this one, beside those it is a part of by its key. */
  readonly instead_of?: readonly string[]
  /** Words that may not stand between the statement before it and its `continued` wordings: 收取费用60元,免除3人,合计15元. */
  readonly not_in_gap?: readonly string[]
  /** Words that are its subject: behind one of them its `continued` wordings count even where no quantity stands between. */
  readonly subjects?: readonly string[]
  /** Keys of the wholes this kind may be a part of. */
  readonly part_of?: readonly string[]
  /** Keys of what it is a part of where 其中, 中 or a bracket right before it says so. */
  readonly said_wholes?: readonly string[]
  /** Keys of the kinds it counts together: none of it is none of each. */
  readonly sum_of?: readonly string[]
  /** True where it is a part of such a whole even without 其中 or brackets. */
  readonly implied?: boolean
  /** True where its strong wordings make it a statement only as a part of such a whole (自然人72件). */
  readonly only_part?: boolean
  /** True for an outcome that the law divides by its grounds: words that name one before it count that part alone (因…不予公开2件). */
  readonly by_ground?: boolean
  /** True where the words before it name the next quantity as well: 微博3个,发布信息120条. */
  readonly passing?: boolean
  /** True for what one channel carried, which several channels named in a row say nothing of. */
  readonly channel?: boolean
  /** True for a count on whatever topic, which in a list is a part like any other. */
  readonly generic?: boolean
  /** The cells it is compared with. */
  readonly cells?: StatementCells
  /** Other cells that such a sentence often means, e.g. requests received with those carried in. */
  readonly also?: StatementCells
  /** Cells that count these and others: the statement may not be more. */
  readonly within?: StatementCells
  /** Kinds of which a percentage behind it is a share, where the sentence does not name the whole. */
  readonly share_of?: readonly string[]
  /** Kinds that those cells count in too, when they stand in the same list: already public counts as granted. */
  readonly counted_with?: readonly string[]
}

export interface StatementFamily {
  readonly key: string
  /** Words that may not stand between the phrase and its number. */
  readonly not_in_span?: readonly string[]
  /** Filling words that may not stand between the phrase and its number: 行政诉讼败诉案件信息3条 counts pieces of information. */
  readonly not_filled?: readonly string[]
  /** Words that may not stand right behind those of a phrase behind its number: 5个政务新媒体主办单位 counts offices. */
  readonly not_after?: readonly string[]
  /** Words that may stand between a phrase and its number beside the fillers: 信息不存在的申请3件. */
  readonly tails?: readonly string[]
  /** Words between a number that begins an item and a plain phrase behind it: 9件予以公开,2件为重复申请. Without them the number stands behind. */
  readonly number_first?: readonly string[]
  /** Keys of what its kinds are parts of where 其中, 中 or a bracket says so: 收到申请7件,其中予以公开4件. */
  readonly said_wholes?: readonly string[]
  /** Words by which a sentence tells that it divides those who ask, so that 自然人15件 needs no whole: 从申请主体看. */
  readonly divided_by?: readonly string[]
  /** True where words of `together` count where its matter is named near, not in the sentence itself alone. */
  readonly loose?: true
  /** Families whose words, in a list of parts of one of this, name parts of it: 行政复议5件(撤回1件). */
  readonly own_parts?: readonly string[]
  /** Words that may not stand in the clause before a phrase: 参加上级政务公开培训2次. */
  readonly not_in_clause?: readonly string[]
  /** Words that may not stand right before a phrase. */
  readonly not_before?: readonly string[]
  /** Words that may not stand in the sentence before the number: the figure is about something else. */
  readonly not_in_sentence?: readonly string[]
  /** Words that, said of the wording's object, make it an absence of something else: 没有公民申请公开而引发的行政复议. */
  readonly not_behind?: readonly string[]
  /** Words in whose clause an absence is one of another matter: 行政执法未引发行政复议. */
  readonly not_absent_by?: readonly string[]
  /** Words of which one must stand near a weak phrase: in the sentence, or in the three before it. */
  readonly requires?: readonly string[]
  /** Words that do instead where nothing near tells of another matter that has them, too. */
  readonly shared?: SharedWords
  /** True where such a word in the title of an annual report does not do. */
  readonly not_by_title?: true
  /** Sections that are about its matter, in which no such word is needed and rivals count in the same sentence only. */
  readonly sections?: readonly string[]
  /** True where the weak wordings of parts count only with such a word in the sentence itself, or such a statement right before. */
  readonly close?: true
  /** Families whose statement in this sentence or the one before does instead of such a word. */
  readonly akin?: readonly string[]
  /** Words for other matters: one that stands between such a word (or statement) and a weak phrase takes the phrase for itself. */
  readonly rivals?: readonly string[]
}

/** Words for a family's matter that others have, too (自然人申请), with the noun in them (申请), and wordings of it that tell no matter (申请人). */
export interface SharedWords {
  readonly noun: string
  readonly words: readonly string[]
  readonly neutral: readonly string[]
}

/** By which words a clause tells of a body as its subject: 省政府办公厅收到申请. */
export interface BodyWords {
  /** Ends of names of bodies; words no name begins with; words no name holds; general words for the one that reports. */
  readonly endings: readonly string[]
  readonly not_begin: readonly string[]
  readonly not_within: readonly string[]
  readonly own: readonly string[]
  /** What may stand before the name, and between it and the verb. */
  readonly leads: readonly string[]
  readonly adverbs: readonly string[]
  readonly verbs: readonly string[]
  /** Further verbs behind 均 and 各, of what each of several bodies did: 向图书馆、档案馆各移交12份. */
  readonly each_verbs: readonly string[]
}

/** Words for times, and those by which a time is not the figure's own. */
export interface PeriodWords {
  readonly this_year: readonly string[]
  /** Words for all of a year, which is this one unless another is named right before. */
  readonly whole_year: readonly string[]
  readonly last_year: readonly string[]
  /** Words for several years together, or a time outside the year. */
  readonly spans: readonly string[]
  /** Words before a time that is the base of a comparison, or to which something is carried over. */
  readonly bases: readonly string[]
  /** Words before 上年的 that make the number behind it a multiple of last year's; words by which one figure becomes another (增至). */
  readonly multiples: readonly string[]
  readonly rises: readonly string[]
  readonly carried: readonly string[]
  /** Words behind a time that make it one of something else: 上年结转, 2022年存在的问题. */
  readonly behind: readonly string[]
  /** Papers named by a year (2022年工作要点), and what was founded in it (2020年建成的网站). */
  readonly papers: readonly string[]
  readonly founded: readonly string[]
  /** Ends of clauses that only tell what was before: 在2022年900条的基础上. */
  readonly settings: readonly string[]
}

/** Whom a figure covers: all that the report is about (全市, 我局), the issuing body of a government alone (本级), or some bodies. */
export type ScopeReach = 'whole' | 'body' | 'part'

export interface StatementVocabulary {
  /** Words before a scope that make it a word of a ground: 不属于本机关公开. */
  readonly scope_in_ground: readonly string[]
  /** Words right before a phrase that say the contrary of it: 未回复留言2条. */
  readonly negations: readonly string[]
  readonly approximate: {
    readonly about: readonly string[]
    readonly over: readonly string[]
    readonly nearly: readonly string[]
    /** Words behind the unit: about so many (左右), at least so many (以上). */
    readonly behind: readonly string[]
    readonly at_least: readonly string[]
    /** How far a figure called 约 may be off, as a share of itself. */
    readonly about_tolerance: number
  }
  /** Words by which some have most (居前三, 较多), and for those that do: 收到申请较多的单位是县住建局(96件). */
  readonly ranked: Readonly<Record<'first' | 'bodies', readonly string[]>>
  readonly fillers: readonly string[]
  readonly not_units: readonly string[]
  /** What is counted in so many that its unit may be left out behind 万: 粉丝3.6万. */
  readonly counted_bare: readonly string[]
  /** Verbs and what is counted behind them where no unit is printed at all: 受理申请0. */
  readonly counted_alone: Readonly<Record<'verbs' | 'nouns', readonly string[]>>
  readonly not_before_number: readonly string[]
  /** Units before which a single Chinese digit is always a number (一名, but not 一件事). */
  readonly numeral_units: readonly string[]
  /** Words in whose clause nothing is said to have been absent, and those in whose clause no number is a fact. */
  readonly not_facts: readonly string[]
  readonly not_done: readonly string[]
  /** Words in whose clause a number is said of what is done again and again (每月). */
  readonly regular: readonly string[]
  readonly absent_unless_before: readonly string[]
  /** Words that, behind a wording of absence, tell that not all cases were absent: 没有行政复议…纠错. */
  readonly absent_unless_behind: readonly string[]
  readonly part_markers: readonly string[]
  /** Words that make what they bring in no part: 不含上年结转2件. */
  readonly not_part_markers: readonly string[]
  readonly rest_words: readonly string[]
  readonly list_ends: readonly string[]
  /** Words with which a clause or an item may begin before what it says: 全年复议3件. */
  readonly openings: readonly string[]
  readonly scopes: readonly { readonly word: string; readonly reach: ScopeReach }[]
  /** Words behind a scope word that make it none (全市首个); words before one of some bodies that make them those acted upon (对各镇开展督查). */
  readonly not_scope_before: readonly string[]
  readonly not_scope_behind: readonly string[]
  readonly periods: readonly string[]
  readonly bodies: BodyWords
  readonly period_words: PeriodWords
  /** Words by which a ground is given. */
  readonly grounds: readonly string[]
  /** Words for the channels that information is published on. */
  readonly channels: readonly string[]
  /** Sets of part keys that leave nothing out. */
  readonly complete: readonly (readonly string[])[]
  /** Keys of parts that may count the same thing twice: one item on several channels. */
  readonly overlapping: readonly string[]
  readonly families: readonly StatementFamily[]
  readonly unnamed: UnnamedWords
  readonly statements: readonly StatementKind[]
}

/** What quantities in sentences count, by the words around them (`data/reference/statements.json`), `<…/…>` written out. */
export function statementVocabulary(): StatementVocabulary {
  if (known !== undefined) return known
  const vocabulary = readReference<StatementVocabulary>('statements.json', 'statements')
  known = { ...vocabulary, statements: vocabulary.statements.map(writtenOut) }
  return known
}

let known: StatementVocabulary | undefined

function writtenOut(kind: StatementKind): StatementKind {
  const all = (phrases: readonly string[]) => [...new Set(phrases.flatMap(alternatives))]
  const { phrases, weak, under, continued, absent } = kind
  return {
    ...kind,
    phrases: all(phrases),
    ...(weak && { weak: all(weak) }),
    ...(under && { under: all(under) }),
    ...(continued && { continued: all(continued) }),
    ...(absent && { absent: all(absent) }),
  }
}

/** Every phrase that one with `<…/…>` stands for. */
function alternatives(phrase: string): string[] {
  const [found, words = ''] = /<([^>]*)>/.exec(phrase) ?? []
  if (found === undefined) return [phrase]
  return words.split('/').flatMap((word) => alternatives(phrase.replace(found, () => word)))
}
