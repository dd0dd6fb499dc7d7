import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createProgress } from '../progress.js'
import { publishersOf } from '../simulate/publishers.js'
import { notice, simulate } from '../simulate/report.js'
import type { Truth } from '../simulate/truth.js'

/** What `gongkai simulate` was called with. */
export interface SimulateCall {
  readonly out: string
  readonly reports: number
  readonly seed: string
  readonly faults?: 'usual' | 'none'
}

/**
 * `gongkai simulate`: a synthetic corpus in `reports/`, its true values in `truth.jsonl`, its bodies in `publishers.json`.
 *
 * @returns 0, since none can fail
 */
export async function runSimulate({ out, reports, seed, faults = 'usual' }: SimulateCall): Promise<number> {
  const progress = createProgress(reports)
  const lines: string[] = []
  const truths: Pick<Truth, 'id' | 'unit' | 'report'>[] = []
  await mkdir(join(out, 'reports'), { recursive: true })
  await writeFile(join(out, 'NOTICE'), notice())
  for await (const { bytes, truth } of simulate(seed, reports, { faults: faults !== 'none' })) {
    const file = join(out, truth.file)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
    lines.push(`${JSON.stringify(truth)}\n`)
    truths.push({ id: truth.id, unit: truth.unit, report: truth.report })
    progress.step(truth.id)
  }
  await writeFile(join(out, 'truth.jsonl'), lines.join(''))
  await writeFile(join(out, 'publishers.json'), `${JSON.stringify(publishersOf(truths), null, 1)}\n`)
  progress.stop()
  process.stdout.write(
    `${reports} synthetic reports in ${join(out, 'reports')}, their true values in ${join(out, 'truth.jsonl')}\n`,
  )
  return 0
}
