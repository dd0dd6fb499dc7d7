import { describe, expect, test } from 'vitest'
import { drawBodies } from '../src/study/simulate/bodies.js'
import { around, spread } from '../src/study/simulate/draws.js'
import { drawHabit } from '../src/study/simulate/habits.js'
import { cluster } from '../src/study/simulate/population.js'
import { randomOf } from '../src/study/simulate/random.js'
import { settings } from '../src/study/simulate/settings.js'
import { holds, relationsOf } from '../src/study/simulate/solve.js'

const SEED = process.env.GONGKAI_SEED ?? 'any-0'

describe('draws', () => {
  test('many things are spread over boxes as few are: all of them, each box near its share', () => {
    const boxes = [
      ['a', 1],
      ['b', 3],
      ['c', 0],
      ['d', 6],
    ] as const
    for (const number of [2000, 2001, 50_000]) {
      const filled = spread(randomOf(SEED, number), number, boxes)
      expect([...filled.values()].reduce((sum, value) => sum + value, 0)).toBe(number)
      expect(filled.get('c') ?? 0).toBe(0)
      for (const [box, weight] of boxes) {
        const share = weight / 10
        // six standard deviations of the binomial distribution
        const most = 6 * Math.sqrt(number * share * (1 - share))
        expect(Math.abs((filled.get(box) ?? 0) - number * share), `${number} ${box}`).toBeLessThanOrEqual(most)
      }
    }
  })

  test('around is standard normal: mean 0, variance 1', () => {
    const random = randomOf(SEED, 'around')
    const draws = Array.from({ length: 20_000 }, () => around(random))
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length
    const variance = draws.reduce((sum, value) => sum + value ** 2, 0) / draws.length
    // standard errors 0.007 and 0.01; five of them
    expect(Math.abs(mean)).toBeLessThan(0.036)
    expect(Math.abs(variance - 1)).toBeLessThan(0.05)
  })
})

describe('habits', () => {
  const random = randomOf(SEED, 'written')
  const figures = [...Array.from({ length: 300 }, (_, i) => i), 999, 1000, 45_678]

  test('a body that estimates writes full fives and tens, never more than it counted, and leaves small figures alone', () => {
    const { fault, written } = drawHabit(SEED, 'a', { heaped_figures: 1 }, false)
    const { heaped_from } = settings().habits
    expect(fault).toBe('heaped_figures')
    for (const counted of figures) {
      const value = written(random, counted)
      if (counted < heaped_from) expect(value).toBe(counted)
      else expect([value % 5, value <= counted, counted - value < 10]).toEqual([0, true, true])
    }
  })

  test('a large body that makes up digits changes the second one, and nothing else', () => {
    const { fault, written } = drawHabit(SEED, 'a', { invented_digits: 1 }, true)
    expect(fault).toBe('invented_digits')
    for (const counted of figures) {
      const [before, after] = [String(counted), String(written(random, counted))]
      if (counted < 10) expect(after).toBe(before)
      else expect(settings().habits.second_digits.map(String)).toContain(after[1])
      expect(after[0] + after.slice(2)).toBe(before[0] + before.slice(2))
    }
    expect(drawHabit(SEED, 'a', { invented_digits: 1 }, false).fault).toBeNull()
  })

  test('a body that counts writes what it counted', () => {
    const { fault, written } = drawHabit(SEED, 'a', {}, true)
    expect(fault).toBeNull()
    for (const counted of figures) expect(written(random, counted)).toBe(counted)
  })

  test.each(['heaped_figures', 'invented_digits'])('with %s every relation of the forms still holds', (habit) => {
    let written = 0
    for (let number = 0; number < 8; number++)
      for (const { id, form, values, planted } of cluster(SEED, number, { [habit]: 1 })) {
        if (form === null) continue
        expect(
          relationsOf(form).filter((relation) => !holds(relation, values)),
          id,
        ).toEqual([])
        if (planted.some(({ fault }) => fault === habit)) written++
      }
    expect(written).toBeGreaterThan(10)
  })
})

test('a body leans to the same outcomes every year, another body to others; those whose figures are summed all count', () => {
  const rates = { heaped_figures: 1 }
  const [bodies, again] = [0, 0].map(() => drawBodies(SEED, 3, rates, new Set(['county'])))
  expect(bodies?.map(({ leaning }) => leaning('granted'))).toEqual(again?.map(({ leaning }) => leaning('granted')))
  expect(new Set(bodies?.map(({ leaning }) => leaning('granted'))).size).toBe(bodies?.length)
  expect(bodies?.filter(({ habit }) => habit.fault === null).map(({ unit }) => unit.code)).toEqual(['county'])
})
