import { holds } from '../model/condition.ts'
import type { DealIssue, DealSpace } from './deal-space.ts'

/**
 * One issue settled otherwise: who loses by it and who gains (parties by id; who is in neither does
 * not mind).
 */
export interface Concession {
  readonly issue: string
  readonly from: string
  readonly to: string
  readonly giving: readonly string[]
  readonly receiving: readonly string[]
}

/**
 * Changes that together leave no party worse off and some party better off. `gains`: by party, in
 * points.
 */
export interface Trade {
  readonly changes: readonly Concession[]
  readonly gains: readonly number[]
}

/**
 * How a package can be improved: by one change, or by trades of two or three. Counts are of all,
 * lists go up to the limit.
 */
export interface Trades {
  readonly improvements: readonly Trade[]
  readonly improvementCount: number
  readonly trades: readonly Trade[]
  readonly tradeCount: number
}

/** A deal (option index by issue), and how many improvements and trades to list at most. */
export interface TradeQuery {
  readonly deal: readonly number[]
  readonly limit: number
}

/**
 * The improvements of one issue, and the trades of two or three ("this for that"): ways to an
 * admissible package by which no party loses and some party gains, and of which no part alone is
 * another. Sorted downwards by least gain, then by total gain.
 */
export function tradesFrom(space: DealSpace, { deal, limit }: TradeQuery): Trades {
  const market = new Market(space, deal)
  const improvements = ranked(
    space,
    market.singles().filter((swap) => market.improves(swap))
  )
  const trades = ranked(space, [...market.pairs(), ...market.triples()])
  const list = (found: readonly Swap[]): readonly Trade[] =>
    found.slice(0, limit).map((swap) => tradeOf(space, deal, swap))
  return {
    improvements: list(improvements),
    improvementCount: improvements.length,
    trades: list(trades),
    tradeCount: trades.length
  }
}

/**
 * Two issues over which two parties can trade: each party receives on the issue named in its place
 * and gives on the other.
 */
export interface Linkage {
  readonly parties: readonly [string, string]
  readonly issues: readonly [string, string]
  /**
   * How many times more the first party cares for the first issue, measured in the second, than the
   * second party does: above 1.
   */
  readonly ratio: number
  /**
   * Whether one whole issue for the other already serves both; else only parts of an issue, or
   * chances, can be traded.
   */
  readonly whole: boolean
}

/**
 * The pairs of opposed issues over which two parties can trade, greatest ratio first. Two parties
 * are opposed on an issue when no option is best for both; what is at stake is the step from the
 * other's best option to one's own. Admissibility is not asked.
 */
export function linkages(space: DealSpace): readonly Linkage[] {
  const { parties, issues } = space
  return parties
    .flatMap((_, p) => parties.slice(p + 1).map((_, next) => [p, p + 1 + next] as const))
    .flatMap(([p, q]) => {
      const opposed = issues.flatMap((issue) => stakeIn(issue, p, q) ?? [])
      return opposed.flatMap((one, at) =>
        opposed.slice(at + 1).flatMap((other) => linkageOf(space, [one, other], [p, q]) ?? [])
      )
    })
    .sort((a, b) => b.ratio - a.ratio)
}

/** What an issue is worth to each of two parties that are opposed on it, in the units of each. */
interface Stake {
  readonly issue: string
  readonly worth: readonly [number, number]
}

/**
 * Undefined when some option is best for both. Of several best options, the one the other party
 * likes most counts.
 */
function stakeIn({ id, worth }: DealIssue, p: number, q: number): Stake | undefined {
  const bestFor = (party: number, other: number): Float64Array =>
    worth.reduce((best, row) =>
      ((row[party] as number) - (best[party] as number) ||
        (row[other] as number) - (best[other] as number)) > 0
        ? row
        : best
    )
  const [mine, yours] = [bestFor(p, q), bestFor(q, p)]
  const stakes = [
    (mine[p] as number) - (yours[p] as number),
    (yours[q] as number) - (mine[q] as number)
  ] as const
  return stakes[0] > 0 && stakes[1] > 0 ? { issue: id, worth: stakes } : undefined
}

/** Undefined when both parties weigh the two issues alike. */
function linkageOf(
  { parties }: DealSpace,
  [one, other]: readonly [Stake, Stake],
  [p, q]: readonly [number, number]
): Linkage | undefined {
  const ratio = (one.worth[0] * other.worth[1]) / (other.worth[0] * one.worth[1])
  if (ratio === 1) return undefined
  const [first, second] = ratio > 1 ? [one, other] : [other, one]
  const left = first.worth[0] - second.worth[0]
  const right = second.worth[1] - first.worth[1]
  return {
    parties: [parties[p] as string, parties[q] as string],
    issues: [first.issue, second.issue],
    ratio: ratio > 1 ? ratio : 1 / ratio,
    whole: left >= 0 && right >= 0
  }
}

