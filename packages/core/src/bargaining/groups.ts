import { factsOf, holds, issuesIn } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import type { DealSpace } from './deal-space.ts'
import { Effort, TooWide } from './effort.ts'
import type { Front } from './front.ts'
import { issueFront, sumFront, unionFront } from './front.ts'

/** Issues that no condition links to any other, and the worths their admissible packages reach. */
export interface Group {
  readonly issues: readonly number[]
  readonly front: Front
}

/**
 * Combinations of linked issues tabulated at once, at most: each holds a front of its own in
 * memory, and making them all takes seconds. Beyond it `TooWide` sends the question to integer programming.
 */
const WIDEST = 200_000
/**
 * Conditions and tables that settling all issues of a group may look into, each under every option
 * and combination of neighbours: some hundred thousand to the second.
 */
const MOST_LOOKS = 2_000_000

/**
 * What is left to say about some issues once another was settled in the best ways: a front for each
 * of their combinations.
 */
interface Message {
  readonly scope: readonly number[]
  readonly fronts: readonly (Front | undefined)[]
}

/**
 * The groups of linked issues, each worked out by itself. Undefined when no package is admissible;
 * throws `TooWide`.
 */
export function linkedGroups(
  space: DealSpace,
  effort = new Effort()
): readonly Group[] | undefined {
  if (space.excluded.some((condition) => holds(condition, {}) === true)) return undefined
  const groups: Group[] = []
  for (const issues of linked(space.issues.length, scoped(space))) {
    const front = groupFront(space, issues, effort)
    if (!front || front.layer.count === 0) return undefined
    groups.push({ issues, front })
  }
  return groups
}

/**
 * The front of one group, by settling one issue after another (bucket elimination, Dechter 1999:
 * the time is exponential only in the width of the tree decomposition). An option dominated inside
 * its issue goes only among combinations that every condition treats alike. Undefined when none of
 * the group's packages is admissible; throws `TooWide`.
 */
export function groupFront(
  space: DealSpace,
  issues: readonly number[],
  effort = new Effort()
): Front | undefined {
  const own = scoped(space).filter(({ scope }) => scope.some((issue) => issues.includes(issue)))
  if (own.length > 0) return new Elimination(space, own, effort).run(issues)
  const issue = issues[0] as number
  const deal = space.issues[issue] as DealSpace['issues'][number]
  return issueFront(deal, issue, [...deal.options.keys()])
}

const scoped = ({ issues, excluded }: DealSpace): readonly Scoped[] =>
  excluded.flatMap(alternatives).map((condition) => ({
    condition,
    scope: issuesIn(condition).map((id) => issues.findIndex((issue) => issue.id === id))
  }))

/**
 * What rules a package out as soon as one of several conditions holds, as those several: each links
 * fewer issues.
 */
function alternatives(condition: Condition): readonly Condition[] {
  if (condition.kind === 'any') return condition.parts.flatMap(alternatives)
  if (condition.kind !== 'not') return [condition]
  const { part } = condition
  if (part.kind === 'not') return alternatives(part.part)
  return part.kind === 'all'
    ? part.parts.flatMap((one) => alternatives({ kind: 'not', part: one }))
    : [condition]
}

interface Scoped {
  readonly condition: Condition
  readonly scope: readonly number[]
}

/** Issues by the conditions that link them, directly or through others. */
function linked(count: number, conditions: readonly Scoped[]): readonly (readonly number[])[] {
  const root = Array.from({ length: count }, (_, issue) => issue)
  const find = (issue: number): number =>
    root[issue] === issue ? issue : find(root[issue] as number)
  for (const { scope } of conditions)
    for (const issue of scope) root[find(issue)] = find(scope[0] as number)
  const groups = new Map<number, number[]>()
  for (let issue = 0; issue < count; issue++)
    groups.set(find(issue), [...(groups.get(find(issue)) ?? []), issue])
  return [...groups.values()]
}

/** Settles the issues of one group, one after the other. */
class Elimination {
  private readonly space: DealSpace
  private readonly effort: Effort
  private readonly width: number
  private conditions: readonly Scoped[]
  private messages: readonly Message[] = []

  constructor(space: DealSpace, conditions: readonly Scoped[], effort: Effort) {
    this.effort = effort
    this.space = space
    this.width = space.parties.length
    this.conditions = conditions
  }

  run(issues: readonly number[]): Front | undefined {
    for (const issue of this.planned(issues)) this.settle(issue)
    // what is left are fronts without neighbours, one for each separate cluster: sum them
    const fronts = this.messages.map(({ fronts: [front] }) => front)
    if (fronts.some((front) => front === undefined)) return undefined
    return fronts.reduce((sum, front) => (sum && front ? this.sum(sum, front) : undefined))
  }

  private sum(left: Front, right: Front): Front {
    this.effort.spend(left.layer, right.layer)
    return sumFront(left, right, { effort: this.effort })
  }

