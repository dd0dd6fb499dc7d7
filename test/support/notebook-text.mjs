/** The outputs of notebooks: compared with those committed, and written in one fixed form. */

/**
 * @typedef {string | string[]} Text as notebooks hold it: whole, or as a list of lines
 * @typedef {{ output_type: string, name?: string, text?: Text, data?: Record<string, unknown>, ename?: string,
 *   evalue?: string, traceback?: string[], execution_count?: number | null, metadata?: object }} Output
 * @typedef {{ cell_type: string, id?: string, source: Text, metadata?: object, outputs?: Output[],
 *   execution_count?: number | null }} NotebookCell
 * @typedef {{ cells: NotebookCell[], metadata: object, nbformat: number, nbformat_minor: number }} Notebook
 */

/**
 * The outputs of a cell, as they are compared: texts whole, neighbouring pieces of one stream joined, and without
 * execution counts and metadata. Nothing else is loosened.
 *
 * @param {NotebookCell} cell
 */
export function comparableOutputs(cell) {
  /** @type {Output[]} */
  const outputs = []
  for (const { execution_count: _count, metadata: _metadata, ...output } of cell.outputs ?? []) {
    const last = outputs.at(-1)
    if (output.output_type !== 'stream') outputs.push({ ...output, data: wholeTexts(output.data ?? {}) })
    else if (last?.output_type === 'stream' && last.name === output.name)
      last.text = `${last.text}${whole(output.text)}`
    else outputs.push({ ...output, text: `${whole(output.text)}` })
  }
  return outputs
}

/** @param {unknown} text */
const whole = (text) => (Array.isArray(text) && text.every((line) => typeof line === 'string') ? text.join('') : text)

/** @param {Record<string, unknown>} data */
function wholeTexts(data) {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [type, /json$/.test(type) ? value : whole(value)]),
  )
}

/** @param {NotebookCell} cell */
export function cellSource(cell) {
  return `${whole(cell.source)}`
}

/**
 * A notebook as it is committed: outputs as compared, no execution counts, no metadata that changes from one machine
 * to the next, every cell with an id that stays, keys in alphabetical order, one space of indent.
 *
 * @param {Notebook} notebook
 */
export function notebookText({ cells }) {
  const ids = cellIds(cells)
  const fixed = cells.map((cell, i) => {
    const common = { cell_type: cell.cell_type, id: ids[i], metadata: {}, source: lines(cellSource(cell)) }
    return cell.cell_type === 'code'
      ? { ...common, execution_count: null, outputs: comparableOutputs(cell).map(committed) }
      : common
  })
  const metadata = {
    kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' },
    language_info: { file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript' },
  }
  return `${JSON.stringify(sorted({ cells: fixed, metadata, nbformat: 4, nbformat_minor: 5 }), null, 1)}\n`
}

/** The ids cells have, and for those without one (or with another's) the next free `cell-N`. @param {NotebookCell[]} cells */
function cellIds(cells) {
  /** @type {Set<string>} */
  const taken = new Set()
  const kept = cells.map(({ id }) => {
    if (id === undefined || taken.has(id)) return null
    taken.add(id)
    return id
  })
  let next = 1
  return kept.map((id) => {
    if (id !== null) return id
    while (taken.has(`cell-${next}`)) next += 1
    taken.add(`cell-${next}`)
    return `cell-${next}`
  })
}

/** @param {Output} output */
function committed(output) {
  if (output.output_type === 'stream') return { ...output, text: lines(`${output.text}`) }
  const data = Object.entries(output.data ?? {}).map(([type, value]) => [
    type,
    typeof value === 'string' ? lines(value) : value,
  ])
  return { ...output, data: Object.fromEntries(data), metadata: {} }
}

/** @param {string} text */
const lines = (text) => text.split(/(?<=\n)/).filter((line) => line !== '')

/** @param {unknown} value @returns {unknown} the same with the keys of every object in order */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
