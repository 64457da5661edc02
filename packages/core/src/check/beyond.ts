import type { DealSpace } from '../bargaining/deal-space.ts'
import { roundingOf } from '../bargaining/deal-space.ts'
import type { LeastGain } from '../bargaining/least-gain.ts'
import { leastGain } from '../bargaining/least-gain.ts'
import type { Case } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import { requiredParties } from '../worth/admissible.ts'
import { Judge } from '../worth/judge.ts'
import { relaxed } from '../worth/room.ts'
import { dealSpace } from './case-deal-space.ts'
import type { BeyondNoDeal } from './check-result.ts'

/**
 * The admissible package with the greatest least gain among the parties it needs, at central
 * values; or proof that none gains. Where no package is
 * admissible, the softest of the colliding redlines are dropped and named. Where a party is needed only under a condition, packages that
 * need it and packages that do not are searched apart.
 */
export function beyondNoDeal(source: Case, at: number): BeyondNoDeal | undefined {
  const judge = Judge.central(source)
  const parties = requiredParties(source).filter((party) => judge.hasGain(party))
  if (parties.length === 0 || source.issues.length === 0) return undefined
  const room = relaxed(source, at)
  if (!room) return undefined
  const { dropped, excluded } = room
  const searched = needs(source, parties).flatMap((need) => {
    if (need.parties.length === 0) return []
    const space = dealSpace(judge, {
      parties: need.parties,
      excluded: [...excluded, ...need.excluded]
    })
    return [{ space, found: leastGain(space) }]
  })
  const best = searched.reduce<Searched | undefined>(
    (most, one) =>
      one.found.choice && !(most && most.found.least >= one.found.least) ? one : most,
    undefined
  )
  const bound = searched.reduce(
    (most, one) => Math.max(most, one.found.bound),
    Number.NEGATIVE_INFINITY
  )
  const complete = searched.every((one) => one.found.complete)
  const leastOf = best ? best.found.least : bound
  return {
    exists: best && leastOf > roundingInPoints(best.space) ? true : complete ? false : undefined,
    leastGain: leastOf,
    bound: complete ? leastOf : bound,
    dropped,
    admits: room.found || best ? 'some' : 'unknown',
    nodes: searched.reduce((sum, one) => sum + one.found.nodes, 0),
    ...(best?.found.choice ? { terms: termsOf(best.space, best.found.choice) } : {})
  }
}

/** What numbers that fit no whole units may be off, in points: a gain within it is none. */
const roundingInPoints = (space: DealSpace): number =>
  Math.max(
    0,
    ...(roundingOf(space)?.map((units, party) => units / (space.unitsPerPoint[party] as number)) ??
      [])
  )

interface Searched {
  readonly space: DealSpace
  readonly found: LeastGain
}

/**
 * Sets of parties that a package may need, each with what rules out the packages that need others.
 */
function needs(
  source: Case,
  parties: readonly string[]
): readonly { parties: readonly string[]; excluded: readonly Condition[] }[] {
  const always = parties.filter((party) =>
    source.required.some((one) => one.party === party && !one.when)
  )
  const sometimes = parties.filter((party) => !always.includes(party))
  return Array.from({ length: 1 << sometimes.length }, (_, set) => ({
    parties: parties.filter(
      (party) => always.includes(party) || (set >> sometimes.indexOf(party)) & 1
    ),
    excluded: sometimes.map((party, bit): Condition => {
      const parts = source.required.flatMap((one) =>
        one.party === party && one.when ? [one.when] : []
      )
      const needed: Condition = { kind: 'any', parts }
      return (set >> bit) & 1 ? { kind: 'not', part: needed } : needed
    })
  }))
}

function termsOf({ issues }: DealSpace, choice: readonly number[]): ReadonlyMap<string, string> {
  return new Map(issues.map(({ id, options }, issue) => [id, options[choice[issue] ?? 0] ?? '']))
}
