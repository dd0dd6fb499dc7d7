import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const src = join(root, 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split('\\').join('/'))
const textOf = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]))

interface Import {
  readonly file: string
  readonly from: string
  readonly isType: boolean
  readonly isDynamic: boolean
}

/** Every import and re-export of every source file; `from` is a package's name or a path below `src`. */
const imports: Import[] = files.flatMap((file) => {
  const text = textOf.get(file) ?? ''
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'/gms),
    ...text.matchAll(/^import\s+()'([^']+)'/gm),
  ].map((match) => ({ specifier: match[2] ?? '', isType: match[1] !== undefined, isDynamic: false }))
  const dynamic = [
    ...text.matchAll(/(?<!typeof )import\('([^']+)'\)/g),
    ...text.matchAll(/\)\('([^'./][^']*)'\)/g),
  ].map((match) => ({
    specifier: match[1] ?? '',
    isType: false,
    isDynamic: true,
  }))
  return [...found, ...dynamic].map(({ specifier, ...rest }) => ({ file, from: target(file, specifier), ...rest }))
})

function target(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return relative(src, resolve(src, dirname(file), specifier))
    .split('\\')
    .join('/')
    .replace(/\.js$/, '.ts')
}

/** Which folders a folder may import from (docs/architecture.md). Files directly in `src` besides `types.ts` may use all. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  types: ['types.ts'],
  forms: ['types.ts'],
  loaders: ['types.ts', 'forms'],
  audits: ['types.ts', 'forms'],
  metrics: ['types.ts', 'forms'],
  text: ['types.ts', 'forms'],
  figures: ['types.ts'],
  page: ['types.ts', 'forms'],
  study: ['types.ts', 'version.ts', 'forms', 'loaders', 'audits', 'metrics', 'text', 'figures', 'page'],
}

/** The rooms in which a sentence is read, each using those above it (docs/architecture.md), and what all may use of the house. */
const ROOMS = ['numbers', 'bodies-and-times', 'kinds', 'lists', 'absences', 'unnamed', 'other-numbers']
const COMMON = ['narrative.ts', 'draft.ts', 'here.ts']

/** The one file that may import each heavy package, or each of its parts, and that only on demand. */
const HEAVY: Readonly<Record<string, string>> = {
  '@zip.js/zip.js': 'loaders/containers/zip.ts',
  'pdfjs-dist': 'loaders/containers/pdf.ts',
  cfb: 'loaders/containers/compound.ts',
  mammoth: 'loaders/containers/docx.ts',
  'word-extractor': 'loaders/containers/doc.ts',
  'read-excel-file': 'loaders/containers/xlsx.ts',
  'postal-mime': 'loaders/containers/mhtml.ts',
  warcio: 'loaders/containers/warc.ts',
  'danfojs-node': 'study/frame.ts',
  nodejieba: 'text/segmenter.ts',
  'opencc-js/t2cn': 'loaders/fold/simplify.ts',
  'opencc-js/cn2t': 'study/simulate/script.ts',
  vega: 'figures/draw.ts',
  'vega-lite': 'figures/draw.ts',
  '@myriaddreamin/typst-ts-node-compiler': 'figures/typst.ts',
  '@resvg/resvg-wasm': 'figures/export.ts',
  '@duckdb/node-api': 'study/store.ts',
}

const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : file)
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

