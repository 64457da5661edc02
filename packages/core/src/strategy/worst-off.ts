import type { Column } from '../draws/column.ts'
import { isNoLoss } from '../worth/columns.ts'
import type { Estimate } from '../worth/estimate.ts'
import { shareOfDraws } from './shares.ts'

/** How low a package's least gain comes over the draws, and whose it is. */
export interface WorstOff {
  /** The least gain is this or less in 5 of 100 draws. */
  readonly low: number
  /** The draw in which it is this, from 1, and who has it there. */
  readonly draw: number
  readonly parties: readonly string[]
  /** Of those who lose in some draw: in what share of all draws one loses and nobody loses more. */
  readonly losing: readonly { readonly party: string; readonly share: Estimate }[]
}

/** Convention: what 5 of 100 draws are at or below is called low. */
const LOW = 0.05

/** See `WorstOff`; `gains` by party, over the same draws. */
export function worstOff(parties: readonly string[], gains: readonly Column[]): WorstOff {
  const draws = gains[0]?.length ?? 0
  const leasts = Array.from({ length: draws }, (_, draw) =>
    Math.min(...gains.map((column) => column[draw] as number))
  )
  const holders = (draw: number): readonly string[] =>
    parties.filter((_, i) => gains[i]?.[draw] === leasts[draw])
  const order = [...leasts.keys()].sort((a, b) => (leasts[a] as number) - (leasts[b] as number))
  const at = order[Math.min(draws - 1, Math.floor(LOW * draws))] ?? 0
  const lost = order.filter((draw) => !isNoLoss(leasts[draw] as number)).flatMap(holders)
  return {
    low: leasts[at] ?? 0,
    draw: at + 1,
    parties: holders(at),
    losing: parties
      .map((party) => ({ party, n: lost.filter((one) => one === party).length }))
      .filter(({ n }) => n > 0)
      .map(({ party, n }) => ({ party, share: shareOfDraws(n, draws) }))
  }
}
