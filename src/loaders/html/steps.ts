import type { Node } from './tree.js'
import type { Writer } from './writer.js'

/** Part of the work on a page: a node still to be written, something to do, or more such parts to be told when their turn comes. */
export type Step = Node | ((writer: Writer) => void) | { readonly later: () => readonly Step[] }

export const BREAK: Step = (writer) => writer.mark('\n')
/** A raised figure is a note, not a digit of the number before it. */
export const RAISE: Step = (writer) => writer.mark('^')
export const LOWER: Step = (writer) => writer.mark('_')
