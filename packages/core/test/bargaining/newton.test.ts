import { expect, test } from 'vitest'
import { newtonDirection, solvePositive } from '../../src/bargaining/search/newton.ts'
import { generator } from '../oracle/random-conflicts.ts'

const SEED = 20_251_130

/** A positive definite matrix: one times its transpose, plus the identity. */
function positive(random: () => number, size: number): readonly number[][] {
  const half = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => random() - 0.5)
  )
  return half.map((row, i) =>
    half.map(
      (other, j) => row.reduce((sum, v, k) => sum + v * (other[k] as number), 0) + (i === j ? 1 : 0)
    )
  )
}

const times = (matrix: readonly (readonly number[])[], x: Float64Array): readonly number[] =>
  matrix.map((row) => row.reduce((sum, v, k) => sum + v * (x[k] as number), 0))

test('the solution of each side gives the side back', () => {
  const random = generator(SEED)
  for (const size of [1, 2, 3, 5, 8]) {
    const matrix = positive(random, size)
    const sides = [0, 1].map(() => Float64Array.from({ length: size }, () => random() - 0.5))
    const solved = sides.map((side) => side.slice())
    solvePositive(Float64Array.from(matrix.flat()), ...solved)
    for (const [k, side] of sides.entries())
      for (const [i, value] of times(matrix, solved[k] as Float64Array).entries())
        expect(value, `seed ${SEED}, size ${size}`).toBeCloseTo(side[i] as number, 10)
  }
})

test.each([0, 2, 3, 5])(
  "Newton's direction with %i shared entries: they sum to zero, and what is left of the slope pulls them all alike and the others not at all",
  (shared) => {
    const random = generator(SEED + shared)
    for (let round = 0; round < 20; round++) {
      const matrix = positive(random, 5)
      const gradient = Float64Array.from({ length: 5 }, () => random() - 0.5)
      const direction = newtonDirection(gradient, Float64Array.from(matrix.flat()), shared)
      expect(direction.slice(0, shared).reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 10)
      const left = times(matrix, direction).map((v, k) => v + (gradient[k] as number))
      for (const [k, value] of left.entries())
        expect(value).toBeCloseTo(k < shared ? (left[0] as number) : 0, 10)
    }
  }
)
