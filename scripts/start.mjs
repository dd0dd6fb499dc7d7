/** `npm start`: sets up what is missing, then does the main job on data/raw, or on the folder that is named. */
import { join } from 'node:path'
import { setup } from './setup.mjs'
import { isProgram, program, root, show } from './steps.mjs'

/** Options of `build` that are followed by a value; any other word without dashes is an input. */
const WITH_VALUE = new Set(['--out', '--shard'])

/**
 * The arguments of `gongkai build`, with the folders of the checkout where none are named.
 *
 * @param {readonly string[]} args what follows `npm start --`
 */
export function buildArguments(args) {
  const inputs = args.filter((arg, i) => arg === '-' || !(arg.startsWith('-') || WITH_VALUE.has(args[i - 1] ?? '')))
  const hasOut = args.some((arg) => arg === '--out' || arg.startsWith('--out='))
  return ['build', ...(inputs.length > 0 ? [] : ['data/raw']), ...args, ...(hasOut ? [] : ['--out', 'data/processed'])]
}

if (isProgram(import.meta.url))
  await program(() => {
    setup()
    return show(process.execPath, [join(root, 'bin', 'gongkai.js'), ...buildArguments(process.argv.slice(2))])
  })
