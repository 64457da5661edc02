import type { Issue, Package } from '../model/case.ts'
import { holds, issuesIn } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import { settle } from './simplify.ts'
import { STEPS, Steps } from './steps.ts'

/**
 * The packages of a case in which none of the `excluded` conditions holds for certain. (One that
 * hangs on a scenario excludes a package only if it holds there whatever the scenario.)
 */
export interface OutcomeSpace {
  readonly issues: readonly Issue[]
  readonly excluded: readonly Condition[]
}

/** The number of all combinations of options, whether excluded or not. */
export function totalPackages(issues: readonly Issue[]): bigint {
  return issues.reduce((product, issue) => product * BigInt(issue.options.length), 1n)
}

/** How many packages there are: exactly so many, or at least so many where counting was stopped. */
export interface PackageCount {
  readonly count: bigint
  readonly exact: boolean
}

/**
 * The number of packages, without enumerating them: branch on the issue most spoken of, simplify
 * what is left, fall apart into groups of issues no condition links, and remember residues already
 * counted (a component cache, as in exact model counters: Sang, Bacchus, Beame, Kautz and Pitassi
 * 2004). Options that no condition tells apart are counted at once. Once the steps are spent, what
 * is begun is followed along one branch and nothing else is begun: all that is counted are packages,
 * each once, so the number is never above the truth.
 */
export function countPackages(space: OutcomeSpace, steps = new Steps(STEPS.count)): PackageCount {
  if (isEmpty(space)) return { count: 0n, exact: true }
  const count = new Counting(space, steps).run()
  if (count > 0n || !steps.spent) return { count, exact: !steps.spent }
  // none was met on the way; whether there is one at all is a smaller question
  const found = findPackage(space)
  return { count: typeof found === 'object' ? 1n : 0n, exact: found === 'none' }
}

class Counting {
  private readonly space: OutcomeSpace
  private readonly steps: Steps
  private readonly issues: ReadonlyMap<string, Issue>
  private readonly cache = new Map<string, bigint>()

  constructor(space: OutcomeSpace, steps: Steps) {
    this.space = space
    this.steps = steps
    this.issues = new Map(space.issues.map((issue) => [issue.id, issue]))
  }

  run(): bigint {
    return this.count(decidable(this.space), new Set(this.issues.keys()))
  }

  private count(conditions: readonly Condition[], ids: ReadonlySet<string>): bigint {
    let product = 1n
    for (const group of components(conditions, ids)) {
      product *= group.conditions.length === 0 ? this.free(group.ids) : this.countGroup(group)
      if (product === 0n) return 0n
    }
    return product
  }

  private free(ids: ReadonlySet<string>): bigint {
    return [...ids].reduce(
      (product, id) => product * BigInt(this.issues.get(id)?.options.length ?? 1),
      1n
    )
  }

  private countGroup({ conditions, ids }: Group): bigint {
    const key = JSON.stringify(conditions)
    const known = this.cache.get(key)
    if (known !== undefined) return known
    const issue = this.issues.get(mostSpokenOf(conditions)) as Issue
    const rest = new Set([...ids].filter((id) => id !== issue.id))
    this.steps.spend(conditions.length * issue.options.length)
    let sum = 0n
    for (const branch of byEase(branches(conditions, issue))) {
      sum += BigInt(branch.options.length) * this.count(branch.conditions, rest)
      if (this.steps.spent) break
    }
    this.cache.set(key, sum)
    return sum
  }
}

/** What leaves the fewest conditions first: where the steps do not suffice, most is counted by then. */
const byEase = (ways: readonly Branch[]): readonly Branch[] =>
  ways.toSorted((a, b) => a.conditions.length - b.conditions.length)

/**
 * A package of the space; `none` when there is none, `unknown` when the steps did not suffice to
 * tell. Issues that do not matter take their first option.
 */
