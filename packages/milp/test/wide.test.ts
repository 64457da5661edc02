import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gainsOf, nobodyGains, STANDARDS } from '../../core/src/bargaining/index.ts'
import { betterAmong, improveWide, solveWide } from '../../core/src/bargaining/wide.ts'
import { spaces } from '../../core/test/bargaining/spaces.ts'
import { triedInTime } from '../../core/test/laws.ts'
import { covers, efficientAmong, reachedIn, standardsOf } from '../../core/test/oracle/deals.ts'
import { highsSolver } from '../src/highs.ts'

const solver = highsSolver()
const small = spaces({ parties: [2, 4], issues: [2, 5], packages: [2, 600], conditions: [0, 4] })
const rations = fc.record({ work: fc.constantFrom(0, 1, 3, 8, 20, 60), nodes: fc.nat(2) })
/** What the solver's tolerance may add to a bound. */
const NEAR = 1e-6

test('within any ration, what is told holds of all packages, and what is not known is not told', async () => {
  const seen = { open: 0, unknown: 0, nobody: 0, whole: 0, efficient: 0, rough: 0 }
  await triedInTime(
    fc.asyncProperty(small, rations, fc.boolean(), async (space, ration, rough) => {
      const reached = reachedIn(space)
      const truth = standardsOf(space, reached)
      const solved = await solveWide(space, { solver, ration, rough })
      const { ideal, undecided, gainless } = solved
      if (nobodyGains(solved)) {
        expect(reached).toEqual([])
        seen.nobody++
        return
      }
      if (reached.length === 0) {
        expect(ideal).toBeUndefined()
        expect(solved.standards).toEqual([])
        return
      }
      space.unitsPerPoint.forEach((units, party) => {
        const most = truth.ideal[party] as number
        const open = undecided?.ideals.find((one) => one.party === party)
        if (ideal && !open) expect(ideal[party]).toBe(most)
        if (ideal) expect(ideal[party]).toBeLessThanOrEqual(most)
        if (open?.bound !== undefined)
          expect(open.bound + NEAR).toBeGreaterThanOrEqual(most / units)
        if (gainless.includes(party)) expect(most).toBe(0)
      })
      const frontier = new Set(efficientAmong(reached).map(({ gains }) => gains.join()))
      for (const { choice, gains } of solved.efficient ?? []) {
        expect(gains).toEqual(gainsOf(space, choice))
        expect(frontier).toContain(gains.join())
        seen.efficient++
      }
      if (rough && solved.standards.some((best) => best.standard === 'maxMin')) seen.rough++
      for (const standard of STANDARDS) {
        if (standard === 'mostEqual') continue
        const best = solved.standards.find((one) => one.standard === standard)
        const value = truth[standard]?.value
        if (best && value !== undefined) {
          const { bound, complete } = best.certificate
          expect(best.value).toBeLessThanOrEqual(value + NEAR)
          expect(bound + NEAR * Math.max(1, value)).toBeGreaterThanOrEqual(value)
          expect(Number.isFinite(bound)).toBe(true)
          if (complete) expect(best.value).toBeCloseTo(value, 6)
        } else if (best) expect.unreachable(`${standard}: there is no such package`)
        else if (!undecided?.standards.includes(standard)) expect(value).toBeUndefined()
      }
      if (undecided && undecided.ideals.length > 0) seen.open++
      if (undecided && undecided.standards.length > 0) seen.unknown++
      if (!undecided) seen.whole++
    }),
    { seed: 7, runs: 20, seeds: 3 }
  )
  expect(Object.values(seen).every((count) => count > 2)).toBe(true)
})

test('that nothing is better for all is told only where nothing is', async () => {
  const seen = { better: 0, none: 0, open: 0 }
  await triedInTime(
    fc.asyncProperty(small, rations, fc.boolean(), async (space, ration, noDeal) => {
      const floor = space.parties.map(() => Number.NEGATIVE_INFINITY)
      const all = reachedIn(space, floor)
      const from = all[0]
      if (!from) return
      const better = all.some(
        ({ gains }) =>
          covers(gains, from.gains) &&
          gains.some((gain, party) => gain > (from.gains[party] as number)) &&
          (!noDeal || gains.every((gain) => gain >= 0))
      )
      const gains = Float64Array.from(from.gains)
      const found = await improveWide(space, gains, { solver, noDeal, ration })
      if (found.improvement) expect(better).toBe(true)
      else if (found.decided) expect(better).toBe(false)
      seen[found.improvement ? 'better' : found.decided ? 'none' : 'open']++
    }),
    { seed: 7, runs: 20, seeds: 3 }
  )
  expect(Object.values(seen).every((count) => count > 2)).toBe(true)
})

test('what a first answer calls better for all is, and where it finds nothing it says no more', async () => {
  const seen = { better: 0, open: 0 }
  await triedInTime(
    fc.asyncProperty(small, fc.nat(50), async (space, at) => {
      const all = reachedIn(
        space,
        space.parties.map(() => Number.NEGATIVE_INFINITY)
      )
      const from = all[at % Math.max(1, all.length)]
      if (!from) return
      const { efficient = [] } = await solveWide(space, { solver, rough: true })
      const choices = efficient.map(({ choice }) => choice)
      const gains = Float64Array.from(from.gains)
      const found = betterAmong(space, gains, choices)
      const better = efficient.filter(
        (one) => covers(one.gains, gains) && one.gains.join() !== gains.join()
      )
      expect(found.improvement !== undefined).toBe(better.length > 0)
      expect(found.decided).toBe(better.length > 0)
      seen[found.improvement ? 'better' : 'open']++
      if (!found.improvement) return
      const { choice, adds } = found.improvement
      expect(adds).toEqual(gainsOf(space, choice).map((gain, k) => gain - (gains[k] as number)))
      const leastOf = (added: ArrayLike<number>): number =>
        Math.min(...Array.from(added, (add, k) => add / (space.unitsPerPoint[k] as number)))
      for (const one of better)
        expect(leastOf(adds) + 1e-9).toBeGreaterThanOrEqual(
          leastOf(one.gains.map((gain, k) => gain - (gains[k] as number)))
        )
    }),
    { seed: 11, runs: 20, seeds: 3 }
  )
  expect(Object.values(seen).every((count) => count > 2)).toBe(true)
})
