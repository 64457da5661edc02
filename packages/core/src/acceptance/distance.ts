import type { Estimate } from '../worth/estimate.ts'
import type { Offers } from '../worth/offers.ts'
import type { BestChance } from './best.ts'
import { chanceAt, EXACT } from './best.ts'
import { prove } from './branch.ts'
import type { Consents } from './consents.ts'
import { MeanGain } from './floor.ts'
import type { Rooms } from './rooms.ts'
import type { Picked, Space } from './space.ts'
import { choiceOf, offersAt } from './space.ts'

/** The best chance of packages that lie so near a draft in points. */
export interface DistancePoint {
  /** No party's mean gain moves by more than so many points. */
  readonly within: number
  readonly offers: Offers
  readonly chance: Estimate
  /** The most that it moves a party's mean gain. */
  readonly moves: number
  /** No package so near has a greater chance over these draws. */
  readonly bound: number
  readonly exact: boolean
}

/** What it takes to look for them. */
export interface DistanceSearch {
  readonly consents: Consents
  readonly rooms: Rooms
  readonly budget: number
  /** The draft, filled at best. */
  readonly start: BestChance
  /** The best with any number of changes. */
  readonly top: BestChance
  /** Packages that may do. */
  readonly known: readonly Offers[]
}

/** Shares of the distance at which the best of all lies. */
const SHARES = [0, 0.25, 0.5, 0.75, 1] as const

/** A move of less is none to be seen. */
const LEAST_MOVE = 0.05

/**
 * The best chance of packages by which the mean gain of no party that is always needed moves by more
 * than so many points from what the draft brings it, up to where the best of all lies. Nothing where
 * the draft crosses a firm redline or breaks a rule, or the best of all moves nobody.
 */
export function* distancesOf(
  space: Space,
  search: DistanceSearch
): Generator<undefined, readonly DistancePoint[]> {
  const { start, top, consents, known } = search
  const from = choiceOf(space, start.offers)
  if (start.across || top.across || !from || !consents.keeps(from)) return []
  const near = new Near(space, from)
  const farthest = near.moves(top.picked)
  if (farthest < LEAST_MOVE) return []
  const seen = [start.offers, top.offers, ...known].flatMap((offers): readonly Seen[] => {
    const picked = choiceOf(space, offers)
    return picked && consents.keeps(picked) ? [{ picked, p: chanceAt(space, offers).p }] : []
  })
  const points: DistancePoint[] = []
  for (const share of SHARES) {
    const { point, best } = yield* pointWithin(space, share * farthest, { near, seen, search })
    points.push(point)
    seen.push(best)
  }
  return points
}

interface Seen {
  readonly picked: Picked
  readonly p: number
}

function* pointWithin(
  space: Space,
  within: number,
  {
    near,
    seen,
    search: { top, consents, rooms, budget }
  }: { readonly near: Near; readonly seen: readonly Seen[]; readonly search: DistanceSearch }
): Generator<undefined, { readonly point: DistancePoint; readonly best: Seen }> {
  const best = seen
    .filter(({ picked }) => near.reaches(picked, within))
    .reduce((one, other) => (other.p > one.p ? other : one))
  const allowed = (picked: ArrayLike<number>): boolean => near.reaches(picked, within)
  // the best of all, where it lies so near, needs no other proof
  const proven =
    best.p >= top.chance.p
      ? { ...best, bound: top.bound }
      : yield* prove(space, consents, { best, budget, gap: EXACT, rooms, allowed })
  const offers = offersAt(space, proven.picked)
  const chance = chanceAt(space, offers)
  const bound = Math.min(top.bound, proven.bound)
  const exact = bound <= chance.p + EXACT
  const moves = near.moves(proven.picked)
  return {
    point: { within, offers, chance, moves, bound: exact ? chance.p : bound, exact },
    best: { picked: proven.picked, p: proven.p }
  }
}

/** How far packages lie from one: by how much the mean gains of the parties always needed move. */
class Near {
  private readonly gains: readonly (readonly [gain: MeanGain, own: number])[]

  constructor(space: Space, from: Picked) {
    const { judge, parties } = space
    this.gains = parties.flatMap((party, p) => {
      const needed = judge.source.required.some((one) => one.party === party && !one.when)
      if (!needed || !judge.hasGain(party)) return []
      const gain = new MeanGain(space, p)
      return [[gain, gain.most(from)] as const]
    })
  }

  /** The greatest move of a party's mean gain. */
  moves(picked: Picked): number {
    return Math.max(0, ...this.gains.map(([gain, own]) => Math.abs(gain.most(picked) - own)))
  }

  /** Whether some package that agrees on the first issues may lie so near. */
  reaches(picked: ArrayLike<number>, within: number): boolean {
    return this.gains.every(
      ([gain, own]) => gain.reaches(picked, own - within) && gain.keepsTo(picked, own + within)
    )
  }
}
