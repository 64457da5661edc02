import { TIE } from '../worth/conventions.ts'
import type { Consents } from './consents.ts'
import { nothingSettled } from './consents.ts'
import type { Settled, Space, Way } from './space.ts'
import { meansOver } from './sums.ts'
import { OPEN } from './tests-on-choices.ts'

/** Parts of the space looked at for the most that a party can gain. */
const MOST_PARTS = 200_000

/** A party's mean gain over the draws, issue by issue: what packages settled in part can bring it. */
export class MeanGain {
  readonly party: number
  private readonly fixed: number
  /** By issue and way. */
  private readonly means: readonly (readonly number[])[]
  /** What the issues from one on bring at most, each at its best. */
  private readonly open: Float64Array
  /** The same, each at its worst. */
  private readonly worst: Float64Array

  constructor(space: Space, party: number) {
    const width = space.parties.length
    const meanOf = (parts: Float64Array): number => meansOver(parts, width)[party] as number
    this.party = party
    this.fixed = meanOf(space.fixed)
    this.means = space.issues.map(({ ways }) => ways.map(({ parts }) => meanOf(parts)))
    this.open = new Float64Array(space.issues.length + 1)
    this.worst = new Float64Array(space.issues.length + 1)
    for (let i = space.issues.length - 1; i >= 0; i--) {
      this.open[i] = (this.open[i + 1] as number) + Math.max(...(this.means[i] as number[]))
      this.worst[i] = (this.worst[i + 1] as number) + Math.min(...(this.means[i] as number[]))
    }
  }

  /** The most of packages that agree on the first issues, rules and redlines apart; exact at the end. */
  most(picked: ArrayLike<number>): number {
    return this.settled(picked) + (this.open[picked.length] as number)
  }

  /** Whether some package that agrees on the first issues may bring so much. */
  reaches(picked: ArrayLike<number>, least: number): boolean {
    return this.most(picked) >= least - TIE
  }

  /** Whether some package that agrees on the first issues may bring no more than so much. */
  keepsTo(picked: ArrayLike<number>, most: number): boolean {
    return this.settled(picked) + (this.worst[picked.length] as number) <= most + TIE
  }

  /** What the first issues bring, as they are settled. */
  private settled(picked: ArrayLike<number>): number {
    let sum = this.fixed
    for (let i = 0; i < picked.length; i++) sum += this.means[i]?.[picked[i] as number] as number
    return sum
  }

  /** The most of any package that keeps what none may break; as far as found where not `exact`. */
  greatest(space: Space, consents: Consents): { readonly most: number; readonly exact: boolean } {
    const at = nothingSettled(space.issues.length)
    const picked: number[] = []
    let [most, parts] = [Number.NEGATIVE_INFINITY, 0]
    const settle = (depth: number): void => {
      if (depth === space.issues.length) {
        most = Math.max(most, this.most(picked))
        return
      }
      const means = this.means[depth] as readonly number[]
      const issue = space.issues[depth] as Settled
      const ways = [...means.keys()].sort((a, b) => (means[b] as number) - (means[a] as number))
      for (const way of ways) {
        const { first, last } = issue.ways[way] as Way
        picked.push(way)
        at.first[depth] = first
        at.last[depth] = last
        const better = this.most(picked) > most + TIE && parts++ < MOST_PARTS
        if (better && !consents.excluded(at)) settle(depth + 1)
        picked.pop()
      }
      at.first[depth] = OPEN
      at.last[depth] = OPEN
    }
    settle(0)
    return { most, exact: parts <= MOST_PARTS }
  }
}
