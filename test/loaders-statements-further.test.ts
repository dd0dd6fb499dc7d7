import { describe, expect, it } from 'vitest'
import { FURTHER, MORE } from './support/said-further.js'
import { isNamed, statementsOf } from './support/statements.js'

describe('texts made up before it was tried whether they are read', () => {
  it.each([...FURTHER, ...MORE])('%s', async (text, says) => {
    const found = (await statementsOf(text)).filter(isNamed).map(({ key, value, unit, rounding, scope, change }) => [
      key,
      value,
      unit,
      {
        rounding,
        scope,
        change: change && {
          direction: change.direction,
          amount: change.amount,
          percent: change.percent,
          base: change.base,
        },
      },
    ])
    expect(found).toEqual(
      says.map(([key, value, unit, { rounding = null, scope = null, change = null } = {}]) => [
        key,
        value,
        unit,
        { rounding, scope, change },
      ]),
    )
  })
})
