#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'

/** @param {string} path */
const at = (path) => new URL(path, import.meta.url)

/** Why the program cannot start here, in one sentence; `null` where it can. */
function obstacle() {
  const { engines } = JSON.parse(readFileSync(at('../package.json'), 'utf8'))
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(engines.node)?.map(Number) ?? []
  const [thisMajor = 0, thisMinor = 0] = process.versions.node.split('.').map(Number)
  if (thisMajor < major || (thisMajor === major && thisMinor < minor))
    return `gongkai needs Node.js ${major}.${minor} or newer; this is ${process.versions.node}.`
  if (!existsSync(at('../dist/cli.js'))) return 'gongkai is not built yet: call npm ci in its folder first.'
  return null
}

// Whoever reads our output may have seen enough (`| head`): that is no error.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// Standard output carries results only; what a library has to remark goes where warnings go.
console.log = console.info = console.debug = console.error

const problem = obstacle()
if (problem === null) {
  const { main } = await import(at('../dist/cli.js').href)
  process.exitCode = await main(process.argv.slice(2))
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 2
}
