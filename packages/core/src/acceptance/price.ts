import type { Redline } from '../model/case.ts'
import { NOISE } from '../worth/conventions.ts'
import type { Estimate } from '../worth/estimate.ts'
import { average } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offer, Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'
import { crossedBy, isFatal } from '../worth/redlines.ts'
import { isWorse, partyVerdict, proposalVerdict } from '../worth/verdict.ts'
import type { SearchStep } from './at-once.ts'
import type { BestChance, Looking } from './best.ts'
import { bestAbove, bestInSteps } from './best.ts'
import { costOf } from './climb.ts'
import { Consents } from './consents.ts'
import type { DistancePoint } from './distance.ts'
import { distancesOf } from './distance.ts'
import { Rooms } from './rooms.ts'
import type { Space } from './space.ts'
import { choiceOf, spaceOf } from './space.ts'
import type { AsGood } from './variants.ts'
import { familyOf } from './variants.ts'

/** One issue of a draft settled otherwise. */
export interface PricedChange {
  readonly issue: string
  readonly from: Offer
  readonly to: Offer
  /** Whether a staged term gives way to its own first or last step. */
  readonly step: 'first' | 'last' | undefined
}

/** What changes do to one party. */
export interface Borne {
  readonly party: string
  /** Its chance of accepting, and its mean gain, before and after. */
  readonly accepts: readonly [before: number, after: number]
  readonly gain?: readonly [before: number, after: number]
}

/** The best chance with so many changes at most. */
export interface PricePoint {
  readonly most: number
  readonly chance: Estimate
  readonly bound: number
  readonly exact: boolean
  readonly offers: Offers
  readonly changes: readonly PricedChange[]
  /** Other options of the issues changed that do as well: one entry stands for the whole family. */
  readonly family: readonly AsGood[]
  readonly parties: readonly Borne[]
  /** Redlines of parties needed that the draft does not cross and this does, and the other way. */
  readonly crosses: readonly Redline[]
  readonly keeps: readonly Redline[]
  /** Whether it lies above the point before by more than noise, or is the first to cross no firm redline. */
  readonly rises: boolean
  /** Whether it crosses a firm redline, as every package so near does. */
  readonly across: boolean
  /** Whether the verdict is at least contested: what may be called a repair. */
  readonly repairs: boolean
}

/** What each change buys. */
export interface Price {
  /** The draft as it stands, its open issues filled at best. */
  readonly from: Offers
  /** What is open in the draft; settling it costs no change. */
  readonly open: readonly string[]
  readonly points: readonly PricePoint[]
  /** The same by how far the parties' gains move, where that was asked for. */
  readonly distances: readonly DistancePoint[]
}

/** How far to go, and what it may cost. */
export interface Pricing {
  readonly seed: number
  readonly most: number
  readonly budget: number
  /** Whether to ask for the best by how far it lies in points as well. */
  readonly distances?: boolean
}

/**
 * The best chance with no change to a draft, with one at most, with two: until so many, or until no
 * more than all that the draft allows. A draft that crosses a firm redline as it stands may go on
 * crossing firm ones until it keeps them all. Yields after each search how many points are
 * known, of how many at most.
 */
export function* priceOf(
  judge: Judge,
  draft: Offers,
  pricing: Pricing
): Generator<SearchStep, Price | undefined> {
  const space = spaceOf(judge, { draft })
  const open = judge.source.issues.map(({ id }) => id).filter((id) => !draft.has(id))
  const most = Math.min(pricing.most, space.issues.length)
  const consents = new Consents(space)
  const looking = { ...pricing, consents, rooms: new Rooms(space, most) }
  const start = yield* startOf(space, looking)
  if (!start) return undefined
  yield [0, most]
  const keeps = (offers: Offers): boolean => {
    const picked = choiceOf(space, offers)
    return picked !== undefined && consents.keeps(picked)
  }
  const points: PricePoint[] = [
    pointOf(judge, start, { from: start.offers, most: 0, before: undefined, keeps: () => false })
  ]
  const rooms = new Rooms(space)
  const { seed, budget } = pricing
  const top = yield* bestInSteps(space, { seed, budget, consents, rooms })
  yield [0, most]
  for (let k = 1; k <= most; k++) {
    const before = points[points.length - 1] as PricePoint
    const from = [before.offers, ...(top ? [top.offers] : [])]
    const known = { offers: before.offers, bound: 0 }
    const found =
      (yield* bestAbove(space, known, { ...looking, most: k })) ??
      (yield* bestInSteps(space, { ...looking, from, most: k, warm: k > 1 }))
    yield [k, most]
    if (!found) continue
    points.push(pointOf(judge, found, { from: start.offers, most: k, before, keeps }))
    if (top && reached(found, top, costOf(space, top.picked) <= k)) break
  }
  const known = points.map(({ offers }) => offers)
  const distances =
    pricing.distances && top
      ? yield* distancesOf(space, { consents, rooms, budget, start, top, known })
      : []
  return { from: start.offers, open, points, distances }
}

