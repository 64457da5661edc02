import type { Case, Redline, Rule } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import { conflictCores, findPackage, STEPS, Steps } from '../terms/index.ts'
import { BINDING } from './conventions.ts'
import type { Stages } from './offers.ts'
import { firmnessOf, redlineId } from './redlines.ts'
import { certainly } from './scenarios.ts'

/** Whether some stage breaks a rule; undefined when open issues leave it open. */
export function excludedAt(
  rules: readonly Pick<Rule, 'excludes'>[],
  stages: Stages
): boolean | undefined {
  const values = rules.flatMap(({ excludes }) =>
    stages.map((stage) => holds(excludes, factsOf(stage)))
  )
  if (values.includes(true)) return true
  return values.includes(undefined) ? undefined : false
}

/**
 * What a required party's redline rules out: crossing it, whatever the scenario, where the party is
 * needed at all.
 */
export function demandOf(redline: Redline, source: Case): Condition | undefined {
  if (!redline.crossedWhen) return undefined
  const crossed = certainly(redline.crossedWhen, source.scenarios)
  const requirements = source.required.filter(({ party }) => party === redline.party)
  if (requirements.length === 0) return undefined
  if (requirements.some(({ when }) => when === undefined)) return crossed
  const needed: Condition = { kind: 'any', parts: requirements.flatMap(({ when }) => when ?? []) }
  return { kind: 'all', parts: [needed, crossed] }
}

/** The required parties' redlines whose central firmness is at least `at`. */
export function firmRedlines(source: Case, at: number): readonly Redline[] {
  const parties = new Set(source.required.map(({ party }) => party))
  return [...source.stances.values()]
    .filter(({ party }) => parties.has(party))
    .flatMap(({ redlines }) => redlines)
    .filter(
      (redline) =>
        firmnessOf(redline, source.scenarios).central >= at &&
        demandOf(redline, source) !== undefined
    )
}

/** Rules and firm redlines as conditions that an admissible package does not meet. */
export function admissible(source: Case, at: number): readonly Condition[] {
  return [
    ...source.rules.map(({ excludes }) => excludes),
    ...firmRedlines(source, at).flatMap((redline) => demandOf(redline, source) ?? [])
  ]
}

/**
 * Minimal sets of redlines of firmness `at` or more that no package respects together, the rules
 * being given.
 */
export function coresAt(
  source: Case,
  at: number
): { readonly cores: readonly (readonly Redline[])[]; readonly complete: boolean } {
  const bounds = new Map(
    firmRedlines(source, at).flatMap((redline) => {
      const excludes = demandOf(redline, source)
      return excludes ? [[redlineId(redline), { redline, excludes }] as const] : []
    })
  )
  const { cores, complete } = conflictCores(
    { issues: source.issues, excluded: source.rules.map(({ excludes }) => excludes) },
    [...bounds].map(([id, { excludes }]) => ({ id, excludes }))
  )
  return {
    complete,
    cores: cores.map((ids) => ids.flatMap((id) => bounds.get(id)?.redline ?? []))
  }
}

/** Whether some package meets a condition within the rules; undefined where the steps did not tell. */
export function canHold(
  condition: Condition,
  source: Case,
  steps: number = STEPS.find
): boolean | undefined {
  const excluded = [
    ...source.rules.map(({ excludes }) => excludes),
    { kind: 'not', part: condition } as const
  ]
  const found = findPackage({ issues: source.issues, excluded }, new Steps(steps))
  return found === 'unknown' ? undefined : found !== 'none'
}

/** Parties whose acceptance is needed, always or under a condition, in the order of the case. */
export function requiredParties(source: Case): readonly string[] {
  return [...new Set(source.required.map(({ party }) => party))]
}

/** A redline that binds, and what no package may meet because of it. */
export interface Bound {
  readonly redline: Redline
  readonly condition: Condition
}

/**
 * The redlines of some parties whose central firmness is 0.5 and more. One of a party that the case
 * needs only under a condition binds where its consent is needed; `everywhere`: always.
 */
export function boundsOf(
  source: Case,
  parties: readonly string[],
  everywhere = false
): readonly Bound[] {
  const redlines = parties.flatMap((party) => source.stances.get(party)?.redlines ?? [])
  const firm = redlines.filter(
    (redline) => firmnessOf(redline, source.scenarios).central >= BINDING
  )
  return firm.flatMap((redline) => {
    const condition =
      (everywhere ? undefined : demandOf(redline, source)) ??
      (redline.crossedWhen && certainly(redline.crossedWhen, source.scenarios))
    return condition ? [{ redline, condition }] : []
  })
}

/** The case's rules as conditions no package may meet. */
export function rulesOf(source: Case): readonly Condition[] {
  return source.rules.map(({ excludes }) => excludes)
}
