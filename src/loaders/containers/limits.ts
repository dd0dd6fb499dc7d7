/**
 * How much is read before an input is refused. A report has some 20 000 characters and ten pages; what is a hundred times
 * larger is no report, and reading it would hold up all others.
 */
export const LIMITS = {
  /** Bytes of one document: a file, an entry of an archive, a record of a crawl. */
  documentBytes: 128 * 1024 * 1024,
  /** Bytes that the parts of one Word or Excel file may unpack to. */
  officeBytes: 256 * 1024 * 1024,
  /** Entries of one archive. */
  entries: 20_000,
  /** Archives within archives. */
  depth: 3,
  /** Pages of one PDF. */
  pages: 400,
  /** Lines and curves drawn on one page of a PDF, and pieces of text. */
  marksOnPage: 200_000,
  /** Rows times columns of one sheet. */
  sheetCells: 500_000,
  /** Characters of a source with its markup. */
  sourceLength: 24_000_000,
  /** Characters of what a reader sees. */
  textLength: 5_000_000,
} as const

/** A number of bytes as a person writes it. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`
}
