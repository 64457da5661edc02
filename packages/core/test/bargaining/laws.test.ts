import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DealIssue, DealSpace, Frontier, Solutions } from '../../src/bargaining/index.ts'
import { frontier, opposition, solutions } from '../../src/bargaining/index.ts'
import { tried } from '../laws.ts'
import { covers, isAdmissible, packagesOf, reachedIn } from '../oracle/deals.ts'
import { listed } from './listed.ts'
import { conditionOn, onlyThis, renamed, spaces } from './spaces.ts'

const SEED = 20_250_606
const STANDARDS = ['nash', 'maxMin', 'mostEqual', 'egalitarian', 'welfare'] as const

/** A space's worths and no-deals, party by party, through a function. */
function revalued(
  space: DealSpace,
  of: (worth: number, party: number, issue: number) => number
): DealSpace {
  return {
    ...space,
    issues: space.issues.map((issue, k) => ({
      ...issue,
      worth: issue.worth.map((row) => row.map((worth, party) => of(worth, party, k)))
    })),
    noDeal: space.noDeal.map((noDeal, party) => of(noDeal, party, -1))
  }
}

/**
 * Frontier, counts and solutions by what they give, `back` undoing what was done to the gains of a
 * point.
 */
function summary(
  space: DealSpace,
  back: (gains: readonly number[]) => readonly number[] = (gains) => gains
): unknown {
  const found = frontier(space)
  const chosen = solutions(found)
  const points = listed(found).map((gains) => back(gains).join())
  return {
    points: points.map((gains, point) => `${gains} x${found.packages(point)}`).sort(),
    ideal: back([...chosen.ideal]),
    ...Object.fromEntries(
      STANDARDS.map((standard) => [standard, pointsOf(chosen, standard, points)])
    ),
    opposition: opposition(found)?.toFixed(9)
  }
}

function pointsOf(
  chosen: Solutions,
  standard: (typeof STANDARDS)[number],
  points: readonly string[]
): unknown {
  const solution = chosen[standard]
  return (
    solution && {
      points: solution.points.map((point) => points[point]).sort(),
      value: solution.value.toFixed(9)
    }
  )
}

const tied = (found: Frontier): readonly string[] =>
  (solutions(found).nash?.points ?? []).map((point) => String(listed(found)[point])).sort()

/** Spaces of which most have a Nash solution. */
const gainful = spaces({ conditions: [0, 2], packages: [2, 200] })

