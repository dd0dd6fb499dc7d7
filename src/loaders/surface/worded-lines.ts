import { isPlainCell, readCell } from '../values.js'

/** A line of a text, with its words. */
export interface WordedLine {
  readonly from: number
  readonly to: number
  readonly words: readonly Word[]
}

export interface Word {
  readonly from: number
  readonly text: string
}

/** The lines of a text, each with its words and their places. */
export function wordedLines(text: string): WordedLine[] {
  let from = 0
  return text.split('\n').map((own) => {
    const begin = from
    from += own.length + 1
    const words = [...own.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ from: begin + index, text: word }))
    return { from: begin, to: begin + own.length, words }
  })
}

/** Whether a word is a figure or a nil mark. */
export function isFigureWord(text: string): boolean {
  return isPlainCell(readCell(text.normalize('NFKC')))
}
