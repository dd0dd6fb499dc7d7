import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { PanelOptions } from './audits/panel/index.js'
import { runAudit } from './study/commands/audit.js'
import { runBuild } from './study/commands/build.js'
import { runParse } from './study/commands/parse.js'
import { type RevisionFormat, runRevisions } from './study/commands/revisions.js'
import { runSimulate, type SimulateCall } from './study/commands/simulate.js'
import { readPublishers } from './study/publishers.js'
import { VERSION } from './version.js'

/** Exit statuses: all well; some inputs failed, the rest was done; the call itself was wrong. */
export const EXIT = { ok: 0, someFailed: 1, wrongCall: 2 } as const

const CORRECTIONS = "apply the corrections in this file besides the project's own (docs/corrections.md)"

const KEEP_TEXT = 'also write the text taken out of PDF, Word, Excel and archives, to which places refer, as ID.txt'
const PUBLISHERS = 'who publishes, and whose report covers whose, in the shape of data/reference/publishers.json'

/**
 * The command line. Results go to standard output, progress and warnings to standard error.
 *
 * @param argv the words after `gongkai`
 * @returns the exit status
 */
export async function main(argv: readonly string[]): Promise<number> {
  let status: number = EXIT.ok
  const ran = (failed: number) => {
    status = failed > 0 ? EXIT.someFailed : EXIT.ok
  }
  const program = new Command('gongkai')
    .description('公开: read, audit and measure annual reports on government information disclosure')
    .version(VERSION)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(gongkai --help lists the commands)')
  program
    .command('parse')
    .description('one JSON object a report, one a line, in input order')
    .argument('<input...>', 'files, folders, or - for JSONL on standard input')
    .option('--out <file>', 'write to this file instead of standard output')
    .option('--keep-text <dir>', KEEP_TEXT)
    .option('--corrections <file>', CORRECTIONS)
    .action(async (inputs: string[], options: { out?: string; keepText?: string; corrections?: string }) =>
      ran(await runParse(inputs, options)),
    )
  program
    .command('build')
    .description('tidy tables, data dictionary, audit page and figures from a folder of reports')
    .argument('<input...>', 'files, folders, or - for JSONL on standard input')
    .requiredOption('--out <dir>', 'where the results go')
    .option('--keep-text <dir>', KEEP_TEXT)
    .option('--publishers <file>', PUBLISHERS)
    .option('--corrections <file>', CORRECTIONS)
    .action(
      async (
        inputs: string[],
        { publishers, ...options }: { out: string; keepText?: string; publishers?: string; corrections?: string },
      ) => ran(await runBuild(inputs, options.out, { ...options, ...(await declared(publishers)) })),
    )
  program
    .command('audit')
    .description('what the published figures say about themselves: a table of findings')
    .argument('<input...>', 'files, folders, or - for JSONL on standard input')
    .option('--format <format>', 'table or json', oneOf('table', 'json'), 'table')
    .option('--language <language>', 'of the table: en or zh (中文); json has both', oneOf('en', 'zh'), 'en')
    .option('--publishers <file>', PUBLISHERS)
    .option('--corrections <file>', CORRECTIONS)
    .action(async (inputs: string[], { publishers, ...options }: AuditCall) =>
      ran(await runAudit(inputs, options.format, { ...options, ...(await declared(publishers)) })),
    )
  program
    .command('revisions')
    .description('what changed between two builds, two outputs of parse, or two versions of a report')
    .argument('<old>', 'a folder that build wrote, what parse printed, or a file with reports')
    .argument('<new>', 'the same, later')
    .option('--format <format>', 'table, json or csv', oneOf('table', 'json', 'csv'), 'table')
    .option('--out <file>', 'write to this file instead of standard output')
    .action(async (older: string, newer: string, options: { format: RevisionFormat; out?: string }) =>
      ran(await runRevisions(older, newer, options)),
    )
  program
    .command('simulate')
    .description('a synthetic corpus, plainly marked as such, with its true values beside it')
    .requiredOption('--out <dir>', 'where the corpus goes')
    .option('--reports <number>', 'how many reports', wholeNumber, 100)
    .option('--seed <seed>', 'names the corpus: the same seed gives the same bytes', '1')
    .addOption(
      new Option('--faults <kind>', 'faults planted on purpose: the usual ones, or none at all')
        .choices(['usual', 'none'])
        .default('usual'),
    )
    .action(async (options: SimulateCall) => ran(await runSimulate(options)))
  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongCall
    process.stderr.write(`gongkai: ${(error as Error).message}\n`)
    return EXIT.wrongCall
  }
}

interface AuditCall {
  readonly format: 'table' | 'json'
  readonly language: 'en' | 'zh'
  readonly publishers?: string
  readonly corrections?: string
}

/** The publishers of a file that was given; else nothing is said, and those of data/reference hold. */
async function declared(file: string | undefined): Promise<PanelOptions> {
  return file === undefined ? {} : { publishers: await readPublishers(file) }
}

function oneOf<T extends string>(...allowed: T[]) {
  return (value: string): T => {
    const found = allowed.find((word) => word === value)
    if (found === undefined) throw new InvalidArgumentError(`must be ${allowed.join(' or ')}`)
    return found
  }
}

function wholeNumber(value: string): number {
  if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError('must be a whole number')
  return Number(value)
}
