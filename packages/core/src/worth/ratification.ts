import type { Column } from '../draws/column.ts'
import { normalCdf } from '../draws/quantile.ts'
import type { Sampler } from '../draws/sampler.ts'
import { expected } from '../draws/sampler.ts'
import type { Body, Case, Effect, Package, Poll, Stance, Support } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import { centre } from '../model/judgement.ts'
import { textIn } from '../model/package.ts'
import { FIT_ERROR, LEAST_ERROR } from '../model/poll-errors.ts'
import type { PollReading } from './effects.ts'
import { effectsOf, movedBy, pointsOf } from './effects.ts'
import { average } from './estimate.ts'
import type { VetoRead } from './vetoes.ts'
import { keysOfVetoes, staysUnvetoed, vetoesRead } from './vetoes.ts'

/**
 * What one body makes of a package. `margin` is (share - threshold) / sigma; null where nothing
 * speaks to it.
 */
export interface BodyResult {
  readonly body: Body
  /** Whether polls or `otherwise` speak to it; `muteVetoes` are the veto players of whom nothing does. */
  readonly assessed: boolean
  /** The chance that it passes the package and nobody vetoes it. */
  readonly p: number
  readonly margin: number | null
  readonly share: number | null
  /** Standard error of the share; null where it is an assumed range and no poll. */
  readonly sigma: number | null
  readonly threshold: number
  /** By how many points effects of its terms move the share, at their centres; absent without any. */
  readonly moved?: number
  /** p under each matching poll alone. */
  readonly polls: ReadonlyMap<
    string,
    { readonly p: number; readonly margin: number; readonly share: number }
  >
  /** Veto players of whom something is said, each with its mean chance of a veto. */
  readonly vetoes: readonly { readonly id: string; readonly chance: number }[]
  /** Veto players of whom nothing is said before this package: they count as letting it pass. */
  readonly muteVetoes: readonly string[]
  /** Its consent in each draw; undefined where nothing at all speaks to it. */
  readonly consents: Column | undefined
}

/** How a body is read otherwise than as stated. */
export interface BodyLens {
  /** This poll alone. */
  readonly poll?: string
  /** Without the veto player at this place. */
  readonly without?: string
}

/** The share in favour among a poll's answers (0..1); the undecided are what is missing to 100. */
export function shareInFavour(
  poll: Poll,
  answers: readonly string[]
): { readonly share: number; readonly n: number } {
  const inFavour = answers.reduce((sum, answer) => sum + (poll.answers.get(answer) ?? 0), 0)
  const stated = [...poll.answers.values()].reduce((sum, answer) => sum + answer, 0)
  const whole = Math.max(100, stated)
  // Splitting the undecided in proportion gives the same share as dropping them; dropping leaves
  // fewer respondents.
  if (poll.undecided === 'against') return { share: inFavour / whole, n: poll.n }
  return {
    share: stated > 0 ? inFavour / stated : 0,
    n: poll.undecided === 'drop' ? (poll.n * stated) / whole : poll.n
  }
}

/**
 * One row's estimate: sampling error s(1-s)/n, house effect, what all polls miss together, drift and
 * fit, added in quadrature.
 */
export function pollReading(row: Support, poll: Poll): PollReading {
  const { share, n } = shareInFavour(poll, row.answers)
  const shared = Math.hypot(poll.common, poll.drift, FIT_ERROR[row.fit])
  const variance = (share * (1 - share)) / n + poll.house ** 2 + shared ** 2
  const sigma = Math.max(LEAST_ERROR, Math.sqrt(variance))
  return { share, sigma, shared, parts: [{ poll: poll.id, slope: sigma }] }
}

/**
 * Several rows on one question: the inverse-variance mean. What the polls of a question miss together
 * does not average away; only what is a poll's own does.
 */
