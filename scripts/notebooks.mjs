/** `npm run notebooks` opens the notebooks; with `--update [NAME...]` it runs them and writes their outputs in place. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { executeNotebook } from '../test/support/notebook.mjs'
import { notebookText } from '../test/support/notebook-text.mjs'
import { setup } from './setup.mjs'
import { program, root, run, Stop, say, show } from './steps.mjs'

const folder = join(root, 'notebooks')

/** @param {readonly string[]} names the notebooks to update; none means all @param {import('./jupyter.mjs').Jupyter} jupyter */
async function update(names, jupyter) {
  const all = readdirSync(folder).filter((name) => name.endsWith('.ipynb'))
  const wanted = names.length > 0 ? names.map((name) => basename(name)) : all
  for (const name of wanted) if (!all.includes(name)) throw new Stop(`notebooks/ holds no ${name}.`)
  for (const name of wanted) {
    const file = join(folder, name)
    const text = notebookText(await stopping(executeNotebook(file, jupyter)))
    const same = text === readFileSync(file, 'utf8')
    if (!same) writeFileSync(file, text)
    say(`${name}: ${same ? 'unchanged' : 'updated'}`)
  }
  return 0
}

/** A cell that fails is for the person to see to, not a fault of this script. @template T @param {Promise<T>} promise */
function stopping(promise) {
  return promise.catch((error) => {
    throw new Stop(error.message)
  })
}

/** @param {readonly string[]} args @param {import('./jupyter.mjs').Jupyter} jupyter */
function open(args, { python, env }) {
  const ways = [['jupyter-lab'], ['jupyter-notebook'], [python, '-m', 'jupyterlab'], [python, '-m', 'notebook']]
  const way = ways.find(([command = '', ...rest]) => run(command, [...rest, '--version'], { env }).ok)
  if (way === undefined)
    throw new Stop(
      'Jupyter is here without a screen for people: call "python3 -m pip install jupyterlab" or, on Debian and Ubuntu, "apt-get install jupyter-notebook".',
    )
  const [command = '', ...rest] = way
  return show(command, [...rest, ...args], { cwd: folder, env })
}

await program(() => {
  const jupyter = setup({ dev: true, jupyter: true })
  if (jupyter === null) throw new Stop('The notebooks need a Jupyter.')
  const args = process.argv.slice(2)
  return args.includes('--update')
    ? update(
        args.filter((arg) => arg !== '--update'),
        jupyter,
      )
    : open(args, jupyter)
})
