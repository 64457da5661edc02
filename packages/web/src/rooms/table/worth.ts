import type { Case, Issue } from '@truce/core'
import { centralPoint, ScalarWorth } from '@truce/core/worth'
import type { Said } from '../../judged/columns.ts'

/** The change of one party's gain, in points. */
export interface Change {
  readonly party: string
  readonly points: number
}

/** Changes that would be written as 0 points are left out. */
const LEAST = 0.5

/**
 * By option of the issue, how each party's gain would change at central values if the issue were
 * settled so instead of as it is. Against an open issue the yardstick is the mean over its options.
 * The greatest change comes first.
 */
export function changesBy(
  source: Case,
  { id, options }: Issue,
  now: Said
): ReadonlyMap<string, readonly Change[]> {
  const parties = [...source.stances.values()].flatMap((stance) => {
    const worth = new ScalarWorth(stance, source, centralPoint(source))
    const share = worth.share(id)
    return share > 0 || worth.charged.includes(id)
      ? [{ party: stance.party, worth, share, base: valueNow(worth, id, now) }]
      : []
  })
  return new Map(
    options.map((option) => [
      option.id,
      parties
        .map(({ party, worth, share, base }) => ({
          party,
          points:
            share * (worth.value(id, option.id) - base) +
            worth.charge(id, { option: option.id }) -
            worth.charge(id, offerNow(now))
        }))
        .filter(({ points }) => Math.abs(points) >= LEAST)
        .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    ])
  )
}

const offerNow = (now: Said): Parameters<ScalarWorth['charge']>[1] =>
  now.kind === 'open' ? undefined : (now.kind === 'settled' && now.term) || { option: now.option }

function valueNow(worth: ScalarWorth, issue: string, now: Said): number {
  if (now.kind === 'open') return worth.middle(issue)
  return worth.offered(issue, (now.kind === 'settled' && now.term) || { option: now.option })
}
