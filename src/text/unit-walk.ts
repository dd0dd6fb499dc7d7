import type { ItemKind } from '../types.js'
import type { Enumerator } from './enumerators.js'
import { readHeading, YEAR } from './headings.js'
import { type Piece, pieces } from './pieces.js'
import {
  judgeSentence,
  leadLength,
  namesProblem,
  opensWithMeasure,
  squeeze,
  turnsToFixes,
  turnsToMeasures,
  voteOfItem,
} from './sentences.js'
import { type Draft, kindOf, newStretch, type Stretch } from './stretch.js'
import { bodyEnds, isPageMark, isStray } from './tail.js'

/** A unit before trimming and counting: a stretch of the folded text. */
export interface UnitSpan {
  readonly kind: ItemKind
  readonly start: number
  readonly end: number
}

/**
 * Walks through a section piece by piece and drafts its units. One piece at a time is a heading, a turn, the next item of a
 * list, more of the open item, or a sentence on its own.
 */
export function walkSection(text: string): UnitSpan[] {
  const walk = new SectionWalk(text)
  for (const piece of pieces(text)) {
    if (bodyEnds(text, piece)) break
    walk.take(piece)
  }
  return walk.units()
}

class SectionWalk {
  private drafts: Draft[] = []
  private open: Draft | null = null
  private stretch: Stretch = newStretch(null, false)
  /** The problem list that a turn interrupted: its next item may come after the measure (problem, measure, problem …). */
  private interrupted: Stretch | null = null
  /** After a stray line (a signature, a page's furniture) only the next item of the open list or a heading goes on. */
  private halted = false
  private problemYear: number | null = null
  private problemPassed = false
  private first = true

  constructor(private readonly text: string) {}

  take(piece: Piece): void {
    const rest = this.takeHeading(piece)
    if (rest === null) return
    if (isPageMark(this.text, rest)) return
    if (isStray(this.text, rest) && this.drafts.length > 0) this.halted = true
    else if (rest.enumerator) this.takeItem(rest, rest.enumerator)
    else this.takeSentence(rest)
  }

  units(): UnitSpan[] {
    return this.drafts.flatMap((draft) => {
      const kind = draft.kind ?? kindOf(draft.stretch)
      return kind === null ? [] : [{ kind, start: draft.start, end: draft.end }]
    })
  }

  /** Reads the headings at the start of a piece and returns what is left of it, or `null` where nothing is. */
  private takeHeading(piece: Piece): Piece | null {
    const context = { problemSeen: this.problemSeen(), problemYear: this.problemYear, first: this.first }
    const heading = readHeading(this.text, piece, context)
    this.first = false
    if (heading === null) return piece
    this.turn(heading.kind, heading.kind !== null)
    this.halted = false
    if (heading.kind === 'problem') this.problemYear = yearIn(this.text.slice(piece.start, heading.end))
    const rest = this.text.slice(heading.end, piece.end)
    if (rest.trim() === '') return null
    const start = heading.end + (rest.length - rest.trimStart().length)
    const opens = /\n/.test(this.text.slice(heading.end, start)) ? 'hard' : piece.opens
    return this.takeHeading({ start, end: piece.end, enumerator: null, opens })
  }

  private takeItem(piece: Piece, mark: Enumerator): void {
    if (this.halted && !this.goesOn(mark)) return
    this.resumeList(mark)
    if (this.restarts(piece, mark)) this.turn(kindOf(this.stretch) === 'problem' ? 'measure' : 'problem', false)
    const { family } = this.stretch
    if (family === null && mark.ordinal === 0) this.takeSentence({ ...piece, enumerator: null })
    else if (family !== null && family !== mark.family) this.extend(piece)
    else this.startItem(piece, mark)
  }

  private startItem(piece: Piece, mark: Enumerator): void {
    const { stretch } = this
    if (stretch.family === null) this.dropLead()
    stretch.family = mark.family
    stretch.last = mark.ordinal || stretch.last + 1
    stretch.vote += voteOfItem(squeeze(this.text.slice(mark.end, piece.end)))
    this.open = { stretch, kind: null, start: mark.end, end: piece.end, listed: true, block: piece.opens !== null }
    this.drafts.push(this.open)
  }

