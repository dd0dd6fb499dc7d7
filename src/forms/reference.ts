import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'

const REFERENCE = new URL('../../data/reference/', import.meta.url)

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
const cache = new Map<string, unknown>()

/** Where a reference file lies on disk. */
export function referencePath(file: string): string {
  return fileURLToPath(new URL(file, REFERENCE))
}

/**
 * Reads a file of `data/reference` and checks it against its schema; a file is read once.
 *
 * @param file path below `data/reference`, e.g. `forms/2021.json`
 * @param schema name of the schema in `data/reference/schemas`, e.g. `form`
 * @throws when the file is missing, is not JSON, or does not fit its schema; the message names file, place and rule.
 */
export function readReference<T>(file: string, schema: string): T {
  const known = cache.get(file)
  if (known !== undefined) return known as T
  const data = parseJson(file)
  const problems = schemaProblems(data, schema)
  if (problems.length > 0)
    throw new Error(`data/reference/${file} does not fit its schema:\n  ${problems.join('\n  ')}`)
  cache.set(file, data)
  return data as T
}

/** Checks data against a schema of `data/reference/schemas`; one sentence a problem, none when it fits. */
export function schemaProblems(data: unknown, schema: string): string[] {
  const id = `schemas/${schema}.schema.json`
  const validate = ajv.getSchema(id) ?? ajv.compile({ ...(parseJson(id) as object), $id: id })
  return validate(data) ? [] : (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(sentence)
}

function parseJson(file: string): unknown {
  const text = readFileSync(referencePath(file), 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`data/reference/${file} is not valid JSON: ${(error as Error).message}`)
  }
}

function sentence(error: ErrorObject): string {
  const where = error.instancePath === '' ? 'the file' : error.instancePath.slice(1).replaceAll('/', ' › ')
  const params = error.params as Record<string, unknown>
  switch (error.keyword) {
    case 'required':
      return `${where}: the entry "${params.missingProperty}" is missing`
    case 'additionalProperties':
      return `${where}: the entry "${params.additionalProperty}" is not known here (misspelt?)`
    case 'enum':
      return `${where}: must be one of ${(params.allowedValues as unknown[]).join(', ')}`
    case 'false schema':
      return `${where}: must be left out here`
    default:
      return `${where}: ${error.message ?? error.keyword}`
  }
}
