import { createRequire } from 'node:module'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/**
 * Sets a document in Typst's language as PDF, in the face Noto Sans SC alone, so that every machine sets the same pages. No
 * date is written where the source says `#set document(date: none)`.
 *
 * @param source a Typst document
 * @param inputs texts the source reads as `sys.inputs`
 */
export async function typesetPdf(source: string, inputs: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const compiler = await typst()
  const pdf = compiler.pdf({ mainFileContent: source, inputs: { ...inputs } })
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}

/** The font files of the package, so that what the machine has installed does not matter. */
export function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) =>
    resolve(`@expo-google-fonts/noto-sans-sc/${file}`),
  )
}

let compiler: Promise<NodeCompiler> | undefined

function typst(): Promise<NodeCompiler> {
  compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then(({ NodeCompiler }) =>
    NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles() }] }),
  )
  return compiler
}
