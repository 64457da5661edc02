import type { Case, Redline } from '../model/case.ts'
import { conflictCores } from '../terms/index.ts'
import { canHold, demandOf, firmRedlines, requiredParties } from '../worth/admissible.ts'
import { FIRM } from '../worth/conventions.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { openIssues } from '../worth/offers.ts'
import { firmnessOf, redlineId } from '../worth/redlines.ts'
import { certainly, possibly } from '../worth/scenarios.ts'
import type { Extent, OpenResult } from './check-result.ts'
import type { Filling } from './completion.ts'
import type { Judges } from './judge-package.ts'
import { judgeOffers } from './judge-package.ts'
import { conditionLeft } from './left.ts'

/**
 * What a draft leaves open: what that may cross, and its best and worst end, judged. Where no way
 * to fill it keeps the rules, they are left aside.
 */
export function describeOpen(
  given: Offers,
  { best, worst, keepsRules, exact }: Filling,
  judges: Judges
): OpenResult {
  const { source } = judges.apart
  const describe = (offers: Offers, terms: ReadonlyMap<string, string>): OpenResult['best'] => {
    const { joint, verdict } = judgeOffers(offers, judges)
    return { terms, joint: { p: joint.p, standardError: joint.standardError }, verdict }
  }
  const redlines = requiredParties(source)
    .flatMap((party) => judges.apart.stance(party).redlines)
    .filter(({ crossedWhen }) => crossedWhen !== undefined)
  const within = keepsRules !== false ? source : { ...source, rules: [] }
  const crosses = new Map(redlines.map((redline) => [redline, crossesSome(redline, given, within)]))
  return {
    issues: openIssues(given, source),
    keepsRules,
    crosses,
    best: describe(best.offers, best.terms),
    worst: describe(worst.offers, worst.terms),
    exact,
    collision: collisionOf(given, within)
  }
}

/**
 * A smallest set of firm redlines of parties that the case needs which no way to fill a draft keeps
 * together; among several of one size, the firmest.
 */
function collisionOf(given: Offers, source: Case): readonly Redline[] {
  const firm = new Map(
    firmRedlines(source, FIRM).map((redline) => [redlineId(redline), redline] as const)
  )
  const demands = [...firm].flatMap(([id, redline]) => {
    const excludes = demandOf(redline, source)
    return excludes ? [{ id, excludes: conditionLeft(given, { ...redline, excludes }) }] : []
  })
  const { rules } = rulesLeft(given, source)
  const { cores } = conflictCores(
    { issues: source.issues, excluded: rules.map(({ excludes }) => excludes) },
    demands
  )
  const sizes = cores.map((core) => core.flatMap((id) => firm.get(id) ?? []))
  const firmness = (core: readonly Redline[]): number =>
    Math.min(...core.map((redline) => firmnessOf(redline, source.scenarios).central))
  return (
    [...sizes].sort(
      (a, b) =>
        a.length - b.length ||
        firmness(b) - firmness(a) ||
        (a.map(redlineId).join() < b.map(redlineId).join() ? -1 : 1)
    )[0] ?? []
  )
}

/**
 * Redlines of these parties that would be fatal, and that some ways to fill the open issues cross
 * and some do not.
 */
export function mayTurnFatal(
  given: Offers,
  required: readonly string[],
  { source }: Judge
): readonly Redline[] {
  if (openIssues(given, source).length === 0) return []
  return firmRedlines(source, FIRM).filter((redline) => {
    const { party, crossedWhen, stage } = redline
    if (!required.includes(party) || !crossedWhen) return false
    const condition = conditionLeft(given, { excludes: crossedWhen, stage })
    const rules = rulesLeft(given, source)
    const fatal = certainly(condition, source.scenarios)
    // what is not known to be impossible may come about
    return canHold(fatal, rules) !== false && canHold({ kind: 'not', part: fatal }, rules) !== false
  })
}

/**
 * Whether every, some or no admissible way to fill the open issues crosses the redline: every,
 * whatever the scenario; no, under none that can come about; unknown, where the steps of the search
 * did not tell.
 */
export function crossesSome({ crossedWhen, stage }: Redline, given: Offers, source: Case): Extent {
  if (!crossedWhen) return 'no'
  const condition = conditionLeft(given, { excludes: crossedWhen, stage })
  const rules = rulesLeft(given, source)
  const canCross = canHold(possibly(condition, source.scenarios), rules)
  if (canCross === false) return 'no'
  const surely = certainly(condition, source.scenarios)
  const canKeep = canHold({ kind: 'not', part: surely }, rules)
  if (canCross === undefined || canKeep === undefined) return 'unknown'
  return canKeep ? 'some' : 'every'
}

/** The case with what is left of its rules once every stage settles the other issues. */
const rulesLeft = (given: Offers, source: Case): Case => ({
  ...source,
  rules: source.rules.map((rule) => ({ ...rule, excludes: conditionLeft(given, rule) }))
})
