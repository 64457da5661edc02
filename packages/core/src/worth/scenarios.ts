import type { Scenario } from '../model/case.ts'

/** Every combination of scenarios, as masks. */
export function masksOf(scenarios: readonly Scenario[]): readonly number[] {
  return Array.from({ length: 1 << scenarios.length }, (_, mask) => mask)
}