/** Whether more changes can buy nothing: the best of all is met, or as far as it is known. */
const reached = (found: BestChance, top: BestChance, near: boolean): boolean =>
  found.across === top.across && found.chance.p >= top.chance.p && (top.exact || near)

/** The draft itself, filled at best; across the rules and firm redlines where it breaks them. */
function* startOf(space: Space, looking: Looking): Generator<undefined, BestChance | undefined> {
  const kept = { ...looking, most: 0 }
  const { consents: _, ...anew } = kept
  const lawful = yield* bestInSteps(space, kept)
  if (lawful) return lawful
  const found = yield* bestInSteps({ ...space, barred: [] }, anew)
  return found && { ...found, across: !keepsFirm(space, found) }
}

/** Whether a package keeps the firm redlines, whatever rules it breaks. */
function keepsFirm(space: Space, { picked }: BestChance): boolean {
  const { rules } = space.judge.source
  const barred = space.barred.filter((one) => !rules.some((rule) => rule === one))
  return new Consents({ ...space, barred }).keeps(picked)
}

function pointOf(
  judge: Judge,
  { offers, chance, bound, exact, across }: BestChance,
  {
    from,
    most,
    before,
    keeps
  }: {
    readonly from: Offers
    readonly most: number
    readonly before: PricePoint | undefined
    readonly keeps: (offers: Offers) => boolean
  }
): PricePoint {
  const changes = changedIn(from, offers)
  const { standardError } = chance
  const crossed = (of: Offers): readonly Redline[] => {
    const stages = stagesOf(of)
    const redlines = judge.required(stages).surely.flatMap((party) => judge.stance(party).redlines)
    return crossedBy(redlines, stages, judge.source.scenarios).map(({ redline }) => redline)
  }
  const [then, now] = [crossed(from), crossed(offers)]
  const parties = judge
    .required(stagesOf(offers))
    .surely.map((party) => borneBy(judge, party, { from, offers }))
  const verdicts = parties.map(({ party, accepts }) =>
    partyVerdict(accepts[1], firmlyCrossed(judge, party, offers))
  )
  return {
    most,
    chance,
    bound,
    exact,
    across,
    offers,
    changes,
    family: familyOf(judge, { offers, standardError, changes, keeps }),
    parties,
    crosses: now.filter((redline) => !then.includes(redline)),
    keeps: then.filter((redline) => !now.includes(redline)),
    rises:
      before === undefined ||
      (before.across && !across) ||
      chance.p - before.chance.p > NOISE * differenceError(judge, before.offers, offers),
    repairs: !isWorse(proposalVerdict(chance.p, verdicts), 'contested')
  }
}

function firmlyCrossed(judge: Judge, party: string, offers: Offers): boolean {
  const { redlines } = judge.stance(party)
  return crossedBy(redlines, stagesOf(offers), judge.source.scenarios).some(isFatal)
}

/** Issues in which one package differs from another. */
export function changedIn(from: Offers, to: Offers): readonly PricedChange[] {
  return [...to].flatMap(([issue, offer]): readonly PricedChange[] => {
    const before = from.get(issue)
    if (!before || (before.option === offer.option && before.then === offer.then)) return []
    const steps = before.then !== undefined && offer.then === undefined
    const step =
      steps && offer.option === before.option
        ? 'first'
        : steps && offer.option === before.then
          ? 'last'
          : undefined
    return [{ issue, from: before, to: offer, step }]
  })
}

function borneBy(
  judge: Judge,
  party: string,
  { from, offers }: { readonly from: Offers; readonly offers: Offers }
): Borne {
  const accepts = (of: Offers): number => average(judge.accepts(party, of))
  const gain = (of: Offers): number => average(judge.gain(party, of))
  return {
    party,
    accepts: [accepts(from), accepts(offers)],
    ...(judge.hasGain(party) ? { gain: [gain(from), gain(offers)] as const } : {})
  }
}

/** The standard error of the difference of two chances over the same draws. */
function differenceError(judge: Judge, one: Offers, other: Offers): number {
  const [a, b] = [one, other].map((offers) =>
    judge.joint(judge.required(stagesOf(offers)).surely, offers)
  )
  const difference = (a as Float64Array).map(
    (value, i) => value - ((b as Float64Array)[i] as number)
  )
  const mean = average(difference)
  const squares = difference.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const { length } = difference
  return length > 1 ? Math.sqrt(squares / (length - 1) / length) : 0
}
