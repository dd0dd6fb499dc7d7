import { foldedAlike, headingsOfRows, labelKey } from '../containers/known-labels.js'
import type { Surface } from '../surface.js'
import { Moved } from './bordered-lines.js'

/** A heading with its number right behind the last of a row's figures. */
const BEHIND_FIGURES =
  /(?<=[^\S\n]\d[\d,]{0,12}|[^\S\n][/—无無-])(?:[（(][一二三四五六七八九十][）)]|[一二三四]、)[\p{Script=Han} ]{2,16}$/gmu

/**
 * A text in which the heading of several rows stands behind the figures of one (`2 243（四）无法提供`), as programs write it that take a page's
 * text piece by piece: with the heading on a line of its own.
 */
export async function headingsApart(surface: Surface): Promise<Surface> {
  const found = [...surface.text.matchAll(BEHIND_FIGURES)]
  if (found.length === 0) return surface
  const headings = new Set([...headingsOfRows().values()].flatMap((keys) => [...keys]))
  const folded = await foldedAlike(found.map(([words]) => words))
  const text = new Moved(surface)
  let done = 0
  for (const [i, { index }] of found.entries()) {
    if (!headings.has(labelKey(folded[i] ?? ''))) continue
    text.add(done, index)
    text.mark('\n')
    done = index
  }
  text.add(done, surface.text.length)
  return text.surface()
}
