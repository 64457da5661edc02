import { scenarioFacts } from '../draws/sampler.ts'
import type { Scenario } from '../model/case.ts'
import { holds } from '../model/condition.ts'
import type { Judgement } from '../model/judgement.ts'

/** Every combination of scenarios, as masks. */
export function masksOf(scenarios: readonly Scenario[]): readonly number[] {
  return Array.from({ length: 1 << scenarios.length }, (_, mask) => mask)
}

/** Combinations of scenarios, one for each way in which these judgements read them. */
export function tellingMasks(
  judgements: readonly Judgement[],
  scenarios: readonly Scenario[]
): readonly number[] {
  const conditional = judgements.filter(({ cases }) => cases.length > 0)
  if (conditional.length === 0) return [0]
  const seen = new Map<string, number>()
  for (const mask of masksOf(scenarios)) {
    const facts = { scenario: scenarioFacts(mask, scenarios) }
    const read = conditional.map(({ cases }) =>
      cases.findIndex(({ when }) => holds(when, facts) === true)
    )
    seen.set(read.join(), mask)
  }
  return [...seen.values()]
}
