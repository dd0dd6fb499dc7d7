/**
 * The source cut wherever something that was read begins or ends, so that every place is a run of whole segments.
 *
 * @typedef {{ start: number, end: number, ref: string, kind: string }} Range something read: `ref` is `kind=key`
 * @typedef {{ start: number, end: number, sort: string }} Run markup: `break`, `cell` or `inline`, by what it does to the page
 * @typedef {{ start: number, end: number, covers: Range[], tag: string | null }} Segment
 */

/**
 * The lines of a text, each a list of segments; the ends of lines belong to their line, so that all segments together are the text.
 *
 * @param {string} text
 * @param {readonly Range[]} ranges
 * @param {readonly Run[]} runs
 * @returns {Segment[][]}
 */
export function segmentLines(text, ranges, runs) {
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...ranges, ...runs]) {
    if (start <= text.length) cuts.add(start)
    if (end <= text.length) cuts.add(end)
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) cuts.add(at + 1)
  const ordered = [...cuts].sort((a, b) => a - b)
  const waiting = [...ranges].sort((a, b) => a.start - b.start)
  /** @type {Range[]} */
  let open = []
  let run = 0
  let next = 0
  /** @type {Segment[][]} */
  const lines = [[]]
  for (let i = 0; i + 1 < ordered.length; i++) {
    const [start = 0, end = 0] = [ordered[i], ordered[i + 1]]
    open = open.filter((range) => range.end > start)
    for (let range = waiting[next]; range !== undefined && range.start <= start; range = waiting[++next])
      if (range.end > start) open.push(range)
    while ((runs[run]?.end ?? Number.POSITIVE_INFINITY) <= start) run++
    const tag = runs[run]
    const sort = tag === undefined || tag.start > start ? null : tag.start === start ? tag.sort : 'inline'
    lines.at(-1)?.push({ start, end, covers: [...open], tag: sort })
    if (text[end - 1] === '\n' && end < text.length) lines.push([])
  }
  return lines
}

const BREAKS =
  /<\/?(?:address|article|blockquote|body|br|center|div|dl|dt|dd|h[1-6]|hr|li|ol|p|pre|section|table|tbody|thead|tr|ul)\b/i
const CELLS = /<\/?(?:td|th)\b/i
const HIDDEN = ['script', 'style', 'title']

/**
 * Where the markup of an HTML source stands: tags, comments, and elements that show nothing; neighbours with nothing but white
 * space between them are one run.
 *
 * @param {string} text
 * @returns {Run[]}
 */
export function markupRuns(text) {
  /** @type {Run[]} */
  const runs = []
  let at = text.indexOf('<')
  while (at >= 0) {
    const end = markupEnd(text, at)
    if (end > at) {
      const before = runs.at(-1)
      if (before !== undefined && text.slice(before.end, at).trim() === '') before.end = end
      else runs.push({ start: at, end, sort: 'inline' })
    }
    at = text.indexOf('<', Math.max(end, at + 1))
  }
  for (const run of runs) {
    const markup = text.slice(run.start, run.end)
    run.sort = BREAKS.test(markup) ? 'break' : CELLS.test(markup) ? 'cell' : 'inline'
  }
  return runs
}

/** The end of the markup that begins here; the same place where none begins. @param {string} text @param {number} at */
function markupEnd(text, at) {
  if (text.startsWith('<!--', at)) return endBehind(text, '-->', at)
  const name = /^<([/!?]?[a-zA-Z][a-zA-Z0-9:-]{0,20})/.exec(text.slice(at, at + 30))?.[1]?.toLowerCase()
  if (name === undefined) return at
  const end = endBehind(text, '>', at)
  if (!HIDDEN.includes(name)) return end
  const close = text.slice(end).search(new RegExp(`</${name}\\b`, 'i'))
  return close < 0 ? text.length : endBehind(text, '>', end + close)
}

/** @param {string} text @param {string} mark @param {number} from */
function endBehind(text, mark, from) {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}
