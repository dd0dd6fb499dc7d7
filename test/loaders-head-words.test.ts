import { describe, expect, test } from 'vitest'
import { headWords, type SaidOf } from '../src/forms/head-words.js'
import { isBodyName, mayBeName } from '../src/loaders/head/body-name.js'
import { contactBody, isContradicted, maker } from '../src/loaders/head/contact.js'
import { narrativeYear, openingSubject, runningTitle } from '../src/loaders/head/opening.js'
import { anyOf } from '../src/loaders/word-patterns.js'

// Every word of data/reference/head.json does in a sentence what its note says; 甲丙 is no place.

const { asking, making, names, offices, opening, speaking, titles } = headWords()
const BODY = '甲丙市民政局'

const at = (text: string, range: readonly [number, number] | null) => range && text.slice(...range)
const allSaid = (entries: readonly SaidOf[]) =>
  entries.flatMap(({ said, of }) => said.flatMap((word) => (of ?? ['']).map((behind) => ({ word, behind }))))

describe('the words of a head', () => {
  test('whom to ask: the body before its office of disclosure', () => {
    for (const word of asking.openings)
      for (const office of [...offices.of_disclosure, ...offices.general])
        for (const closing of asking.closings) {
          const text = `我局依法公开。如有疑问,${word}${BODY}${office}${closing}。`
          expect(at(text, contactBody(text)), text).toBe(BODY)
        }
  })

  test('who made the report', () => {
    for (const report of making.reports)
      for (const verb of making.verbs) {
        const text = `本${report}由${BODY}${verb}。`
        expect(at(text, maker(text)), text).toBe(BODY)
      }
    for (const verb of making.verbs_before_title)
      for (const charged of ['', ...making.charged]) {
        const text = `由${BODY}${charged}${verb}的2014年度${titles.closings[0]}。`
        expect(at(text, runningTitle(text)?.name ?? null), text).toBe(BODY)
      }
  })

  test('of whom the opening tells, and of which year', () => {
    for (const verb of opening.subject_verbs) {
      const text = `2020年,${BODY}${verb}推进工作。`
      expect(at(text, openingSubject(text)), text).toBe(BODY)
    }
    for (const word of opening.told_before) expect(narrativeYear(`2020年${word}局`, null)?.value, word).toBe(2020)
    for (const word of opening.not_told_behind) expect(narrativeYear(`${word}2020年,我局`, null), word).toBeNull()
    for (const word of opening.until)
      for (const end of opening.year_ends) expect(narrativeYear(`${word}2020年${end}`, null)?.value).toBe(2020)
  })

  test('how a report speaks of its body: 我局 is said of no county, 我委 of a management committee', () => {
    for (const { word, behind } of allSaid(speaking.bodies)) {
      const text = `${word}${behind}认真工作。`
      const endings = speaking.called.find(({ as }) => as === behind)?.endings ?? [behind]
      for (const ending of endings) expect(isContradicted(text, `甲丙${ending}`), `${text} ${ending}`).toBe(false)
      expect(isContradicted(text, '甲丙县人民政府'), text).toBe(true)
    }
    for (const left of speaking.left_out) expect(isContradicted('我镇认真工作。', `甲丙镇${left}`), left).toBe(false)
  })

  test('what is a name and what is none', () => {
    for (const ending of names.endings) expect(isBodyName(`甲丙${ending}`), ending).toBe(true)
    for (const { word, behind } of allSaid(names.no_openings))
      expect(mayBeName(`${word}${behind}甲丙局`), `${word}${behind}`).toBe(false)
    for (const part of names.no_part) expect(mayBeName(`甲丙${part}局`), part).toBe(false)
    for (const one of [...names.several_openings, ...names.several]) expect(isBodyName(`${one}丁戊局`), one).toBe(false)
    expect(isBodyName('本溪市')).toBe(true)
  })

  test('are found as they stand, whatever signs they hold', () => {
    const words = ['a.b', '(附', '[字体', 'x|y', '1+1', 'c-d', '$']
    for (const word of words) {
      expect(new RegExp(`^${anyOf(words)}$`).test(word), word).toBe(true)
      expect(new RegExp(`^${anyOf(words)}$`).test(`${word}x`), word).toBe(false)
    }
  })
})
