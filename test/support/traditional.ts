import { Converter } from 'opencc-js/cn2t'

const converters = {
  characters: Converter({ from: 'cn', to: 'tw' }),
  words: Converter({ from: 'cn', to: 'twp' }),
}

/** Puts a text in Traditional characters, or in Taiwan's words as well, as republishing sites do. */
export function traditional(kind: keyof typeof converters): (text: string) => string {
  return converters[kind]
}
