import { ReadError } from '../errors.js'

const HEADER = 512
const DIRECT_SECTORS = 109

/**
 * Follows every chain of sectors in an old Office file (a compound file). A damaged file may have a chain that leads back
 * into itself, on which a reader would run for ever.
 *
 * @throws ReadError `damaged_file`
 */
export function assertChainsEnd(bytes: Uint8Array): void {
  if (bytes.length < HEADER) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw damaged()
  const size = 1 << shift
  const words = (sector: number) => {
    const from = (sector + 1) * size
    if (sector < 0 || from + size > bytes.length + size) throw damaged()
    return Array.from({ length: size / 4 }, (_, i) =>
      from + 4 * i + 4 <= bytes.length ? view.getInt32(from + 4 * i, true) : -1,
    )
  }
  const next = allocationSectors(view, words).flatMap(words)
  assertNoCycle(next)
  const short = chain(view.getInt32(60, true), next).flatMap(words)
  assertNoCycle(short)
}

/** The sectors that hold the allocation table: the first listed in the header, the rest in sectors of their own. */
function allocationSectors(view: DataView, words: (sector: number) => number[]): number[] {
  const count = view.getUint32(44, true)
  if (count > view.byteLength / HEADER) throw damaged()
  const sectors = Array.from({ length: DIRECT_SECTORS }, (_, i) => view.getInt32(76 + 4 * i, true))
  let more = view.getInt32(68, true)
  for (let read = 0; more >= 0 && sectors.length < count; read++) {
    if (read > count) throw damaged()
    const list = words(more)
    more = list.pop() ?? -1
    sectors.push(...list)
  }
  return sectors.slice(0, count).filter((sector) => sector >= 0)
}

function chain(start: number, next: readonly number[]): number[] {
  const sectors: number[] = []
  for (let sector = start; sector >= 0 && sectors.length <= next.length; sector = next[sector] ?? -1)
    sectors.push(sector)
  return sectors
}

/** Walks from every entry until the end or ground already walked; ground of the same walk is a cycle. */
function assertNoCycle(next: readonly number[]): void {
  const walkOf = new Int32Array(next.length).fill(-1)
  for (let start = 0; start < next.length; start++) {
    for (let at = start; at >= 0 && at < next.length; at = next[at] ?? -1) {
      if (walkOf[at] === start) throw damaged()
      if (walkOf[at] !== -1) break
      walkOf[at] = start
    }
  }
}

function damaged(): ReadError {
  return new ReadError('damaged_file', 'the old Office file is cut off or damaged: its parts cannot be found')
}
