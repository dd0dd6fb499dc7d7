import { panelReference } from '../../forms/panel.js'
import { said, sentences } from '../../forms/words.js'
import type { PanelCheck } from '../../types.js'
import { figure } from './figures.js'
import { cellInWords, found, unfound } from './outcome.js'
import { rounded } from './screen-digits.js'
import type { Panel, Placed } from './series.js'

/**
 * Did the number of requests received jump from one year to the next? One check a report; `subject` is the cell. Compared with
 * last year's number: at least so many times as much, or as little, and at least so many apart (`data/reference/panel.json`).
 *
 * `failed`: both; `expected` is last year's number, `observed` this year's. The message says how rare such a change is among
 * all changes of the panel, where there are enough of them: (1 + changes at least as large) / (1 + changes).
 * `passed`: not so. `not_assessable`: a number or last year's report is missing, or the body or year cannot be told.
 * `not_applicable`: the body's first report, a report or last report without the table. Severity `info`: a question. A land
 * dispute, one busy applicant, a new scope are honest reasons.
 *
 * @rule screen.volume_jump
 * @passes { "reports": [{ "form": "2021", "year": 2021, "requests": { "received_new": 40 } }, { "form": "2021", "year": 2022, "requests": { "received_new": 95 } }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "requests": { "received_new": 4 } }, { "form": "2021", "year": 2022, "requests": { "received_new": 400 } }] }
 */
export function checkVolumeJumps({ placed }: Panel): PanelCheck[] {
  const { least_ratio, least_difference, least_changes } = panelReference().screening.volume_jump
  const changes = placed.flatMap((one) => changeOf(one) ?? [])
  const sizes = changes.map(size)
  return placed.map((one) => {
    const change = changeOf(one)
    if (change === null) return unfound(one, RULE, SUBJECT, missing(one))
    const isLarge = size(change) >= Math.log(least_ratio) && Math.abs(change.now - change.then) >= least_difference
    if (!isLarge) return unfound(one, RULE, SUBJECT, 'passed')
    const { table, row, column } = panelReference().screening.volume_jump
    const as = sizes.filter((other) => other >= size(change)).length
    const p = sizes.length < least_changes ? null : as / (1 + sizes.length)
    const rare = p === null ? null : said('screen.volume_jump.rare', { count: as, all: sizes.length, p: rounded(p) })
    const last = one.last[0]?.id ?? ''
    const cell = cellInWords(one.report.tables[table]?.form ?? '', table, row, column)
    const changed = said('screen.volume_jump.failed', { cell, now: change.now, before: change.then, last })
    return found(one, RULE, SUBJECT, [last], {
      severity: 'info',
      message: sentences(changed, rare, said('screen.volume_jump.question')),
      cells: [one.report.id, last].map((report_id) => ({ report_id, table, row, column })),
      expected: change.then,
      observed: change.now,
      at: null,
      test: {
        name: 'rank among changes',
        n: sizes.length,
        statistic: Number(Math.exp(size(change)).toFixed(3)),
        p,
        p_adjusted: null,
      },
    })
  })
}

const RULE = 'screen.volume_jump'
const SUBJECT = 'requests received'

interface ChangeOfVolume {
  readonly then: number
  readonly now: number
}

/** The numbers of last year and this; `null` where one is missing, or two reports on last year disagree. */
function changeOf({ report, last, unit }: Placed): ChangeOfVolume | null {
  const { table, row, column } = panelReference().screening.volume_jump
  const now = figure(report.tables, table, row, column)
  const before = last.map(({ tables }) => figure(tables, table, row, column))
  const then = before.every((value) => value === before[0]) ? (before[0] ?? null) : null
  return unit === null || now === null || then === null ? null : { then, now }
}

/** How many times as much or as little, as a logarithm; 1 is added, so that 0 has a size. */
function size({ then, now }: ChangeOfVolume): number {
  return Math.abs(Math.log((now + 1) / (then + 1)))
}

function missing({ report, unit, earlier, last }: Placed): 'not_applicable' | 'not_assessable' {
  const { table } = panelReference().screening.volume_jump
  if (unit === null || report.year === null) return 'not_assessable'
  if (earlier.length === 0 || report.tables[table] === undefined) return 'not_applicable'
  return last.length > 0 && last.every(({ form }) => form === 'legacy') ? 'not_applicable' : 'not_assessable'
}
