import type { DealSpace } from '../bargaining/index.ts'
import { dominating, TooWide, wholeNumbers } from '../bargaining/index.ts'
import { scenarioFacts } from '../draws/sampler.ts'
import type { Condition } from '../model/judgement.ts'
import { findPackage } from '../terms/index.ts'
import { admissible } from '../worth/admissible.ts'
import { BINDING } from '../worth/conventions.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import type { Alternative } from './alternatives.ts'

/**
 * The number of draws in which no admissible package is at least as good for every required party
 * and better for one. Null where no required party's gain can be told, no package is admissible, or
 * conditions link too many issues.
 */
export function efficientDraws({ offers, required }: Alternative, judge: Judge): number | null {
  const parties = required.filter((party) => judge.hasGain(party))
  const excluded = admissible(judge.source, BINDING)
  if (parties.length === 0 || !findPackage({ issues: judge.source.issues, excluded })) return null
  try {
    return undominated(offers, parties, judge)
  } catch (error) {
    if (error instanceof TooWide) return null
    throw error
  }
}

function undominated(offers: Offers, parties: readonly string[], judge: Judge): number {
  let count = 0
  for (let draw = 0; draw < judge.sampler.count; draw++) {
    const space = spaceIn(draw, parties, judge)
    if (!dominating(space, gainsIn(space, offers, chanceIn(draw, judge)))) count++
  }
  return count
}

/** The deal space as the parties see it in one draw, its scenarios known. */
function spaceIn(draw: number, parties: readonly string[], judge: Judge): DealSpace {
  const { source, sampler } = judge
  const scenario = scenarioFacts(sampler.masks[draw] as number, source.scenarios)
  return wholeNumbers({
    parties,
    issues: source.issues.map(({ id, options }) => ({
      id,
      options: options.map((option) => option.id),
      worth: options.map((option) =>
        parties.map((party) => judge.gainOf(party).part(id, { option: option.id })[draw] as number)
      )
    })),
    noDeal: parties.map((party) => -(judge.gainOf(party).fixed()[draw] as number)),
    excluded: admissible(source, BINDING).map((condition) => withScenarios(condition, scenario))
  })
}

type Chance = (offer: NonNullable<ReturnType<Offers['get']>>) => number

const chanceIn =
  (draw: number, { sampler }: Judge): Chance =>
  ({ then, chance }) =>
    then === undefined || !chance ? 0 : (sampler.column(chance)[draw] as number)

/**
 * Gains of what is offered, in the units of the space; a staged term lies between its options and
 * is rounded.
 */
function gainsIn({ issues, noDeal }: DealSpace, offers: Offers, chance: Chance): Float64Array {
  return noDeal.map((less, party) =>
    issues.reduce((sum, { id, options, worth }) => {
      const offer = offers.get(id)
      if (!offer) return sum
      const of = (option: string): number => worth[options.indexOf(option)]?.[party] ?? 0
      const likely = chance(offer)
      return (
        sum + Math.round((1 - likely) * of(offer.option) + likely * of(offer.then ?? offer.option))
      )
    }, -less)
  )
}

/** A condition in a world whose scenarios are known. */
function withScenarios(
  condition: Condition,
  scenario: (id: string) => boolean | undefined
): Condition {
  const inside = (part: Condition): Condition => withScenarios(part, scenario)
  switch (condition.kind) {
    case 'scenario':
      return { kind: scenario(condition.id) === true ? 'all' : 'any', parts: [] }
    case 'all':
    case 'any':
      return { kind: condition.kind, parts: condition.parts.map(inside) }
    case 'not':
      return { kind: 'not', part: inside(condition.part) }
    case 'if':
    case 'iff':
      return { kind: condition.kind, left: inside(condition.left), right: inside(condition.right) }
    default:
      return condition
  }
}
