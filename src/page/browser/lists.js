import { correctionForm } from './correction-form.js'
import { overview } from './data.js'
import { h, withArrows } from './dom.js'
import { severitySign } from './findings.js'
import { OUTCOME_SIGNS } from './outcome.js'
import { figure } from './status.js'
import { named, numberReason, ruleName, say, statementLabel, t, told } from './words.js'

/**
 * @typedef {import('../shapes.js').Detail} Detail
 * @typedef {import('./route.js').Target} Target
 * @typedef {(target: Target) => void} Choose
 */

/** A line that marks its place when it is chosen. @param {string} kind @param {number | string} key @param {Choose} onChoose @param {import('./dom.js').Child[]} children @param {string} [look] */
function line(kind, key, onChoose, children, look = '') {
  const target = { kind, key: String(key) }
  return h(
    'li',
    { class: look },
    h(
      'button',
      { type: 'button', class: 'line-button', 'data-target': `${kind}=${key}`, onclick: () => onChoose(target) },
      ...children,
    ),
  )
}

/** Quantities said in sentences; the parts of a whole stand under it. @param {Detail} detail @param {Choose} onChoose */
export function statementList({ statements }, onChoose) {
  if (statements.length === 0) return h('p', { class: 'muted' }, t('statements.none'))
  const rows = statements.map((one, i) => {
    const notes = [one.scope, one.period, one.approximate ? t('approximate') : null, one.share?.text, one.change?.text]
    return line(
      'statement',
      i,
      onChoose,
      [
        h('span', { class: 'figure' }, `${figure(one.value)} ${one.unit}`),
        h('span', { class: 'what' }, one.label ?? statementLabel(one.key)),
        h('span', { class: 'muted' }, notes.filter(Boolean).join(' · ')),
        h('q', { lang: 'zh' }, one.text),
      ],
      one.part_of === null ? '' : 'part',
    )
  })
  return withArrows(h('ul', { class: 'lines' }, ...rows))
}

/** The numbers of sentences that are no statements, and why; out of sight until asked for. @param {Detail} detail @param {Choose} onChoose */
export function otherNumberList({ other_numbers: numbers }, onChoose) {
  if (numbers.length === 0) return null
  const rows = numbers.map(({ text, reason, clause }, i) =>
    line('number', i, onChoose, [
      h('span', { class: 'figure' }, text),
      h('span', { class: 'what' }, numberReason(reason)),
      h('q', { lang: 'zh' }, clause),
    ]),
  )
  return h(
    'details',
    { class: 'others' },
    h('summary', {}, t('numbers.others', numbers.length)),
    withArrows(h('ul', { class: 'lines' }, ...rows)),
  )
}

/** Problems, measures and what became of last year's problems. @param {Detail} detail @param {Choose} onChoose */
export function itemList({ items }, onChoose) {
  if (items.length === 0) return h('p', { class: 'muted' }, t('items.none'))
  const rows = items.map((item, i) =>
    line('item', i, onChoose, [
      h('span', { class: 'what' }, named('item', item.kind), ` ${item.ordinal}`),
      h('span', { lang: 'zh' }, item.text),
    ]),
  )
  return withArrows(h('ul', { class: 'lines' }, ...rows))
}

/** Title, issuer, year, dates and sections, with their grounds; year, issuer and date of signature can be corrected. @param {Detail} detail @param {Choose} onChoose */
export function headList(detail, onChoose) {
  const { head, sections, source } = detail
  const heads = [
    line('head', 'title', onChoose, [h('span', { class: 'what' }, t('title')), head.title ?? t('unknown')]),
    line('head', 'issuer', onChoose, [
      h('span', { class: 'what' }, t('issuer')),
      head.issuer ?? t('unknown'),
      ground(head.issuerBasis),
    ]),
    line('head', 'year', onChoose, [
      h('span', { class: 'what' }, t('year')),
      String(head.year ?? t('unknown')),
      ground(head.yearBasis),
    ]),
    ...head.dates.map((date, i) =>
      line('date', i, onChoose, [
        h('span', { class: 'what' }, named('date', date.kind)),
        date.value ?? t('unknown'),
        h('span', { class: 'muted' }, named('status', date.status)),
        h('q', { lang: 'zh' }, date.text),
      ]),
    ),
  ]
  const headings = sections.map((section, i) =>
    line(
      'section',
      i,
      onChoose,
      [
        h('span', { lang: 'zh' }, section.heading),
        h('span', { class: 'muted' }, say(overview.sectionLabels[section.key], section.key)),
      ],
      `level-${section.level}`,
    ),
  )
  const file = [
    source.path,
    source.within,
    source.url,
    source.format,
    source.encoding,
    `${source.bytes} B`,
    source.sha256,
  ]
  return h(
    'div',
    {},
    withArrows(h('ul', { class: 'lines' }, ...heads)),
    headCorrections(detail),
    h('h3', {}, t('sections')),
    withArrows(h('ul', { class: 'lines' }, ...headings)),
    h('h3', {}, t('file')),
    h('p', { class: 'muted code' }, file.filter(Boolean).join(' · ')),
  )
}

/** @param {string | null} basis */
function ground(basis) {
  return basis !== null && h('span', { class: 'muted' }, named('basis', basis))
}

/** @param {Detail} detail */
function headCorrections(detail) {
  const place = h('div', {})
  const { year, issuer, signed } = detail.head
  const buttons = Object.entries({ year, issuer, signed }).map(([field, value]) =>
    h(
      'button',
      {
        type: 'button',
        onclick: () =>
          place.replaceChildren(correctionForm(detail, { field, expect: { value } }, () => place.replaceChildren())),
      },
      t('correct.field', t(field)),
    ),
  )
  return h('div', { class: 'buttons' }, ...buttons, place)
}

/** Every application of a rule, those that could not be tried included. @param {Detail} detail @param {Choose} onChoose */
export function checkList(detail, onChoose) {
  const rules = [...new Set(detail.checks.map(({ rule }) => rule))]
  return h(
    'div',
    { class: 'checks' },
    ...rules.map((rule) =>
      h(
        'section',
        { 'data-target': `rule=${rule}` },
        h('h3', {}, ruleName(rule), h('span', { class: 'muted code' }, ` ${rule}`)),
        withArrows(h('ul', { class: 'lines' }, ...checksOf(detail, rule, onChoose))),
      ),
    ),
  )
}

/** @param {Detail} detail @param {string} rule @param {Choose} onChoose */
function checksOf(detail, rule, onChoose) {
  return detail.checks.flatMap((check, i) => {
    if (check.rule !== rule) return []
    const finding = check.finding === null ? undefined : detail.findings[check.finding]
    const [kind, key] = check.finding === null ? ['check', i] : ['finding', check.finding]
    return [
      line(kind, key, onChoose, [
        finding ? severitySign(finding.severity) : outcomeSign(check.outcome),
        named('outcome', check.outcome),
        h('span', { class: 'code' }, check.subject),
        evidenceWords(check.evidence),
      ]),
    ]
  })
}

/** @param {import('../../types.js').CheckOutcome} outcome */
function outcomeSign(outcome) {
  return h('span', { class: `sign outcome-${outcome}` }, OUTCOME_SIGNS[outcome === 'failed' ? 'error' : outcome])
}

/** What a check rests on, where the build says so. @param {any} evidence */
function evidenceWords(evidence) {
  if (typeof evidence?.text !== 'string') return null
  const { text, lang } = told(evidence.text, evidence.text_zh)
  return h('span', { class: 'muted', lang }, text)
}
