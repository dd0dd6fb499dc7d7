import type { PanelOptions } from '../../audits/panel/index.js'
import type { FailedInput } from '../../types.js'
import { type AnalysedReport, analyseListed, isFailed } from '../analyse.js'
import { readCorrections } from '../corrections/declared.js'
import { correctionWarnings } from '../corrections/every.js'
import { keepText } from '../keep-text.js'
import { createProgress } from '../progress.js'
import { studyOf } from '../study.js'
import { writeStudy } from '../write.js'
import { listedInputs } from './listed.js'

/** `gongkai build`: tidy tables, dictionary, figures and a closing summary. @returns how many inputs failed */
export async function runBuild(
  inputs: readonly string[],
  out: string,
  options: { readonly keepText?: string; readonly corrections?: string } & PanelOptions = {},
): Promise<number> {
  const corrections = await readCorrections(options.corrections)
  const listed = await listedInputs(inputs)
  const progress = createProgress(listed.length)
  const results: (AnalysedReport | FailedInput)[] = []
  for await (const result of analyseListed(listed, (id) => progress.step(id))) {
    if (!isFailed(result) && options.keepText !== undefined) await keepText(result, options.keepText)
    results.push(result)
  }
  progress.stop()
  const study = await studyOf(results, { ...options, corrections })
  for (const warning of correctionWarnings(study.corrections)) process.stderr.write(`gongkai: ${warning}\n`)
  process.stdout.write(await writeStudy(study, out))
  process.stdout.write(`\nresults: ${out}\n`)
  return results.filter(isFailed).length
}
