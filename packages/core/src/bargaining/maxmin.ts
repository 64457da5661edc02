/** A package game in numbers: what each option adds to each party's gain, and which partial packages are ruled out. */
export interface MaxMinProblem {
  /** `gains[issue][option][party]`: what the option adds to the party's gain. */
  readonly gains: readonly (readonly (readonly number[])[])[]
  /** What each party starts from (minus its no-deal). */
  readonly base: readonly number[]
  /** Whether the partial choice (option index, or -1 where open) can still become an admissible package. */
  readonly possible: (choice: readonly number[]) => boolean
  /** Whether a party's consent is needed under a choice; undefined while open. */
  readonly needed: (party: number, choice: readonly number[]) => boolean | undefined
}

/** The package with the greatest least gain, or proof that no package gives every needed party more than `floor`. */
export interface MaxMin {
  readonly choice?: readonly number[]
  /** Least gain among needed parties of `choice`; an upper bound on it when nothing was found. */
  readonly leastGain: number
  /** Upper bound on the least gain of every admissible package; equals `leastGain` when `complete`. */
  readonly bound: number
  /** False when the limit on nodes stopped the search. */
  readonly complete: boolean
  readonly nodes: number
}

const MAX_NODES = 200_000

/** Depth-first branch and bound. Bound: each needed party gets its best option in every open issue, all at once. */
export function maxMinGain(problem: MaxMinProblem): MaxMin {
  const order = problem.gains.map((_, issue) => issue).sort((a, b) => spread(problem, b) - spread(problem, a))
  const best = bestRemaining(problem, order)
  const choice = problem.gains.map(() => -1)
  const sums = [...problem.base]
  let found: readonly number[] | undefined
  let least = Number.NEGATIVE_INFINITY
  let nodes = 0
  const boundAt = (depth: number): number => {
    let bound = Number.POSITIVE_INFINITY
    for (let party = 0; party < sums.length; party++) {
      if (problem.needed(party, choice) !== true) continue
      bound = Math.min(bound, (sums[party] as number) + (best[depth]?.[party] ?? 0))
    }
    return bound
  }
  const visit = (depth: number): void => {
    if (++nodes > MAX_NODES || boundAt(depth) <= least || !problem.possible(choice)) return
    const issue = order[depth]
    if (issue === undefined) {
      least = boundAt(depth)
      found = [...choice]
      return
    }
    for (const option of byPromise(problem, issue)) {
      choice[issue] = option
      add(sums, problem.gains[issue]?.[option] ?? [], 1)
      visit(depth + 1)
      add(sums, problem.gains[issue]?.[option] ?? [], -1)
      choice[issue] = -1
    }
  }
  const root = boundAt(0)
  visit(0)
  const complete = nodes <= MAX_NODES
  return {
    leastGain: found ? least : root,
    bound: complete && found ? least : root,
    complete,
    nodes,
    ...(found ? { choice: found } : {})
  }
}

function add(sums: number[], gains: readonly number[], sign: number): void {
  for (let party = 0; party < sums.length; party++) sums[party] = (sums[party] as number) + sign * (gains[party] ?? 0)
}

/** For each depth, the most each party can still gain from the issues not yet settled. */
function bestRemaining({ gains, base }: MaxMinProblem, order: readonly number[]): readonly (readonly number[])[] {
  const rows: number[][] = [base.map(() => 0)]
  for (const issue of [...order].reverse()) {
    const below = rows[0] ?? []
    rows.unshift(
      base.map((_, party) => (below[party] ?? 0) + Math.max(...(gains[issue] ?? [[]]).map((option) => option[party] ?? 0)))
    )
  }
  return rows
}

/** How much an issue moves the parties: the widest issues are settled first. */
function spread({ gains, base }: MaxMinProblem, issue: number): number {
  return base.reduce((sum, _, party) => {
    const values = (gains[issue] ?? []).map((option) => option[party] ?? 0)
    return sum + Math.max(...values) - Math.min(...values)
  }, 0)
}

/** Options of an issue, the one best for the party it serves least first. */
function byPromise({ gains }: MaxMinProblem, issue: number): readonly number[] {
  const options = gains[issue] ?? []
  const worth = options.map((option) => Math.min(...option))
  return options.map((_, index) => index).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0))
}
