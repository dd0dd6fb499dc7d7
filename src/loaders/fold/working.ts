import type { FoldKind } from '../../types.js'

/** The copy of a text while it is being folded: its unit `i` stands for units `[starts[i], ends[i])` of the text as it was. */
export interface Working {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Units `[from, to)` of a working copy for which `folded` is to be put; an empty string takes them out. */
export interface Edit {
  readonly kind: FoldKind
  readonly from: number
  readonly to: number
  readonly folded: string
}

/** An edit done, with the units of the text as it was: every later step keeps these. */
export interface Done {
  readonly kind: FoldKind
  readonly from: number
  readonly to: number
  readonly folded: string
}

/** A working copy in which nothing has been moved yet. */
export function workingCopy(text: string): Working {
  const [starts, ends] = [new Int32Array(text.length), new Int32Array(text.length)]
  for (let i = 0; i < text.length; i++) {
    starts[i] = i
    ends[i] = i + 1
  }
  return { text, starts, ends }
}

/**
 * Carries out edits that stand in order and do not overlap. The units of a longer or shorter word share out the places of
 * the word they stand for; units taken out leave a gap, which falls to the unit before it once places are made of it.
 */
export function applyEdits(copy: Working, edits: readonly Edit[]): { copy: Working; done: Done[] } {
  if (edits.length === 0) return { copy, done: [] }
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  const keep = (to: number) => {
    parts.push(copy.text.slice(at, to))
    for (; at < to; at++) {
      starts.push(copy.starts[at] ?? 0)
      ends.push(copy.ends[at] ?? 0)
    }
  }
  for (const { from, to, folded } of edits) {
    keep(from)
    parts.push(folded)
    for (let i = 0; i < folded.length; i++) {
      const share = (k: number) => from + Math.floor((k * (to - from)) / folded.length)
      starts.push(copy.starts[share(i)] ?? 0)
      ends.push(copy.ends[Math.max(share(i), share(i + 1) - 1)] ?? 0)
    }
    at = to
  }
  keep(copy.text.length)
  const done = edits.map((edit) => ({ ...edit, from: copy.starts[edit.from] ?? 0, to: copy.ends[edit.to - 1] ?? 0 }))
  return { copy: { text: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }, done }
}
