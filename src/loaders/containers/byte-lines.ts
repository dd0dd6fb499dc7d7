import { joined } from './zip.js'

/** The characters of a line, or of a file without a declared encoding: UTF-8, else GB18030. */
export function lineText(line: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line)
  } catch {
    return new TextDecoder('gb18030').decode(line)
  }
}

const LINE_FEED = 10
const RETURN = 13

/** The lines of a stream of bytes, ended by LF, CR LF or CR; `null` for each that is longer than the limit. */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = []
  let length = 0
  let afterReturn = false
  const add = (part: Uint8Array) => {
    length += part.length
    if (length > limit) parts = []
    else parts.push(part)
  }
  const taken = () => {
    const line = length > limit ? null : joined(parts, length)
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]
      if (byte !== LINE_FEED && byte !== RETURN) {
        afterReturn = false
        continue
      }
      const secondOfTwo = byte === LINE_FEED && afterReturn
      if (!secondOfTwo) {
        add(chunk.subarray(from, i))
        yield taken()
      }
      from = i + 1
      afterReturn = byte === RETURN
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield taken()
}
