import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prevailing, riskAware, spatialValue } from '../../src/forecast/spatial.ts'

const line = (places: readonly number[]): readonly (readonly number[])[] =>
  places.map((own) => places.map((at) => spatialValue({ at: [own], salience: [1] }, [at])))

test('three on a line, by hand', () => {
  // at 0, 1/2 and 1 with weights 2, 1 and 1; the one between does not mind which end
  const [low, middle, high] = prevailing([2, 1, 1], line([0, 0.5, 1]))
  expect(low?.[2]).toBeCloseTo(2 / 3, 12) // 2 against 1
  expect(low?.[1]).toBeCloseTo(1 / 2, 12) // 2 x 1/2 against 1/2 + 1/2
  expect(middle?.[2]).toBeCloseTo(3 / 4, 12) // 2 x 1/2 + 1/2 against 1/2
  expect(high?.[0]).toBeCloseTo(1 / 3, 12)
  expect(middle?.[1]).toBe(0.5)
})

const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 })
const weight = fc.double({ min: 0.1, max: 10, noNaN: true })
const risk = fc.constantFrom(-0.5, 0, 1)

test('two chances of a pair add up to 1, and no order or unit of weights matters', () => {
  fc.assert(
    fc.property(places, weight, risk, (at, unit, attitude) => {
      const values = line(at).map((row) => row.map((value) => riskAware(value, attitude)))
      const weights = at.map((_, i) => 1 + i)
      const found = prevailing(weights, values)
      const scaled = prevailing(
        weights.map((one) => unit * one),
        values
      )
      const turned = prevailing(
        [...weights].reverse(),
        [...values].reverse().map((row) => [...row].reverse())
      )
      for (const i of at.keys())
        for (const j of at.keys()) {
          const chance = found[i]?.[j] ?? 0
          expect(chance + (found[j]?.[i] ?? 0)).toBeCloseTo(1, 9)
          expect(scaled[i]?.[j]).toBeCloseTo(chance, 9)
          expect(turned[at.length - 1 - i]?.[at.length - 1 - j]).toBeCloseTo(chance, 9)
        }
    })
  )
})

test('more weight on who stands at a position never makes it prevail less', () => {
  fc.assert(
    fc.property(places, weight, (at, more) => {
      const values = line(at)
      const even = at.map(() => 1)
      const heavier = at.map((_, i) => (i === 0 ? 1 + more : 1))
      const [before, after] = [prevailing(even, values)[0], prevailing(heavier, values)[0]]
      for (const j of at.keys())
        expect(after?.[j]).toBeGreaterThanOrEqual((before?.[j] ?? 0) - 1e-12)
    })
  )
})
