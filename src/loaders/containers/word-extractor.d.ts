/** word-extractor has no type declarations of its own; this is what is used of it. */
declare module 'word-extractor' {
  interface TextOptions {
    /** Replaces typographic quotes and dashes by plain ones; `true` unless said otherwise. */
    readonly filterUnicode?: boolean
  }

  interface WordDocument {
    getBody(options?: TextOptions): string
    getTextboxes(options?: TextOptions): string
  }

  export default class WordExtractor {
    extract(source: string | Buffer): Promise<WordDocument>
  }
}
