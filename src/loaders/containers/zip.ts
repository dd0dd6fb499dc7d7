import type { FileEntry } from '@zip.js/zip.js'
import { ReadError, reasonOf } from '../errors.js'
import { LIMITS, megabytes } from './limits.js'

/** A file in a ZIP archive. */
export interface ZipEntry {
  /** Its path in the archive, with `/`. */
  readonly path: string
  /** Unpacks it; its checksum is verified. */
  readonly read: () => Promise<Uint8Array>
}

/**
 * The files of a ZIP archive, in the archive's order. Names are UTF-8 where the archive says so or they are valid UTF-8,
 * else GB18030, which Chinese programs write.
 *
 * @throws ReadError `damaged_file` where the archive is cut or garbled, `too_large` where it holds too many files; reading an
 * entry also `encrypted`, and `too_large` as soon as it unpacks to more than the limit, whatever the archive says
 */
export async function zipEntries(bytes: Uint8Array, limit: number = LIMITS.documentBytes): Promise<ZipEntry[]> {
  const { ZipReader, Uint8ArrayReader } = await zip()
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { decodeText: entryName })
  const entries: ZipEntry[] = []
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory) continue
      if (entries.length === LIMITS.entries)
        throw new ReadError('too_large', `the archive holds more than ${LIMITS.entries} files; unpack it first`)
      const path = entry.filename.replaceAll('\\', '/')
      entries.push({ path, read: () => unpack(entry, path, limit) })
    }
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw new ReadError('damaged_file', `the ZIP archive is cut off or damaged: ${reasonOf(error)}`)
  }
  return entries
}

async function unpack(entry: FileEntry, path: string, limit: number): Promise<Uint8Array> {
  if (entry.encrypted) throw new ReadError('encrypted', `${path} in the archive is locked with a password`)
  const chunks: Uint8Array[] = []
  let length = 0
  const tooLarge = () =>
    new ReadError('too_large', `${path} in the archive unpacks to more than ${megabytes(limit)}; it is not read`)
  if (entry.uncompressedSize > limit) throw tooLarge()
  let exceeded = false
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      length += chunk.length
      exceeded = length > limit
      if (exceeded) throw tooLarge()
      chunks.push(chunk)
    },
  })
  try {
    await entry.getData(sink, { checkSignature: true })
  } catch (error) {
    if (exceeded) throw tooLarge()
    throw new ReadError('damaged_file', `${path} in the archive is damaged: ${reasonOf(error)}`)
  }
  return joined(chunks, length)
}

/**
 * Packs files into a ZIP archive, all of one date and by the library's own code instead of the machine's, so that the same files
 * give the same bytes everywhere.
 */
export async function zipped(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const { ZipWriter, Uint8ArrayReader, Uint8ArrayWriter } = await zip()
  const settings = { useCompressionStream: false, extendedTimestamp: false, lastModDate: new Date(2020, 0, 1) }
  const writer = new ZipWriter(new Uint8ArrayWriter(), settings)
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    await writer.add(path, new Uint8ArrayReader(bytes))
  }
  return writer.close()
}

/** Chunks as one array. */
export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function entryName(name: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(name)
    } catch {}
  }
  return new TextDecoder('latin1').decode(name)
}

async function zip() {
  const library = await import('@zip.js/zip.js')
  library.configure({ useWebWorkers: false })
  return library
}
