import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Rule, RuleContext } from './rule.ts'

/** All rules of the judgement, in the order of their codes. */
export const rules: readonly Rule[] = []

/** Their pages, for `truce explain` and the reference. */
export const checkPages: readonly Page[] = rules.map(({ page }) => page)

/** Runs every rule. */
export function runRules(context: RuleContext): void {
  for (const rule of rules) rule.run(context)
}
