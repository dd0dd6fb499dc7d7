import { basename, extname } from 'node:path'

/** A file's name without its ending, `.warc.gz` counting as one. */
export function bareName(path: string): string {
  const name = basename(path).replace(/\.gz$/i, '')
  return basename(name, extname(name))
}

/** A file's path below the folder or archive given, and as given. */
export interface FilePath {
  readonly path: string
  readonly below: string
}

/** The shortest names that tell the files apart: without folder and ending, else below the folder given, else as given. */
export function uniqueIds(files: readonly FilePath[]): string[] {
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
  return (id) => {
    let own = id
    for (let n = 2; seen.has(own); n++) own = `${id}#${n}`
    seen.add(own)
    return own
  }
}
