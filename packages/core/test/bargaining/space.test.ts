import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Table } from '../../src/bargaining/index.ts'
import { wholeNumbers } from '../../src/bargaining/index.ts'
import { tried } from '../laws.ts'

const SEED = 20_250_608

const tableOf = (worth: readonly number[], noDeal: number): Table => ({
  parties: ['north'],
  issues: [
    {
      id: 'border',
      options: worth.map((_, option) => `o${option}`),
      worth: worth.map((value) => [value])
    }
  ],
  noDeal: [noDeal]
})

test('short decimals become exactly the whole numbers they are written as, on the coarsest grid', () => {
  const digits = fc.integer({ min: 0, max: 6 })
  const numbers = fc.array(fc.integer({ min: -100_000, max: 100_000 }), {
    minLength: 2,
    maxLength: 6
  })
  tried(
    fc.property(digits, numbers, (most, [base = 0, ...worth]) => {
      const written = (value: number): number => Number(`${value}e-${most}`)
      const space = wholeNumbers(tableOf(worth.map(written), written(base)))
      const zeros = Math.min(
        most,
        ...[base, ...worth].map((value) => /0*$/.exec(`${value || '0000000'}`)?.[0].length ?? 0)
      )
      expect([...space.unitsPerPoint, ...space.exact]).toEqual([10 ** (most - zeros), true])
      expect(space.issues[0]?.worth.map(([value]) => value)).toEqual(
        worth.map((value) => value / 10 ** zeros)
      )
      expect([...space.noDeal]).toEqual([base / 10 ** zeros])
    }),
    { seed: SEED, runs: 125, seeds: 4 }
  )
})

test('other numbers are rounded to a unit each, and said to be', () => {
  for (const greatest of [1, 1000, 10_000, 1e9]) {
    const space = wholeNumbers(tableOf([greatest, Math.PI], 0))
    const [units = 0] = space.unitsPerPoint
    expect(space.exact).toEqual([false])
    expect(Math.abs((space.issues[0]?.worth[1]?.[0] ?? 0) / units - Math.PI)).toBeLessThanOrEqual(
      0.5 / units
    )
    expect(greatest * units).toBeLessThan(2 ** 53)
    expect(units).toBeGreaterThanOrEqual(1e6)
  }
})

test('each party has its own grid', () => {
  const issue = {
    id: 'border',
    options: ['river', 'hills'],
    worth: [
      [1, 0.25],
      [2, 0.5]
    ]
  }
  const space = wholeNumbers({ parties: ['north', 'south'], issues: [issue], noDeal: [0, 0] })
  expect([...space.unitsPerPoint]).toEqual([1, 100])
})
