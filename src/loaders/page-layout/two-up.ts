import type { Run } from './parts.js'
import type { Rule, Rules } from './rules.js'

/** A sheet with two pages is so much wider than high. */
const WIDE = 1.2
/** The gutter between them, as a share of the sheet's width. */
const GUTTER = 0.02
/** A page has so many pieces of so many Chinese characters; a half of a table with the figures of the other's labels has not. */
const [PIECES, LONG] = [3, 8]
const HAN = /\p{Script=Han}/gu

interface Content {
  readonly runs: readonly Run[]
  readonly rules: Rules
}

/** The two pages that stand side by side on one sheet, nothing crossing from one to the other; else the page itself. */
export function pagesOnSheet(content: Content, [width, height]: readonly [number, number]): Content[] {
  const { runs, rules } = content
  const [from, to] = [width * (0.5 - GUTTER / 2), width * (0.5 + GUTTER / 2)]
  const isCrossed =
    runs.some(({ left, right }) => left < to && right > from) ||
    rules.across.some((rule) => rule.from < to && rule.to > from) ||
    rules.down.some(({ at }) => at > from && at < to)
  if (width < height * WIDE || isCrossed) return [content]
  const halves = [true, false].map((isLeft) => half(content, (at) => at < width / 2 === isLeft))
  return halves.every(isPage) ? halves : [content]
}

function half({ runs, rules }: Content, isOn: (at: number) => boolean): Content {
  const middle = ({ from, to }: Rule) => (from + to) / 2
  return {
    runs: runs.filter(({ left, right }) => isOn((left + right) / 2)),
    rules: {
      across: rules.across.filter((rule) => isOn(middle(rule))),
      down: rules.down.filter(({ at }) => isOn(at)),
    },
  }
}

function isPage({ runs }: Content): boolean {
  return runs.filter(({ text }) => (text.match(HAN)?.length ?? 0) >= LONG).length >= PIECES
}
