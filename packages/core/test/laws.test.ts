import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { sampled, seedsOf, tried, triedInTime } from './laws.ts'

const trial = { seed: 40, runs: 20, seeds: 3 }

/** The examples that a law is tried on. */
function examples(asked: string): readonly number[] {
  vi.stubEnv('TRUCE_LAWS', asked)
  const seen: number[] = []
  const law = fc.property(fc.nat(), (example) => {
    seen.push(example)
  })
  tried(law, trial)
  vi.unstubAllEnvs()
  return seen
}

test('a sample is the first seed, a full run is every seed, one seed is that part of it', () => {
  expect(examples('')).toHaveLength(20)
  expect(examples('full')).toEqual([...examples(''), ...examples('41'), ...examples('42')])
  expect(() => seedsOf(trial, 'fully')).toThrow('`fully`')
})

test('a law that has to be waited for is tried on the same examples, and fails as well', async () => {
  vi.stubEnv('TRUCE_LAWS', '41')
  const seen: number[] = []
  const law = fc.asyncProperty(fc.nat(), async (example) => void seen.push(example))
  await triedInTime(law, trial)
  expect(seen).toEqual(examples('41'))
  vi.stubEnv('TRUCE_LAWS', '')
  const never = fc.asyncProperty(fc.nat(), async () => false)
  await expect(triedInTime(never, trial)).rejects.toThrow('TRUCE_LAWS=40 tries this again')
  vi.unstubAllEnvs()
})

test('what is not drawn at random is taken in part, and as a whole in a full run', () => {
  vi.stubEnv('TRUCE_LAWS', '')
  expect(sampled('all', 'some')).toBe('some')
  vi.stubEnv('TRUCE_LAWS', 'full')
  expect(sampled('all', 'some')).toBe('all')
  vi.unstubAllEnvs()
})

test('a failure says which seed tries it again, and keeps what failed', () => {
  vi.stubEnv('TRUCE_LAWS', '')
  const never = fc.property(fc.nat(), (example) => {
    expect(example).toBe(-1)
  })
  expect(() => tried(never, trial)).toThrow(/TRUCE_LAWS=40 tries this again\n[\s\S]*Counterexample/)
  vi.unstubAllEnvs()
})
