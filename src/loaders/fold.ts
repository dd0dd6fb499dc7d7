import type { FoldChange, Folded, Folding, FoldKind } from '../types.js'
import { noiseEdits } from './fold/noise.js'
import { pinyinEdits } from './fold/pinyin.js'
import { traditionalShare } from './fold/script.js'
import { simplifier, simplifyEdits } from './fold/simplify.js'
import { narrow } from './fold/width.js'
import { wordEdits } from './fold/words.js'
import { applyEdits, type Done, type Edit, type Working, workingCopy } from './fold/working.js'

export { scriptOf } from './fold/script.js'

/** A working copy that remembers what was done to make it. */
export interface FoldedSource extends Folded {
  readonly script: 'hans' | 'hant'
  readonly traditionalShare: number
  /** Every change but those of width, in reading order. */
  readonly changes: readonly FoldChange[]
  readonly widthCount: number
}

/**
 * Folds a text for matching: half-width forms, no invisible or strewn characters, no pinyin in brackets; in a text in
 * Traditional characters also Simplified characters and Mainland words. The original is untouched, and every unit of the
 * copy leads back to it: the places of its units, one after the other, cover the source from the first unit's place on
 * without gap or overlap. Characters taken out belong to the place of the unit before them.
 */
export async function fold(surface: Folded, script: 'hans' | 'hant'): Promise<FoldedSource> {
  const { text, count } = narrow(surface.text)
  const convert = script === 'hant' ? await simplifier() : null
  let copy = workingCopy(text)
  const done: Done[] = []
  const step = (edits: readonly Edit[]) => {
    const result = applyEdits(copy, edits)
    copy = result.copy
    for (const one of result.done) done.push(one)
  }
  step(noiseEdits(copy.text))
  step(pinyinEdits(copy.text, convert ?? ((character) => character)))
  if (convert !== null) {
    step(wordEdits(copy.text, 'over_converted', copy.text))
    const original = copy.text
    step(simplifyEdits(copy.text, convert))
    step(wordEdits(copy.text, 'word', original))
  }
  return {
    text: copy.text,
    offsets: done.length === 0 ? surface.offsets : offsetsOf(copy, surface),
    script,
    traditionalShare: traditionalShare(surface.text),
    changes: done.sort((a, b) => a.from - b.from).map((one) => changeOf(one, surface)),
    widthCount: count,
  }
}

function offsetsOf(copy: Working, surface: Folded): Int32Array {
  const offsets = new Int32Array(copy.text.length + 1)
  copy.starts.forEach((start, i) => {
    offsets[i] = surface.offsets[start] ?? 0
  })
  offsets[copy.text.length] = surface.offsets[surface.text.length] ?? 0
  return offsets
}

function changeOf({ kind, from, to, folded }: Done, surface: Folded): FoldChange {
  const at = [surface.offsets[from] ?? 0, surface.offsets[to] ?? 0] as const
  return { kind, at, found: surface.text.slice(from, to), folded }
}

const KINDS = [
  'traditional',
  'word',
  'over_converted',
  'pinyin',
  'noise',
  'width',
] as const satisfies readonly FoldKind[]

/** How much had to be folded, by kind: says how far the print is from the form's own wording. */
export function foldingOf(folded: FoldedSource): Folding {
  const count = (kind: FoldKind) =>
    kind === 'width' ? folded.widthCount : folded.changes.filter((change) => change.kind === kind).length
  return {
    script: folded.script,
    traditionalShare: folded.traditionalShare,
    changes: KINDS.map((kind) => ({ kind, count: count(kind) })),
  }
}

/**
 * What was changed on the working copy of a report, and where: every Traditional character, Taiwan or gateway word,
 * over-converted word, pinyin bracket and noise character, in reading order. It answers: on what reading of the print do
 * the results rest? Changes of width are too many to list; `report.folding` counts them.
 *
 * `found` is what is printed at `at`, `folded` what was read for it; an empty `folded` means that it was passed over. In
 * HTML, `at` may take in markup. The report itself is never altered.
 *
 * @param read a report as `readReport` gives it
 * @returns an empty list when nothing was changed
 * @example
 * foldingLog(read)[0] // { kind: 'traditional', at: [2, 3], found: '開', folded: '开' }
 */
export function foldingLog(read: { readonly folded: FoldedSource }): readonly FoldChange[] {
  return read.folded.changes
}

/** Folds a label of the reference data as the sources are folded, and drops its white space. */
export function foldLabel(label: string): string {
  return narrow(label).text.replace(/\s/g, '')
}
