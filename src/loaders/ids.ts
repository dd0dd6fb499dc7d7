import { basename, extname } from 'node:path'

/** A file's name without its ending, `.warc.gz` counting as one. */
export function bareName(path: string): string {
  const name = basename(path).replace(/\.gz$/i, '')
  return basename(name, extname(name))
}

/**
 * The shortest names that tell the files apart: without folder and ending, else below the folder given, else as given; the
 * same file named again gets `#2`.
 */
export function uniqueIds(files: readonly { readonly path: string; readonly below: string }[]): string[] {
  const bare = files.map(({ below }) => bareName(below))
  const below = withoutClashes(bare, (i) => files[i]?.below ?? '')
  return withoutClashes(below, (i) => files[i]?.path ?? '').map(idCounter())
}

function withoutClashes(ids: readonly string[], longer: (i: number) => string): string[] {
  const count = new Map<string, number>()
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1)
  return ids.map((id, i) => ((count.get(id) ?? 0) > 1 ? longer(i) : id))
}

/** Gives each id back the first time, and `id#2`, `id#3` … when it comes again. */
export function idCounter(): (id: string) => string {
  const seen = new Set<string>()
  const last = new Map<string, number>()
  return (id) => {
    let n = (last.get(id) ?? 0) + 1
    const numbered = () => (n === 1 ? id : `${id}#${n}`)
    while (seen.has(numbered())) n++
    const own = numbered()
    last.set(id, n)
    seen.add(own)
    return own
  }
}
