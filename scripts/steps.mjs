/** What all scripts share: where the checkout is, how to speak, how to run a program, how to stop. */
import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Where the scripts keep what they made and can make again. `npm ci` empties it. */
export const cache = join(root, 'node_modules', '.cache', 'gongkai')

/** Something the person at the keyboard has to see to. Ends the program with exit status 2 and this one sentence. */
export class Stop extends Error {}

/** One short line about what is going on, to stderr: stdout is for results. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a program to its end and keeps what it wrote.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, [...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  })
  return { ok: status === 0, stdout: stdout ?? '', output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` }
}

/**
 * Runs a program that writes straight to the terminal, and returns its exit status.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function show(command, args, options = {}) {
  return spawnSync(command, [...args], { cwd: root, stdio: 'inherit', ...options }).status ?? 2
}

/** The last lines of what a failed program wrote. @param {string} output */
export function tail(output, lines = 15) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}

/** @param {string} file path below the checkout @returns {any} the parsed JSON, or null where there is no such file */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'))
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null
    throw error
  }
}

/** Stops unless this Node is one that package.json names. */
export function requireNode() {
  const { engines } = readJson('package.json')
  const [, major, minor] = /(\d+)\.(\d+)/.exec(engines.node) ?? []
  const [thisMajor = 0, thisMinor = 0] = process.versions.node.split('.').map(Number)
  if (thisMajor > Number(major) || (thisMajor === Number(major) && thisMinor >= Number(minor))) return
  throw new Stop(`gongkai needs Node.js ${major}.${minor} or newer; this is ${process.versions.node}.`)
}

/** True where the module is the program that was started, false where it was imported. @param {string} url */
export function isProgram(url) {
  return process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === url
}

/**
 * Runs a script's job; its result is the exit status.
 *
 * @param {() => number | Promise<number>} job
 */
export async function program(job) {
  try {
    requireNode()
    process.exitCode = await job()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    process.exitCode = 2
  }
}
