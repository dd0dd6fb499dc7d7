import { BREAK, type OwnText } from './own-text.js'

/**
 * Fingerprints of a text, in reading order: the hash of every chosen piece of `PIECE` characters, where it begins in the
 * stream of the text's own words, and its place in the source.
 */
export interface Sketch {
  readonly hashes: Uint32Array
  readonly from: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Characters of its own words that were fingerprinted. */
  readonly length: number
}

/** Length of a piece. */
export const PIECE = 16
/** Of every so many pieces that follow each other one is chosen: any passage of 31 characters leaves a fingerprint. */
const WINDOW = 16
/** Longer texts are fingerprinted up to here only, so that a sketch stays small. */
const MOST = 2048

/** The hash of a piece with a break in it. */
const BROKEN = 0xffffffff

const EMPTY = new Uint32Array(0)

/**
 * Chooses fingerprints by winnowing: of every `WINDOW` pieces in a row, the one with the least hash. Two texts that share a
 * passage of `PIECE + WINDOW - 1` characters share a fingerprint, wherever it stands; and since pieces chosen one after the
 * other touch or overlap, save across a break, a run of shared fingerprints is a passage shared character for character.
 * Source: Schleimer, Wilkerson, Aiken, Winnowing: local algorithms for document fingerprinting, SIGMOD 2003.
 *
 * @param text a report's own words; `null` where its text is not known
 */
export function sketchOf(text: OwnText | null): Sketch {
  const pieces = (text?.chars.length ?? 0) - PIECE + 1
  if (text === null || pieces < 1) return { hashes: EMPTY, from: EMPTY, starts: EMPTY, ends: EMPTY, length: 0 }
  const hashes = pieceHashes(text.chars, pieces)
  const chosen: number[] = []
  for (let first = 0; first + WINDOW <= Math.max(pieces, WINDOW) && chosen.length < MOST; first++) {
    const least = leastIn(hashes, first, Math.min(first + WINDOW, pieces) - 1)
    if (least === chosen.at(-1) || hashes[least] === BROKEN) continue
    chosen.push(least)
  }
  const end = chosen.length >= MOST ? (chosen.at(-1) ?? 0) + PIECE : text.chars.length
  return {
    hashes: Uint32Array.from(chosen, (i) => hashes[i] ?? 0),
    from: Uint32Array.from(chosen),
    starts: Uint32Array.from(chosen, (i) => text.starts[i] ?? 0),
    ends: Uint32Array.from(chosen, (i) => text.ends[i + PIECE - 1] ?? 0),
    length: end,
  }
}

/** The last of the least. */
function leastIn(hashes: Uint32Array, first: number, last: number): number {
  let least = first
  for (let i = first + 1; i <= last; i++) if ((hashes[i] ?? 0) <= (hashes[least] ?? 0)) least = i
  return least
}

/** FNV-1a of every piece, mixed once more; the greatest number for pieces with a break in them, which are not to be chosen. */
function pieceHashes(chars: string, pieces: number): Uint32Array {
  const hashes = new Uint32Array(pieces).fill(BROKEN)
  let broken = chars.lastIndexOf(BREAK, PIECE - 2)
  for (let i = 0; i < pieces; i++) {
    if (chars[i + PIECE - 1] === BREAK) broken = i + PIECE - 1
    if (broken >= i) continue
    let hash = 0x811c9dc5
    for (let j = i; j < i + PIECE; j++) hash = Math.imul(hash ^ chars.charCodeAt(j), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hashes[i] = (hash ^ (hash >>> 13)) >>> 0
  }
  return hashes
}
