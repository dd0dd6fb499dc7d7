import type { Quantity } from './quantities.js'

/** A bracket behind a quantity (not behind the number of a house: 5号(邮编…)) in which each word has its number, and none a unit: 3件(维持2、撤销0、其他1). */
const BRACKET =
  /\d[余多]?(?![号楼室层栋幢弄路])[\u4e00-\u9fff]{1,2}\((?:其中:?)?(?<items>(?:[\u4e00-\u9fff"]{1,12}\d{1,6}(?:[、,;]|(?=\))))+)\)/g

/** The numbers of such brackets. */
export function bracketNumbers(sentence: string, inTitle: (at: number) => boolean): Quantity[] {
  return [...sentence.matchAll(BRACKET)].flatMap(({ index, 0: all, groups }): Quantity[] => {
    const { items = '' } = groups ?? {}
    const begin = index + all.length - 1 - items.length
    return [...items.matchAll(/\d+/g)].flatMap((found): Quantity[] => {
      const from = begin + found.index
      const to = from + found[0].length
      return inTitle(from)
        ? []
        : [{ value: Number(found[0]), unit: '', rounding: null, isSingleNumeral: false, isRule: false, from, to }]
    })
  })
}
