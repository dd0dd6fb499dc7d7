import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A call of `said` in the sources: the key as written, which may have `${…}` in it, and the names of the values it gives. */
export interface SaidCall {
  readonly where: string
  readonly key: string
  readonly values: readonly string[]
}

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

function sources(): { file: string; text: string }[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('words.ts'))
    .concat('audits/identity-words.ts', 'audits/repair-words.ts')
    .map((file) => ({ file, text: readFileSync(SRC + file, 'utf8') }))
}

/** Every call of `said`. Values are read from the object written in the call, or from the `const` named there. */
export function saidCalls(): SaidCall[] {
  return sources().flatMap(({ file, text }) =>
    [...text.matchAll(/(?<![.\w])said\(\s*(?:'([^']+)'|`([^`]+)`)/g)].map((match) => {
      const [all, plain, template] = match
      const key = plain ?? template ?? ''
      const rest = text.slice(match.index + all.length).replace(/^\s*,\s*/, '')
      return { where: `${file}: ${key}`, key, values: /^[)\s]/.test(rest) ? [] : namesIn(rest, text, match.index) }
    }),
  )
}

/** The kinds `named` is asked for. */
export function namedKinds(): Set<string> {
  return new Set(
    sources().flatMap(({ text }) => [...text.matchAll(/\bnamed\(\s*'([a-z]+)'/g)].map(([, kind = '']) => kind)),
  )
}

/** The property names of the object that `code` begins with: written out, or by the name of a `const` before it. */
function namesIn(code: string, text: string, at: number): string[] {
  if (code.startsWith('{')) {
    return partsOf(code).flatMap((part) => {
      const [, spread] = /^\.\.\.(\w+)$/.exec(part) ?? []
      return spread === undefined ? [/^\w+/.exec(part)?.[0] ?? part] : namesIn(spread, text, at)
    })
  }
  const [name = ''] = /^\w+/.exec(code) ?? []
  const declared = text.lastIndexOf(`const ${name} = {`, at)
  if (declared < 0)
    throw new Error(`the values of a call of said are not written where they can be found: ${code.slice(0, 40)}`)
  return namesIn(text.slice(text.indexOf('{', declared)), text, declared)
}

/** What stands between the commas of the object that `code` begins with. */
function partsOf(code: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 1]
  for (let i = 0; i < code.length; i++) {
    const sign = code.charAt(i)
    if ('{[('.includes(sign)) depth++
    if ('}])'.includes(sign)) depth--
    if ((sign === ',' && depth === 1) || depth === 0) {
      parts.push(code.slice(from, i).trim())
      from = i + 1
    }
    if (depth === 0) break
  }
  return parts.filter((part) => part !== '')
}
