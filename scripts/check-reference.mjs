/** Checks every JSON file of data/reference against the schema it names, in words a librarian understands. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setup } from './setup.mjs'
import { program, root } from './steps.mjs'

const reference = join(root, 'data', 'reference')

/** @typedef {(data: unknown, schema: string) => string[]} SchemaProblems */

/** @param {string} file @param {SchemaProblems} schemaProblems @returns {string[]} one sentence a problem */
function fileProblems(file, schemaProblems) {
  let data
  try {
    data = JSON.parse(readFileSync(join(reference, file), 'utf8'))
  } catch (error) {
    return [
      `it is not valid JSON, perhaps for a missing comma or quotation mark: ${/** @type {Error} */ (error).message}`,
    ]
  }
  const schema = /(?:^|\/)schemas\/([\w-]+)\.schema\.json$/.exec(data?.$schema ?? '')?.[1]
  if (schema === undefined)
    return [
      'it does not say which schema it follows: add a first entry such as "$schema": "../schemas/form.schema.json"',
    ]
  try {
    return schemaProblems(data, schema)
  } catch (error) {
    return [`its schema, schemas/${schema}.schema.json, cannot be used: ${/** @type {Error} */ (error).message}`]
  }
}

await program(async () => {
  setup({ dev: true })
  /** @type {{ schemaProblems: SchemaProblems }} */
  const { schemaProblems } = await import(pathToFileURL(join(root, 'dist', 'forms', 'reference.js')).href)
  const files = readdirSync(reference, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.json') && !file.startsWith('schemas/'))
    .sort()
  const faulty = files
    .map((file) => ({ file, problems: fileProblems(file, schemaProblems) }))
    .filter(({ problems }) => problems.length > 0)
  for (const { file, problems } of faulty)
    console.error(`${relative(root, join(reference, file))}:\n  ${problems.join('\n  ')}`)
  console.log(`reference data: ${files.length} files checked, ${faulty.length} with problems`)
  return faulty.length === 0 ? 0 : 1
})
