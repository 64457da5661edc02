import fc from 'fast-check'
import type { DealIssue, DealSpace } from '../../src/bargaining/index.ts'
import type { Condition } from '../../src/model/judgement.ts'
import { Choices } from '../choices.ts'

/**
 * What random spaces look like. Left out: 1 to 6 parties, 1 to 5 issues, up to 300 packages, worths
 * of -2 to 6 units.
 */
export interface Wanted {
  readonly parties?: readonly [min: number, max: number]
  readonly issues?: readonly [min: number, max: number]
  readonly packages?: readonly [min: number, max: number]
  readonly options?: readonly [min: number, max: number]
  readonly worth?: readonly [min: number, max: number]
  readonly conditions?: readonly [min: number, max: number]
}

/** Random deal spaces whose small numbers make ties abound. */
export function spaces(wanted: Wanted = {}): fc.Arbitrary<DealSpace> {
  return fc.gen().map((gen) => new Maker(gen, wanted).space())
}

/**
 * A condition on a space's issues, open moves and open scenarios among its parts, nested at most
 * `depth` deep.
 */
export function conditionOn(space: DealSpace, gen: fc.GeneratorValue, depth = 2): Condition {
  return new Maker(gen, {}).condition(space.issues, depth)
}

/** Holds for one package and no other. */
export const onlyThis = ({ issues }: DealSpace, choice: readonly number[]): Condition => ({
  kind: 'all',
  parts: issues.map(({ id, options }, k) => ({
    kind: 'is',
    issue: id,
    options: [options[choice[k] as number] as string]
  }))
})

type Is = Condition & { readonly kind: 'is' }

/** A condition with its atoms on issues replaced. */
export function renamed(condition: Condition, of: (atom: Is) => Is): Condition {
  switch (condition.kind) {
    case 'is':
      return of(condition)
    case 'all':
    case 'any':
      return { ...condition, parts: condition.parts.map((part) => renamed(part, of)) }
    case 'not':
      return { ...condition, part: renamed(condition.part, of) }
    case 'if':
    case 'iff':
      return {
        ...condition,
        left: renamed(condition.left, of),
        right: renamed(condition.right, of)
      }
    default:
      return condition
  }
}

class Maker extends Choices {
  private readonly wanted: Wanted

  constructor(gen: fc.GeneratorValue, wanted: Wanted) {
    super(gen)
    this.wanted = wanted
  }

  space(): DealSpace {
    const parties = Array.from(
      { length: this.within(this.wanted.parties ?? [1, 6]) },
      (_, i) => `p${i}`
    )
    const issues = this.issues(parties.length)
    const noDeal = parties.map((_, party) => this.noDeal(issues, party))
    const conditions = this.within(this.wanted.conditions ?? [0, 4])
    return {
      parties,
      issues,
      noDeal: Float64Array.from(noDeal),
      unitsPerPoint: Float64Array.from(parties, () => this.one([1, 1, 1, 2, 10])),
      exact: parties.map(() => true),
      excluded: Array.from({ length: conditions }, () => this.condition(issues, this.integer(0, 2)))
    }
  }

  private issues(parties: number): readonly DealIssue[] {
    const [least, most] = this.wanted.packages ?? [1, 300]
    const issues: DealIssue[] = []
    let packages = 1
    for (
      let left = this.within(this.wanted.issues ?? [1, 5]);
      left > 0 || packages < least;
      left--
    ) {
      const issue = this.issue(`i${issues.length}`, parties)
      if (packages * issue.options.length > most) break
      packages *= issue.options.length
      issues.push(issue)
    }
    return issues
  }

  private issue(id: string, parties: number): DealIssue {
    const options = Array.from(
      { length: this.within(this.wanted.options ?? [1, 5]) },
      (_, i) => `o${i}`
    )
    const worth = options.map(() =>
      Float64Array.from({ length: parties }, () => this.within(this.wanted.worth ?? [-2, 6]))
    )
    if (worth.length > 1 && this.chance(0.2))
      worth[worth.length - 1] = (worth[0] as Float64Array).slice()
    return { id, options, worth }
  }

  /**
   * Between a worst and a mean package mostly, so that some deals are left; now and then anywhere.
   */
  private noDeal(issues: readonly DealIssue[], party: number): number {
    const sum = (of: (values: readonly number[]) => number): number =>
      issues.reduce((total, { worth }) => total + of(worth.map((row) => row[party] as number)), 0)
    const [low, high] = [sum((values) => Math.min(...values)), sum((values) => Math.max(...values))]
    return this.chance(0.8)
      ? this.integer(low, Math.floor((low + high) / 2))
      : this.integer(low - 2, high + 1)
  }

  condition(issues: readonly DealIssue[], depth: number): Condition {
    const kind =
      depth === 0 ? 'atom' : this.one(['atom', 'all', 'all', 'any', 'not', 'if', 'iff'] as const)
    const part = (): Condition => this.condition(issues, depth - 1)
    if (kind === 'atom') return this.atom(issues)
    if (kind === 'not') return { kind, part: part() }
    if (kind === 'if' || kind === 'iff') return { kind, left: part(), right: part() }
    return { kind, parts: Array.from({ length: this.one([0, 1, 2, 2, 2, 2, 3, 3, 3]) }, part) }
  }

  private atom(issues: readonly DealIssue[]): Condition {
    if (this.chance(0.06)) return { kind: 'scenario', id: this.one(['s0', 's1']) }
    if (this.chance(0.06)) return { kind: 'move', party: 'p0', move: 'm', taken: this.chance(0.5) }
    const { id, options } = this.one(issues)
    const some = options.filter(() => this.chance(0.3))
    return { kind: 'is', issue: id, options: some.length > 0 ? some : [this.one(options)] }
  }

  private within([min, max]: readonly [number, number]): number {
    return this.integer(min, max)
  }
}