export function pooled(estimates: readonly PollReading[]): PollReading {
  const [only] = estimates
  if (only && estimates.length === 1) return only
  const weights = estimates.map(({ sigma }) => 1 / sigma ** 2)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (of: (estimate: PollReading) => number): number =>
    estimates.reduce((sum, estimate, i) => sum + (weights[i] ?? 0) * of(estimate), 0) / total
  const own = new Map<string, number>()
  for (const [i, { sigma, shared, parts }] of estimates.entries()) {
    // Rows on one poll share its error, so they add up; those of different polls add in quadrature.
    const scale = ((weights[i] ?? 0) / total) * Math.sqrt(Math.max(0, 1 - (shared / sigma) ** 2))
    for (const { poll, slope } of parts) own.set(poll, (own.get(poll) ?? 0) + scale * slope)
  }
  const shared = mean((estimate) => estimate.shared)
  const sigma = Math.max(LEAST_ERROR, Math.hypot(shared, ...own.values()))
  return { share: mean((estimate) => estimate.share), sigma, shared, parts: drawnBy(own, sigma) }
}

/** The draws of the polls carry the whole error, each by what is its own. */
function drawnBy(own: ReadonlyMap<string, number>, sigma: number): PollReading['parts'] {
  const whole = Math.hypot(...own.values())
  return [...own].map(([poll, slope]) => ({
    poll,
    slope: whole > 0 ? (slope * sigma) / whole : sigma / Math.sqrt(own.size)
  }))
}

/**
 * Judges packages before the ratifying bodies of a case. One error per poll and draw, shared by all
 * bodies and proposals.
 */
export class Ratifier {
  private readonly source: Case
  private readonly sampler: Sampler
  private readonly cache = new Map<string, BodyResult>()

  constructor(source: Case, sampler: Sampler) {
    this.source = source
    this.sampler = sampler
  }

  /** The rows that speak to a package as it ends; undefined entries could still come to match. */
  rows(
    body: Body,
    terms: Package
  ): readonly { readonly row: Support; readonly matches: boolean | undefined }[] {
    return body.support.map((row) => ({
      row,
      matches: row.when ? holds(row.when, factsOf(terms)) : true
    }))
  }

  /** Whether issues that the package leaves open can change what the body makes of it. */
  isOpen(body: Body, terms: Package): boolean {
    const rows = this.rows(body, terms)
    return (
      rows.some(({ matches }) => matches === undefined) ||
      vetoesRead(body, terms).some((read) => read.isOpen) ||
      (rows.some(({ matches }) => matches) && body.effects.some(({ issue }) => !terms.has(issue)))
    )
  }

  /** Whether some body's share is an assumption, because no poll speaks to the package. */
  restsOnAssumption({ ratification }: Stance, terms: Package): boolean {
    return ratification.some((body) => {
      const { assessed, polls } = this.judge(body, terms)
      return assessed && polls.size === 0
    })
  }

  /** Whether nothing speaks to the package of some body of the stance, or of one of its vetoes. */
  mute({ ratification }: Stance, terms: Package): boolean {
    return ratification.some((body) => isMute(this.judge(body, terms)))
  }

  /** What the body makes of the package. */
  judge(body: Body, terms: Package, { poll, without }: BodyLens = {}): BodyResult {
    const rows = this.rows(body, terms).flatMap(({ row, matches }) =>
      matches === true && (poll === undefined || row.poll === poll) ? [row] : []
    )
    const effects = effectsOf(body, terms)
    const vetoes = vetoesRead(body, terms).filter(({ veto }) => veto.at !== without)
    const told = [...rows.map(({ at }) => at), ...keysOf(effects), ...keysOfVetoes(vetoes)]
    const key = [body.at, ...told, without ?? ''].join(' ')
    const known = this.cache.get(key)
    if (known) return known
    const stays = staysUnvetoed(vetoes, this.sampler)
    const voted =
      rows.length > 0 ? this.polled(body, { rows, effects, stays }) : this.unpolled(body, stays)
    const result = { ...voted, ...this.vetoed(vetoes) }
    this.cache.set(key, result)
    return result
  }

  private vetoed(reads: readonly VetoRead[]): Pick<BodyResult, 'vetoes' | 'muteVetoes'> {
    return {
      vetoes: reads.flatMap(({ veto, row }) =>
        row ? [{ id: veto.id, chance: average(this.sampler.column(row.chance)) }] : []
      ),
      muteVetoes: reads.flatMap(({ veto, row }) => (row ? [] : [veto.id]))
    }
  }

