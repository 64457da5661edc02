import type { Column } from '../draws/column.ts'
import { TIE } from '../worth/conventions.ts'
import type { SettledSoFar } from './consents.ts'
import { Consents, nothingSettled } from './consents.ts'
import type { Picked, Space, Way } from './space.ts'

/** One issue settled in another way, by their numbers. */
export interface OptionSwap {
  readonly issue: number
  readonly way: number
}

/** What a package comes to over some draws. */
export interface Chance {
  readonly p: number
  /**
   * Mean loss of the parties needed, summed over those that lose, where nobody accepts: what tells
   * such packages apart. Else 0.
   */
  readonly loss: number
}

/** Whether one package is better than another: likelier, or as likely with less lost. */
export const likelier = (one: Chance, other: Chance): boolean =>
  one.p > other.p || (one.p === other.p && one.loss < other.loss)

/**
 * Chances of packages one or two swaps away from a current one: the sum of each party's gain is
 * kept, so that a swap costs two additions a party and draw.
 */
export class Chances {
  readonly space: Space
  readonly consents: Consents
  /** How many draws were looked at. */
  looked = 0
  private readonly draws: number
  private readonly gains: Float64Array
  private readonly at: SettledSoFar
  private now: number[] = []

  constructor(
    space: Space,
    consents: Consents = new Consents(space),
    draws = Number.POSITIVE_INFINITY
  ) {
    this.space = space
    this.consents = consents
    this.draws = Math.min(draws, space.judge.sampler.count)
    this.gains = new Float64Array(this.draws * space.parties.length)
    this.at = nothingSettled(space.issues.length)
  }

  /** The package that swaps start from. */
  get current(): Picked {
    return this.now
  }

  /** Starts from a package. */
  start(picked: Picked): void {
    const { issues, fixed } = this.space
    this.now = [...picked]
    this.gains.set(fixed.subarray(0, this.gains.length))
    for (const [i, { ways }] of issues.entries()) {
      const way = ways[picked[i] as number] as Way
      this.take(i, way)
      this.add(way.parts, 1)
    }
  }

  /** Makes swaps part of the package that others start from. */
  move(swaps: readonly OptionSwap[]): void {
    for (const { issue, way } of swaps) {
      const ways = this.space.issues[issue]?.ways ?? []
      this.add((ways[this.now[issue] as number] as Way).parts, -1)
      this.add((ways[way] as Way).parts, 1)
      this.now[issue] = way
      this.take(issue, ways[way] as Way)
    }
  }

  /** The chance after at most two swaps; undefined where a rule excludes the package. */
  after([one, two]: readonly OptionSwap[] = []): Chance | undefined {
    for (const swap of [one, two]) if (swap) this.take(swap.issue, this.wayOf(swap))
    const chance = this.consents.excluded(this.at) ? undefined : this.chance(one, two)
    for (const swap of [one, two])
      if (swap)
        this.take(
          swap.issue,
          this.wayOf({ issue: swap.issue, way: this.now[swap.issue] as number })
        )
    return chance
  }

  private chance(one: OptionSwap | undefined, two: OptionSwap | undefined): Chance {
    const { parties } = this.space
    const needed = parties.flatMap((_, p) => (this.consents.needs(p, this.at) ? [p] : []))
    const columns = needed.map((p) => this.consents.most(p, this.at))
    this.looked += this.draws
    return sumUp({
      gains: this.gains,
      to1: one && this.wayOf(one).parts,
      from1: one && this.wayOf({ ...one, way: this.now[one.issue] as number }).parts,
      to2: two && this.wayOf(two).parts,
      from2: two && this.wayOf({ ...two, way: this.now[two.issue] as number }).parts,
      needed,
      columns,
      width: parties.length,
      draws: this.draws
    })
  }

  private wayOf({ issue, way }: OptionSwap): Way {
    return this.space.issues[issue]?.ways[way] as Way
  }

  private take(issue: number, { first, last }: Way): void {
    this.at.first[issue] = first
    this.at.last[issue] = last
  }

  private add(parts: Float64Array, sign: number): void {
    const { gains } = this
    for (let i = 0; i < gains.length; i++)
      gains[i] = (gains[i] as number) + sign * (parts[i] as number)
  }
}

interface Summed {
  readonly gains: Float64Array
  /** What one swap, and another, put in the place of what. */
  readonly to1: Float64Array | undefined
  readonly from1: Float64Array | undefined
  readonly to2: Float64Array | undefined
  readonly from2: Float64Array | undefined
  readonly needed: readonly number[]
  readonly columns: readonly Column[]
  readonly width: number
  readonly draws: number
}

/** The loss is told only of a package that nobody accepts: no other is compared by it. */
function sumUp(summed: Summed): Chance {
  const { needed, columns, draws } = summed
  let sum = 0
  draw: for (let i = 0; i < draws; i++) {
    let accepts = 1
    for (let k = 0; k < columns.length; k++) accepts *= (columns[k] as Column)[i] as number
    if (accepts === 0) continue
    for (let k = 0; k < needed.length; k++)
      if (gainOf(summed, i, needed[k] as number) < -TIE) continue draw
    sum += accepts
  }
  return { p: sum / draws, loss: sum > 0 ? 0 : lossOf(summed) }
}

function lossOf(summed: Summed): number {
  const { needed, draws } = summed
  let loss = 0
  for (let i = 0; i < draws; i++)
    for (let k = 0; k < needed.length; k++)
      loss -= Math.min(0, gainOf(summed, i, needed[k] as number))
  return loss / draws
}

function gainOf({ gains, to1, from1, to2, from2, width }: Summed, draw: number, p: number): number {
  const at = draw * width + p
  let gain = gains[at] as number
  if (to1 && from1) gain += (to1[at] as number) - (from1[at] as number)
  if (to2 && from2) gain += (to2[at] as number) - (from2[at] as number)
  return gain
}
