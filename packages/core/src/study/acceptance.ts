import type { Column } from '../draws/column.ts'
import { scenarioFacts } from '../draws/sampler.ts'
import { isNoLoss } from '../worth/columns.ts'
import { PartyGain } from '../worth/gain.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'
import { crosses } from '../worth/redlines.ts'

/**
 * What a party's acceptance is made of: [gain >= 0] (1 - greatest crossed firmness) [all bodies
 * pass].
 */
export type Piece = 'gain' | 'stays' | 'passes'

/** The pieces, in the order they are multiplied. */
export const PIECES: readonly Piece[] = ['gain', 'stays', 'passes']

/** One party's pieces, a number for each draw. */
export type Pieces = Readonly<Record<Piece, Column>>

/** A package before one party. */
export interface Offered {
  readonly party: string
  readonly offers: Offers
}

/** One piece worked out on the judge's draws, firmness as its sampler gives it, draw by draw. */
export function pieceOf(piece: Piece, offered: Offered, judge: Judge): Column {
  const { party, offers } = offered
  const { source, sampler } = judge
  if (piece === 'stays') return stays(offered, judge)
  if (piece === 'passes') return judge.consent(party, stagesOf(offers), { point: () => 0 })
  return judge.hasGain(party)
    ? new PartyGain(judge.stance(party), source, sampler).gain(offers)
    : new Float64Array(sampler.count)
}

/** All pieces of a party. */
export function piecesOf(offered: Offered, judge: Judge): Pieces {
  const piece = (name: Piece): Column => pieceOf(name, offered, judge)
  return { gain: piece('gain'), stays: piece('stays'), passes: piece('passes') }
}

/** The chance of acceptance in each draw. */
export function acceptedBy({ gain, stays, passes }: Pieces): Float64Array {
  const accepts = new Float64Array(gain.length)
  for (let i = 0; i < accepts.length; i++)
    accepts[i] = isNoLoss(gain[i] as number) ? (stays[i] as number) * (passes[i] as number) : 0
  return accepts
}

/** One minus the greatest firmness among the redlines crossed in each draw. */
function stays({ party, offers }: Offered, judge: Judge): Float64Array {
  const { sampler, source } = judge
  const firmest = new Float64Array(sampler.count)
  for (const mask of new Set(sampler.masks)) {
    const scenario = scenarioFacts(mask, source.scenarios)
    const crossed = judge
      .stance(party)
      .redlines.filter((redline) => crosses(redline, stagesOf(offers), scenario) === true)
    for (const { firmness } of crossed) {
      const column = sampler.column(firmness)
      for (let i = 0; i < firmest.length; i++)
        if (sampler.masks[i] === mask)
          firmest[i] = Math.max(firmest[i] as number, column[i] as number)
    }
  }
  return firmest.map((firmness) => 1 - firmness)
}
