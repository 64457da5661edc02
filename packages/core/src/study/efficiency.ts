import type { DealSpace } from '../bargaining/index.ts'
import { dominating, Effort, gainsOf, QUICK, roundingOf, TooWide } from '../bargaining/index.ts'
import { dealSpaces, optionOf } from '../check/case-deal-space.ts'
import { scenarioFacts } from '../draws/sampler.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import { findPackage } from '../terms/index.ts'
import { admissible } from '../worth/admissible.ts'
import { BINDING } from '../worth/conventions.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import type { Alternative } from './alternatives.ts'

/**
 * The number of draws in which no admissible package is at least as good for every required party
 * and better for one. Null where no required party's gain can be told, no package is known to be
 * admissible, or conditions link too many issues.
 */
export function efficientDraws(
  { offers, required }: Alternative,
  judge: Judge,
  spend: Spending = () => new Effort(QUICK)
): number | null {
  const parties = required.filter((party) => judge.hasGain(party))
  const excluded = admissible(judge.source, BINDING)
  const found = findPackage({ issues: judge.source.issues, excluded })
  if (parties.length === 0 || typeof found !== 'object') return null
  try {
    return undominated(offers, { parties, judge, spend })
  } catch (error) {
    if (error instanceof TooWide) return null
    throw error
  }
}

/** What one draw may cost. */
type Spending = () => Effort

/**
 * What asking costs in one draw, in sums of two points, worked out at central judgements. Null where
 * it cannot be told there; `too wide`, where more packages are efficient than can be listed.
 */
export function costOfAsking(alternative: Alternative, central: Judge): number | 'too wide' | null {
  const efforts: Effort[] = []
  const told = efficientDraws(alternative, central, () => {
    const effort = new Effort(QUICK)
    efforts.push(effort)
    return effort
  })
  if (told === null) return efforts.length > 0 ? 'too wide' : null
  return efforts.reduce((sum, { spent }) => sum + spent, 0)
}

function undominated(
  offers: Offers,
  {
    parties,
    judge,
    spend
  }: { readonly parties: readonly string[]; readonly judge: Judge; readonly spend: Spending }
): number {
  // staged terms count as options at first, so that their worths are whole numbers of the same units
  const spaces = dealSpaces(judge, { parties, excluded: [], staged: offers })
  let count = 0
  // what is better in one draw mostly is in others too, and looking is dearer than looking again
  let known: readonly (readonly number[])[] = []
  for (let draw = 0; draw < judge.sampler.count; draw++) {
    const whole = spaces(draw)
    const space = unstaged(whole, draw, judge)
    const gains = gainsOf(whole, choiceOf(whole, offers))
    const again = known.find(
      (choice) => isAdmissible(space, choice) && isBetter(space, choice, gains)
    )
    const better = again ?? dominating(space, gains, spend())
    if (better) known = [better, ...known.filter((one) => one !== better)].slice(0, REMEMBERED)
    else count++
  }
  return count
}

/** Packages that were better in an earlier draw, and are looked at again. */
const REMEMBERED = 16

/** Whether a package is at least as good for everybody, and better for somebody, as `dominating` says. */
function isBetter(space: DealSpace, choice: readonly number[], gains: Float64Array): boolean {
  const rounding = roundingOf(space)
  const adds = gainsOf(space, choice).map((gain, party) => {
    const add = gain - (gains[party] as number)
    return Math.abs(add) <= (rounding?.[party] ?? 0) ? 0 : add
  })
  return adds.every((add) => add >= 0) && adds.some((add) => add > 0)
}

/** Whether none of what rules packages out holds of one. */
function isAdmissible({ issues, excluded }: DealSpace, choice: readonly number[]): boolean {
  const facts = factsOf(
    new Map(issues.map(({ id, options }, k) => [id, options[choice[k] as number] as string]))
  )
  return excluded.every((condition) => holds(condition, facts) !== true)
}

/** What is offered on each issue, by place; -1 where nothing is. */
const choiceOf = ({ issues }: DealSpace, offers: Offers): readonly number[] =>
  issues.map(({ id, options }) => {
    const offer = offers.get(id)
    return offer ? options.indexOf(optionOf(offer)) : -1
  })

/** The space without staged terms, as the parties see it in one draw, its scenarios known. */
function unstaged(whole: DealSpace, draw: number, { source, sampler }: Judge): DealSpace {
  const scenario = scenarioFacts(sampler.masks[draw] as number, source.scenarios)
  return {
    ...whole,
    issues: whole.issues.map((issue, k) => {
      const plain = source.issues[k]?.options.length ?? 0
      return {
        ...issue,
        options: issue.options.slice(0, plain),
        worth: issue.worth.slice(0, plain)
      }
    }),
    excluded: admissible(source, BINDING).map((condition) => withScenarios(condition, scenario))
  }
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
