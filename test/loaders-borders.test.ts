import { describe, expect, test } from 'vitest'
import { both, type Change, withEmpty, withNil } from './support/damage.js'
import type { Random } from './support/random.js'
import { readBackMany } from './support/read-back.js'
import type { Layout } from './support/render.js'

// Tables whose cells all stand between borders of text, with some of these lost or doubled, as editors, copies and typists
// lose and double them. Every expected number is one that the renderer printed; whatever is not certain must be left open.

const LAYOUTS: readonly Layout[] = ['tabs', 'spread tabs', 'pipes', 'markdown', 'tabbed lines']
const CONTENTS: Record<string, Change> = {
  'full tables': (report) => report,
  'one cell in three empty': withEmpty((_, random) => random.chance(0.33)),
  'noughts left out': withEmpty((value) => value === 0),
  'empty cells and nil marks': both(
    withNil(0.3),
    withEmpty((_, random) => random.chance(0.3)),
  ),
}

const BORDER = /\t| \| /g

/** The text with one border in so many changed. */
function borders(oneIn: number, instead: (border: string, random: Random) => string) {
  return (text: string, random: Random) =>
    text.replace(BORDER, (border) => (random.chance(1 / oneIn) ? instead(border, random) : border))
}

const DAMAGE: Record<string, (text: string, random: Random) => string> = {
  'tabs at the ends of lines cut off': (text) => text.replace(/[\t ]+$/gm, ''),
  'tabs at the ends of some lines cut off': (text, random) =>
    text.replace(/[\t ]+$/gm, (end) => (random.chance(0.5) ? '' : end)),
  'tabs at the beginnings of lines cut off': (text) => text.replace(/^[\t ]+/gm, ''),
  'a border lost here and there': borders(60, () => ''),
  'a border become a blank here and there': borders(60, () => ' '),
  'a border doubled here and there': borders(60, (border) => border + border),
  'a border become a line end here and there': borders(60, () => '\n'),
  'every line indented by a tab': (text) => text.replace(/^/gm, '\t'),
  'every line indented by a tab, those at the end cut off': (text) =>
    text.replace(/[\t ]+$/gm, '').replace(/^/gm, '\t'),
  'every line with a tab more behind it': (text) => text.replace(/$/gm, '\t'),
}

describe('borders lost or doubled put no number in a wrong cell', () => {
  const cases = Object.entries(DAMAGE).flatMap(([name, damage]) =>
    LAYOUTS.map((layout) => [name, layout, damage] as const),
  )
  test.each(cases)('%s: %s', async (_, layout, damage) => {
    for (const [content, change] of Object.entries(CONTENTS)) {
      const { wrong, misled } = await readBackMany(4, layout, change, (__, random) => ({
        text: (text) => damage(text, random),
      }))
      expect.soft([...wrong, ...misled], content).toEqual([])
    }
  })
})
