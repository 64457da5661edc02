import type { DealSpace } from './deal-space.ts'
import { Reader } from './front.ts'
import { linkedGroups } from './groups.ts'
import type { Improvement } from './improve.ts'
import { gainsOf } from './improve.ts'
import { nodesFor, search } from './search/search.ts'

/** What a search for something better came to; `decided` is false where it ended before it knew. */
export interface SearchedImprovement {
  readonly improvement?: Improvement
  readonly decided: boolean
}

/** Work and regions of one search, see `nodesFor`: a second at most. */
const WORK = 5_000_000
const MOST_NODES = 200

/**
 * As `improve`, where too many packages are efficient to list those that are better: the greatest
 * least addition is searched for by branch and bound. Throws `TooWide` where conditions link too
 * many issues.
 */
export function searchedImprovement(
  space: DealSpace,
  gains: Float64Array,
  { noDeal, share = 1 }: { readonly noDeal: boolean; readonly share?: number }
): SearchedImprovement {
  const fronts = linkedGroups(space)?.map(({ front }) => front)
  if (!fronts) return { decided: true }
  const { unitsPerPoint } = space
  const game = {
    parts: fronts.map(({ layer }) => layer),
    base: space.noDeal.map((less) => -less),
    unitsPerPoint
  }
  const baseline = noDeal ? gains.map((gain) => Math.max(gain, 0)) : gains
  const found = search(
    game,
    { kind: 'maxMin', baseline, scale: unitsPerPoint },
    { maxNodes: nodesFor(game, { work: share * WORK, most: MOST_NODES }) }
  )
  const choice = space.issues.map(() => 0)
  const reader = new Reader()
  fronts.forEach((front, part) => {
    reader.pick(front, found.choice?.[part] ?? 0, choice)
  })
  const reached = gainsOf(space, choice)
  const adds = reached.map((gain, party) => gain - (gains[party] as number))
  const helps =
    found.choice !== undefined &&
    reached.every((gain, party) => gain >= (baseline[party] as number)) &&
    adds.some((add) => add > 0)
  return helps ? { improvement: { choice, adds }, decided: true } : { decided: found.complete }
}