  private polled(body: Body, { rows, effects, stays }: Voting): Voted {
    const { scenarios } = this.source
    const threshold = expected(body.threshold, scenarios, centre)
    const points = pointsOf(effects, this.sampler)
    const central = effects.reduce((sum, one) => sum + expected(one.points, scenarios, centre), 0)
    const read = (group: readonly Support[], by: number): PollReading =>
      pooled(group.map((row) => movedBy(pollReading(row, this.poll(row)), by)))
    // each draw has its own effects, under which the polls' errors are integrated by the formula
    const chance = (group: readonly Support[]): number =>
      effects.length === 0
        ? normalCdf(marginOf(read(group, 0), threshold)) * (stays ? average(stays) : 1)
        : points.reduce(
            (sum, by, i) =>
              sum + normalCdf(marginOf(read(group, by), threshold)) * (stays?.[i] ?? 1),
            0
          ) / points.length
    const byQuestion = [...Map.groupBy(rows, (row) => this.question(row)).values()]
    const marginAt = (group: readonly Support[]): number =>
      marginOf(read(group, central), threshold)
    const asked = byQuestion.reduce((low, group) => (marginAt(group) < marginAt(low) ? group : low))
    const lowest = read(asked, central)
    const byPoll = Map.groupBy(rows, (row) => row.poll)
    const polls = new Map(
      [...byPoll].map(([poll, group]) => {
        const { share } = read(group, central)
        return [poll, { p: chance(group), margin: marginAt(group), share }]
      })
    )
    const consents = this.consents(body, stays, (into) => {
      const errors = new Map(
        lowest.parts.map(({ poll }) => [poll, this.sampler.pollError(poll)] as const)
      )
      for (let i = 0; i < into.length; i++) {
        const one = effects.length === 0 ? lowest : read(asked, points[i] as number)
        let share = one.share
        for (const { poll, slope } of one.parts) share += slope * (errors.get(poll)?.[i] as number)
        into[i] = share
      }
    })
    return {
      body,
      assessed: true,
      p: chance(asked),
      margin: marginAt(asked),
      share: lowest.share,
      sigma: lowest.sigma,
      threshold,
      polls,
      ...(effects.length > 0 ? { moved: central } : {}),
      consents
    }
  }

  private unpolled(body: Body, stays: Column | undefined): Voted {
    const threshold = expected(body.threshold, this.source.scenarios, centre)
    const { otherwise } = body
    if (!otherwise)
      return {
        body,
        assessed: false,
        p: stays ? average(stays) : 1,
        margin: null,
        share: null,
        sigma: null,
        threshold,
        polls: new Map(),
        consents: stays
      }
    const consents = this.consents(body, stays, (into) => into.set(this.sampler.column(otherwise)))
    return {
      body,
      assessed: true,
      p: average(consents),
      margin: null,
      share: expected(otherwise, this.source.scenarios, centre),
      sigma: null,
      threshold,
      polls: new Map(),
      consents
    }
  }

  /** In each draw: whether the share that `fill` writes reaches the threshold, times no veto. */
  private consents(
    body: Body,
    stays: Column | undefined,
    fill: (into: Float64Array) => void
  ): Column {
    const shares = new Float64Array(this.sampler.count)
    fill(shares)
    const threshold = this.sampler.column(body.threshold)
    for (let i = 0; i < shares.length; i++)
      shares[i] = (shares[i] as number) >= (threshold[i] as number) ? (stays?.[i] ?? 1) : 0
    return shares
  }

  private poll(row: Support): Poll {
    return this.source.polls.get(row.poll) as Poll
  }

  /** Rows share a question when their polls ask it in the same words. */
  private question(row: Support): string {
    const { question, id } = this.poll(row)
    return question === undefined ? `poll ${id}` : textIn(question).trim().toLowerCase()
  }
}

/** What the share in favour is made of, and the chance in each draw that nobody vetoes. */
interface Voting {
  readonly rows: readonly Support[]
  readonly effects: readonly Effect[]
  readonly stays: Column | undefined
}

type Voted = Omit<BodyResult, 'vetoes' | 'muteVetoes'>

/** Whether nothing speaks to the package of a body, or of one of its veto players. */
export const isMute = ({
  assessed,
  muteVetoes
}: Pick<BodyResult, 'assessed' | 'muteVetoes'>): boolean => !assessed || muteVetoes.length > 0

/** What tells effects apart. */
export const keysOf = (effects: readonly Effect[]): readonly string[] =>
  effects.map(({ points }) => points.key)

const marginOf = ({ share, sigma }: PollReading, threshold: number): number =>
  (share - threshold) / sigma
