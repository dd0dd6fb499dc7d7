/** Why an input could not be read; `code` is stable, the message names the input's trouble and what to do. */
export type ReadErrorCode =
  | 'not_found'
  | 'not_readable'
  | 'empty_input'
  | 'binary_input'
  | 'unsupported_format'
  | 'undecodable'
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
