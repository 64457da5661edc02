import { scenarioFacts } from '../draws/sampler.ts'
import type { Scenario } from '../model/case.ts'
import { holds, scenariosIn, underScenarios } from '../model/condition.ts'
import type { Condition, Judgement } from '../model/judgement.ts'
import { mean } from '../model/judgement.ts'

/** Every combination of scenarios, as masks. */
export function masksOf(scenarios: readonly Scenario[]): readonly number[] {
  return Array.from({ length: 1 << scenarios.length }, (_, mask) => mask)
}

/** The combinations that can come about: no scenario of chance 0 holds, none of chance 1 fails. */
export function possibleMasks(scenarios: readonly Scenario[]): readonly number[] {
  return masksOf(scenarios).filter((mask) =>
    scenarios.every(({ p }, bit) => (mask & (1 << bit) ? p.range.high > 0 : p.range.low < 1))
  )
}

/** The mean chance of one combination; scenarios come about each by itself. */
export function chanceOf(mask: number, scenarios: readonly Scenario[]): number {
  return scenarios.reduce(
    (product, { p }, bit) => product * (mask & (1 << bit) ? mean(p.range) : 1 - mean(p.range)),
    1
  )
}

/**
 * A condition on packages alone: that it holds whatever scenario comes about (`certainly`), or under
 * some scenario that can (`possibly`). Counts, conflicts, best packages and drafts go by the first,
 * as a single proposal does.
 */
export function certainly(condition: Condition, scenarios: readonly Scenario[]): Condition {
  return overScenarios('all', condition, scenarios)
}

/** See `certainly`. */
export function possibly(condition: Condition, scenarios: readonly Scenario[]): Condition {
  return overScenarios('any', condition, scenarios)
}

function overScenarios(
  kind: 'all' | 'any',
  condition: Condition,
  scenarios: readonly Scenario[]
): Condition {
  const named = scenariosIn(condition)
  if (named.length === 0) return condition
  // Only the scenarios that it names are told apart.
  const told = scenarios.filter(({ id }) => named.includes(id))
  return {
    kind,
    parts: possibleMasks(told).map((mask) => {
      const facts = scenarioFacts(mask, told)
      return underScenarios(condition, (id) => facts(id) === true)
    })
  }
}

/** Scenarios with one of them known to hold, or not to. */
export function withKnown(
  scenarios: readonly Scenario[],
  id: string,
  holding: boolean
): readonly Scenario[] {
  const certain = holding ? 1 : 0
  return scenarios.map((scenario) =>
    scenario.id === id
      ? { ...scenario, p: { ...scenario.p, cases: [], range: { low: certain, high: certain } } }
      : scenario
  )
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
