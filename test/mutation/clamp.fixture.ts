import { expect, test } from 'vitest'
import { clamp, steps } from './clamp.ts'

test('clamp', () => {
  expect(clamp(-1, 0, 10)).toBe(0)
  expect(clamp(5, 0, 10)).toBe(5)
  expect(clamp(11, 0, 10)).toBe(10)
})

test('steps', () => {
  expect(steps(3)).toBe(3)
})
