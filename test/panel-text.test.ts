import { describe, expect, it } from 'vitest'
import type { OwnText } from '../src/audits/panel/own-text.js'
import { sharedText } from '../src/audits/panel/passages.js'
import { PIECE, sketchOf } from '../src/audits/panel/sketch.js'
import { randomOf } from '../src/study/simulate/random.js'
import { panelChecks } from './support/panel.js'

/** A text of characters drawn at random, so that two of them share nothing. */
function words(seed: number, length: number): string {
  const random = randomOf(seed, 'words')
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + random.int(0, 3000))).join('')
}

function own(chars: string): OwnText {
  const starts = Uint32Array.from({ length: chars.length }, (_, i) => 2 * i)
  return { chars, starts, ends: starts.map((start) => start + 2) }
}

const nothingCommon = () => false

describe('fingerprints', () => {
  it('every passage of 31 characters leaves one, wherever it stands', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = randomOf(seed, 'passage')
      const passage = words(1000 + seed, 31)
      const [a, b] = [words(seed, random.int(0, 90)) + passage + words(seed + 1, 40), passage + words(seed + 2, 70)]
      const shared = sharedText(sketchOf(own(a)), sketchOf(own(b)), nothingCommon)
      expect(shared.longest?.length ?? 0).toBeGreaterThanOrEqual(PIECE)
    }
  })

  it('a passage found is the same characters at both places', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = randomOf(seed, 'same')
      const passage = words(2000 + seed, random.int(40, 200))
      const [a, b] = [
        words(seed, random.int(0, 60)) + passage,
        words(seed + 1, random.int(0, 60)) + passage + words(seed + 2, 9),
      ]
      const { longest } = sharedText(sketchOf(own(a)), sketchOf(own(b)), nothingCommon)
      const slice = (text: string, [start, end]: readonly [number, number]) => text.slice(start / 2, end / 2)
      expect(slice(a, longest?.at ?? [0, 0])).toBe(slice(b, longest?.otherAt ?? [1, 1]))
      expect(longest?.length).toBe(slice(a, longest?.at ?? [0, 0]).length)
      // what may be lost at either end is less than a window and a piece
      expect(longest?.length ?? 0).toBeGreaterThan(passage.length - 2 * PIECE)
    }
  })

  it('texts that share nothing share nothing, a text shares all with itself, short texts leave nothing', () => {
    const [a, b] = [sketchOf(own(words(1, 500))), sketchOf(own(words(2, 500)))]
    expect(sharedText(a, b, nothingCommon)).toEqual({ share: 0, longest: null })
    expect(sharedText(a, a, nothingCommon).share).toBe(1)
    expect(sketchOf(own(words(1, PIECE - 1))).hashes).toHaveLength(0)
    expect(sketchOf(null).length).toBe(0)
  })

  it('stay bounded for a text without end', () => {
    expect(sketchOf(own(words(3, 60_000))).hashes.length).toBeLessThanOrEqual(2048)
  })
})

describe('panel.reused_text', () => {
  const report = (id: string, year: number, text: string, issuer = '南柯县人民政府') => ({
    id,
    form: '2021',
    year,
    text,
    issuer,
  })
  const outcome = (reports: readonly ReturnType<typeof report>[], id: string, subject: string) =>
    panelChecks('panel.reused_text', { reports }).find((check) => check.report_id === id && check.subject === subject)

  it('finds last year’s passage, numbers aside, and gives its place in both reports', () => {
    const passage = `${words(1, 50)}12件${words(2, 50)}`
    const [then, now] = [`${words(3, 40)}${passage}`, `${words(4, 25)}${passage.replace('12', '2,345')}${words(5, 30)}`]
    const check = outcome([report('a', 2021, then), report('b', 2022, now)], 'b', 'last year')
    expect(check?.outcome).toBe('failed')
    const [here, there] = check?.finding?.places ?? []
    expect(now.slice(...(here?.at ?? []))).toBe(then.slice(...(there?.at ?? [])).replace('12件', '2,345件'))
    expect(there?.report_id).toBe('a')
    expect(check?.finding?.at).toEqual(here?.at)
  })

  it('passes where what is shared is short; is not applicable in a first year, not assessable over a gap or without text', () => {
    const passage = words(1, 40)
    const pair = [report('a', 2021, passage + words(2, 80)), report('b', 2022, words(3, 80) + passage)]
    expect(outcome(pair, 'b', 'last year')?.outcome).toBe('passed')
    expect(outcome(pair, 'a', 'last year')?.outcome).toBe('not_applicable')
    expect(outcome([report('a', 2020, passage), report('b', 2022, passage)], 'b', 'last year')?.outcome).toBe(
      'not_assessable',
    )
    expect(outcome([report('a', 2021, ''), report('b', 2022, passage)], 'b', 'last year')?.outcome).toBe(
      'not_assessable',
    )
  })

  it('another body’s passage is found at the later report, unless many bodies have it', () => {
    const passage = words(1, 180)
    const body = (i: number) =>
      report(`r${i}`, 2021, words(10 + i, 60) + passage, `${'南柯黄粱华胥乌有子虚'.slice(2 * i, 2 * i + 2)}县人民政府`)
    const two = [body(0), body(1)]
    expect(outcome(two, 'r0', 'other bodies')?.outcome).toBe('not_applicable')
    expect(outcome(two, 'r1', 'other bodies')?.finding).toMatchObject({ with: ['r0'] })
    const five = [0, 1, 2, 3, 4].map(body)
    expect(outcome(five, 'r4', 'other bodies')?.outcome).toBe('passed')
  })

  it('statutory wording and the issuer’s own name do not count', () => {
    const wording = '中华人民共和国政府信息公开条例政府信息公开工作年度报告'.repeat(6)
    const text = (seed: number) => `${words(seed, 40)}${wording}${'南柯县人民政府'.repeat(12)}`
    expect(outcome([report('a', 2021, text(1)), report('b', 2022, text(2))], 'b', 'last year')?.outcome).toBe('passed')
  })
})
