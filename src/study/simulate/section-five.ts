import type { Marks } from './marks.js'
import type { Random } from './random.js'
import { settings } from './settings.js'
import type { TrueItem } from './truth.js'

export type ToldItem = Omit<TrueItem, 'at' | 'text'> & { readonly mark: string }

/** Problems and measures, in one of the ways section five is written. */
export function sectionFive(random: Random, marks: Marks): { paragraphs: string[]; items: ToldItem[] } {
  const { problems, measures } = settings()
  const items: ToldItem[] = []
  const marked = (kind: TrueItem['kind'], patterns: readonly string[]) =>
    patterns.map((pattern, i) => {
      const mark = `item/${items.length}`
      items.push({ kind, ordinal: i + 1, mark })
      return marks.around(mark, filled(random, pattern))
    })
  const bad = marked('problem', random.shuffled(problems).slice(0, random.int(1, 4)))
  const good = marked('measure', random.shuffled(measures).slice(0, random.int(1, 4)))
  const ordinals = ['一', '二', '三', '四']
  const firsts = (texts: readonly string[]) => texts.map((text, i) => `${ordinals[i]}是${text}`).join('；')
  const style = random.int(0, 2)
  if (style === 0) {
    return { paragraphs: [`存在的主要问题：${firsts(bad)}。`, `改进措施：${firsts(good)}。`], items }
  }
  if (style === 1) {
    const numbered = (texts: readonly string[]) => texts.map((text, i) => `${i + 1}.${text}。`)
    return { paragraphs: ['（一）存在的主要问题', ...numbered(bad), '（二）改进措施', ...numbered(good)], items }
  }
  return { paragraphs: [`工作中还存在一些不足：${firsts(bad)}。下一步，将做好以下工作：${firsts(good)}。`], items }
}

/** A pattern with each of its gaps filled with a word of that name. */
function filled(random: Random, pattern: string): string {
  const { fillers } = settings()
  return pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => random.pick(fillers[name] ?? [name]))
}
