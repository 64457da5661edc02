import type { Issue } from '../model/case.ts'
import { issuesIn } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import type { Demand } from './cores.ts'
import { findPackage } from './outcome-space.ts'
import { STEPS, Steps } from './steps.ts'

/** Options of one issue that no package takes, and the demands that see to it. */
export interface BarredOptions {
  readonly options: readonly string[]
  /** Ids of demands: each does it alone, or they do so together and none of them can be spared. */
  readonly by: readonly string[]
  readonly together: boolean
  /**
   * False where the steps ran out on the way: then others may bar them alone as well, and of those
   * that do so together some may be spared.
   */
  readonly complete: boolean
}

/** An issue of which demands leave only part. */
export interface PutIn {
  readonly issue: string
  /** The options that some package takes; one where the issue is fixed. */
  readonly left: readonly string[]
  readonly barred: readonly BarredOptions[]
}

/** What demands put into every package that meets them all. */
export interface AllPutIn {
  /** Empty where no package meets them all. */
  readonly issues: readonly PutIn[]
  /** Issues of which the steps did not suffice to tell which options are left. */
  readonly unknown: readonly string[]
}

/**
 * Which options no package takes that meets all demands. Exact: an option is left where a package
 * with it was found, and barred where a whole search found none. Each package that is found speaks
 * for all of its options, so few searches are needed.
 */
export function putIn(
  issues: readonly Issue[],
  demands: readonly Demand[],
  steps = new Steps(STEPS.putIn)
): AllPutIn {
  const excluded = demands.map(({ excludes }) => excludes)
  const spoken = new Set(excluded.flatMap(issuesIn))
  const asked = issues.filter(({ id }) => spoken.has(id))
  const first = findPackage({ issues, excluded }, steps)
  if (first === 'none') return { issues: [], unknown: [] }
  if (first === 'unknown') return { issues: [], unknown: asked.map(({ id }) => id) }
  const taken = new Set([...first].map(([issue, option]) => `${issue} ${option}`))
  const found: PutIn[] = []
  const unknown: string[] = []
  for (const issue of asked) {
    const left = leftOf(issue, { issues, excluded, taken, steps })
    if (left === undefined) unknown.push(issue.id)
    else if (left.length < issue.options.length)
      found.push({
        issue: issue.id,
        left,
        barred: barredOf(issue, left, { issues, demands, steps })
      })
  }
  return { issues: found, unknown }
}

interface Looking {
  readonly issues: readonly Issue[]
  readonly excluded: readonly Condition[]
  /** `issue option` of all packages found so far. */
  readonly taken: Set<string>
  readonly steps: Steps
}

function leftOf(
  { id, options }: Issue,
  { issues, excluded, taken, steps }: Looking
): readonly string[] | undefined {
  const left: string[] = []
  for (const { id: option } of options) {
    if (!taken.has(`${id} ${option}`)) {
      const found = findPackage({ issues, excluded: [...excluded, without(id, option)] }, steps)
      if (found === 'unknown') return undefined
      if (found !== 'none') for (const [issue, one] of found) taken.add(`${issue} ${one}`)
    }
    if (taken.has(`${id} ${option}`)) left.push(option)
  }
  return left
}

/** Excludes all packages but those that settle the issue so. */
const without = (issue: string, option: string): Condition => ({
  kind: 'not',
  part: { kind: 'is', issue, options: [option] }
})

interface Blaming {
  readonly issues: readonly Issue[]
  readonly demands: readonly Demand[]
  readonly steps: Steps
}

/** Options that the same demands bar stand together. */
function barredOf(
  { id, options }: Issue,
  left: readonly string[],
  blaming: Blaming
): readonly BarredOptions[] {
  const blamed = options
    .filter((option) => !left.includes(option.id))
    .map((option) => ({ option: option.id, ...blame(without(id, option.id), blaming) }))
  return [
    ...Map.groupBy(
      blamed,
      ({ by, together, complete }) => `${together} ${complete} ${by.join(' ')}`
    ).values()
  ].map((group) => ({
    options: group.map(({ option }) => option),
    by: group[0]?.by ?? [],
    together: group[0]?.together ?? false,
    complete: group[0]?.complete ?? false
  }))
}

/** The demands that bar an option each by itself; where none does, some that do so together. */
function blame(
  fixed: Condition,
  { issues, demands, steps }: Blaming
): Omit<BarredOptions, 'options'> {
  let complete = true
  const bar = (some: readonly Demand[]): boolean => {
    const excluded = [fixed, ...some.map(({ excludes }) => excludes)]
    const found = findPackage({ issues, excluded }, steps)
    if (found === 'unknown') complete = false
    return found === 'none'
  }
  const alone = demands.filter((demand) => bar([demand]))
  if (alone.length > 0) return { by: alone.map(({ id }) => id), together: false, complete }
  // what can be spared is; one of which the steps did not tell stays
  const needed = demands.reduce<readonly Demand[]>((kept, demand) => {
    const others = kept.filter((one) => one !== demand)
    return bar(others) ? others : kept
  }, demands)
  return { by: needed.map(({ id }) => id), together: true, complete }
}
