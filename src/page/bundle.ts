import { readFileSync } from 'node:fs'

/** The page's own scripts and styles: plain files, shipped as they are. */
const BROWSER = new URL('./browser/', import.meta.url)

const STYLES = ['colours', 'frame', 'overview', 'report', 'tables', 'source', 'print']

const IMPORT = /^import \{[^}]*\} from '\.\/([\w-]+)\.js'\n/gm

/**
 * The page's script modules as one script. A module names what it needs in imports of the form
 * `import { a, b } from './file.js'`; it is put behind the modules it imports, and the words `import` and `export` are taken
 * out. Top-level names are unique over all modules (a test asserts it), so that nothing has to be renamed.
 */
export function pageScript(entry = 'main'): string {
  const texts = new Map<string, string>()
  const visit = (name: string) => {
    if (texts.has(name)) return
    const text = readBrowserFile(`${name}.js`)
    texts.set(name, '')
    for (const [, needed = ''] of text.matchAll(IMPORT)) visit(needed)
    texts.delete(name)
    texts.set(name, text)
  }
  visit(entry)
  const modules = [...texts].map(
    ([name, text]) =>
      `// ${name}\n${text.replace(IMPORT, '').replace(/^export (?=(?:async )?function|const|class|let)/gm, '')}`,
  )
  return `(() => {\n'use strict'\n${modules.join('\n')}})()\n`
}

/** The page's styles as one sheet. */
export function pageStyles(): string {
  return STYLES.map((name) => readBrowserFile(`${name}.css`)).join('\n')
}

function readBrowserFile(name: string): string {
  return readFileSync(new URL(name, BROWSER), 'utf8').replace(/\r\n/g, '\n')
}
