import type { Column } from '../draws/column.ts'
import { TIE } from '../worth/conventions.ts'
import type { SettledSoFar } from './consents.ts'
import { Consents, nothingSettled } from './consents.ts'
import type { Picked, Space, Way } from './space.ts'

/** One issue settled in another way, by their numbers. */
export interface Swap {
  readonly issue: number
  readonly way: number
}

/** What a package comes to over some draws. */
export interface Chance {
  readonly p: number
  /** Mean loss of the parties needed, summed over those that lose: what tells apart packages that nobody accepts. */
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
  move(swaps: readonly Swap[]): void {
    for (const { issue, way } of swaps) {
      const ways = this.space.issues[issue]?.ways ?? []
      this.add((ways[this.now[issue] as number] as Way).parts, -1)
      this.add((ways[way] as Way).parts, 1)
      this.now[issue] = way
      this.take(issue, ways[way] as Way)
    }
  }

  /** The chance after at most two swaps; undefined where a rule excludes the package. */
  after([one, two]: readonly Swap[] = []): Chance | undefined {
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

  private chance(one: Swap | undefined, two: Swap | undefined): Chance {
    const { parties } = this.space
    const needed = parties.flatMap((_, p) => (this.consents.needs(p, this.at) ? [p] : []))
    const columns = needed.map((p) => this.consents.most(p, this.at))
    this.looked += this.draws
    return sumUp({
      gains: this.gains,
      changes: [one, two].flatMap((swap) =>
        swap
          ? [
              [
                this.wayOf(swap).parts,
                this.wayOf({ issue: swap.issue, way: this.now[swap.issue] as number }).parts
              ] as const
            ]
          : []
      ),
      needed,
      columns,
      width: parties.length,
      draws: this.draws
    })
  }

  private wayOf({ issue, way }: Swap): Way {
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
  readonly changes: readonly (readonly [to: Float64Array, from: Float64Array])[]
  readonly needed: readonly number[]
  readonly columns: readonly Column[]
  readonly width: number
  readonly draws: number
}

const NONE = new Float64Array(0)

function sumUp({ gains, changes, needed, columns, width, draws }: Summed): Chance {
  const [[to1, from1] = [NONE, NONE], [to2, from2] = [NONE, NONE]] = changes
  let [sum, loss] = [0, 0]
  for (let i = 0; i < draws; i++) {
    let accepts = 1
    for (let k = 0; k < needed.length; k++) {
      const p = needed[k] as number
      const at = i * width + p
      let gain = gains[at] as number
      if (changes.length > 0) gain += (to1[at] as number) - (from1[at] as number)
      if (changes.length > 1) gain += (to2[at] as number) - (from2[at] as number)
      if (gain < -TIE) {
        loss -= gain
        accepts = 0
      } else if (accepts > 0) accepts *= (columns[k] as Column)[i] as number
    }
    sum += accepts
  }
  return { p: sum / draws, loss: loss / draws }
}
