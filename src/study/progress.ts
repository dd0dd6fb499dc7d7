/** Progress goes to standard error only: standard output carries results. */

import { SingleBar } from 'cli-progress'

/** A stream to write to; a bar is drawn where it is a terminal. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean }

export interface ProgressOptions {
  /** Says nothing at all. */
  readonly silent?: boolean
  /** The clock, in milliseconds. */
  readonly now?: () => number
}

export interface Progress {
  /** One more report is done; `label` names it. */
  step(label?: string): void
  /** Says how far it came. */
  stop(): void
}

const LINE_EVERY_MS = 5000
const LINE_EVERY_STEPS = 1000

/**
 * Shows how far a run has come: a bar on a terminal, elsewhere a line every 5 s or every 1000 reports, whichever is first.
 *
 * @param total how many reports there are
 * @example
 * const progress = createProgress(files.length)
 * for (const file of files) progress.step(file)
 * progress.stop()
 */
export function createProgress(
  total: number,
  stream: ProgressStream = process.stderr,
  options: ProgressOptions = {},
): Progress {
  if (!Number.isSafeInteger(total) || total < 0) throw new Error('createProgress requires a whole number of reports')
  if (options.silent === true) return { step() {}, stop() {} }
  return stream.isTTY === true ? bar(total, stream) : writtenLines(total, stream, options.now ?? Date.now)
}

function bar(total: number, stream: ProgressStream): Progress {
  const drawn = new SingleBar({
    stream,
    format: '{bar} {value}/{total} reports · {eta_formatted} left · {label}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    gracefulExit: true,
    linewrap: null,
  })
  drawn.start(total, 0, { label: '' })
  return { step: (label = '') => drawn.increment(1, { label: printable(label) }), stop: () => drawn.stop() }
}

function writtenLines(total: number, stream: ProgressStream, now: () => number): Progress {
  let done = 0
  let said = 0
  let saidAt = now()
  const say = (label: string) => {
    stream.write(`${done} of ${total} reports${label === '' ? '' : ` · ${printable(label)}`}\n`)
    said = done
    saidAt = now()
  }
  return {
    step(label = '') {
      done += 1
      if (done - said >= LINE_EVERY_STEPS || now() - saidAt >= LINE_EVERY_MS) say(label)
    },
    stop() {
      if (done > said || done === 0) say('')
    },
  }
}

/** A file name may hold anything; control characters would move the cursor or recolour the terminal. */
function printable(label: string): string {
  return label.replace(/[\p{Cc}\p{Cf}]/gu, '?')
}
