/** `npm run accuracy [-- --reports N --seed S]`: measures the built reader and writes docs/accuracy.md. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuild } from './build.mjs'
import { ensurePackages } from './packages.mjs'
import { program, root, say } from './steps.mjs'

/** The checked real reports lie beside the checkout on machines that have them. */
const real = join(root, '..', 'shared', 'reports')

/** @param {string} file below dist */
const built = (file) => import(pathToFileURL(join(root, 'dist', file)).href)

/** @returns {Promise<object[] | null>} how each checked real report was read */
async function goldScores() {
  if (!existsSync(join(real, 'gold.json'))) return null
  const [{ analyseReport }, { scoreGold }] = [await built('index.js'), await built('study/accuracy-gold.js')]
  const scores = []
  for (const [id, gold] of Object.entries(JSON.parse(readFileSync(join(real, 'gold.json'), 'utf8')))) {
    const path = join(real, 'seeds', `${id}.txt`)
    const { report } = await analyseReport({ id, path, bytes: readFileSync(path) })
    scores.push(scoreGold(id, gold, report))
  }
  return scores
}

/** @returns {Promise<object[] | null>} what was read of every real report, by file */
async function corpusRows() {
  if (!existsSync(join(real, 'manifest.jsonl'))) return null
  const [{ analyseReport }, { corpusRow }] = [await built('index.js'), await built('study/accuracy-corpus.js')]
  const listed = readFileSync(join(real, 'manifest.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).file)
  const seeds = readdirSync(join(real, 'seeds')).map((file) => `seeds/${file}`)
  const rows = []
  for (const file of [...seeds, ...listed].sort()) {
    const path = join(real, file)
    const id = basename(file, extname(file))
    rows.push(corpusRow(id, (await analyseReport({ id, path, bytes: readFileSync(path) })).report))
  }
  return rows
}

/** Reports of the clean corpus, on which false alarms are counted. */
const CLEAN = 500

/** @param {string} seed names the corpus */
async function cleanRules(seed) {
  const { auditPanel, panelReport, publishersOf, simulate } = await built('index.js')
  const { readSynthetic } = await built('study/accuracy-run.js')
  const { auditGroup } = await built('study/audit-accuracy-groups.js')
  /** @type {object[][]} */
  const [truths, checks, panel] = [[], [], []]
  for await (const made of simulate(`${seed} clean`, CLEAN, { faults: false })) {
    const read = await readSynthetic(made)
    truths?.push(made.truth)
    for (const check of read?.checks ?? []) checks?.push({ report_id: made.truth.id, ...check })
    if (read !== null) panel?.push(panelReport(read.report, read.folded))
  }
  checks?.push(...auditPanel(panel, publishersOf(truths)))
  return auditGroup('without faults', truths, checks)
}

await program(async () => {
  const today = new Date().toISOString().slice(0, 10)
  const { values } = parseArgs({
    options: { reports: { type: 'string', default: '2000' }, seed: { type: 'string', default: today } },
  })
  ensurePackages({ dev: true })
  ensureBuild()
  const { auditPanel, measureAccuracy, panelReport, publishersOf, repairAccuracy, VERSION } = await built('index.js')
  const { auditGroups } = await built('study/audit-accuracy-groups.js')
  const { accuracyPage } = await built('study/accuracy-page.js')
  const { createProgress } = await built('study/progress.js')
  const reports = Number(values.reports)
  const progress = createProgress(reports)
  /** @type {object[]} */
  const truths = []
  /** @type {object[]} */
  const checks = []
  /** @type {object[]} */
  const panel = []
  const done = (
    /** @type {string} */ id,
    /** @type {object} */ truth,
    /** @type {{ checks: object[], report: object, folded: object } | null} */ read,
  ) => {
    progress.step(id)
    truths.push(truth)
    for (const check of read?.checks ?? []) checks.push({ report_id: id, ...check })
    if (read !== null) panel.push(panelReport(read.report, read.folded))
  }
  const tally = await measureAccuracy(values.seed, reports, done)
  progress.stop()
  checks.push(...auditPanel(panel, { publishers: publishersOf(truths).publishers }))
  const audits = {
    groups: auditGroups(truths, checks),
    repairs: repairAccuracy(truths, checks),
    clean: await cleanRules(values.seed),
  }
  const command = `npm run accuracy -- --reports ${reports} --seed ${values.seed}`
  const run = { date: today, version: VERSION, node: process.versions.node, command, seed: values.seed, tally }
  const corpus = await corpusRows()
  writeFileSync(join(root, 'docs', 'accuracy.md'), accuracyPage({ ...run, gold: await goldScores(), corpus, audits }))
  const { cells, right, withheld, wrong } = tally.total
  say(`${reports} reports, seed ${values.seed}: ${cells} cells, ${right} right, ${withheld} withheld, ${wrong} wrong`)
  say('written: docs/accuracy.md')
  return wrong === 0 ? 0 : 1
})