export function findPackage(
  space: OutcomeSpace,
  steps = new Steps(STEPS.find)
): Package | 'none' | 'unknown' {
  const found = isEmpty(space) ? undefined : new Finding(space, steps).run()
  if (!found) return steps.spent ? 'unknown' : 'none'
  return new Map(
    space.issues.map((issue) => [issue.id, found.get(issue.id) ?? issue.options[0]?.id ?? ''])
  )
}

class Finding {
  private readonly space: OutcomeSpace
  private readonly steps: Steps
  private readonly issues: ReadonlyMap<string, Issue>
  /** Residues that no package avoids. */
  private readonly dead = new Set<string>()

  constructor(space: OutcomeSpace, steps: Steps) {
    this.space = space
    this.steps = steps
    this.issues = new Map(space.issues.map((issue) => [issue.id, issue]))
  }

  run(): Package | undefined {
    return this.search(decidable(this.space), new Map())
  }

  private search(conditions: readonly Condition[], chosen: Package): Package | undefined {
    const id = conditions.length === 0 ? '' : mostSpokenOf(conditions)
    const issue = this.issues.get(id)
    if (!issue) return chosen
    const key = JSON.stringify(conditions)
    if (this.dead.has(key)) return undefined
    if (!this.steps.spend(conditions.length * issue.options.length)) return undefined
    for (const branch of branches(conditions, issue)) {
      const found = this.search(
        branch.conditions,
        new Map([...chosen, [id, branch.options[0] as string]])
      )
      if (found || this.steps.spent) return found
    }
    this.dead.add(key)
    return undefined
  }
}

/** Whether some condition holds before any issue is settled. */
const isEmpty = ({ excluded }: OutcomeSpace): boolean =>
  excluded.some((condition) => holds(condition, {}) === true)

/** The conditions a package can decide: not those that speak of scenarios alone. */
const decidable = ({ excluded }: OutcomeSpace): readonly Condition[] =>
  excluded.filter((condition) => issuesIn(condition).length > 0)

interface Branch {
  readonly conditions: readonly Condition[]
  readonly options: readonly string[]
}

/**
 * The ways an issue can be settled without any condition coming true; options with equal
 * consequences together.
 */
function branches(conditions: readonly Condition[], issue: Issue): readonly Branch[] {
  const found = new Map<string, { conditions: readonly Condition[]; options: string[] }>()
  for (const option of issue.options) {
    const settled = conditions.map((condition) => settle(condition, issue.id, option.id))
    if (settled.includes(true)) continue
    const open = settled
      .filter((residue) => typeof residue !== 'boolean')
      .filter((residue) => issuesIn(residue).length > 0)
    const key = JSON.stringify(open)
    const known = found.get(key)
    if (known) known.options.push(option.id)
    else found.set(key, { conditions: open, options: [option.id] })
  }
  return [...found.values()]
}

interface Group {
  readonly conditions: readonly Condition[]
  readonly ids: ReadonlySet<string>
}

/**
 * Issues that conditions link, directly or through others; the issues nobody speaks of form a last
 * group.
 */
function components(conditions: readonly Condition[], ids: ReadonlySet<string>): readonly Group[] {
  const groups: { conditions: Condition[]; ids: Set<string> }[] = []
  for (const condition of conditions) {
    const merged = { conditions: [condition], ids: new Set(issuesIn(condition)) }
    for (const group of groups.filter((other) => [...merged.ids].some((id) => other.ids.has(id)))) {
      merged.conditions.unshift(...group.conditions)
      for (const id of group.ids) merged.ids.add(id)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(merged)
  }
  const linked = new Set(groups.flatMap((group) => [...group.ids]))
  return [...groups, { conditions: [], ids: new Set([...ids].filter((id) => !linked.has(id))) }]
}

function mostSpokenOf(conditions: readonly Condition[]): string {
  const counts = new Map<string, number>()
  for (const condition of conditions)
    for (const id of issuesIn(condition)) counts.set(id, (counts.get(id) ?? 0) + 1)
  let best = ''
  for (const [id, count] of counts) if (best === '' || count > (counts.get(best) ?? 0)) best = id
  return best
}
