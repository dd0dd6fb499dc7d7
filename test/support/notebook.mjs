/** Runs a notebook under Jupyter. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const RUNNER = fileURLToPath(new URL('./notebook_run.py', import.meta.url))

/** @typedef {import('./notebook-text.mjs').Notebook} Notebook */

/** @param {string} file @returns {Notebook} */
export function readNotebook(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * Runs a notebook from its first cell to its last, in its own folder, and returns it with the outputs it has now.
 *
 * @param {string} file
 * @param {import('../../scripts/jupyter.mjs').Jupyter} jupyter
 * @returns {Promise<Notebook>}
 * @throws when a cell fails or the kernel does; the message holds the cell's number, its source and what was said
 */
export async function executeNotebook(file, { python, env }) {
  const scratch = mkdtempSync(join(tmpdir(), 'notebook-'))
  const copy = join(scratch, 'executed.ipynb')
  try {
    const { stdout, stderr } = await finished(spawn(python, [RUNNER, file, copy, dirname(file)], { env }))
    const result = answer(stdout)
    if (result === null) throw new Error(`${file} could not be run by ${python}:\n${stderr.trim()}`)
    if (!result.ok) throw new Error(failure(file, result, stderr))
    return withOutputs(readNotebook(file), readNotebook(copy))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Only the outputs are taken over: Jupyter fills in ids and metadata of its own. @param {Notebook} notebook @param {Notebook} executed */
function withOutputs(notebook, executed) {
  const cells = notebook.cells.map((cell, i) =>
    cell.cell_type === 'code' ? { ...cell, outputs: executed.cells[i]?.outputs ?? [] } : cell,
  )
  return { ...notebook, cells }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ stdout: string, stderr: string }>}
 */
function finished(child) {
  const written = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    written.stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    written.stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', () => resolve(written))
  })
}

/** The runner's last line, or null where it did not get that far. @param {string} stdout */
function answer(stdout) {
  try {
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
  } catch {
    return null
  }
}

/** @param {string} file @param {{ cell: number, source: string, reason: string }} result @param {string} stderr */
function failure(file, { cell, source, reason }, stderr) {
  const where = cell === 0 ? `${file}: the kernel did not start` : `${file}: cell ${cell} failed\n${indented(source)}`
  const aside = stderr.trim() === '' ? '' : `\nBeside it was said:\n${indented(stderr)}`
  return `${where}\nIt said:\n${indented(reason)}${aside}`
}

/** @param {string} text */
const indented = (text) => text.trimEnd().replace(/^/gm, '    ')
