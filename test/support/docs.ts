import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'node:util'
import { vi } from 'vitest'
import { main } from '../../src/cli.js'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

export const unique = (words: Iterable<string>): string[] => [...new Set(words)].sort()

const LEFT_OUT = new Set(
  'node_modules .git dist out coverage .cache .venv-jupyter .ipynb_checkpoints .pytest_cache'.split(' '),
)

/** Files of the project below a folder, without what is installed, built or cached. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesBelow(path)
    return [path]
  })
}

export const READMES = ['README.md', 'README.zh-CN.md']

/** Every page of the project. */
export const pages = filesBelow('.').filter((file) => file.endsWith('.md'))

/** The fenced blocks of a page in one language. */
export function blocks(page: string, language: string): string[] {
  const found = read(page).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)
  return [...found].flatMap(([, name, body = '']) => (name === language ? [body] : []))
}

/** Calls the command line and catches what it prints to either stream. */
export async function call(argv: readonly string[]): Promise<{ status: number; output: string; errors: string }> {
  const parts: string[] = []
  const errors: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text, encoding?: unknown, done?: unknown) => {
    parts.push(String(text))
    for (const callback of [encoding, done]) if (typeof callback === 'function') callback()
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    errors.push(String(text))
    return true
  })
  try {
    const status = await main(argv)
    return { status, output: parts.join(''), errors: errors.join('') }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

/** What a program writes with console.log. */
export async function logged(program: () => Promise<unknown>): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...args: unknown[]) => {
    lines.push(`${format(...args)}\n`)
  })
  try {
    await program()
  } finally {
    log.mockRestore()
  }
  return lines.join('')
}
