/** The build: src/ → dist/, whenever dist/ is not what src/ makes. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isProgram, program, readJson, root, run, Stop, say } from './steps.mjs'

const COMPILER = 'node_modules/typescript/bin/tsc' // by its path: tslab brings another `tsc`
const STAMP = '.built-from'
const dist = join(root, 'dist')

/**
 * One hash over the names and the contents of files, the same on every machine.
 *
 * @param {string} folder
 * @param {(name: string) => boolean} [wanted]
 */
export function hashFolder(folder, wanted = () => true) {
  const hash = createHash('sha256')
  if (!existsSync(folder)) return hash.digest('hex')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  for (const file of files)
    hash
      .update(`${file.slice(folder.length).replaceAll('\\', '/')}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

/** What dist/ is made from: sources, settings, and the compiler's version. */
function sourceHash() {
  const compiler = readJson('package-lock.json').packages['node_modules/typescript'].version
  const settings = readFileSync(join(root, 'tsconfig.json'), 'utf8')
  return createHash('sha256')
    .update(`${compiler}\0${settings}\0${hashFolder(join(root, 'src'))}`)
    .digest('hex')
}

/** @param {string} folder */
const outputHash = (folder) => hashFolder(folder, (name) => name !== STAMP)

/** True where dist/ is what src/ makes. A package installed from an archive has no src/ and is taken as it is. */
export function isBuilt() {
  if (!existsSync(join(root, 'src'))) return true
  const stamp = join(dist, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === `${sourceHash()} ${outputHash(dist)}\n`
}

/** Builds dist/ unless it is up to date. A build that fails leaves the old dist/ as it was. */
export function ensureBuild() {
  if (isBuilt()) return
  if (!existsSync(join(root, COMPILER))) {
    if (!existsSync(dist))
      throw new Stop('dist/ is not built and TypeScript is not installed: call npm ci without --omit=dev.')
    say('setup: dist/ does not come from this src/, and TypeScript is not installed to build it: dist/ is kept')
    return
  }
  say('setup: building dist/')
  const next = join(root, '.cache', `build-${process.pid}`)
  try {
    const { ok, output } = run(process.execPath, [COMPILER, '-p', '.', '--outDir', next, '--noEmitOnError'])
    if (!ok)
      throw new Stop(`${output.trimEnd()}\nThe build failed: src/ does not compile (see above); dist/ is unchanged.`)
    copyAssets(next)
    writeFileSync(join(next, STAMP), `${sourceHash()} ${outputHash(next)}\n`)
    replaceFolder(dist, next)
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

/** The scripts and styles of the audit page are shipped as they are. @param {string} folder */
function copyAssets(folder) {
  const assets = join('page', 'browser')
  cpSync(join(root, 'src', assets), join(folder, assets), {
    recursive: true,
    filter: (path) => !path.endsWith('.json'),
  })
}

/** Puts `next` in the place of `folder`, so that no program ever sees half a build. @param {string} folder @param {string} next */
function replaceFolder(folder, next) {
  const old = `${next}-old`
  mkdirSync(join(root, '.cache'), { recursive: true })
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(next, folder)
  rmSync(old, { recursive: true, force: true })
}

if (isProgram(import.meta.url))
  await program(() => {
    ensureBuild()
    return 0
  })
