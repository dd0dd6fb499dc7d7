/** A Jupyter that can run notebooks without a screen (nbclient), with the tslab kernel registered beside the packages. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cache, root, run, Stop, say } from './steps.mjs'

const VENV = join(root, '.venv-jupyter')
const VENV_PYTHON = process.platform === 'win32' ? join(VENV, 'Scripts', 'python.exe') : join(VENV, 'bin', 'python')
const PYTHONS = ['python3', '/usr/bin/python3', VENV_PYTHON, 'python']
const FROM_PYPI = ['nbclient>=0.7,<1', 'jupyter_client>=7,<9', 'nbformat>=5,<6', 'ipython']
const FROM_DEBIAN = ['jupyter-nbconvert', 'python3-nbclient', 'jupyter-client', 'python3-ipython']
const PROBE = 'import nbclient, jupyter_client, nbformat, IPython, sys; print(sys.executable); print(nbclient.__file__)'
const FOUND = join(cache, 'jupyter-python')
const PREFIX = join(cache, 'jupyter')

/**
 * @typedef {{ python: string, env: NodeJS.ProcessEnv }} Jupyter the Python that has nbclient, and the environment in
 *   which it finds the kernel
 */

/** Finds a Jupyter or installs one, and registers the kernel. @returns {Jupyter} */
export function ensureJupyter() {
  const python = remembered() ?? find() ?? fromVirtualEnvironment() ?? fromDebian()
  if (python === null)
    throw new Stop(
      'No Jupyter was found and none could be installed, and the notebooks need one: call "python3 -m pip install nbclient ipython" or, on Debian and Ubuntu, "apt-get install python3-nbclient python3-ipython jupyter-client".',
    )
  return { python, env: ensureKernel(python) }
}

/** The Python found last time, as long as its nbclient is still there. */
function remembered() {
  if (!existsSync(FOUND)) return null
  const [python = '', module = ''] = readFileSync(FOUND, 'utf8').split('\n')
  return existsSync(python) && existsSync(module) ? python : null
}

/** The first Python that has what is needed. */
function find() {
  for (const candidate of PYTHONS) {
    const { ok, stdout } = run(candidate, ['-c', PROBE], { timeout: 120_000 })
    if (!ok) continue
    mkdirSync(cache, { recursive: true })
    writeFileSync(FOUND, stdout)
    return stdout.split('\n')[0] ?? null
  }
  return null
}

/** A virtual environment in the checkout, by uv or else by pip. */
function fromVirtualEnvironment() {
  const ways = [
    { name: 'uv', make: ['uv', 'venv', VENV], fill: ['uv', 'pip', 'install', '--python', VENV_PYTHON] },
    { name: 'pip', make: ['python3', '-m', 'venv', VENV], fill: [VENV_PYTHON, '-m', 'pip', 'install', '--quiet'] },
  ]
  for (const { name, make, fill } of ways) {
    if (!run(make[0] ?? '', ['--version']).ok) continue
    say(`setup: installing Jupyter into .venv-jupyter (${name})`)
    rmSync(VENV, { recursive: true, force: true })
    const done = [make, [...fill, ...FROM_PYPI]].every(([command = '', ...args]) => run(command, args).ok)
    const python = done ? find() : null
    if (python !== null) return python
    rmSync(VENV, { recursive: true, force: true })
  }
  return null
}

/** Debian's packages, where this runs as root. */
function fromDebian() {
  if (process.getuid?.() !== 0 || !run('apt-get', ['--version']).ok) return null
  say('setup: installing Jupyter (apt-get)')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update'], { env })
  run('apt-get', ['install', '-y', '--no-install-recommends', ...FROM_DEBIAN], { env })
  return find()
}

/**
 * Registers the kernel below node_modules/.cache, never in the person's home.
 *
 * tslab registers a kernel that is looked for on PATH; here it is made to run by this Node and by its place, without
 * the warnings about experimental features, which differ between releases of Node and would stand in the outputs.
 *
 * @param {string} python
 * @returns {NodeJS.ProcessEnv} the environment in which Jupyter finds it
 */
function ensureKernel(python) {
  const share = join(PREFIX, 'share', 'jupyter')
  const file = join(share, 'kernels', 'tslab', 'kernel.json')
  const tslab = join(root, 'node_modules', 'tslab', 'bin', 'tslab')
  const spec = {
    argv: [
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      tslab,
      'kernel',
      '--config-path',
      '{connection_file}',
    ],
    display_name: 'TypeScript',
    language: 'typescript',
  }
  const text = `${JSON.stringify(spec, null, 1)}\n`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    say('setup: registering the tslab kernel')
    const { ok, output } = run(process.execPath, [tslab, 'install', `--python=${python}`, `--prefix=${PREFIX}`])
    if (!ok || !existsSync(file))
      throw new Stop(`${output.trimEnd()}\ntslab could not register its kernel with ${python}.`)
    writeFileSync(file, text)
  }
  return { ...process.env, JUPYTER_PATH: [share, process.env.JUPYTER_PATH].filter(Boolean).join(delimiter) }
}
