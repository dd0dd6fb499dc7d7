/** Everything a fresh checkout lacks, in order. Where nothing lacks, nothing happens and nothing is said. */
import { isBuilt } from './build.mjs'
import { ensureJupyter } from './jupyter.mjs'
import { ensurePackages } from './packages.mjs'
import { prepare } from './prepare.mjs'
import { isProgram, program } from './steps.mjs'

/**
 * @param {{ dev?: boolean, jupyter?: boolean }} [wanted] `dev`: the packages for development, wanted in any case where
 *   there is something to build; `jupyter`: a Jupyter with the tslab kernel, for tests and notebooks
 */
export function setup({ dev = false, jupyter = false } = {}) {
  ensurePackages({ dev: dev || !isBuilt() })
  prepare()
  return jupyter ? ensureJupyter() : null
}

if (isProgram(import.meta.url))
  await program(() => {
    setup({ dev: true, jupyter: process.argv.includes('--jupyter') })
    return 0
  })
