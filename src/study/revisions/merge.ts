import type { RevisionRow } from './types.js'

/**
 * Several streams of rows, each ordered by report, as one in the same order; of one report the rows of the first stream come first.
 * Reports are ordered as DuckDB orders text, by the bytes of UTF-8.
 */
export async function* mergeByReport(
  streams: readonly (Iterable<RevisionRow> | AsyncIterable<RevisionRow>)[],
): AsyncGenerator<RevisionRow> {
  const iterators = streams.map((stream) => iterate(stream))
  try {
    const heads = await Promise.all(iterators.map((iterator) => iterator.next()))
    for (;;) {
      const first = lowest(heads)
      const head = heads[first]
      const iterator = iterators[first]
      if (head === undefined || head.done || iterator === undefined) return
      yield head.value
      heads[first] = await iterator.next()
    }
  } finally {
    await Promise.all(iterators.map((iterator) => iterator.return(undefined)))
  }
}

async function* iterate(stream: Iterable<RevisionRow> | AsyncIterable<RevisionRow>): AsyncGenerator<RevisionRow> {
  yield* stream
}

function lowest(heads: readonly IteratorResult<RevisionRow>[]): number {
  let lowest = 0
  heads.forEach((head, i) => {
    const best = heads[lowest]
    if (!head.done && (best === undefined || best.done || isBefore(head.value, best.value))) lowest = i
  })
  return lowest
}

function isBefore(a: RevisionRow, b: RevisionRow): boolean {
  return Buffer.compare(Buffer.from(a.report_id), Buffer.from(b.report_id)) < 0
}
