import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureJupyter, type Jupyter } from '../scripts/jupyter.mjs'
import { prepare } from '../scripts/prepare.mjs'
import { executeNotebook, readNotebook } from './support/notebook.mjs'
import { cellSource, comparableOutputs, type Notebook } from './support/notebook-text.mjs'

const folder = fileURLToPath(new URL('../notebooks/', import.meta.url))
const notebooks = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.ipynb'))

/** What a reader of the notebook sees under each code cell, beside the cell's number and source. */
function shown(notebook: Notebook) {
  return notebook.cells.flatMap((cell, i) =>
    cell.cell_type === 'code' ? [{ cell: i + 1, source: cellSource(cell), outputs: comparableOutputs(cell) }] : [],
  )
}

describe('every notebook gives the outputs that are committed with it', () => {
  let jupyter: Jupyter

  beforeAll(() => {
    prepare()
    jupyter = ensureJupyter()
  }, 600_000)

  test('there are notebooks', () => {
    expect(notebooks).not.toEqual([])
  })

  test.each(notebooks)('%s', { timeout: 900_000 }, async (name) => {
    const executed = await executeNotebook(`${folder}${name}`, jupyter)
    const committed = shown(readNotebook(`${folder}${name}`))
    const advice = 'differs from what is committed; if it should: npm run notebooks -- --update'
    shown(executed).forEach((cell, i) => {
      expect(cell, `${name}, cell ${cell.cell}, ${advice}\n${cell.source}\n`).toEqual(committed[i])
    })
  })
})
