import { maxMinGain } from '../bargaining/maxmin.ts'
import type { Case } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import { Judge } from './judge.ts'
import type { BeyondNoDeal } from './result.ts'
import { admissible } from './space.ts'

/** The admissible package with the greatest least gain among required parties, at central values; or proof that none gains. */
export function beyondNoDeal(source: Case, at: number): BeyondNoDeal | undefined {
  const judge = Judge.central(source)
  const parties = [...new Set(source.required.map(({ party }) => party))].filter((party) => judge.hasGain(party))
  if (parties.length === 0 || source.issues.length === 0) return undefined
  const excluded = admissible(source, at)
  const termsOf = (choice: readonly number[]): ReadonlyMap<string, string> =>
    new Map(
      source.issues.flatMap(({ id, options }, issue) => {
        const option = options[choice[issue] ?? -1]
        return option ? [[id, option.id] as const] : []
      })
    )
  const result = maxMinGain({
    gains: source.issues.map(({ id, options }) =>
      options.map((option) => parties.map((party) => judge.gainOf(party).part(id, { option: option.id })[0] ?? 0))
    ),
    base: parties.map((party) => judge.gainOf(party).fixed()[0] ?? 0),
    possible: (choice) => {
      const facts = factsOf(termsOf(choice))
      return excluded.every((condition) => holds(condition, facts) !== true)
    },
    needed: (party, choice) => {
      const requirements = source.required.filter((one) => one.party === parties[party])
      const values = requirements.map(({ when }) => (when ? holds(when, factsOf(termsOf(choice))) : true))
      return values.includes(true) ? true : values.includes(undefined) ? undefined : false
    }
  })
  const exists = result.choice && result.leastGain > 0 ? true : result.complete ? false : undefined
  return {
    exists,
    leastGain: result.leastGain,
    bound: result.bound,
    nodes: result.nodes,
    ...(result.choice ? { terms: termsOf(result.choice) } : {})
  }
}
