import { factsOf, holds } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import type { DealIssue, DealSpace } from './deal-space.ts'
import { Effort, TooWide } from './effort.ts'
import { Reader } from './front.ts'
import { linkedGroups } from './groups.ts'
import { nodesFor, search } from './search/search.ts'

/** The package whose least gain is greatest, in points, and how it is known. */
export interface LeastGain {
  /** Option index by issue; absent when no package is admissible, or none was found. */
  readonly choice?: readonly number[]
  /** Minus infinity without a package. */
  readonly least: number
  /** No package has a greater least gain; equals `least` up to 1e-9 points when `complete`. */
  readonly bound: number
  readonly nodes: number
  readonly complete: boolean
}

/**
 * A check has to answer at once: sums of two points, regions and steps of a few tenths of a second
 * together. Where this is not enough, the bound says how much is open.
 */
const QUICK = { sums: 20_000, nodes: 1000, work: 1_000_000, steps: 200_000 } as const

/**
 * The greatest least gain over no deal among all parties. By the dual bound where conditions let
 * the issues be taken apart with little effort (`sums` of points; then ties by the second least,
 * and so on), else issue by issue.
 */
export function leastGain(space: DealSpace, sums: number = QUICK.sums): LeastGain {
  try {
    return takenApart(space, sums)
  } catch (error) {
    if (error instanceof TooWide) return new Walk(space).run()
    throw error
  }
}

function takenApart(space: DealSpace, sums: number): LeastGain {
  const fronts = linkedGroups(space, new Effort(sums))?.map(({ front }) => front)
  if (!fronts)
    return {
      least: Number.NEGATIVE_INFINITY,
      bound: Number.NEGATIVE_INFINITY,
      nodes: 0,
      complete: true
    }
  const { unitsPerPoint } = space
  const game = {
    parts: fronts.map(({ layer }) => layer),
    base: space.noDeal.map((noDeal) => -noDeal),
    unitsPerPoint
  }
  const goal = {
    kind: 'maxMin',
    baseline: new Float64Array(unitsPerPoint.length),
    scale: unitsPerPoint
  } as const
  const {
    choice: points,
    value = Number.NEGATIVE_INFINITY,
    bound,
    nodes,
    complete
  } = search(game, goal, {
    maxNodes: nodesFor(game, { work: QUICK.work, most: QUICK.nodes })
  })
  if (!points) return { least: value, bound, nodes, complete }
  const reader = new Reader()
  const choice = space.issues.map(() => 0)
  fronts.forEach((front, part) => {
    reader.pick(front, points[part] ?? 0, choice)
  })
  return { choice, least: value, bound, nodes, complete }
}

/**
 * Depth-first branch and bound over issues (Land and Doig 1960). Bound: each party gets its best option in every open
 * issue, all at once.
 */
class Walk {
  private readonly space: DealSpace
  /** Issues by index, those that move the parties most first. */
  private readonly order: readonly number[]
  /** By depth: the most each party can still get from the issues not yet settled. */
  private readonly rest: readonly Float64Array[]
  private readonly terms = new Map<string, string>()
  private readonly choice: number[]
  private readonly sums: Float64Array
  private best: readonly number[] | undefined
  private least = Number.NEGATIVE_INFINITY
  private steps = 0

  constructor(space: DealSpace) {
    this.space = space
    this.order = [...space.issues.keys()].sort((a, b) => this.spread(b) - this.spread(a))
    this.rest = this.bestRemaining()
    this.choice = space.issues.map(() => -1)
    this.sums = space.noDeal.map((noDeal) => -noDeal)
  }

  run(): LeastGain {
    const root = this.bound(0)
    this.visit(0)
    const complete = this.steps <= QUICK.steps
    const bound = complete ? this.least : root
    return {
      ...(this.best ? { choice: this.best } : {}),
      least: this.least,
      bound,
      nodes: this.steps,
      complete
    }
  }

  private visit(depth: number): void {
    if (++this.steps > QUICK.steps || this.bound(depth) <= this.least || !this.possible()) return
    const issue = this.order[depth]
    if (issue === undefined) {
      this.least = this.bound(depth)
      this.best = [...this.choice]
      return
    }
    // take each option in turn, the most promising first, and go on with the next issue
    const { id, options, worth } = this.space.issues[issue] as DealIssue
    for (const option of byPromise(worth)) {
      this.choice[issue] = option
      this.terms.set(id, options[option] ?? '')
      this.add(worth[option] as Float64Array, 1)
      this.visit(depth + 1)
      this.add(worth[option] as Float64Array, -1)
      this.terms.delete(id)
    }
    this.choice[issue] = -1
  }

  private bound(depth: number): number {
    const rest = this.rest[depth] as Float64Array
    const { unitsPerPoint } = this.space
    return this.sums.reduce(
      (least, sum, party) =>
        Math.min(least, (sum + (rest[party] as number)) / (unitsPerPoint[party] as number)),
      Number.POSITIVE_INFINITY
    )
  }

  private possible(): boolean {
    const facts = factsOf(this.terms)
    return this.space.excluded.every((condition: Condition) => holds(condition, facts) !== true)
  }

  private add(worth: Float64Array, sign: number): void {
    for (let party = 0; party < worth.length; party++)
      this.sums[party] = (this.sums[party] as number) + sign * (worth[party] as number)
  }

  private bestRemaining(): readonly Float64Array[] {
    const rows = [new Float64Array(this.space.parties.length)]
    for (const issue of [...this.order].reverse()) {
      const { worth } = this.space.issues[issue] as DealIssue
      const below = rows[0] as Float64Array
      rows.unshift(
        below.map((value, party) => value + Math.max(...worth.map((row) => row[party] as number)))
      )
    }
    return rows
  }

  private spread(issue: number): number {
    const { worth } = this.space.issues[issue] as DealIssue
    return this.space.parties.reduce((sum, _, party) => {
      const values = worth.map((row) => row[party] as number)
      return (
        sum +
        (Math.max(...values) - Math.min(...values)) / (this.space.unitsPerPoint[party] as number)
      )
    }, 0)
  }
}

/** Options of an issue, the one best for the party it serves least first. */
function byPromise(worth: readonly Float64Array[]): readonly number[] {
  const least = worth.map((row) => Math.min(...row))
  return [...worth.keys()].sort((a, b) => (least[b] as number) - (least[a] as number))
}
