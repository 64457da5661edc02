import type { Package, Redline } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import { settle } from '../terms/index.ts'
import { canHold, firmRedlines } from '../worth/admissible.ts'
import { FIRM } from '../worth/conventions.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { openIssues, stagesOf } from '../worth/offers.ts'
import type { Verdict } from '../worth/verdict.ts'
import type { OpenResult } from './check-result.ts'
import type { Completions } from './completion.ts'
import type { Judges } from './judge-package.ts'
import { judgeOffers } from './judge-package.ts'

/** What a draft leaves open: what that may cross, and its best and worst end, judged. */
export function describeOpen(
  given: Offers,
  { best, worst, exact }: Completions,
  judges: Judges
): OpenResult {
  const { apart } = judges
  const describe = (offers: Offers, terms: ReadonlyMap<string, string>): OpenResult['best'] => {
    const { joint, verdict } = judgeOffers(offers, judges)
    return { terms, joint: { p: joint.p, standardError: joint.standardError }, verdict }
  }
  const parties = new Set(apart.source.required.map(({ party }) => party))
  const redlines = [...parties]
    .flatMap((party) => apart.stance(party).redlines)
    .filter(({ crossedWhen }) => crossedWhen !== undefined)
  const crosses = new Map(redlines.map((redline) => [redline, crossesSome(redline, given, apart)]))
  return {
    issues: openIssues(given, apart.source),
    crosses,
    best: describe(best.offers, best.terms),
    worst: describe(worst.offers, worst.terms),
    exact
  }
}

/** The best verdict of a draft while some way to fill it crosses a firm redline. */
export const CAP: Verdict = 'contested'

/** Whether some ways to fill the open issues, and not all, cross a firm redline of these parties. */
export function mayTurnFatal(given: Offers, required: readonly string[], judge: Judge): boolean {
  return (
    openIssues(given, judge.source).length > 0 &&
    firmRedlines(judge.source, FIRM).some(
      (redline) => required.includes(redline.party) && crossesSome(redline, given, judge) === 'some'
    )
  )
}

/** Whether every, some or no admissible way to fill the open issues crosses the redline. */
export function crossesSome(
  { crossedWhen }: Redline,
  given: Offers,
  { source }: Judge
): 'every' | 'some' | 'no' {
  if (!crossedWhen) return 'no'
  const stages = stagesOf(given)
  // What is left of a condition on the open issues once a stage settles the others; all stages
  // share the open issues.
  const left = (condition: Condition): Condition => ({
    kind: 'any',
    parts: stages.map((stage) => settleAll(condition, stage))
  })
  const rules = source.rules.map((rule) => ({ ...rule, excludes: left(rule.excludes) }))
  if (!canHold(left(crossedWhen), { ...source, rules })) return 'no'
  return canHold({ kind: 'not', part: left(crossedWhen) }, { ...source, rules }) ? 'some' : 'every'
}

function settleAll(condition: Condition, stage: Package): Condition {
  let residue: ReturnType<typeof settle> = condition
  for (const [issue, option] of stage)
    if (typeof residue !== 'boolean') residue = settle(residue, issue, option)
  return typeof residue === 'boolean' ? { kind: residue ? 'all' : 'any', parts: [] } : residue
}
