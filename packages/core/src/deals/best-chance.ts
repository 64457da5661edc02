import type { SearchStep } from '../acceptance/at-once.ts'
import type { BestChance, Looking } from '../acceptance/best.ts'
import { bestInSteps } from '../acceptance/best.ts'
import type { Ceilings } from '../acceptance/ceilings.ts'
import { ceilingsOf } from '../acceptance/ceilings.ts'
import type { ChosenPackage } from '../acceptance/choose.ts'
import { chooseAmong } from '../acceptance/choose.ts'
import type { GainFrontier } from '../acceptance/frontier.ts'
import { frontiersOf } from '../acceptance/frontier.ts'
import type { Price } from '../acceptance/price.ts'
import { priceOf } from '../acceptance/price.ts'
import { Rooms } from '../acceptance/rooms.ts'
import type { Space } from '../acceptance/space.ts'
import { spaceOf } from '../acceptance/space.ts'
import { DEFAULTS } from '../check/defaults.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import type { Case } from '../model/case.ts'
import { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf } from '../worth/offers.ts'
import type { InReadings } from './candidates.ts'
import { candidatesOf, inReadings } from './candidates.ts'

/** What to look for, and how far. */
export interface AcceptanceSettings extends DrawSettings {
  /** Whether to look for the best of all; what changes buy is known without it. */
  readonly best: boolean
  /** Whether to ask what holds the best chance down. */
  readonly ceilings: boolean
  /** Whether to ask what each party's gain costs in chance, and of a priced proposal what distance in points buys. */
  readonly frontiers: boolean
  /** Whether to judge the best packages under all readings. */
  readonly readings: boolean
  /** Proposals whose changes are priced, and how many changes at most. */
  readonly proposals: readonly string[]
  readonly changes: number
  /** Millions of draws that the proof of the best may look at; others take a quarter each. */
  readonly budget: number
  /** Pairs of things taken away at once, at most. */
  readonly pairs: number
}

/** What is looked for where nothing else is asked for. */
export const ACCEPTANCE_DEFAULTS: AcceptanceSettings = {
  ...DEFAULTS,
  best: true,
  ceilings: true,
  frontiers: true,
  readings: true,
  proposals: [],
  changes: 6,
  budget: 60,
  pairs: 12
}

/** The best chance of any package of a case. */
export interface Acceptance {
  readonly source: Case
  readonly settings: AcceptanceSettings
  readonly total: bigint
  /** Absent where the rules leave no package, or it was not asked for. */
  readonly found?: FoundChance
  readonly prices: ReadonlyMap<string, Price>
}

/** The best package, and what is known of it. */
export interface FoundChance {
  readonly best: BestChance
  readonly chosen: ChosenPackage
  /** A likelier package that crosses a firm redline; absent where there is none. */
  readonly across?: BestChance
  readonly ceilings?: Ceilings
  /** How the best chance falls as one party is to gain more, party by party. */
  readonly frontiers?: readonly GainFrontier[]
  readonly readings?: InReadings
}

/** How far the work is, 0..1. */
export type Share = number

/** The shares of the work that are done once the best is known, the ceilings, and so on. */
const DONE = { best: 0.1, ceilings: 0.4, frontiers: 0.6, readings: 0.7 } as const

/** Looks for the best chance, step by step; yields how far it is. */
export function* acceptanceOf(
  source: Case,
  settings: AcceptanceSettings
): Generator<Share, Acceptance> {
  const { seed, budget } = settings
  const judge = Judge.random(source, settings)
  const space = spaceOf(judge)
  const tabled = source.proposals.map((proposal) => offersOf(proposal, source))
  const looking = { seed, budget, from: tabled, rooms: new Rooms(space) }
  const total = source.issues.reduce((all, { options }) => all * BigInt(options.length), 1n)
  const best = settings.best
    ? yield* within(bestInSteps(space, looking), [0, DONE.best])
    : undefined
  yield DONE.best
  const prices = new Map<string, Price>()
  const found = best && (yield* around(space, best, { settings, looking }))
  const drafts = source.proposals.filter(({ id }) => settings.proposals.includes(id))
  for (const [i, proposal] of drafts.entries()) {
    const steps = priceOf(judge, offersOf(proposal, source), {
      seed,
      most: settings.changes,
      distances: settings.frontiers,
      budget: budget / 4
    })
    const price = yield* within(steps, [
      DONE.readings + (i * (1 - DONE.readings)) / drafts.length,
      DONE.readings + ((i + 1) * (1 - DONE.readings)) / drafts.length
    ])
    if (price) prices.set(proposal.id, price)
  }
  return { source, settings, total, ...(found ? { found } : {}), prices }
}

interface Around {
  readonly settings: AcceptanceSettings
  readonly looking: Looking & { readonly rooms: Rooms; readonly from: readonly Offers[] }
}

function* around(
  space: Space,
  best: BestChance,
  { settings, looking }: Around
): Generator<Share, FoundChance> {
  const { judge } = space
  const chosen = chooseAmong(seenAs(space, best), best)
  const { rules } = judge.source
  const free =
    !best.across && space.barred.length > rules.length
      ? yield* within(bestInSteps({ ...space, barred: rules }, looking), [DONE.best, DONE.best])
      : undefined
  const across = free && free.chance.p > best.chance.p ? free : undefined
  yield DONE.best
  const quarter = { ...looking, budget: settings.budget / 4 }
  const search = { settings, looking: quarter, pairs: settings.pairs }
  const ceilings = settings.ceilings
    ? yield* within(ceilingsOf(space, best, search), [DONE.best, DONE.ceilings])
    : undefined
  const seen = seenAs(space, best)
  const frontiers = settings.frontiers
    ? yield* within(
        frontiersOf(seen, best, {
          rooms: looking.rooms,
          budget: settings.budget / 4,
          from: [chosen.offers, ...looking.from]
        }),
        [DONE.ceilings, DONE.frontiers]
      )
    : undefined
  const candidates = settings.readings
    ? candidatesOf(judge, {
        best,
        chosen,
        ...(ceilings ? { ceilings } : {}),
        ...(frontiers ? { frontiers } : {})
      })
    : []
  const readings =
    candidates.length > 0 ? inReadings(judge.source, candidates, settings) : undefined
  yield DONE.readings
  return {
    best,
    chosen,
    ...(across ? { across } : {}),
    ...(ceilings ? { ceilings } : {}),
    ...(frontiers ? { frontiers } : {}),
    ...(readings ? { readings } : {})
  }
}

const seenAs = (space: Space, { across }: BestChance): Space =>
  across ? { ...space, barred: space.judge.source.rules } : space

/** Steps of a part of the work, as shares of the whole. */
function* within<T>(
  steps: Generator<SearchStep, T>,
  [from, to]: readonly [number, number]
): Generator<Share, T> {
  let share = from
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    const [done, of] = step.value ?? []
    if (done !== undefined && of !== undefined) share = from + ((to - from) * done) / of
    yield share
  }
}
