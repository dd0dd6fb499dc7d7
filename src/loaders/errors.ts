/** Why an input could not be read; `code` is stable, the message names the input's trouble and what to do. */
export type ReadErrorCode =
  | 'not_found'
  | 'not_readable'
  | 'no_reports'
  | 'empty_input'
  | 'binary_input'
  | 'unsupported_format'
  | 'undecodable'
  | 'no_text_layer'
  | 'damaged_file'
  | 'encrypted'
  | 'too_large'
  | 'not_a_report'
  | 'bad_json'
  | 'internal'

/** An input's own fault. It becomes an error record in the output; work on the other inputs goes on. */
export class ReadError extends Error {
  constructor(
    readonly code: ReadErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'ReadError'
  }
}

/** The reason an error of any kind gives. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
