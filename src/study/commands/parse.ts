import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { analyseListed, isFailed } from '../analyse.js'
import { readCorrections } from '../corrections/declared.js'
import { correctEvery, correctionWarnings } from '../corrections/every.js'
import { keepText } from '../keep-text.js'
import { createProgress } from '../progress.js'
import { listedInputs } from './listed.js'

/** `gongkai parse`: one JSON object a report, one a line. @returns how many inputs failed */
export async function runParse(
  inputs: readonly string[],
  options: { readonly out?: string; readonly keepText?: string; readonly corrections?: string },
): Promise<number> {
  const corrector = correctEvery(await readCorrections(options.corrections))
  const listed = await listedInputs(inputs)
  const progress = createProgress(listed.length)
  const output = options.out === undefined ? process.stdout : await openFile(options.out)
  let failed = 0
  for await (const result of analyseListed(listed, (id) => progress.step(id))) {
    if (isFailed(result)) {
      failed++
      process.stderr.write(`gongkai: ${result.source.path}: ${result.error.message}\n`)
    } else if (options.keepText !== undefined) await keepText(result, options.keepText)
    await writeLine(output, JSON.stringify(isFailed(result) ? result : corrector.correct(result.report)))
  }
  progress.stop()
  for (const warning of correctionWarnings(corrector.outcomes())) process.stderr.write(`gongkai: ${warning}\n`)
  if (output !== process.stdout) {
    output.end()
    await finished(output)
  }
  return failed
}

async function openFile(path: string): Promise<Writable> {
  await mkdir(dirname(path), { recursive: true })
  return createWriteStream(path)
}

/** Writes a line and waits where the reader of the stream is slower than we are. */
function writeLine(output: Writable, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(`${line}\n`, (error) => (error ? reject(error) : resolve()))
  })
}
