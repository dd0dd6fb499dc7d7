/**
 * `node scripts/complete-lock.mjs`, after every `npm install`: adds to package-lock.json the packages for other
 * platforms that npm left out, because the registry at hand does not carry them. Without these entries `npm ci` of
 * npm 11 refuses the lock file, and a machine of such a platform would do without the package.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isProgram, program, readJson, root, Stop, say } from './steps.mjs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']
const C_LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl' }

/**
 * @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Entry
 * @typedef {Record<string, Entry>} Entries
 */

/**
 * The packages for one platform (known by their exact version and by a name that ends in system and processor) that a
 * package of the lock file may use and that the lock file does not hold, each as an entry for it.
 *
 * @param {Entries} locked the entries of package-lock.json
 * @returns {Entries}
 */
export function missingPlatforms(locked) {
  const held = new Set(Object.keys(locked).map((place) => place.replace(/^.*node_modules\//, '')))
  const missing = Object.values(locked).flatMap(({ optionalDependencies = {}, dev }) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => !held.has(name) && /^\d/.test(version))
      .map(([name, version]) => [
        `node_modules/${name}`,
        { version, ...platform(name), ...(dev ? { dev } : {}), optional: true },
      ]),
  )
  return Object.fromEntries(missing)
}

/** What system, processor and C library a package is for, by its name. @param {string} name */
function platform(name) {
  const words = name.split(/[/-]/)
  const os = words.find((word) => SYSTEMS.includes(word))
  const cpu = words.find((word) => PROCESSORS.includes(word))
  if (os === undefined || cpu === undefined) throw new Stop(`It cannot be told which platform ${name} is for.`)
  const libc = Object.entries(C_LIBRARIES).find(([word]) => words.includes(word))?.[1]
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) }
}

if (isProgram(import.meta.url))
  await program(() => {
    const lock = readJson('package-lock.json')
    const missing = missingPlatforms(lock.packages)
    const places = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
    writeFileSync(
      join(root, 'package-lock.json'),
      `${JSON.stringify({ ...lock, packages: Object.fromEntries(places) }, null, 2)}\n`,
    )
    say(`package-lock.json: ${Object.keys(missing).length} packages for other platforms added`)
    return 0
  })
