import type { Estimate } from '../worth/estimate.ts'
import type { Offers } from '../worth/offers.ts'
import type { SearchStep } from './at-once.ts'
import type { BestChance } from './best.ts'
import { chanceAt, EXACT } from './best.ts'
import { prove } from './branch.ts'
import { Consents } from './consents.ts'
import { MeanGain } from './floor.ts'
import type { Rooms } from './rooms.ts'
import type { Picked, Space } from './space.ts'
import { choiceOf, offersAt } from './space.ts'

/** The best chance of packages that leave one party a mean gain of so much. */
export interface FrontierPoint {
  /** Points that the party gains at least. */
  readonly least: number
  /** Absent where no such package was found. */
  readonly best?: {
    readonly offers: Offers
    readonly chance: Estimate
    /** What the party gains on the mean. */
    readonly gain: number
  }
  /** No such package has a greater chance over these draws. */
  readonly bound: number
  readonly exact: boolean
}

/** How the best chance falls as one party is to gain more. */
export interface GainFrontier {
  readonly party: string
  /** The most that any package brings it on the mean; as far as was found where not `exact`. */
  readonly most: number
  readonly exact: boolean
  /** From no loss up to the most. */
  readonly points: readonly FrontierPoint[]
}

/** What it takes to look for frontiers. */
export interface FrontierSearch {
  readonly rooms: Rooms
  /** Millions of draws that each proof may look at. */
  readonly budget: number
  /** Packages that may do, besides the best. */
  readonly from: readonly Offers[]
}

/** Shares of the most that a party can gain. */
const SHARES = [0, 0.25, 0.5, 0.75, 1] as const

/**
 * For each party that is always needed: the best chance of a package that leaves it so much of the
 * most that it can gain. Yields after each party how many are done, of how many.
 */
export function* frontiersOf(
  space: Space,
  base: BestChance,
  search: FrontierSearch
): Generator<SearchStep, readonly GainFrontier[]> {
  const { judge, parties } = space
  const consents = new Consents(space)
  const always = parties.flatMap((party, p) => {
    const needed = judge.source.required.some((one) => one.party === party && !one.when)
    return needed && judge.hasGain(party) ? [p] : []
  })
  const known = [base.offers, ...search.from].flatMap((offers): readonly Seen[] => {
    const picked = choiceOf(space, offers)
    return picked && consents.keeps(picked) ? [{ picked, p: chanceAt(space, offers).p }] : []
  })
  const found: GainFrontier[] = []
  for (const party of always) {
    const gain = new MeanGain(space, party)
    found.push(yield* frontierOf({ space, consents, gain, known, base, search }))
    yield [found.length, always.length]
  }
  return found
}

interface Seen {
  readonly picked: Picked
  readonly p: number
}

interface Around {
  readonly space: Space
  readonly consents: Consents
  readonly gain: MeanGain
  readonly known: readonly Seen[]
  readonly base: BestChance
  readonly search: FrontierSearch
}

/** From the most down: what leaves a party more leaves it less as well, and is known by then. */
function* frontierOf(around: Around): Generator<undefined, GainFrontier> {
  const { space, consents, gain } = around
  const { most, exact } = gain.greatest(space, consents)
  const shares = most > 0 ? SHARES : [1]
  const points: FrontierPoint[] = []
  let known = around.known
  for (const share of [...shares].reverse()) {
    const { point, seen } = yield* pointAt({ ...around, known }, share * most)
    points.unshift(point)
    known = [...known, ...seen]
  }
  return { party: space.parties[gain.party] as string, most, exact, points }
}

function* pointAt(
  { space, consents, gain, known, base, search: { rooms, budget } }: Around,
  least: number
): Generator<undefined, { readonly point: FrontierPoint; readonly seen: readonly Seen[] }> {
  const nothing: Seen = { picked: [], p: -1 }
  const best = known
    .filter(({ picked }) => gain.reaches(picked, least))
    .reduce((one, other) => (other.p > one.p ? other : one), nothing)
  // the best of all, where it leaves the party so much, needs no other proof
  const proven =
    best.p >= base.chance.p
      ? { ...best, bound: base.bound }
      : yield* prove(space, consents, {
          best,
          budget,
          gap: EXACT,
          rooms,
          allowed: (picked) => gain.reaches(picked, least)
        })
  const bound = Math.min(base.bound, Math.max(0, proven.bound))
  if (proven.p < 0) return { point: { least, bound, exact: bound === 0 }, seen: [] }
  const offers = offersAt(space, proven.picked)
  const chance = chanceAt(space, offers)
  const exact = bound <= chance.p + EXACT
  return {
    point: {
      least,
      best: { offers, chance, gain: gain.most(proven.picked) },
      bound: exact ? chance.p : bound,
      exact
    },
    seen: [{ picked: proven.picked, p: proven.p }]
  }
}