describe('what nothing may hang on', () => {
  test("a party's unit: Nash and Kalai-Smorodinsky pick the same packages", () => {
    const factors = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 })
    tried(
      fc.property(spaces(), factors, (space, factor) => {
        const scaled = frontier(
          revalued(space, (worth, party) => worth * (factor[party] as number))
        )
        const plain = frontier(space)
        expect(listed(scaled)).toEqual(
          listed(plain).map((gains) => gains.map((gain, k) => gain * (factor[k] as number)))
        )
        for (const standard of ['nash', 'maxMin', 'mostEqual'] as const)
          expect(solutions(scaled)[standard]?.points).toEqual(solutions(plain)[standard]?.points)
        expect(opposition(scaled)?.toFixed(9)).toBe(opposition(plain)?.toFixed(9))
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test("a party's zero: added to every option of an issue and to no deal, it changes no gain", () => {
    const shifts = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 })
    tried(
      fc.property(spaces(), shifts, (space, shift) => {
        const moved = revalued(space, (worth, party, issue) =>
          issue > 0 ? worth : worth + (shift[party] as number)
        )
        const without = (one: DealSpace): unknown => ({
          ...(summary(one) as object),
          opposition: 0
        })
        expect(without(moved)).toEqual(without(space))
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('the order of parties', () => {
    tried(
      fc.property(spaces(), fc.nat(), (space, seed) => {
        const order = shuffled([...space.parties.keys()], seed)
        const by = (row: Float64Array): Float64Array =>
          Float64Array.from(order, (party) => row[party] as number)
        const turned: DealSpace = {
          ...space,
          parties: order.map((party) => space.parties[party] as string),
          issues: space.issues.map((issue) => ({ ...issue, worth: issue.worth.map(by) })),
          noDeal: by(space.noDeal),
          unitsPerPoint: by(space.unitsPerPoint)
        }
        const back = (gains: readonly number[]): readonly number[] =>
          gains.map((_, party) => gains[order.indexOf(party)] as number)
        expect(summary(turned, back)).toEqual(summary(space))
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('the order of issues and options, and their names', () => {
    tried(
      fc.property(spaces(), fc.nat(), (space, seed) => {
        const issues = shuffled(space.issues, seed).map((issue) => {
          const order = shuffled([...issue.options.keys()], seed)
          return {
            id: `new ${issue.id}`,
            options: order.map((option) => `new ${issue.options[option]}`),
            worth: order.map((option) => issue.worth[option] as Float64Array)
          }
        })
        const excluded = shuffled(space.excluded, seed).map((condition) =>
          renamed(condition, (atom) => ({
            ...atom,
            issue: `new ${atom.issue}`,
            options: atom.options.map((id) => `new ${id}`)
          }))
        )
        expect(summary({ ...space, issues, excluded })).toEqual(summary(space))
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('an option worse for somebody and better for nobody than one that every condition treats alike', () => {
    const losses = fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 })
    tried(
      fc.property(spaces(), losses, fc.nat(), (space, loss, pick) => {
        const k = pick % space.issues.length
        const issue = space.issues[k] as DealIssue
        const twin = pick % issue.options.length
        const worse = (issue.worth[twin] as Float64Array).map(
          (worth, party) => worth - (loss[party] as number)
        )
        const longer = {
          ...issue,
          options: [...issue.options, 'twin'],
          worth: [...issue.worth, worse]
        }
        const excluded = space.excluded.map((condition) =>
          renamed(condition, (atom) =>
            atom.issue === issue.id && atom.options.includes(issue.options[twin] as string)
              ? { ...atom, options: [...atom.options, 'twin'] }
              : atom
          )
        )
        const [before, after] = [
          frontier(space),
          frontier({ ...space, issues: space.issues.with(k, longer), excluded })
        ]
        expect(listed(after)).toEqual(listed(before))
        expect(solutions(after)).toEqual(solutions(before))
        const more = loss.slice(0, space.parties.length).every((one) => one === 0)
        for (const point of listed(before).keys()) {
          const [was, is] = [before.packages(point) as bigint, after.packages(point) as bigint]
          if (more) expect(is).toBeGreaterThanOrEqual(was)
          else expect(is).toBe(was)
        }
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })
})

describe("Nash's axioms", () => {
  test('efficiency: no admissible package improves a solution for anybody without loss to another', () => {
    tried(
      fc.property(gainful, (space) => {
        fc.pre(solutions(frontier(space)).nash !== undefined)
        for (const solution of tied(frontier(space)))
          for (const { gains } of reachedIn(space))
            if (covers(gains, solution.split(',').map(Number))) expect(gains.join()).toBe(solution)
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('symmetry: where two parties can change places, so can they in the solutions', () => {
    tried(
      fc.property(spaces({ parties: [2, 2], conditions: [0, 0], packages: [1, 60] }), (space) => {
        const mirrored: DealSpace = {
          ...space,
          issues: space.issues.map(({ id, options, worth }) => ({
            id,
            options: [...options, ...options.map((option) => `${option} mirrored`)],
            worth: [...worth, ...worth.map((row) => row.toReversed())]
          })),
          noDeal: new Float64Array(2).fill(space.noDeal[0] as number),
          unitsPerPoint: new Float64Array(2).fill(1)
        }
        const found = frontier(mirrored)
        const turned = (some: readonly (readonly number[] | undefined)[]): readonly string[] =>
          some.map((gains) => String(gains?.toReversed())).sort()
        for (const standard of STANDARDS) {
          const points = (solutions(found)[standard]?.points ?? []).map(
            (point) => listed(found)[point]
          )
          expect(turned(points), standard).toEqual(points.map(String).sort())
        }
      }),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })

  test('independence of irrelevant alternatives: a solution stays one when other packages go', () => {
    tried(
      fc.property(
        gainful,
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.nat(),
        (space, others, pick) => {
          const before = frontier(space)
          const nash = solutions(before).nash?.points ?? []
          fc.pre(nash.length > 0)
          const point = nash[pick % nash.length] as number
          const kept = before.choice(point)
          const all = [...packagesOf(space)].filter((choice) => choice.join() !== kept.join())
          const gone =
            all.length === 0
              ? []
              : others.map((k) => onlyThis(space, all[k % all.length] as readonly number[]))
          const after = frontier({ ...space, excluded: [...space.excluded, ...gone] })
          expect(tied(after)).toContain(String(listed(before)[point]))
          expect(tied(before)).toEqual(expect.arrayContaining([...tied(after)]))
          expect(solutions(after).nash?.value).toBe(solutions(before).nash?.value)
        }
      ),
      { seed: SEED, runs: 50, seeds: 4 }
    )
  })
})

describe('redlines', () => {
  test('one more admits no new package and improves nobody', () => {
    tried(
      fc.property(spaces(), fc.gen(), (space, gen) => {
        const strict: DealSpace = {
          ...space,
          excluded: [...space.excluded, conditionOn(space, gen)]
        }
        const [before, after] = [frontier(space), frontier(strict)]
        for (const [point, gains] of listed(after).entries()) {
          expect(isAdmissible(space, after.choice(point))).toBe(true)
          expect(listed(before).some((old) => covers(old, gains))).toBe(true)
        }
        expect(covers(solutions(before).ideal, solutions(after).ideal)).toBe(true)
        expect(solutions(before).nash?.value ?? 0).toBeGreaterThanOrEqual(
          solutions(after).nash?.value ?? 0
        )
      }),
      { seed: SEED, runs: 100, seeds: 4 }
    )
  })
})

/**
 * The same things in another order (a full cycle of keys by a multiplier prime to all small sizes).
 */
function shuffled<T>(things: readonly T[], seed: number): readonly T[] {
  const key = (k: number): number => ((k + 1) * (2 * (seed % 48_611) + 1)) % 65_537
  return things
    .map((thing, k) => ({ thing, at: key(k) }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}