describe('layers', () => {
  test('the reader of imports finds the imports that are known to be there', () => {
    const known = imports.filter(({ file }) => file === 'loaders/report.ts').map(({ from }) => from)
    expect(known).toEqual(expect.arrayContaining(['types.ts', 'forms/forms.ts', 'loaders/extract.ts', 'node:crypto']))
  })

  test('types.ts imports nothing but its own parts', () => {
    const strays = imports.filter(({ file, from }) => file === 'types.ts' && folderOf(from) !== 'types')
    expect(strays).toEqual([])
  })

  test.each(Object.keys(MAY_IMPORT))('%s imports only what is below it', (folder) => {
    const allowed = MAY_IMPORT[folder] ?? []
    const strays = imports
      .filter(({ file, from }) => folderOf(file) === folder && files.includes(from))
      .filter(({ from }) => folderOf(from) !== folder && !allowed.includes(folderOf(from)))
    expect(strays).toEqual([])
  })

  test('a room in which a sentence is read uses only those above it', () => {
    const home = 'loaders/statements/'
    const inside = (file: string) => file.slice(home.length)
    const roomOf = (file: string) => ROOMS.indexOf(folderOf(inside(file)))
    const rooms = new Set(files.filter((file) => file.startsWith(home)).map((file) => folderOf(inside(file))))
    expect([...rooms].filter((name) => !name.endsWith('.ts')).sort()).toEqual([...ROOMS].sort())
    const strays = imports
      .filter(({ file, from }) => file.startsWith(home) && from.startsWith(home) && roomOf(file) >= 0)
      .filter(
        ({ file, from }) => !COMMON.includes(inside(from)) && !(roomOf(from) >= 0 && roomOf(from) <= roomOf(file)),
      )
    expect(strays).toEqual([])
  })

  test('every import of our own leads to a file', () => {
    const lost = imports.filter(({ from }) => from.endsWith('.ts') && !files.includes(from))
    expect(lost).toEqual([])
  })

  test('no two files import each other, directly or round a corner', () => {
    const graph = new Map(
      files.map((file) => [file, imports.filter((one) => one.file === file && !one.isType).map(({ from }) => from)]),
    )
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
      if (done.has(file)) return []
      for (const next of graph.get(file) ?? []) {
        const loop = visit(next, [...path, file])
        if (loop.length > 0) return loop
      }
      done.add(file)
      return []
    }
    for (const file of files) expect(visit(file, []).join(' → ')).toBe('')
  })

  test('audits, metrics, text, figures and page touch no file, clock or chance', () => {
    const pure = files.filter((file) => /^(?:audits|metrics|text|figures|page)\//.test(file))
    // The segmenter describes itself by hashing its dictionaries; the figures' export names its font files by path; the
    // page is put together from its own scripts and styles, which are shipped beside the code.
    const excepted = new Set(['text/segmenter.ts', 'figures/export.ts', 'page/bundle.ts'])
    const impure = pure.filter((file) => {
      const text = textOf.get(file) ?? ''
      const reads =
        /from 'node:(?:fs|child_process|http|https|net|os)|import\('node:fs/.test(text) && !excepted.has(file)
      return reads || /Math\.random|Date\.now|new Date\(\)|process\.(?:env|cwd)/.test(text)
    })
    expect(impure).toEqual([])
  })
})

describe('packages', () => {
  test('a package that is named by its parts is imported by them alone', () => {
    const parts = Object.keys(HEAVY).filter((name) => packageOf(name) !== name)
    const whole = new Set(parts.map(packageOf))
    const others = imports.filter(({ from, isType }) => !isType && whole.has(packageOf(from)) && !parts.includes(from))
    expect(others).toEqual([])
  })

  test.each(Object.entries(HEAVY))('%s is imported by %s alone, and on demand', (name, home) => {
    const sites = imports.filter(({ from, isType }) => !isType && (packageOf(from) === name || from === name))
    expect([...new Set(sites.map(({ file }) => file))]).toEqual([home])
    expect(sites.filter(({ isDynamic }) => !isDynamic)).toEqual([])
  })

  test('every package used at run time is a dependency, and every dependency is used', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const used = new Set(
      imports
        .map(({ from }) => from)
        .filter((from) => !from.startsWith('node:') && !from.endsWith('.ts'))
        .map(packageOf),
    )
    // tslab is the notebooks' kernel, the fonts are read as files: neither is imported.
    const declared = new Set(Object.keys(manifest.dependencies))
    expect([...used].filter((name) => !declared.has(name))).toEqual([])
    expect([...declared].filter((name) => !used.has(name)).sort()).toEqual(['@expo-google-fonts/noto-sans-sc', 'tslab'])
  })

  test('no module waits at its top level, since a notebook loads the build with require', () => {
    const waiting = files.filter((file) => /^(?:const .*= )?await /m.test(textOf.get(file) ?? ''))
    expect(waiting).toEqual([])
  })
})

describe('files', () => {
  test('none is longer than 400 lines', () => {
    const long = files.filter((file) => (textOf.get(file) ?? '').split('\n').length > 400)
    expect(long).toEqual([])
  })

  test('a file is named for what it does', () => {
    expect(files.filter((file) => /^(?:utils?|helpers?|misc|common|options)\.ts$/.test(basename(file)))).toEqual([])
  })
})

describe('public names', () => {
  const exported = [...(textOf.get('index.ts') ?? '').matchAll(/^export (?!type)\{([^}]*)\} from '([^']+)'/gm)].flatMap(
    ([, names = '', from = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => ({ name, file: target('index.ts', from) })),
  )

  test('the public face lists its names', () => {
    expect(exported.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['readReport', 'loadStudy', 'disclosureRates', 'figureSvg']),
    )
  })

  test.each(exported)('$name has a docstring where it is defined', ({ name, file }) => {
    const definition = new RegExp(`\\*/\\nexport (?:async )?(?:function\\*?|const|class) ${name}\\b`)
    const homes = [
      file,
      ...imports.filter((one) => one.file === file && files.includes(one.from)).map(({ from }) => from),
    ]
    expect(homes.some((home) => definition.test(textOf.get(home) ?? ''))).toBe(true)
  })

  test('functions are verbs or nouns in camel case, tables end in Table, constants are in capitals', () => {
    expect(
      exported.filter(({ name }) => !/^(?:[a-z][A-Za-z0-9]*|[A-Z][A-Z_]*|[A-Z][A-Za-z]*Error)$/.test(name)),
    ).toEqual([])
  })
})
