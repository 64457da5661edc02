import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontier, liveFrontier } from '../../src/bargaining/index.ts'
import { spaces } from './spaces.ts'

test('after any changes of values, in one issue or several, the live frontier is the frontier', () => {
  fc.assert(
    fc.property(
      spaces({ parties: [1, 4] }),
      fc.array(fc.nat(), { minLength: 4, maxLength: 24 }),
      (space, picks) => {
        const start = liveFrontier(space)
        fc.pre(start !== undefined)
        let live = start
        for (let k = 0; k + 3 < picks.length; k += 4) {
          const [issueAt, optionAt, partyAt, worth] = picks.slice(k, k + 4) as [
            number,
            number,
            number,
            number
          ]
          const issue = issueAt % space.issues.length
          const option = optionAt % (space.issues[issue]?.options.length ?? 1)
          const before = live
          const known = [...before.gains.values]
          live = live.changed({
            issue,
            option,
            party: partyAt % space.parties.length,
            worth: worth % 9
          })
          expect([...live.gains.values]).toEqual([...frontier(live.space).gains.values])
          // A frontier once handed out does not change under its holder.
          expect([...before.gains.values]).toEqual(known)
        }
      }
    ),
    { numRuns: 150 }
  )
})

test('a space in which no package is admissible has no live frontier', () => {
  const issue = { id: 'i', options: ['a'], worth: [Float64Array.of(1)] }
  const space = {
    parties: ['p'],
    issues: [issue],
    noDeal: Float64Array.of(0),
    unitsPerPoint: Float64Array.of(1),
    exact: [true]
  }
  expect(
    liveFrontier({ ...space, excluded: [{ kind: 'is', issue: 'i', options: ['a'] }] })
  ).toBeUndefined()
  expect(liveFrontier({ ...space, excluded: [] })?.gains.count).toBe(1)
})
