import type { Case, Redline } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import type { AllPutIn, Demand, PackageCount } from '../terms/index.ts'
import {
  conflictCores,
  countPackages,
  findPackage,
  putIn,
  STEPS,
  Steps,
  totalPackages
} from '../terms/index.ts'
import { admissible, demandOf, firmRedlines, rulesOf } from './admissible.ts'
import { BINDING } from './conventions.ts'
import { firmnessOf, redlineId } from './redlines.ts'

/** Firmness from which redlines bind, in turn: how many packages each leaves. */
export const LEVELS = [0.3, BINDING, 0.7, 0.9] as const

/** How many packages are admissible: exactly so many, or at least so many where not `exact`. */
export interface AdmissibleCount {
  readonly admissible: bigint
  readonly exact: boolean
}

/** Whether it is known that no package is admissible. */
export const hasNone = ({ admissible, exact }: AdmissibleCount): boolean =>
  exact && admissible === 0n

/** How many packages keep the rules and the required parties' redlines of firmness `at` or more. */
export interface LevelCount extends AdmissibleCount {
  readonly at: number
}

/** A redline that binds or does not by how its range is read, and the count if it were read so. */
export interface AtTheEdge {
  readonly redline: Redline
  readonly binds: boolean
  readonly admissible: bigint
}

/** How much room for a deal there is, at the firmness that binds and at others. */
export interface PackageRoom extends AdmissibleCount {
  readonly total: bigint
  readonly at: number
  /** How the room grows with the firmness that a redline needs to bind. */
  readonly levels: readonly LevelCount[]
  /** Redlines whose range of firmness reaches across `at`, read on the other side; counted exactly. */
  readonly edges: readonly AtTheEdge[]
  /** Redlines of that kind with which the packages were not counted, for want of steps. */
  readonly uncounted: readonly Redline[]
  /** What rules and redlines of firmness `at` leave no choice about: put in, not found. */
  readonly putIn: AllPutIn
}

/** Steps that the counts of a room may take: see `STEPS`. */
export type RoomSteps = Readonly<Record<'count' | 'level' | 'edges', number>> & {
  readonly putIn?: number
}

/** Counts the packages of a case at every firmness of `LEVELS`, `BINDING` among them. */
export function roomOf(source: Case, steps: RoomSteps = STEPS): PackageRoom {
  const at = BINDING
  const levels = LEVELS.map((level): LevelCount => {
    const within = new Steps(level === at ? steps.count : steps.level)
    return { at: level, ...counted(source, admissible(source, level), within) }
  })
  const { admissible: now, exact } = levels.find((level) => level.at === at) as LevelCount
  const all = edgesOf(source, at)
  const within = new Steps(steps.edges)
  const edges: AtTheEdge[] = []
  const uncounted: Redline[] = []
  for (const { redline, binds, excluded } of all) {
    // without an exact count there is nothing to hold the others against
    const count = exact && !within.spent ? counted(source, excluded, within) : undefined
    if (!count?.exact) uncounted.push(redline)
    else if (count.admissible !== now) edges.push({ redline, binds, admissible: count.admissible })
  }
  return {
    total: totalPackages(source.issues),
    at,
    admissible: now,
    exact,
    levels,
    edges,
    uncounted,
    putIn: putIn(
      source.issues,
      demandsOf(source, firmRedlines(source, at)),
      new Steps(steps.putIn ?? STEPS.putIn)
    )
  }
}

/** Rules, by their place, and redlines, by their ids, as demands on packages. */
export function demandsOf(source: Case, redlines: readonly Redline[]): readonly Demand[] {
  return [
    ...source.rules.map(({ at, excludes }) => ({ id: at, excludes })),
    ...redlines.flatMap((redline) => {
      const excludes = demandOf(redline, source)
      return excludes ? [{ id: redlineId(redline), excludes }] : []
    })
  ]
}

/** A central firmness this near a level could as well have been put on its other side. */
const NEAR = 0.05

/**
 * The redlines whose firmness reaches across `at`, or stands right beside it, each with what packages
 * would not meet if it alone were read on the other side.
 */
function edgesOf(
  source: Case,
  at: number
): readonly (Omit<AtTheEdge, 'admissible'> & { readonly excluded: readonly Condition[] })[] {
  const binding = firmRedlines(source, at)
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
    return [{ redline, binds, excluded }]
  })
}

/** Redlines given up for want of any package, and what packages must not meet then. */
export interface Relaxed {
  readonly dropped: readonly Redline[]
  readonly excluded: readonly Condition[]
  /** Whether some package is known to keep what is left; otherwise it is not known. */
  readonly found: boolean
}

/**
 * The rules and redlines of firmness `at` or more; where no package keeps them all, the softest of
 * those that collide are dropped (all that are equally soft), again and again, until one does.
 * Undefined where the rules alone leave none. None is dropped where it is not known whether a package
 * keeps them.
 */
export function relaxed(source: Case, at: number, steps: number = STEPS.find): Relaxed | undefined {
  const rules = rulesOf(source)
  const { issues } = source
  let kept = firmRedlines(source, at)
  for (;;) {
    const demands = kept.flatMap((redline) => {
      const excludes = demandOf(redline, source)
      return excludes ? [{ id: redlineId(redline), excludes }] : []
    })
    const excluded = [...rules, ...demands.map(({ excludes }) => excludes)]
    const found = findPackage({ issues, excluded }, new Steps(steps))
    if (found !== 'none') {
      const dropped = firmRedlines(source, at).filter((one) => !kept.includes(one))
      return { dropped, excluded, found: found !== 'unknown' }
    }
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

function counted({ issues }: Case, excluded: readonly Condition[], steps: Steps): AdmissibleCount {
  const { count, exact }: PackageCount = countPackages({ issues, excluded }, steps)
  return { admissible: count, exact }
}
