import { extname, relative } from 'node:path'
import { type ListedInput, listInputs, type PassedOver } from '../../loaders/inputs.js'

/** So many files are named; of more only their number. */
const NAMED = 5

/** The inputs of a call. Files of its folders that are passed over are told on standard error: none is left out in silence. */
export async function listedInputs(inputs: readonly string[]): Promise<ListedInput[]> {
  const passedOver: PassedOver[] = []
  const listed = await listInputs(inputs, { onPassedOver: (file) => passedOver.push(file) })
  for (const line of passedOverLines(passedOver)) process.stderr.write(`gongkai: ${line}\n`)
  return listed
}

/** Which files of the folders were passed over and why: lists by name, the rest by their endings. */
export function passedOverLines(files: readonly PassedOver[]): string[] {
  const lists = files.filter(({ reason }) => reason === 'no_report').map(({ path }) => relative('.', path))
  const others = new Map<string, number>()
  for (const { path, reason } of files)
    if (reason === 'kind') others.set(ending(path), (others.get(ending(path)) ?? 0) + 1)
  const counted = [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${count} ${name}`)
  const more = lists.length > NAMED ? ` and ${lists.length - NAMED} more` : ''
  return [
    ...(lists.length > 0
      ? [`passed over, as no report stands in them: ${lists.sort().slice(0, NAMED).join(', ')}${more}`]
      : []),
    ...(counted.length > 0 ? [`passed over, as files of these kinds are not read: ${counted.join(', ')}`] : []),
  ]
}

function ending(path: string): string {
  return extname(path).toLowerCase() || 'without ending'
}
