import { statementVocabulary } from '../../../forms/statement-words.js'

/** A label is no longer than this; a longer text between two numbers ends a list. */
export const MAX_LABEL = 48

/** Where the last marker of a text begins, the longest of those that end there (主要包括, not 包括); -1 where none is. */
export function markerIn(text: string): number {
  const found = statementVocabulary().part_markers.flatMap((word) => {
    const from = text.lastIndexOf(word)
    return from < 0 ? [] : [{ from, to: from + word.length }]
  })
  return found.reduce((a, b) => (b.to > a.to || (b.to === a.to && b.from < a.from) ? b : a), { from: -1, to: -1 }).from
}

/** 办理的18件中,按期办结15件 begins a list like 办理18件,其中按期办结15件, and so does a colon behind a figure. */
export function ofThese(gap: string): string {
  return gap.replace(OF_THESE, '其中').replace(/^:(?!其中)/, '其中')
}

/** Behind a quantity, before 中 that is no begin of a word. */
const OF_THESE =
  /^(?:的)?(?:[\u4e00-\u9fff]{0,8}(?:申请|信息|案件|文件|建议|提案|事项|留言|答复))?(?:之)?中(?:,|(?![央心国共标小等介学药医层期旬省队直文外]))/

/** The words that name a part: what stands between the quantity before it and its number, without markers. */
export function labelOf(gap: string): string {
  const { part_markers } = statementVocabulary()
  const marker = part_markers
    .map((word) => [gap.lastIndexOf(word), word.length] as const)
    .reduce((a, b) => (b[0] > a[0] || (b[0] === a[0] && b[1] > a[1]) ? b : a), [-1, 0] as const)
  const label = marker[0] < 0 ? gap : gap.slice(marker[0] + marker[1])
  return label
    .replace(/^(?:\d{4}年度?|[^\u4e00-\u9fffA-Za-z"])+/, '')
    .replace(/(?:共计?|仅有?|只有|(?<!行)为)?[,:(]*$/, '')
}