  /**
   * The order in which issues are settled: the one whose neighbours have the fewest combinations,
   * again and again. Settling an issue links its neighbours, so what every step will tabulate is
   * known before the first; throws `TooWide` then, and not after seconds of work.
   */
  private planned(issues: readonly number[]): readonly number[] {
    const left = new Set(issues)
    const order: number[] = []
    let scopes = this.conditions.map(({ scope }) => scope)
    let looks = 0
    while (left.size > 0) {
      const steps = [...left].map((issue) => {
        const around = others(scopes, issue)
        return { issue, around, size: this.combinations(around) }
      })
      const { issue, around, size } = steps.reduce((a, b) => (b.size < a.size ? b : a))
      const own = scopes.filter((scope) => scope.includes(issue)).length
      looks += size * (this.space.issues[issue]?.options.length ?? 1) * own
      if (size > WIDEST || looks > MOST_LOOKS)
        throw new TooWide('conditions link too many issues to settle them one after another')
      scopes = [...scopes.filter((scope) => !scope.includes(issue)), around]
      left.delete(issue)
      order.push(issue)
    }
    return order
  }

  private combinations(issues: readonly number[]): number {
    return issues.reduce(
      (product, issue) => product * (this.space.issues[issue]?.options.length ?? 1),
      1
    )
  }

  private settle(issue: number): void {
    const scope = others(
      [...this.conditions, ...this.messages].map((one) => one.scope),
      issue
    )
    const conditions = this.conditions.filter((one) => one.scope.includes(issue))
    const messages = this.messages.filter((one) => one.scope.includes(issue))
    const chosen = new Map<number, number>()
    const fronts: (Front | undefined)[] = []
    // for each way its neighbours can stand: the best that the issue, and all settled before, reach
    const total = this.combinations(scope)
    for (let code = 0; code < total; code++) {
      this.decode(code, scope, chosen)
      fronts.push(this.best(issue, { chosen, conditions, messages }))
    }
    // that table takes the place of everything that spoke of the issue
    this.conditions = this.conditions.filter((one) => !one.scope.includes(issue))
    this.messages = [
      ...this.messages.filter((one) => !one.scope.includes(issue)),
      { scope, fronts }
    ]
  }

  /**
   * What the issue and everything settled before it can reach while its neighbours stand as
   * `chosen`.
   */
  private best(
    issue: number,
    {
      chosen,
      conditions,
      messages
    }: {
      readonly chosen: Map<number, number>
      readonly conditions: readonly Scoped[]
      readonly messages: readonly Message[]
    }
  ): Front | undefined {
    const deal = this.space.issues[issue] as DealSpace['issues'][number]
    // keep the options that no condition rules out here
    const allowed = [...deal.options.keys()].filter((option) => {
      chosen.set(issue, option)
      return conditions.every(
        ({ condition }) => holds(condition, factsOf(this.terms(chosen))) !== true
      )
    })
    if (messages.length === 0)
      return allowed.length > 0 ? issueFront(deal, issue, allowed) : undefined
    // an option with all that was settled under it: a sum; any of the options: their union
    const parts = allowed.flatMap((option) => {
      chosen.set(issue, option)
      const below = messages.map(({ scope, fronts }) => fronts[this.encode(scope, chosen)])
      if (below.some((front) => front === undefined)) return []
      return [
        below.reduce<Front>(
          (sum, front) => this.sum(sum, front as Front),
          issueFront(deal, issue, [option])
        )
      ]
    })
    return parts.length > 0 ? unionFront(parts, this.width, this.effort) : undefined
  }

  private terms(chosen: ReadonlyMap<number, number>): ReadonlyMap<string, string> {
    return new Map(
      [...chosen].map(([issue, option]) => {
        const { id, options } = this.space.issues[issue] as DealSpace['issues'][number]
        return [id, options[option] ?? ''] as const
      })
    )
  }

  private decode(code: number, scope: readonly number[], chosen: Map<number, number>): void {
    chosen.clear()
    let rest = code
    for (const issue of scope) {
      const size = this.space.issues[issue]?.options.length ?? 1
      chosen.set(issue, rest % size)
      rest = Math.floor(rest / size)
    }
  }

  private encode(scope: readonly number[], chosen: ReadonlyMap<number, number>): number {
    let [code, factor] = [0, 1]
    for (const issue of scope) {
      code += (chosen.get(issue) ?? 0) * factor
      factor *= this.space.issues[issue]?.options.length ?? 1
    }
    return code
  }
}

/** The issues that share a scope with an issue. */
function others(scopes: readonly (readonly number[])[], issue: number): readonly number[] {
  const around = scopes.filter((scope) => scope.includes(issue)).flat()
  return [...new Set(around)].filter((other) => other !== issue).sort((a, b) => a - b)
}
