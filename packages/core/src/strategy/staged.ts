import type { Estimate } from '../worth/estimate.ts'
import type { Offers } from '../worth/offers.ts'
import { plainOffers, stagesOf } from '../worth/offers.ts'
import { centralPoint } from '../worth/scalar.ts'
import type { StrategyGround } from './ground.ts'
import type { Spread } from './shares.ts'
import { shareOfDraws, spreadOf } from './shares.ts'

/** Terms that come in two stages, and who would let it rest at the first. */
export interface StagedTerms {
  readonly terms: readonly {
    readonly issue: string
    readonly option: string
    readonly then: string
  }[]
  /** Whose deliverables bring a later option; empty where the case names none. */
  readonly by: readonly string[]
  readonly parties: readonly StagedGain[]
}

/** What the two stages are worth to a party over no deal, in points. */
export interface StagedGain {
  readonly party: string
  /** The first stage alone, and the last. */
  readonly first: number
  readonly last: number
  /** The first less the last: what it gains by stopping there while the others let it rest. */
  readonly stopping: Spread
  /** Share of draws in which it gains by that. */
  readonly stops: Estimate
  /**
   * Where the plan says how much it counts the next period: what it gains by stopping if the others
   * go back to no deal in the next period, (1 - discount) first - last.
   */
  readonly answered?: number
}

/** Gains nearer to 0 than this are none. */
const NONE = 1e-9

/**
 * The commitment problem of a bridge: once the first stage is carried out a party may be better off
 * there than at the end, and nothing but its word leads on (Fearon 1995, with what the first stage
 * hands over as the shift). Undefined where no term is staged.
 */
export function stagedTerms(
  { source, central, drawn }: StrategyGround,
  offers: Offers,
  parties: readonly string[]
): StagedTerms | undefined {
  const terms = [...offers].flatMap(([issue, { option, then }]) =>
    then === undefined ? [] : [{ issue, option, then }]
  )
  const [first, last] = stagesOf(offers).map(plainOffers)
  if (!first || !last) return undefined
  const { deliverables, plan } = source.process
  const bringing = [...deliverables.values()].filter(({ gives }) =>
    terms.some(({ issue, then }) => gives?.get(issue) === then)
  )
  return {
    terms,
    by: [...new Set(bringing.map(({ by }) => by))],
    parties: parties.map((party): StagedGain => {
      const [one, end] = [central.gain(party, first)[0] ?? 0, central.gain(party, last)[0] ?? 0]
      const ends = drawn.gain(party, last)
      const stopping = drawn.gain(party, first).map((gain, i) => gain - (ends[i] as number))
      const discount = plan?.discount.get(party)
      return {
        party,
        first: one,
        last: end,
        stopping: spreadOf(one - end, stopping),
        stops: shareOfDraws(stopping.filter((gain) => gain > NONE).length, stopping.length),
        ...(discount ? { answered: (1 - centralPoint(source)(discount)) * one - end } : {})
      }
    })
  }
}
