/** The key of a quantity of disclosure work that is of no kind listed; never that of a kind. */
export const UNNAMED = 'unnamed'

/** What there may have been none of, with the unit it is counted in. */
export interface AbsentNoun {
  readonly word: string
  readonly unit: string
  /** The kind it is, if one is known, and the kinds of it by words that stand before it (电话). */
  readonly key?: string
  readonly by?: Readonly<Record<string, string>>
  /** Words of which one must stand in its clause or right before that. */
  readonly needs?: readonly string[]
}

/** By which words a quantity of no kind listed is told from those of other matters, and which words name it. */
export interface UnnamedWords {
  readonly key: typeof UNNAMED
  readonly label: string
  readonly label_en: string
  /** The units it may be counted in. */
  readonly units: readonly string[]
  /** Those of published pieces, of which a word for another matter tells only the topic (就业信息12条). */
  readonly units_of_pieces: readonly string[]
  /** Sections about disclosure work alone, in which another matter must be named in the same sentence. */
  readonly sections: readonly string[]
  /** Words that make a clause one of disclosure work, and phrases in which they are of another (公开招聘). */
  readonly core: readonly string[]
  readonly not_core: readonly string[]
  /** Words of publishing, which make a word for another matter a topic: 公示低保对象300户. */
  readonly publishing: readonly string[]
  /** Words that make a clause one of other matters: `foreign` always, `rivals` where it has no `core` word. */
  readonly foreign: readonly string[]
  readonly rivals: readonly string[]
  /** Words of which such a word is only a piece (行风热线). */
  readonly not_other: readonly string[]
  /** Words that make a count of what is done again and again a demand: 要求每年至少2次. */
  readonly demands: readonly string[]
  /** Nouns of which one Chinese digit counts a number (四个视频号), and the units in which 一 does. */
  readonly numeral_nouns: readonly string[]
  readonly units_of_one: readonly string[]
  /** Words that end the clause before a list by topic, whose items are of disclosure work on whatever matter: 从申请内容来看. */
  readonly list_heads: readonly string[]
  /** Units in which it is told among how many something is ranked: 30个县区中排名第三. */
  readonly units_compared: readonly string[]
  /**
   * Words that say there was none of what stands behind them (均无); verbs that do so behind 未 and 没有, and words between (共, 任何);
   * words that say it of what stands before them (均为零).
   */
  readonly absent_before: readonly string[]
  readonly absent_verbs: readonly string[]
  readonly absent_fillers: readonly string[]
  readonly absent_after: readonly string[]
  readonly absent_nouns: readonly AbsentNoun[]
  /** Words behind such a noun that add nothing (的情况), and ways that it may come by, alone in a row (电话及当面咨询). */
  readonly absent_tails: readonly string[]
  readonly absent_ways: readonly string[]
  /** Words by which one thing of a row brought about the next (引发的). */
  readonly absent_causes: readonly string[]
  /** Words in whose clause nothing of no known wording is said to have been absent (无正当理由). */
  readonly absent_not: readonly string[]
  /** Words right behind 没有 and 无 that make them the denial of a deed (没有及时回复留言). */
  readonly absent_unless: readonly string[]
  /** Words before a number that make it a rank, a mean duration, a multiple, a score; and those that make a multiple a change. */
  readonly measures: Readonly<
    Record<'ranks' | 'durations' | 'multiples' | 'not_multiples' | 'scores', readonly string[]>
  >
  /** Nouns behind a number (六个方面) and words before one (增加) that make it no quantity of its own. */
  readonly not_behind: readonly string[]
  readonly not_before: readonly string[]
  /** Words of which one must stand in the clause of an amount of money: budgets and purchases are other matters. */
  readonly amounts_of: readonly string[]
  /** Words of what is no publication, in a row of what is published. */
  readonly not_published: readonly string[]
  /** Words of the press: what it carries is no count of what the body itself publishes. */
  readonly press: readonly string[]
  /** Words that make a number behind others their total, not one more of the last. */
  readonly totals: readonly string[]
  /** Words of which one must stand in the sentence of a share whose count is not told (政策法规占7%). */
  readonly shares_of: readonly string[]
  /** How words end of which a percentage is a rate, and words behind one that make it such. */
  readonly rate_words: readonly string[]
  readonly rate_behind: readonly string[]
  /** What is left out of a label: words it may not begin or end with, verbs that name nothing, beginnings of what is no noun. */
  readonly leading: readonly string[]
  readonly trailing: readonly string[]
  /** Words of which a `leading` or `trailing` word is only a piece (行为). */
  readonly whole_words: readonly string[]
  readonly verbs: readonly string[]
  readonly not_nouns: readonly string[]
  /** Words at which the noun behind a number ends (33个新媒体全部关停). */
  readonly cut_at: readonly string[]
  /** Words that, with 的, only qualify it (1个专门的受理点). */
  readonly adjectives: readonly string[]
}
