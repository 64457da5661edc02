import { expect, test } from 'vitest'
import type { Condition } from '../../src/model/judgement.ts'
import { putIn, Steps } from '../../src/terms/index.ts'

const is = (issue: string, option: string): Condition => ({ kind: 'is', issue, options: [option] })
const issue = (id: string) => ({
  id,
  title: id,
  ordered: false,
  options: ['1', '2'].map((option) => ({ id: option, title: option, at: '' })),
  at: ''
})

/** `x1` is barred only together: it would force a chain of issues whose end is excluded. */
const chain = Array.from({ length: 6 }, (_, i) => `x${i}`)
const issues = chain.map(issue) as unknown as Parameters<typeof putIn>[0]
const demands = [
  ...chain.slice(1).map((id, i) => ({
    id: `step ${i}`,
    excludes: { kind: 'all', parts: [is(`x${i}`, '1'), is(id, '2')] } as Condition
  })),
  { id: 'end', excludes: is('x5', '1') }
]

test('what bars an option is said to be all needed only where the steps sufficed to tell', () => {
  const whole = putIn(issues, demands)
  const first = whole.issues.find(({ issue: id }) => id === 'x0')?.barred[0]
  expect(first).toMatchObject({ options: ['1'], together: true, complete: true })
  expect(first?.by.length).toBe(demands.length)
  const seen = new Set<boolean>()
  for (let steps = 1; steps < 3000; steps += 7)
    for (const { issue: id, barred } of putIn(issues, demands, new Steps(steps)).issues)
      for (const one of barred) {
        seen.add(one.complete)
        const all = whole.issues.find((other) => other.issue === id)?.barred
        // Complete is what the whole search says; where it is not, nothing that is needed is left out.
        if (one.complete) expect(all).toContainEqual(one)
      }
  expect(seen).toEqual(new Set([true, false]))
})