  private takeSentence(piece: Piece): void {
    const sentence = squeeze(this.text.slice(piece.start, piece.end))
    const belongs = this.open !== null && (piece.opens !== 'hard' || this.open.block)
    if (this.turnsAt(piece, sentence)) this.turn('measure', false)
    else if (this.stretch.kind === null && !this.problemSeen() && turnsToFixes(sentence))
      this.turn('prior_year_fix', false)
    else if (this.halted) return
    else if (belongs) {
      this.extend(piece)
      return
    }
    this.open = null
    this.judge(piece, sentence)
  }

  private judge(piece: Piece, sentence: string): void {
    const judged = judgeSentence(sentence, { ...this.stretch, hasList: this.stretch.family !== null })
    if (judged === null) {
      this.join(piece)
      return
    }
    if (this.stretch.kind === null && this.stretch.family === null) this.stretch.kind = judged.kind
    else if (kindOf(this.stretch) !== judged.kind) this.turn(judged.kind, false)
    if (!judged.unit) return
    const lead = leadLength(this.text.slice(piece.start, piece.end), judged.kind)
    const { stretch } = this
    this.drafts.push({
      stretch,
      kind: judged.kind,
      start: piece.start + lead,
      end: piece.end,
      listed: false,
      block: false,
    })
  }

  /** After a stray line: true where the enumerator goes on with the open list; otherwise the section is over. */
  private goesOn(mark: Enumerator): boolean {
    const { family, last } = this.stretch
    const next = mark.family === family && (mark.ordinal === 0 || mark.ordinal === last + 1)
    if (next) this.halted = false
    else this.stretch = newStretch(null, false)
    return next
  }

  private turnsAt(piece: Piece, sentence: string): boolean {
    const { kind, byHeading } = this.stretch
    if (kind === 'measure' || (kind === 'prior_year_fix' && byHeading)) return false
    if (turnsToMeasures(sentence)) {
      const fixes = kind === null && !this.problemSeen() && turnsToFixes(sentence)
      if (!fixes) this.halted = false
      return !fixes
    }
    const settled = this.open ? piece.opens === 'hard' : true
    return settled && this.problemSeen() && opensWithMeasure(sentence)
  }

  private turn(kind: ItemKind | null, byHeading: boolean): void {
    this.problemPassed = this.problemSeen()
    if (this.stretch.family !== null && kindOf(this.stretch) === 'problem') this.interrupted = this.stretch
    this.stretch = newStretch(kind, byHeading)
    this.open = null
  }

  /** Goes back to the problem list that a measure interrupted, where the enumerator counts on from it. */
  private resumeList(mark: Enumerator): void {
    const before = this.interrupted
    if (before === null || this.stretch.family !== null || mark.family !== before.family) return
    if (mark.ordinal <= 1 || mark.ordinal !== before.last + 1) return
    this.stretch = { ...before }
    this.interrupted = null
  }

  /** True where a list begins again with one and its first item is of the other kind: problems 一是 二是, measures 一是 二是. */
  private restarts(piece: Piece, mark: Enumerator): boolean {
    if (mark.ordinal !== 1 || this.stretch.family === null) return false
    if (mark.family !== this.stretch.family && piece.opens === null) return false
    const item = squeeze(this.text.slice(mark.end, piece.end))
    const kind = kindOf(this.stretch)
    if (kind === 'problem') return opensWithMeasure(item)
    return kind === 'prior_year_fix' && !this.stretch.byHeading && namesProblem(item) && !opensWithMeasure(item)
  }

  private extend(piece: Piece): void {
    if (this.open) this.open.end = piece.end
  }

  /** A part after a semicolon that has no cue of its own belongs to the part before it. */
  private join(piece: Piece): void {
    const before = this.drafts.at(-1)
    const between = before && this.text.slice(before.end - 1, piece.start).trim()
    if (before && !before.listed && before.stretch === this.stretch && /^[;；]$/.test(between ?? ''))
      before.end = piece.end
  }

  /** The sentences that led up to a list are no units. */
  private dropLead(): void {
    this.drafts = this.drafts.filter((draft) => draft.listed || draft.stretch !== this.stretch)
  }

  private problemSeen(): boolean {
    return this.problemPassed || kindOf(this.stretch) === 'problem'
  }
}

function yearIn(heading: string): number | null {
  const year = new RegExp(YEAR.source).exec(heading)
  return year ? Number(year[1]) || null : null
}
