import { fill, h } from './dom.js'
import { markupRuns, segmentLines } from './segments.js'
import { rangesOf } from './targets.js'
import { t } from './words.js'

/**
 * @typedef {import('../shapes.js').Detail} Detail
 * @typedef {import('../../types.js').Place} Place
 * @typedef {import('./route.js').Target} Target
 * @typedef {{ start: number, end: number, element: HTMLElement }} Piece
 */

/** What a click on the source chooses, where several things were read from the same characters: the nearest first. */
const NEAREST = ['cell', 'date', 'head', 'statement', 'number', 'section', 'finding', 'item']

const PLAIN = ['text', 'doc']

/**
 * The source as published, character for character, in which places can be marked.
 *
 * @param {Detail} detail
 * @param {(target: Target) => void} onPick told what was read from the characters clicked
 * @param {Place | null} extra a place more that can be marked
 */
export function createSource(detail, onPick, extra) {
  const hasMarkup = !PLAIN.includes(detail.source.format)
  /** @type {Piece[]} */
  const pieces = []
  const lines = segmentLines(detail.text, rangesOf(detail, extra), hasMarkup ? markupRuns(detail.text) : [])
  const body = h('div', { class: 'source-text', tabindex: '0', role: 'document', 'aria-label': t('source') })
  body.append(...lines.map((segments, i) => h('div', { class: 'line', 'data-line': i + 1 }, ...segments.map(pieceOf))))

  /** @param {import('./segments.js').Segment} segment */
  function pieceOf({ start, end, covers, tag }) {
    const text = detail.text.slice(start, end)
    const kinds = [...new Set(covers.map(({ kind }) => kind))]
    const element =
      tag === null
        ? h('span', { class: kinds.map((kind) => `read-${kind}`).join(' ') || null }, text)
        : h('span', { class: 'tag', 'data-sort': tag }, h('span', { class: 'raw' }, text))
    const nearest = covers
      .filter(({ kind }) => NEAREST.includes(kind))
      .sort((a, b) => NEAREST.indexOf(a.kind) - NEAREST.indexOf(b.kind) || a.end - a.start - (b.end - b.start))[0]
    if (nearest) element.dataset.ref = nearest.ref
    pieces.push({ start, end, element })
    return element
  }

  body.addEventListener('click', (event) => {
    if (String(getSelection()) !== '') return
    const ref = event.target instanceof Element ? event.target.closest('[data-ref]')?.getAttribute('data-ref') : null
    const [kind, key] = ref ? [ref.slice(0, ref.indexOf('=')), ref.slice(ref.indexOf('=') + 1)] : []
    if (kind && key !== undefined) onPick({ kind, key })
  })

  const tags = h('button', {
    class: 'quiet',
    type: 'button',
    onclick: () => showTags(!body.classList.contains('raw-view')),
  })
  /** @param {boolean} shown */
  function showTags(shown) {
    body.classList.toggle('raw-view', shown)
    body.classList.toggle('clean-view', !shown)
    fill(tags, t(shown ? 'tags.hide' : 'tags.show'))
  }
  showTags(!hasMarkup)

  const element = h(
    'section',
    { class: 'source', 'aria-label': t('source') },
    h(
      'div',
      { class: 'pane-head' },
      h('h2', {}, t('source')),
      h('span', { class: 'muted path' }, detail.source.path),
      hasMarkup && tags,
    ),
    body,
  )
  return { element, mark: (/** @type {readonly Place[]} */ places) => markPieces(body, pieces, places) }
}

/** @param {HTMLElement} body @param {readonly Piece[]} pieces @param {readonly Place[]} places */
function markPieces(body, pieces, places) {
  for (const marked of body.querySelectorAll('.marked')) marked.classList.remove('marked', 'mark-start', 'mark-end')
  /** @type {HTMLElement | null} */
  let first = null
  for (const [start, end] of places) {
    const inside = pieces.slice(firstFrom(pieces, start), firstFrom(pieces, end))
    for (const { element } of inside) element.classList.add('marked')
    inside[0]?.element.classList.add('mark-start')
    inside.at(-1)?.element.classList.add('mark-end')
    first ??= inside[0]?.element ?? null
  }
  if (first) scrollInside(body, first)
}

/** The first piece that begins at or behind a place. @param {readonly Piece[]} pieces @param {number} at */
function firstFrom(pieces, at) {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Scrolls a pane, and it alone, until an element stands in its upper third. @param {HTMLElement} pane @param {Element} element @param {number} [covered] what of the pane's top something else covers */
export function scrollInside(pane, element, covered = 24) {
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()]
  const isSeen = inner.top >= outer.top + covered && inner.bottom <= outer.bottom - 24
  if (!isSeen) pane.scrollTop += inner.top - outer.top - Math.max(covered, outer.height / 3)
}