/** One or more steps, on different issues in ascending order. */
type Swap = readonly Step[]

/** Another option for an issue, and what it adds to each party's gain, in units. */
interface Step {
  readonly issue: number
  readonly option: number
  readonly gain: Float64Array
}

/** All that can be changed in a deal. */
class Market {
  private readonly space: DealSpace
  private readonly deal: readonly number[]
  private readonly steps: readonly Step[]

  constructor(space: DealSpace, deal: readonly number[]) {
    this.space = space
    this.deal = deal
    this.steps = space.issues.flatMap(({ worth }, issue) =>
      worth.flatMap((row, option) => {
        const now = worth[deal[issue] as number] as Float64Array
        return option === deal[issue]
          ? []
          : [{ issue, option, gain: row.map((value, party) => value - (now[party] as number)) }]
      })
    )
  }

  singles(): readonly Swap[] {
    return this.steps.map((step) => [step])
  }

  /** Trades of two issues. */
  pairs(): readonly Swap[] {
    const found: Swap[] = []
    for (const [at, first] of this.steps.entries())
      for (let other = at + 1; other < this.steps.length; other++) {
        const second = this.steps[other] as Step
        if (second.issue !== first.issue && this.isTrade([first, second]))
          found.push([first, second])
      }
    return found
  }

  /**
   * Trades of three issues: the one loop that has to be fast, so sums of two are kept and nothing
   * is made before it is found.
   */
  triples(): readonly Swap[] {
    const { steps } = this
    const found: Swap[] = []
    const two = new Float64Array(this.space.parties.length)
    for (let i = 0; i < steps.length; i++)
      for (let j = i + 1; j < steps.length; j++) {
        const [first, second] = [steps[i] as Step, steps[j] as Step]
        if (second.issue === first.issue) continue
        for (let party = 0; party < two.length; party++)
          two[party] = (first.gain[party] as number) + (second.gain[party] as number)
        for (let k = j + 1; k < steps.length; k++) {
          const third = steps[k] as Step
          if (third.issue === second.issue || !noneLoses(two, third.gain)) continue
          if (this.isTrade([first, second, third])) found.push([first, second, third])
        }
      }
    return found
  }

  /**
   * Whether the swap leads to an admissible package that nobody likes less and somebody likes more.
   */
  improves(swap: Swap): boolean {
    const gains = gainsOf(swap)
    return (
      gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0) && this.isAdmissible(swap)
    )
  }

  private isTrade(swap: Swap): boolean {
    return this.improves(swap) && !properParts(swap).some((part) => this.improves(part))
  }

  private isAdmissible(swap: Swap): boolean {
    const { issues, excluded } = this.space
    const option = (id: string): string | undefined => {
      const issue = issues.findIndex((one) => one.id === id)
      return issues[issue]?.options[
        swap.find((step) => step.issue === issue)?.option ?? (this.deal[issue] as number)
      ]
    }
    return !excluded.some((condition) => holds(condition, { option }) === true)
  }
}

function noneLoses(two: Float64Array, third: Float64Array): boolean {
  for (let party = 0; party < two.length; party++)
    if ((two[party] as number) + (third[party] as number) < 0) return false
  return true
}

/** Of two or three steps: each alone, and each pair of three. */
function properParts(swap: Swap): readonly Swap[] {
  const singles = swap.map((step) => [step])
  return swap.length < 3
    ? singles
    : [...singles, ...swap.map((left) => swap.filter((step) => step !== left))]
}

/** By party, in units. */
function gainsOf(swap: Swap): Float64Array {
  return (swap[0] as Step).gain.map((_, party) =>
    swap.reduce((sum, { gain }) => sum + (gain[party] as number), 0)
  )
}

/** By party, in points. */
function pointsOf({ unitsPerPoint }: DealSpace, swap: Swap): readonly number[] {
  return [...gainsOf(swap)].map((gain, party) => gain / (unitsPerPoint[party] as number))
}

function ranked(space: DealSpace, swaps: readonly Swap[]): readonly Swap[] {
  return swaps
    .map((swap) => ({ swap, points: pointsOf(space, swap) }))
    .map(({ swap, points }) => ({
      swap,
      least: Math.min(...points),
      sum: points.reduce((sum, one) => sum + one, 0)
    }))
    .sort((a, b) => b.least - a.least || b.sum - a.sum)
    .map(({ swap }) => swap)
}

function tradeOf(space: DealSpace, deal: readonly number[], swap: Swap): Trade {
  const changes = swap.map(({ issue, option, gain }) => {
    const { id, options } = space.issues[issue] as DealIssue
    return {
      issue: id,
      from: options[deal[issue] as number] as string,
      to: options[option] as string,
      giving: space.parties.filter((_, party) => (gain[party] as number) < 0),
      receiving: space.parties.filter((_, party) => (gain[party] as number) > 0)
    }
  })
  return { changes, gains: pointsOf(space, swap) }
}
