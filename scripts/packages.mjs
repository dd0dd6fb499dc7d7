/** The npm packages: are those of package-lock.json there, and does the one that is compiled load? */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, readJson, root, run, Stop, say, tail } from './steps.mjs'

/** Settings of the npm that started us which would change what an inner npm installs. */
const INHERITED =
  /^npm_(command|lifecycle_.*|package_.*|config_(allow_scripts|dry_run|force|global|ignore_scripts|include|install_links|install_strategy|json|location|offline|omit|only|package|package_lock.*|prefix|local_prefix|production|save.*|workspaces?|yes))$/i

const CLEAN_INSTALL = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']

/** An environment in which npm does what it would do if a person called it in the checkout. */
function npmEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !INHERITED.test(name)))
}

/** @param {readonly string[]} args */
function npm(args) {
  const outer = process.env.npm_execpath ?? ''
  const windows = process.platform === 'win32'
  return /npm-cli\.[cm]?js$/.test(outer) && existsSync(outer)
    ? run(process.execPath, [outer, ...args], { env: npmEnvironment() })
    : run(windows ? 'npm.cmd' : 'npm', args, { env: npmEnvironment(), .../** @type {object} */ ({ shell: windows }) })
}

/** What npm complained of first; the usage it prints after that is left out. @param {string} output */
function npmErrors(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line))
  return lines.slice(0, 8).join('\n')
}

/**
 * @typedef {{ version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, link?: boolean }} LockEntry
 * @typedef {Record<string, LockEntry>} LockEntries
 */

/**
 * The packages that the lock file asks for and that are missing, in another version, or deleted.
 *
 * @param {LockEntries} wanted the entries of package-lock.json
 * @param {LockEntries} installed the entries of node_modules/.package-lock.json, which npm writes when it installs
 * @param {(place: string) => boolean} isThere whether a package's folder holds a package.json
 * @param {boolean} dev whether the packages for development are wanted too
 */
export function missingPackages(wanted, installed, isThere, dev) {
  const absent = Object.entries(wanted).filter(([place, entry]) => {
    if (place === '' || entry.link || entry.optional || ((entry.dev || entry.devOptional) && !dev)) return false
    return installed[place]?.version !== entry.version
  })
  const deleted = Object.entries(installed).filter(([place, entry]) => place !== '' && !entry.link && !isThere(place))
  return [...new Set([...absent, ...deleted].map(([place]) => place.replace(/^.*node_modules\//, '')))]
}

/**
 * Installs the packages of package-lock.json unless they are there.
 *
 * Install scripts are left out here and the one add-on that must be compiled follows as a step of its own, so that a
 * missing compiler and a missing network are told apart.
 *
 * @param {{ dev: boolean }} options
 */
export function ensurePackages({ dev }) {
  const wanted = readJson('package-lock.json').packages
  const installed = readJson('node_modules/.package-lock.json')?.packages ?? {}
  const missing = missingPackages(wanted, installed, (place) => existsSync(join(root, place, 'package.json')), dev)
  if (missing.length > 0) {
    const some = missing.length > 3 ? `${missing.length} packages` : missing.join(', ')
    say(`setup: installing ${some} (npm ci)`)
    const { ok, output } = npm(CLEAN_INSTALL)
    if (!ok) throw new Stop(`${npmErrors(output)}\nnpm ci failed, for the reason that npm gives here.`)
  }
  ensureAddOn()
}

/** nodejieba is compiled when it is installed; without it no word can be told from the next. */
function ensureAddOn() {
  const stamp = join(cache, 'nodejieba')
  const state = [
    readJson('node_modules/nodejieba/package.json').version,
    process.platform,
    process.arch,
    process.versions.modules,
  ].join(' ')
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === state &&
    existsSync(join(root, 'node_modules/nodejieba/build/Release'))
  )
    return
  if (!addOnLoads()) {
    say('setup: compiling nodejieba (npm rebuild nodejieba)')
    const { output } = npm(['rebuild', 'nodejieba', '--yes', '--ignore-scripts=false'])
    if (!addOnLoads())
      throw new Stop(
        `${tail(output)}\nnodejieba could not be compiled: it needs a C++ compiler, make and python3 (on Debian and Ubuntu: apt-get install g++ make python3).`,
      )
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp, state)
}

function addOnLoads() {
  return run(process.execPath, ['-e', "process.exit(require('nodejieba').cut('公开').length > 0 ? 0 : 1)"]).ok
}
