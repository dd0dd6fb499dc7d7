/** How one report, or many together, were read, in counts. */
export interface Score {
  readonly reports: number
  /** Reports the reader refused. */
  readonly refused: number
  /** Reports with tables; of these the ones read whole, and the ones with a cell wrong in silence. */
  readonly withTables: number
  readonly whole: number
  readonly faulty: number
  /** Reports whose year, signature date and form editions, table by table, were read as they are. */
  readonly year: number
  readonly signed: number
  readonly form: number
  readonly cells: number
  /** The number, the nil mark or the emptiness that is there. */
  readonly right: number
  /** Of these, numbers given as `inferred`. */
  readonly inferred: number
  /** No value given, and the cell called `ambiguous`, or empty or absent where it is not quite that. */
  readonly withheld: number
  /** A number that is not the true one, or where none is; a cell called empty, nil or absent where a number is printed. */
  readonly wrong: number
  /** Numbers read rightly as `stated`, and of these the ones whose place holds them. */
  readonly stated: number
  readonly placed: number
  readonly statements: number
  readonly statementsRight: number
  /** Statements that name a printed quantity wrongly: another key or value. One read as `unnamed` is only not right. */
  readonly statementsWrong: number
  /** Statements read where none is, `unnamed` ones too. */
  readonly statementsExtra: number
  readonly items: number
  readonly itemsFound: number
  readonly itemsExact: number
  readonly itemsExtra: number
}

/** One cell or statement read wrongly, in words. */
export interface Miss {
  readonly id: string
  readonly what: string
  readonly truth: string
  readonly read: string
}

/**
 * How one report was read, in a word. `whole`: every cell rightly. `in part`: some cells withheld, none wrong. `faulty`: a cell
 * wrong in silence. `refused`: not read at all. `no tables`: there was no cell to read.
 */
export type Judgement = 'whole' | 'in part' | 'faulty' | 'refused' | 'no tables'

/** A report compared with its true values. */
export interface Scored {
  readonly judgement: Judgement
  readonly score: Score
  readonly wrong: readonly Miss[]
}

/** A score of nothing, to add to. */
export const NO_SCORE: Score = Object.freeze({
  reports: 0,
  refused: 0,
  withTables: 0,
  whole: 0,
  faulty: 0,
  year: 0,
  signed: 0,
  form: 0,
  cells: 0,
  right: 0,
  inferred: 0,
  withheld: 0,
  wrong: 0,
  stated: 0,
  placed: 0,
  statements: 0,
  statementsRight: 0,
  statementsWrong: 0,
  statementsExtra: 0,
  items: 0,
  itemsFound: 0,
  itemsExact: 0,
  itemsExtra: 0,
})

/** Two scores together. */
export function addScores(a: Score, b: Score): Score {
  return Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, value + b[key as keyof Score]]),
  ) as unknown as Score
}

/** A score while it is counted. */
export type Counts = Record<keyof Score, number>
