import { entryNamed, nameOf, overview } from './data.js'
import { h, withArrows } from './dom.js'
import { cellLabel } from './labels.js'
import { OUTCOME_SIGNS } from './outcome.js'
import { reportHash } from './route.js'
import { judgedPlaces } from './targets.js'
import { named, ruleName, say, t, told } from './words.js'

/**
 * @typedef {import('../shapes.js').Detail} Detail
 * @typedef {import('../../types.js').Finding} Finding
 * @typedef {import('./route.js').Target} Target
 */

/** The worst first, as they are listed. @type {Record<string, number>} */
const SEVERITY_RANK = { error: 0, warning: 1, info: 2 }

/** @param {Detail} detail @param {(target: Target) => void} onChoose */
export function findingsBand(detail, onChoose) {
  const order = detail.findings
    .map((finding, i) => ({ finding, i }))
    .sort((a, b) => (SEVERITY_RANK[a.finding.severity] ?? 3) - (SEVERITY_RANK[b.finding.severity] ?? 3) || a.i - b.i)
  const rows = order.map(({ finding, i }) => findingRow(detail, finding, i, onChoose))
  const list = h('ol', { class: 'findings' }, ...rows)
  const element = h(
    'section',
    { class: 'findings-band', 'aria-label': t('findings') },
    h('p', { class: 'checks-line' }, checksLine(detail)),
    rows.length === 0 ? h('p', { class: 'none' }, t('findings.none')) : withArrows(list),
  )
  return { element, order: order.map(({ i }) => i) }
}

/** How many checks there were, and what became of them: what was not looked at has not passed. @param {Detail} detail */
function checksLine({ checks, findings }) {
  const count = (/** @type {string} */ outcome) => checks.filter((check) => check.outcome === outcome).length
  return t(
    'checks.line',
    findings.length,
    count('passed'),
    count('failed'),
    count('not_assessable'),
    count('not_applicable'),
  )
}

/** @param {Detail} detail @param {Finding} finding @param {number} index @param {(target: Target) => void} onChoose */
function findingRow(detail, finding, index, onChoose) {
  const { others } = judgedPlaces(detail, finding)
  const message = told(finding.message, finding.message_zh)
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: `finding severity-${finding.severity}`,
        'data-target': `finding=${index}`,
        onclick: () => onChoose({ kind: 'finding', key: String(index) }),
      },
      severitySign(finding.severity),
      h('span', { class: 'rule' }, ruleName(finding.rule)),
      numbers(finding),
      h('span', { class: 'message', lang: message.lang }, message.text),
    ),
    testWords(finding),
    ...repairList(detail, finding),
    causeWords(finding),
    others.length > 0 && h('span', { class: 'others' }, t('others'), ' ', ...otherReports(others)),
  )
}

/** @param {string} severity */
export function severitySign(severity) {
  const sign = OUTCOME_SIGNS[/** @type {import('./outcome.js').Outcome} */ (severity)] ?? '●'
  return h(
    'span',
    { class: `sign severity-${severity}`, title: named('severity', severity) },
    sign,
    h('span', { class: 'only-read' }, named('severity', severity)),
  )
}

/** A finding in short, as a button. @param {Finding} finding @param {() => void} onClick */
export function findingLink(finding, onClick) {
  return h(
    'button',
    { type: 'button', class: 'quiet', onclick: onClick },
    severitySign(finding.severity),
    ' ',
    ruleName(finding.rule),
  )
}

/** A number or date as it is; a section by its name. @param {string | number | null} value @param {string} [zh] the same in Chinese, where it is in words */
function inWords(value, zh) {
  return value === null ? '–' : say(overview.sectionLabels[value], told(String(value), zh).text)
}

/** @param {Finding} finding */
function numbers({ expected, expected_zh, observed, observed_zh }) {
  if (expected === null && observed === null) return null
  const due = inWords(expected, expected_zh)
  const words = observed === null ? t('expected.only', due) : t('expected', due, inWords(observed, observed_zh))
  return h('span', { class: 'numbers' }, words)
}

/** Links to the other reports a finding speaks of, each once. @param {readonly { report: string, target: Target | null }[]} others */
function otherReports(others) {
  const links = new Map()
  for (const { report, target } of others) {
    const entry = entryNamed(report)
    if (links.has(report)) continue
    links.set(report, entry === undefined ? report : h('a', { href: reportHash(nameOf(entry), target) }, report))
  }
  return [...links.values()].flatMap((link) => [link, ' '])
}

/** Why figures that belong together may differ, where the build says so. @param {any} finding */
function causeWords({ cause }) {
  if (typeof cause?.kind !== 'string') return null
  const { text, lang } = told(cause.evidence, cause.evidence_zh)
  return h('span', { class: 'others' }, t('heading', named('cause', cause.kind)), h('span', { lang }, text))
}

/** The statistical test a screening question rests on. @param {any} finding */
function testWords({ test }) {
  if (typeof test?.n !== 'number') return null
  const chance = test.p_adjusted ?? test.p
  return h(
    'span',
    { class: 'others' },
    t('heading', named('test', test.name)),
    t('test', test.n, chance === null ? '–' : chance.toPrecision(2)),
  )
}

/** The smallest changes that would make the figures add up, where the build worked them out. @param {Detail} detail @param {any} finding */
function repairList(detail, { repairs }) {
  if (!Array.isArray(repairs)) return []
  return repairs
    .slice(0, 3)
    .map((repair) => h('span', { class: 'repair' }, t('repair'), ' ', repairWords(detail, repair)))
}

/** @param {Detail} detail @param {any} repair @returns {string} */
function repairWords(detail, { cells = [], slip }) {
  const words = cells.map((/** @type {any} */ cell) => {
    const { printed, would_be, range } = cell
    const wanted = would_be ?? t('repair.between', range?.[0] ?? '…', range?.[1] ?? '…')
    return t('repair.cell', cellLabel(detail, cell), printed, wanted)
  })
  const all = words.join(t('repair.and'))
  return typeof slip === 'string' ? t('repair.slip', all, named('slip', slip)) : all
}
