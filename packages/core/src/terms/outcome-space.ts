import type { Issue } from '../model/case.ts'
import { holds, issuesIn } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import { settle } from './simplify.ts'

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

/**
 * The exact number of packages, without enumerating them: branch on the issue most spoken of,
 * simplify what is left, fall apart into groups of issues no condition links, and remember residues
 * already counted (a component cache, as in exact model counters: Sang, Bacchus, Beame, Kautz and
 * Pitassi 2004). Options that no condition tells apart are counted at once.
 */
export function countPackages(space: OutcomeSpace): bigint {
  const sizes = new Map(space.issues.map((issue) => [issue.id, issue]))
  const cache = new Map<string, bigint>()
  const free = (ids: ReadonlySet<string>): bigint =>
    [...ids].reduce((product, id) => product * BigInt(sizes.get(id)?.options.length ?? 1), 1n)
  const count = (conditions: readonly Condition[], ids: ReadonlySet<string>): bigint => {
    let product = 1n
    for (const group of components(conditions, ids)) {
      product *= group.conditions.length === 0 ? free(group.ids) : countGroup(group)
      if (product === 0n) return 0n
    }
    return product
  }
  const countGroup = (group: Group): bigint => {
    const key = JSON.stringify(group.conditions)
    const known = cache.get(key)
    if (known !== undefined) return known
    const issue = sizes.get(mostSpokenOf(group.conditions)) as Issue
    const rest = new Set([...group.ids].filter((id) => id !== issue.id))
    let sum = 0n
    for (const { conditions, options } of branches(group.conditions, issue))
      sum += BigInt(options.length) * count(conditions, rest)
    cache.set(key, sum)
    return sum
  }
  return isEmpty(space) ? 0n : count(decidable(space), new Set(sizes.keys()))
}

/**
 * A package of the space, or undefined when there is none. Issues that do not matter take their
 * first option.
 */
export function findPackage(space: OutcomeSpace): ReadonlyMap<string, string> | undefined {
  const issues = new Map(space.issues.map((issue) => [issue.id, issue]))
  const dead = new Set<string>()
  const search = (
    conditions: readonly Condition[],
    chosen: ReadonlyMap<string, string>
  ): ReadonlyMap<string, string> | undefined => {
    const id = conditions.length === 0 ? '' : mostSpokenOf(conditions)
    const issue = issues.get(id)
    if (!issue) return chosen
    const key = JSON.stringify(conditions)
    if (dead.has(key)) return undefined
    for (const branch of branches(conditions, issue)) {
      const found = search(
        branch.conditions,
        new Map([...chosen, [id, branch.options[0] as string]])
      )
      if (found) return found
    }
    dead.add(key)
    return undefined
  }
  const found = isEmpty(space) ? undefined : search(decidable(space), new Map())
  return (
    found &&
    new Map(
      space.issues.map((issue) => [issue.id, found.get(issue.id) ?? issue.options[0]?.id ?? ''])
    )
  )
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
