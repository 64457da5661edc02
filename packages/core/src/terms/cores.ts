import type { Package } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import type { OutcomeSpace } from './outcome-space.ts'
import { findPackage } from './outcome-space.ts'
import { STEPS, Steps } from './steps.ts'

/** A demand that some package may be unable to meet; `excludes` is what it rules out. */
export interface Demand {
  readonly id: string
  readonly excludes: Condition
}

/** Minimal sets of demands that no package meets, smallest first. */
export interface Cores {
  readonly cores: readonly (readonly string[])[]
  /** False when the limits stopped the search: more or larger cores may exist. */
  readonly complete: boolean
}

const LIMITS = { cores: 64, size: 6, subsets: 400_000 } as const

/**
 * All minimal unsatisfiable sets of demands over a space, by growing size. A set inside one that a
 * package is known to meet, or around a known core, is decided without search, so almost no set is
 * ever tested; and none is where one package meets all. Where the steps do not suffice for one, the
 * search ends: a larger set that no package meets might not be minimal.
 */
export function conflictCores(
  space: OutcomeSpace,
  demands: readonly Demand[],
  steps = new Steps(STEPS.cores)
): Cores {
  const find = (subset: bigint, within: Steps): ReturnType<typeof findPackage> => {
    const excludes = pick(demands, subset).map((demand) => demand.excludes)
    return findPackage({ ...space, excluded: [...space.excluded, ...excludes] }, within)
  }
  const everything = (1n << BigInt(demands.length)) - 1n
  if (typeof find(everything, steps.half()) === 'object') return { cores: [], complete: true }
  const met: bigint[] = []
  const cores: bigint[] = []
  let tested = 0
  for (let size = 0; size <= Math.min(demands.length, LIMITS.size); size++) {
    for (const subset of subsets(demands.length, size)) {
      if (++tested > LIMITS.subsets || cores.length >= LIMITS.cores)
        return { cores: named(cores, demands), complete: false }
      if (
        cores.some((core) => (core & subset) === core) ||
        met.some((set) => (set & subset) === subset)
      )
        continue
      const found = find(subset, steps)
      if (found === 'unknown') return { cores: named(cores, demands), complete: false }
      if (found === 'none') cores.push(subset)
      else met.push(metBy(found, demands))
    }
    if (met.includes(everything)) return { cores: [], complete: true }
  }
  return {
    cores: named(cores, demands),
    complete: demands.length <= LIMITS.size
  }
}

const named = (
  cores: readonly bigint[],
  demands: readonly Demand[]
): readonly (readonly string[])[] =>
  cores.map((core) => pick(demands, core).map((demand) => demand.id))

const pick = (demands: readonly Demand[], subset: bigint): readonly Demand[] =>
  demands.filter((_, index) => subset & (1n << BigInt(index)))

/** The demands a package meets, as a set. */
function metBy(terms: Package, demands: readonly Demand[]): bigint {
  let set = 0n
  demands.forEach(({ excludes }, index) => {
    if (holds(excludes, factsOf(terms)) !== true) set |= 1n << BigInt(index)
  })
  return set
}

/** All subsets of a size, in the order of their first members. */
function* subsets(count: number, size: number, from = 0): Generator<bigint> {
  if (size === 0) {
    yield 0n
    return
  }
  for (let first = from; first <= count - size; first++) {
    for (const rest of subsets(count, size - 1, first + 1)) yield rest | (1n << BigInt(first))
  }
}
