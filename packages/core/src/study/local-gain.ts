import type { Column } from '../draws/column.ts'
import type { Dependence } from '../draws/sampler.ts'
import { streamOf } from '../draws/sampler.ts'
import type { Interest, Stance } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import { addTo, multiply } from '../worth/columns.ts'
import { PartyGain } from '../worth/gain.ts'
import type { Judge } from '../worth/judge.ts'
import { judgementsOf } from '../worth/judgements.ts'
import type { Offered } from './acceptance.ts'

/**
 * A party's gain from a package as what its issues bring by their weights, over the sum of weights,
 * and the rest: so that other numbers on one issue cost as much with many issues as with few.
 */
export class LocalGain {
  private readonly offered: Offered
  private readonly gain: PartyGain
  private readonly weighed: Float64Array
  private readonly rest: Column
  private readonly known = new Map<string, Column>()

  constructor(offered: Offered, judge: Judge) {
    const { party, offers } = offered
    this.offered = offered
    this.gain = judge.gainOf(party)
    this.rest = this.gain.unweighed(offers)
    this.weighed = judge.gain(party, offers).slice()
    addTo(this.weighed, this.rest, -1)
    multiply(this.weighed, this.gain.totalWeight())
  }

  /** The gain where a judge gives the weight and the values of one issue other numbers, and nothing else. */
  with({ issue, weight }: Interest, judge: Judge): Float64Array {
    const other = new PartyGain(this.gain.stance, judge.source, judge.sampler)
    const then = this.known.get(issue) ?? this.brings(this.gain, issue)
    this.known.set(issue, then)
    const now = this.brings(other, issue)
    const [before, after] = [this.gain.sampler.column(weight), judge.sampler.column(weight)]
    const total = this.gain.totalWeight()
    const gain = new Float64Array(total.length)
    for (let i = 0; i < gain.length; i++) {
      const [had, has] = [before[i] as number, after[i] as number]
      const moved = has * (now[i] as number) - had * (then[i] as number)
      gain[i] =
        ((this.weighed[i] as number) + moved) / ((total[i] as number) - had + has) +
        (this.rest[i] as number)
    }
    return gain
  }

  /** What the package brings on an issue beyond no deal, before it is weighed. */
  private brings(gain: PartyGain, issue: string): Column {
    const interest = gain.stance.interests.find((one) => one.issue === issue)
    const offer = this.offered.offers.get(issue)
    if (!interest || !offer) return new Float64Array(gain.sampler.count)
    const brought = gain.offered(interest, offer).slice()
    addTo(brought, gain.base(issue), -1)
    return brought
  }
}

/**
 * The interest that some streams bear on alone, of all that a party's gain is worked out from;
 * undefined where they bear on several, or on something else.
 */
export function onlyInterest(
  stance: Stance,
  streams: ReadonlySet<string>,
  dependence: Dependence
): Interest | undefined {
  const drawn = (judgement: Judgement): boolean => streams.has(streamOf(judgement, dependence))
  const touched = stance.interests.filter((interest) => judgementsIn(interest).some(drawn))
  const [only] = touched
  if (!only || touched.length > 1) return undefined
  const own = new Set(judgementsIn(only))
  const elsewhere = judgementsOf(stance).some(
    (judgement) => !own.has(judgement) && drawn(judgement)
  )
  return elsewhere ? undefined : only
}

const judgementsIn = ({ weight, values }: Interest): readonly Judgement[] => [
  weight,
  ...[...values.values()].flatMap((blend) => blend.map(({ judgement }) => judgement))
]
