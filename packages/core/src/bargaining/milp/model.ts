import { factsOf, holds } from '../../model/condition.ts'
import type { Milp, MilpRow, MilpSolver, MilpTerm, MilpVariable } from '../../ports/milp.ts'
import type { DealSpace } from '../deal-space.ts'
import { gainsOf } from '../improve.ts'
import { optionVariables, ruleRows } from './rules.ts'

/**
 * Thrown when a solver hands back what the model forbids: the fault is the solver's or the model's,
 * never the case's.
 */
export class UnsoundAnswer extends Error {}

/** One package: by issue the index of its option; by party its gain over no deal, in units. */
export interface Chosen {
  readonly choice: readonly number[]
  readonly gains: Float64Array
}

/**
 * What to maximise over packages; `variables` and `rows` come on top of the model's own, indexed
 * after them.
 */
export interface MilpObjective {
  readonly objective: readonly MilpTerm[]
  readonly variables?: readonly MilpVariable[]
  readonly rows?: readonly MilpRow[]
  /** What a package must be exactly, where rows ask for it within the solver's tolerance only. */
  readonly admits?: (gains: Float64Array) => boolean
}

/**
 * `proved`: no admitted package has a greater objective than `bound`, and `chosen` attains it up to
 * tolerance; without `chosen` there is no such package. Unproved, the search stopped at a limit,
 * with the best it had, if it had any.
 */
export interface Reply {
  readonly proved: boolean
  readonly chosen?: Chosen
  readonly bound: number
}

/**
 * How many packages that fit within tolerance only may be turned down before the question is left
 * open: each costs a whole run of the solver.
 */
const MOST_REFUSALS = 30

/**
 * A deal space as a mixed-integer model: a binary for each option, one chosen for each issue, the
 * rules, and a variable for each party's gain in points. Every package a solver names is evaluated
 * again in whole numbers and held against the rules themselves.
 */
export class PackageModel {
  readonly space: DealSpace
  readonly solver: MilpSolver
  /** Its variables; those of a question come after them. */
  readonly variables: readonly MilpVariable[]
  private readonly rows: readonly MilpRow[]
  private readonly starts: readonly number[]
  private readonly firstGain: number

  constructor(space: DealSpace, solver: MilpSolver) {
    const rules = ruleRows(space)
    this.space = space
    this.solver = solver
    this.starts = optionVariables(space)
    const options = this.starts.at(-1) as number
    this.firstGain = options + rules.auxiliaries
    this.variables = [
      ...Array.from({ length: this.firstGain }, (_, variable) => ({
        lower: 0,
        upper: 1,
        whole: variable < options
      })),
      ...space.parties.map((_, party) => ({ ...this.range(party), whole: false }))
    ]
    this.rows = [
      ...space.issues.map((_, issue) => this.oneOption(issue)),
      ...rules.rows,
      ...this.gainRows()
    ]
  }

  /** The variable that holds a party's gain, in points. */
  gain(party: number): number {
    return this.firstGain + party
  }

  /** The least and greatest gain of a party over all packages, rules aside, in points. */
  range(party: number): { readonly lower: number; readonly upper: number } {
    const { issues, noDeal, unitsPerPoint } = this.space
    const sum = (pick: (...values: number[]) => number): number =>
      issues.reduce(
        (total, { worth }) => total + pick(...worth.map((row) => row[party] as number)),
        -(noDeal[party] as number)
      )
    return {
      lower: sum(Math.min) / (unitsPerPoint[party] as number),
      upper: sum(Math.max) / (unitsPerPoint[party] as number)
    }
  }

  /** Rows that keep every party's gain at `least` points or more. */
  gainsFrom(least: number): readonly MilpRow[] {
    return this.space.parties.map((_, party) => ({
      terms: [[this.gain(party), 1]],
      lower: least,
      upper: Number.POSITIVE_INFINITY
    }))
  }

  /**
   * Asks until the solver names a package that the question admits exactly. Throws `UnsoundAnswer`.
   */
  async ask({
    objective,
    variables = [],
    rows = [],
    admits = () => true
  }: MilpObjective): Promise<Reply> {
    const refused: MilpRow[] = []
    // a solver that stops at once may know no bound; what the variables reach is one
    const reach = reachOf(objective, [...this.variables, ...variables])
    let bound = reach
    while (refused.length <= MOST_REFUSALS) {
      const model: Milp = {
        sense: 'maximise',
        objective,
        variables: [...this.variables, ...variables],
        rows: [...this.rows, ...rows, ...refused]
      }
      const answer = await this.solver.solve(model)
      if (answer.status === 'infeasible') return { proved: true, bound: Number.NEGATIVE_INFINITY }
      bound = Math.min(answer.bound, reach)
      if (!answer.best) break
      const chosen = this.read(answer.best.values)
      if (admits(chosen.gains)) return { proved: answer.status === 'optimal', chosen, bound }
      if (answer.status === 'limit') break
      refused.push(this.otherThan(chosen.choice))
    }
    return { proved: false, bound }
  }

  private oneOption(issue: number): MilpRow {
    const terms = this.space.issues[issue]?.options.map(
      (_, option): MilpTerm => [this.variable(issue, option), 1]
    )
    return { terms: terms ?? [], lower: 1, upper: 1 }
  }

  private gainRows(): readonly MilpRow[] {
    const { parties, issues, noDeal, unitsPerPoint } = this.space
    return parties.map((_, party) => {
      const points = (units: number): number => units / (unitsPerPoint[party] as number)
      const worth = issues.flatMap((issue, at) =>
        issue.worth.map(
          (row, option): MilpTerm => [this.variable(at, option), points(row[party] as number)]
        )
      )
      const start = -points(noDeal[party] as number)
      return {
        terms: [[this.gain(party), 1], ...worth.map(([x, factor]): MilpTerm => [x, -factor])],
        lower: start,
        upper: start
      }
    })
  }

  /** Differs from the package in one option at least. */
  private otherThan(choice: readonly number[]): MilpRow {
    const terms = choice.map((option, issue): MilpTerm => [this.variable(issue, option), 1])
    return { terms, lower: Number.NEGATIVE_INFINITY, upper: choice.length - 1 }
  }

  private variable(issue: number, option: number): number {
    return (this.starts[issue] as number) + option
  }

  private read(values: Float64Array): Chosen {
    const choice = this.space.issues.map(({ id, options }, issue) => {
      const chosen = [...options.keys()].filter(
        (option) => (values[this.variable(issue, option)] as number) > 0.5
      )
      if (chosen.length !== 1)
        throw new UnsoundAnswer(`the solver chose ${chosen.length} options on issue ${id}`)
      return chosen[0] as number
    })
    const facts = factsOf(
      new Map(
        this.space.issues.map(({ id, options }, issue) => [
          id,
          options[choice[issue] as number] as string
        ])
      )
    )
    const broken = this.space.excluded.findIndex((condition) => holds(condition, facts) === true)
    if (broken >= 0)
      throw new UnsoundAnswer(
        `the solver chose a package that excluded condition ${broken + 1} rules out`
      )
    return { choice, gains: gainsOf(this.space, choice) }
  }
}

/** What a sum of terms is at most while every variable keeps its bounds. */
function reachOf(objective: readonly MilpTerm[], variables: readonly MilpVariable[]): number {
  return objective.reduce((sum, [at, factor]) => {
    const { lower, upper } = variables[at] as MilpVariable
    return sum + Math.max(factor * lower, factor * upper)
  }, 0)
}
