/** npm calls this after `npm ci` and `npm install`: dist/ built, and the package to be found under its own name. */
import { lstatSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureBuild } from './build.mjs'
import { isProgram, program, root, say } from './steps.mjs'

/** Makes the link node_modules/gongkai → the checkout, by which a notebook imports `gongkai`. `npm install` removes it. */
export function ensureLink() {
  const folder = join(root, 'node_modules')
  const link = join(folder, 'gongkai')
  const here = realpathSync(root)
  const found = lstatSync(link, { throwIfNoEntry: false })
  if (found?.isSymbolicLink() && leadsTo(link) === here) return
  say('setup: linking node_modules/gongkai')
  rmSync(link, { recursive: true, force: true })
  symlinkSync(process.platform === 'win32' ? here : relative(realpathSync(folder), here), link, 'junction')
}

/** @param {string} link */
function leadsTo(link) {
  try {
    return realpathSync(link)
  } catch {
    return null
  }
}

/** What must be there before the program can run, once the packages are. */
export function prepare() {
  ensureBuild()
  ensureLink()
}

if (isProgram(import.meta.url))
  await program(() => {
    prepare()
    return 0
  })
