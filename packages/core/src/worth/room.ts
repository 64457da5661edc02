import type { Case, Redline } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import { conflictCores, countPackages, findPackage } from '../terms/index.ts'
import { admissible, demandOf, firmRedlines, rulesOf } from './admissible.ts'
import { BINDING } from './conventions.ts'
import { firmnessOf, redlineId } from './redlines.ts'

/** Firmness from which redlines bind, in turn: how many packages each leaves. */
export const LEVELS = [0.3, BINDING, 0.7, 0.9] as const

/** How many packages keep the rules and the required parties' redlines of firmness `at` or more. */
export interface LevelCount {
  readonly at: number
  readonly admissible: bigint
}

/** How the room for a deal grows with the firmness that a redline needs to bind. Exact. */
export function levelCounts(source: Case): readonly LevelCount[] {
  return LEVELS.map((at) => ({ at, admissible: countWithin(source, admissible(source, at)) }))
}

/** A redline that binds or does not by how its range is read, and the count if it were read so. */
export interface AtTheEdge {
  readonly redline: Redline
  readonly binds: boolean
  readonly admissible: bigint
}

/** A central firmness this near a level could as well have been put on its other side. */
const NEAR = 0.05

/**
 * The redlines whose firmness reaches across `at`, or stands right beside it, each with how many packages there would
 * be if it alone were read on the other side. Those that change nothing are left out.
 */
export function edgeCounts(source: Case, at: number): readonly AtTheEdge[] {
  const binding = firmRedlines(source, at)
  const now = countWithin(source, admissible(source, at))
  const parties = new Set(source.required.map(({ party }) => party))
  const redlines = [...source.stances.values()]
    .filter(({ party }) => parties.has(party))
    .flatMap((stance) => stance.redlines)
  return redlines.flatMap((redline) => {
    const { low, central, high } = firmnessOf(redline, source.scenarios)
    const demand = demandOf(redline, source)
    const binds = binding.includes(redline)
    const isNear = Math.abs(central - at) <= NEAR + Number.EPSILON
    if (!demand || !(isNear || (binds ? low < at : high >= at))) return []
    const others = binding.filter((other) => other !== redline)
    const excluded = [
      ...rulesOf(source),
      ...others.flatMap((other) => demandOf(other, source) ?? []),
      ...(binds ? [] : [demand])
    ]
    const count = countWithin(source, excluded)
    return count === now ? [] : [{ redline, binds, admissible: count }]
  })
}

/** Redlines given up for want of any package, and what packages must not meet then. */
export interface Relaxed {
  readonly dropped: readonly Redline[]
  readonly excluded: readonly Condition[]
}

/**
 * The rules and redlines of firmness `at` or more; where no package keeps them all, the softest of
 * those that collide are dropped (all that are equally soft), again and again, until one does.
 * Undefined where the rules alone leave none.
 */
export function relaxed(source: Case, at: number): Relaxed | undefined {
  const rules = rulesOf(source)
  const { issues } = source
  let kept = firmRedlines(source, at)
  for (;;) {
    const demands = kept.flatMap((redline) => {
      const excludes = demandOf(redline, source)
      return excludes ? [{ id: redlineId(redline), excludes }] : []
    })
    const excluded = [...rules, ...demands.map(({ excludes }) => excludes)]
    if (findPackage({ issues, excluded }))
      return { dropped: firmRedlines(source, at).filter((one) => !kept.includes(one)), excluded }
    const { cores } = conflictCores({ issues, excluded: rules }, demands)
    const colliding = new Set(cores.flat())
    if (demands.length === 0 || cores.some((core) => core.length === 0)) return undefined
    // Where the search for conflicts was cut short, any redline may be part of one.
    const suspects = kept.filter(
      (redline) => colliding.size === 0 || colliding.has(redlineId(redline))
    )
    const firmness = (redline: Redline): number => firmnessOf(redline, source.scenarios).central
    const softest = Math.min(...suspects.map(firmness))
    kept = kept.filter((one) => !(suspects.includes(one) && firmness(one) === softest))
  }
}

const countWithin = ({ issues }: Case, excluded: readonly Condition[]): bigint =>
  countPackages({ issues, excluded })
