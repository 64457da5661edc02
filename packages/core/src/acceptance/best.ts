import type { Estimate } from '../worth/estimate.ts'
import { meanOf } from '../worth/estimate.ts'
import type { Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'
import { atOnce } from './at-once.ts'
import { prove } from './branch.ts'
import { Chances, likelier } from './chances.ts'
import type { Peak } from './climb.ts'
import { climbFrom, costOf, startsOf } from './climb.ts'
import { Consents } from './consents.ts'
import { Rooms } from './rooms.ts'
import type { Picked, Space } from './space.ts'
import { choiceOf, offersAt } from './space.ts'

/** The best chance over a space, and how nearly it is known. */
export interface BestChance {
  readonly picked: Picked
  readonly offers: Offers
  readonly chance: Estimate
  /** No package has a greater chance over these draws. */
  readonly bound: number
  /** Whether the bound is the best itself. */
  readonly exact: boolean
  /** Parts of the space that were looked at. */
  readonly nodes: number
  /** Whether every package crosses a firm redline, so that the best does as well. */
  readonly across: boolean
}

/** How to look for it. */
export interface Looking {
  readonly seed: number
  /** Packages to start from, besides others. */
  readonly from?: readonly Offers[]
  /** Most issues that may differ from the draft that the space starts from. */
  readonly most?: number
  /** Millions of draws that the proof may look at. */
  readonly budget: number
  readonly rooms?: Rooms
  readonly consents?: Consents
  /** Whether to start from the packages given and little else: where those are known to be good. */
  readonly warm?: boolean
}

/** Draws on which packages are compared at first, and peaks that are judged on all. */
const FIRST = { draws: 400, peaks: 4 } as const

/** Differences of less are those of the order in which numbers are added. */
export const EXACT = 1e-9

/**
 * The package of the greatest joint chance. Proved first: the most promising part of the space leads
 * to it by itself. Where the proof does not end, or nobody accepts anything, climbs follow from many
 * starts on few draws and from the best of their peaks on all of them. Undefined where the rules
 * leave none.
 */
export function* bestInSteps(
  space: Space,
  looking: Looking
): Generator<undefined, BestChance | undefined> {
  const found = yield* bestWithin(space, looking)
  if (found) return found
  const { rules } = space.judge.source
  const across = space.barred.length > rules.length ? { ...space, barred: rules } : undefined
  const { consents: _, ...anew } = looking
  const likeliest = across && (yield* bestWithin(across, anew))
  return likeliest && { ...likeliest, across: true }
}

/** The same without a pause. */
export const bestOf = (space: Space, looking: Looking): BestChance | undefined =>
  atOnce(bestInSteps(space, looking))

/** Above what a better package is looked for. */
export interface PackageKnown {
  /** A package of the space. */
  readonly offers: Offers
  /** What no package outside of `within` exceeds. */
  readonly bound: number
  /** The packages among which a better one may be: all when left out. */
  readonly within?: Space
  /** A chance below which nobody asks what is best; the package's own when left out. */
  readonly floor?: number
}

/**
 * The best of a space of which one package is known, and a bound on some of the others: where nothing
 * is better the bound says so at once. Undefined where the package known is none of the space, or
 * where it is proved that nothing reaches the floor.
 */
export function* bestAbove(
  space: Space,
  { offers, bound, within = space, floor = 0 }: PackageKnown,
  looking: Looking & { readonly consents: Consents }
): Generator<undefined, BestChance | undefined> {
  const picked = pickedIn(space, offers, within === space ? looking.consents : undefined)
  if (!picked) return undefined
  const { p } = chanceAt(space, offers)
  // what ties with the floor is no lower than it
  const above = { picked, p: Math.max(p, floor - 2 * EXACT), outside: bound }
  const best = yield* bestWithin(within, { ...looking, from: [offers], warm: true }, above)
  return best && above.p > p && best.bound <= above.p + EXACT ? undefined : best
}

/** A package as it is picked from a space; undefined where it is none of it. */
export function pickedIn(
  space: Space,
  offers: Offers,
  consents = new Consents(space)
): Picked | undefined {
  const picked = choiceOf(space, offers)
  return picked && consents.keeps(picked) ? picked : undefined
}

/** The best where none is known yet. */
const NOTHING = { picked: [], p: -1, outside: 0 } as const

function* bestWithin(
  space: Space,
  looking: Looking,
  above: { readonly picked: Picked; readonly p: number; readonly outside: number } = NOTHING
): Generator<undefined, BestChance | undefined> {
  const consents = looking.consents ?? new Consents(space)
  const { most, budget, from = [], rooms = new Rooms(space, most) } = looking
  const limit = most === undefined ? {} : { most }
  const proven = yield* prove(space, consents, { best: above, budget, gap: EXACT, rooms, ...limit })
  const proved = proven.p >= 0 ? [offersAt(space, proven.picked)] : []
  const closed = proven.p > 0 && proven.bound <= proven.p + EXACT
  const peak = closed
    ? undefined
    : highest(space, consents, { ...looking, from: [...from, ...proved] })
  if (!peak && proven.p < 0) return undefined
  const picked = peak && peak.chance.p >= proven.p ? peak.picked : proven.picked
  const offers = offersAt(space, picked)
  const chance = chanceAt(space, offers)
  const bound = Math.max(above.outside, proven.bound)
  const exact = bound <= chance.p + EXACT
  return {
    picked,
    offers,
    chance,
    bound: exact ? chance.p : bound,
    exact,
    nodes: proven.nodes,
    across: false
  }
}

/** The joint chance of a package, as `check` computes it. */
export function chanceAt({ judge }: Space, offers: Offers): Estimate {
  return meanOf(judge.joint(judge.required(stagesOf(offers)).surely, offers))
}

/** The highest peak that climbs come to. */
function highest(
  space: Space,
  consents: Consents,
  { seed, from = [], most, warm }: Looking
): Peak | undefined {
  const limit = most === undefined ? {} : { most }
  const within = (picked: Picked): boolean => most === undefined || costOf(space, picked) <= most
  const given = from.flatMap((offers) => {
    const picked = choiceOf(space, offers)
    return picked && within(picked) ? [picked] : []
  })
  const others = warm ? startsOf(space, seed).slice(0, 1) : startsOf(space, seed)
  const starts = [
    ...given,
    ...(most === undefined ? [] : others.map((picked) => unchanged(space, picked))),
    ...others.filter(within)
  ]
  const few = new Chances(space, consents, FIRST.draws)
  const single = distinct(
    starts.flatMap((start) => climbFrom(few, start, { pairs: false, ...limit }) ?? [])
  )
  const double = distinct(
    single
      .slice(0, FIRST.peaks)
      .flatMap(({ picked }) => climbFrom(few, picked, { pairs: true, ...limit }) ?? [])
  )
  const all = new Chances(space, consents)
  const candidates = [...double.map(({ picked }) => picked), ...given]
  const peaks = candidates.flatMap(
    (picked) => climbFrom(all, picked, { pairs: false, ...limit }) ?? []
  )
  return distinct(peaks)[0]
}

/** A start with the draft's own terms wherever it changes them. */
const unchanged = ({ issues }: Space, picked: Picked): Picked =>
  issues.map(({ ways }, i) => {
    const own = ways.findIndex(({ cost }) => cost === 0)
    return ways[picked[i] as number]?.cost === 0 ? (picked[i] as number) : own
  })

/** Peaks that differ, the highest first. */
function distinct(peaks: readonly Peak[]): readonly Peak[] {
  const byChoice = new Map(peaks.map((peak) => [peak.picked.join(), peak]))
  return [...byChoice.values()].sort((a, b) =>
    likelier(a.chance, b.chance) ? -1 : likelier(b.chance, a.chance) ? 1 : 0
  )
}
