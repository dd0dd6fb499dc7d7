import { headWords } from '../../forms/head-words.js'
import { anyOf, once } from '../word-patterns.js'
import { behindForeign, isBodyName, mayBeName } from './body-name.js'

type Range = readonly [from: number, to: number]

/** Where a title stands, and in it its year and the words that close it. */
export interface TitleParts {
  readonly range: Range
  readonly year: { readonly range: Range } | null
  readonly phrase: Range
}

/** The issuer that a title names besides its year and its closing words. */
export function issuerInTitle(text: string, title: TitleParts): Range | null {
  const [from, to] = title.range
  const cuts: Range[] =
    title.year && title.year.range[0] < title.phrase[0]
      ? [
          [from, title.year.range[0]],
          [title.year.range[1], title.phrase[0]],
        ]
      : [[from, title.phrase[0]]]
  for (const [start, end] of cuts) {
    const name = text.slice(start, end)
    const opened = name.replace(opening(), '')
    const core = opened.slice(behindForeign(opened))
    const plain = core.replace(SCHOOL_YEAR, '').replace(closing(), '')
    const bare = plain.replace(acting(), '')
    const kept = isBodyName(bare) ? bare : plain
    if (kept.length < 2 || !mayBeName(kept)) continue
    const first = start + (name.length - core.length)
    return [first, first + kept.length]
  }
  const tail = text.slice(title.phrase[1], to)
  const name = tail.replace(BEHIND, '')
  const at = title.phrase[1] + tail.indexOf(name)
  return name !== '' && isBodyName(name) ? [at, at + name.length] : null
}

/** What may stand before the issuer in a title: 关于公布某某局…. */
const opening = once(() => {
  const { openings, acts } = headWords().titles
  return new RegExp(`^[\\s《<"]*${anyOf(openings)}?${anyOf(acts)}?[\\s《<"]*`)
})
/** What may stand behind the issuer: the same words (某某局关于2019年…), 的, and marks. */
const closing = once(() => new RegExp(`${anyOf(headWords().titles.openings)}?[\\s的》>":《]*$`))
/** What the issuer does with its report, behind its name: 某某局关于报送2019年…. */
const acting = once(() => {
  const { openings, acts } = headWords().titles
  return new RegExp(`${anyOf(openings)}?${anyOf(acts)}了?[\\s《]*$`)
})
/** The marks around a name behind the closing words. */
const BEHIND = /^[\s(]+|\)\s*$/g

/** 2023—2024学年 behind a university's name. */
const SCHOOL_YEAR = /\s*20\d{2}\s*(?:年?\s*[-—–~至/]{1,2}\s*(?:20)?\d{2}\s*)?学年度?\s*$/
