/**
 * `node scripts/write-docs.mjs` writes anew the parts of docs/ that come from data/reference; with `--check` it writes
 * nothing and says which pages are not up to date. `npm run format` lines up the tables. A part stands between `<!-- from data/reference: NAME -->` and
 * `<!-- end -->`; what surrounds it is written by hand.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BLOCKS } from './docs-blocks.mjs'
import { isProgram, program, root, Stop, say } from './steps.mjs'

const PART = /(<!-- from data\/reference: ([\w ]+) -->\n)[\s\S]*?(<!-- end -->)/g

/** The page with every part made anew. @param {string} text @param {Readonly<Record<string, () => string>>} [blocks] */
export function renewed(text, blocks = BLOCKS) {
  return text.replace(PART, (_, begin, name, end) => {
    const block = blocks[name]
    if (block === undefined) throw new Stop(`There is no part "${name}"; there are: ${Object.keys(blocks).join(', ')}.`)
    return `${begin}\n${block()}\n\n${end}`
  })
}

/** A page without the blanks by which a formatter lines up its tables. @param {string} text */
const withoutPadding = (text) =>
  text.replace(/^\|.*\|$/gm, (line) => line.replace(/ +\|/g, ' |').replace(/\| -+(?= )/g, '| ---'))

/** The pages of docs/ that are not what they should be, with the text they should have. */
export function outdatedPages() {
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
  return pages.sort().flatMap((name) => {
    const path = join(root, 'docs', name)
    const text = readFileSync(path, 'utf8')
    const wanted = renewed(text)
    return withoutPadding(wanted) === withoutPadding(text) ? [] : [{ name, path, wanted }]
  })
}

if (isProgram(import.meta.url))
  await program(() => {
    const outdated = outdatedPages()
    if (process.argv.includes('--check')) {
      for (const { name } of outdated) say(`docs/${name} is not up to date: call node scripts/write-docs.mjs`)
      return outdated.length === 0 ? 0 : 1
    }
    for (const { name, path, wanted } of outdated) {
      writeFileSync(path, wanted)
      say(`docs/${name}: written`)
    }
    return 0
  })
