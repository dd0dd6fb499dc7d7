import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as dates from '../src/audits/dates.js'
import * as emptiness from '../src/audits/emptiness.js'
import * as audits from '../src/audits/index.js'
import * as linear from '../src/audits/linear.js'
import * as names from '../src/audits/names.js'
import * as narrativeYear from '../src/audits/narrative-year.js'
import * as bodyName from '../src/audits/panel/body-name.js'
import * as chance from '../src/audits/panel/chance.js'
import * as panel from '../src/audits/panel/index.js'
import * as possible from '../src/audits/possible.js'
import * as rounding from '../src/audits/rounding.js'
import * as slips from '../src/audits/slips.js'
import * as statementTable from '../src/audits/statement-table.js'
import * as statements from '../src/audits/statements.js'
import * as structure from '../src/audits/structure.js'
import { formById } from '../src/forms/forms.js'
import * as words from '../src/forms/words.js'
import * as compliance from '../src/metrics/compliance.js'
import * as definitions from '../src/metrics/definitions.js'
import * as denials from '../src/metrics/denials.js'
import * as disclosure from '../src/metrics/disclosure.js'
import * as interval from '../src/metrics/interval.js'
import * as outcomes from '../src/metrics/outcomes.js'
import { fillReport, rowsOf } from './support/report.js'

/** The report the examples speak of: sound, twelve requests concluded. */
const requests = {
  received_new: 12,
  granted: 3,
  partially_granted: 3,
  'denied.third_party': 1,
  'denied.process': 2,
  'unavailable.not_held': 1,
  'not_processed.repeat': 1,
  'other.other': 1,
  concluded_total: 12,
}
const head = { signed: '2022-01-20', period_start: '2021-01-01', period_end: '2021-12-31' }
const report = fillReport('2021', { proactive: {}, requests, remedies: {} }, head)

const modules = [
  dates,
  audits,
  bodyName,
  chance,
  panel,
  emptiness,
  possible,
  names,
  narrativeYear,
  linear,
  slips,
  rounding,
  statementTable,
  statements,
  structure,
  compliance,
  definitions,
  denials,
  disclosure,
  interval,
  outcomes,
  words,
]
const scope: Record<string, unknown> = {
  ...Object.assign({}, ...modules),
  formById,
  report,
  reports: [report],
  cells: rowsOf(report),
  rows: compliance.compliance(audits.auditReport(report), report),
}

/** Every `@example` of the folder: the code before its last line, the last expression, and what it says comes out. */
function examples(folder: string) {
  const base = new URL(`../src/${folder}/`, import.meta.url)
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return files.flatMap((file) => {
    const blocks = readFileSync(new URL(file, base), 'utf8').matchAll(/@example\n((?: \*(?: .*)?\n)+?) \*\//g)
    return [...blocks].map(([, body = ''], index) => {
      const lines = body
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/^ \* ?/, ''))
      const text = lines.join('\n')
      const at = text.lastIndexOf('// ')
      const code = text.slice(0, at).trimEnd().split('\n')
      return {
        name: `${folder}/${file} ${index + 1}`,
        before: code.slice(0, -1),
        last: code.at(-1) ?? '',
        says: text.slice(at + 3).replaceAll('\n//', '\n'),
      }
    })
  })
}

function run(before: readonly string[], expression: string): unknown {
  return new Function(...Object.keys(scope), `${before.join('\n')}\nreturn (${expression})`)(...Object.values(scope))
}

describe('the examples in the docstrings', () => {
  const ofWords = examples('forms').filter(({ name }) => name.startsWith('forms/words.ts'))

  it('are there', () => {
    expect(examples('audits').length).toBeGreaterThanOrEqual(12)
    expect(examples('metrics').length).toBeGreaterThanOrEqual(8)
    expect(ofWords.length).toBeGreaterThanOrEqual(5)
  })

  it.each([...examples('audits'), ...examples('metrics'), ...ofWords])(
    '$name comes out as it says',
    ({ before, last, says }) => {
      expect(run(before, last)).toEqual(run([], says))
    },
  )
})
