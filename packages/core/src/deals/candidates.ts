import type { BestChance } from '../acceptance/best.ts'
import type { Ceilings } from '../acceptance/ceilings.ts'
import type { ChosenPackage } from '../acceptance/choose.ts'
import type { GainFrontier } from '../acceptance/frontier.ts'
import { UNCAPPED } from '../check/ceiling.ts'
import { judgeReadings } from '../check/readings/index.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf, openIssues } from '../worth/offers.ts'

/** A package that is judged under every reading. */
export interface ReadCandidate {
  readonly offers: Offers
  /** The proposal that it is, if it is one. */
  readonly proposal?: string
  readonly least: number
  readonly mean: number
  readonly median: number
}

/** The best of some candidates over all readings. */
export interface InReadings {
  readonly candidates: readonly ReadCandidate[]
  /** The best in its worst reading, and the best on the mean of the readings. */
  readonly robust: ReadCandidate
  readonly average: ReadCandidate
  readonly judged: number
  readonly outOf: bigint
  readonly draws: number
  /** How many packages were worth a look, the candidates among them. */
  readonly pool: number
}

/** Candidates at most; the likeliest of what is near the best is left out first. */
const MOST_CANDIDATES = 20

type Pooled = Pick<ReadCandidate, 'offers' | 'proposal'>

/**
 * Packages worth a look under other readings: the proposals that leave nothing open, the chosen
 * package and the likeliest, those that were best once something was taken away or one party was to
 * gain more, and what is near the best.
 */
export function candidatesOf(
  { source }: Judge,
  {
    best,
    chosen,
    ceilings,
    frontiers = []
  }: {
    readonly best: BestChance
    readonly chosen: ChosenPackage
    readonly ceilings?: Ceilings
    readonly frontiers?: readonly GainFrontier[]
  }
): readonly Pooled[] {
  const proposals = source.proposals.flatMap((proposal): readonly Pooled[] => {
    const offers = offersOf(proposal, source)
    return openIssues(offers, source).length > 0 ? [] : [{ offers, proposal: proposal.id }]
  })
  const others = [
    chosen.offers,
    best.offers,
    ...(ceilings?.rows ?? []).map((row) => row.best.offers),
    ...frontiers.flatMap(({ points }) => points.flatMap((point) => point.best?.offers ?? [])),
    ...chosen.near
  ]
  const all: readonly Pooled[] = [
    { offers: chosen.offers },
    ...proposals,
    ...others.map((offers) => ({ offers }))
  ]
  const distinct = new Map<string, Pooled>()
  for (const one of all) {
    const key = keyOf(one.offers)
    if (!distinct.has(key)) distinct.set(key, one)
  }
  return [...distinct.values()]
}

const keyOf = (offers: Offers): string =>
  [...offers]
    .map(([issue, { option, then }]) => `${issue}=${option}>${then ?? ''}`)
    .sort()
    .join()

/** Judges candidates under every reading of what a case leaves open. */
export function inReadings(
  source: Case,
  all: readonly Pooled[],
  settings: DrawSettings
): InReadings {
  const pool = all.slice(0, MOST_CANDIDATES)
  const proposals = pool.map((_, i) => proposalOf(`candidate ${i + 1}`))
  const judged = judgeReadings(
    source,
    pool.map(({ offers }, i) => ({ proposal: proposals[i] as Proposal, offers, ...UNCAPPED })),
    settings
  )
  const candidates = pool.map((one, i): ReadCandidate => {
    const chances = judged.proposals.get((proposals[i] as Proposal).id) ?? []
    const sorted = chances.map(({ p }) => p).sort((a, b) => a - b)
    return {
      ...one,
      least: sorted[0] ?? 0,
      mean: sorted.reduce((sum, p) => sum + p, 0) / Math.max(1, sorted.length),
      median: sorted[Math.round((sorted.length - 1) / 2)] ?? 0
    }
  })
  const greatest = (of: (candidate: ReadCandidate) => readonly number[]): ReadCandidate =>
    candidates.reduce((one, other) => (isGreater(of(other), of(one)) ? other : one))
  return {
    candidates,
    robust: greatest(({ least, mean }) => [least, mean]),
    average: greatest(({ mean, least }) => [mean, least]),
    judged: judged.readings.length,
    outOf: judged.outOf,
    draws: judged.draws,
    pool: all.length
  }
}

function isGreater(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((value, i) => value !== other[i])
  return place >= 0 && (one[place] as number) > (other[place] as number)
}

const proposalOf = (id: string): Proposal => ({
  id,
  title: id,
  terms: new Map(),
  provisional: new Map(),
  at: ''
})
