import { basename, extname } from 'node:path'

/** A file's name without its ending, `.warc.gz` counting as one. */
export function bareName(path: string): string {
  const name = basename(path).replace(/\.gz$/i, '')
  return basename(name, extname(name))
}

/** The id of each file: its bare name; where two share it, the whole path; where two share that too, with a number. */
export function uniqueIds(paths: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const path of paths) count.set(bareName(path), (count.get(bareName(path)) ?? 0) + 1)
  const numbered = idCounter()
  return paths.map((path) => numbered((count.get(bareName(path)) ?? 0) > 1 ? path : bareName(path)))
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
