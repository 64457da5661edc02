import type { Sampler } from '../../src/draws/sampler.ts'
import type { Body, Case, Package, Poll, Redline, Stance, Support } from '../../src/model/case.ts'
import { mean } from '../../src/model/judgement.ts'
import type { Offering } from './gain.ts'
import { gain } from './gain.ts'
import type { World } from './packages.ts'
import { central, met, needed, rangeIn, worldsOf } from './packages.ts'

/** A gain this close to zero is zero: see the method. */
export const TIE = 1e-9

export interface Between {
  readonly low: number
  readonly high: number
}

/** The packages offered at first and in the end. */
export function stages(offering: Offering): readonly Package[] {
  const first = new Map([...offering].map(([issue, { option }]) => [issue, option]))
  const last = new Map([...offering].map(([issue, { option, then }]) => [issue, then ?? option]))
  return [first, last]
}

/** Of the two packages, those at which a redline is held against them. */
const stagesAt = ({ stage }: Redline, offering: Offering): readonly Package[] =>
  stages(offering).filter((_, i) => stage === undefined || stage === ['first', 'end'][i])

export function crossedIn(
  redline: Redline,
  offering: Offering,
  scenario: World['scenario']
): boolean {
  return (
    redline.crossedWhen !== undefined &&
    stagesAt(redline, offering).some((stage) =>
      met(
        redline.crossedWhen as NonNullable<Redline['crossedWhen']>,
        (issue) => stage.get(issue),
        scenario
      )
    )
  )
}

/** The redlines that are crossed in some world that can come about. */
export function crossed(stance: Stance, offering: Offering, source: Case): readonly Redline[] {
  return stance.redlines.filter((redline) =>
    worldsOf(source).some(({ scenario }) => crossedIn(redline, offering, scenario))
  )
}

/** The world a draw is in. */
export function worldOf(sampler: Sampler, source: Case, draw: number): World['scenario'] {
  const bits = new Map(
    source.scenarios.map(({ id }, bit) => [
      id,
      Math.floor((sampler.masks[draw] as number) / 2 ** bit) % 2 === 1
    ])
  )
  return (id) => bits.get(id) === true
}

/** The chance of walking over crossed redlines: in each world the greatest mean firmness. */
export function walksOver(stance: Stance, offering: Offering, source: Case): number {
  return worldsOf(source).reduce(
    (sum, { scenario }) =>
      sum + meanChance(scenario, source) * walkChance(stance, offering, scenario),
    0
  )
}

const meanChance = (scenario: World['scenario'], { scenarios }: Case): number =>
  scenarios.reduce(
    (product, { id, p }) => product * (scenario(id) ? mean(p.range) : 1 - mean(p.range)),
    1
  )

/** The greatest mean firmness among the redlines crossed. */
export function walkChance(
  stance: Stance,
  offering: Offering,
  scenario: World['scenario']
): number {
  return Math.max(
    0,
    ...stance.redlines
      .filter((redline) => crossedIn(redline, offering, scenario))
      .map(({ firmness }) => mean(rangeIn(firmness, scenario)))
  )
}

/** Share in favour and respondents who count, by what is done with the undecided. */
export function favour(
  poll: Poll,
  answers: readonly string[]
): { readonly share: number; readonly n: number } {
  const stated = [...poll.answers.values()].reduce((sum, percent) => sum + percent, 0)
  const yes = answers.reduce((sum, answer) => sum + (poll.answers.get(answer) ?? 0), 0)
  if (poll.undecided === 'against') return { share: yes / Math.max(100, stated), n: poll.n }
  const share = stated === 0 ? 0 : yes / stated
  return {
    share,
    n: poll.undecided === 'drop' ? (poll.n * stated) / Math.max(100, stated) : poll.n
  }
}

/** sigma^2 = s(1-s)/n + house^2 + common^2 + drift^2 + fit^2, at least 0.005. */
export function sigma(share: number, n: number, errors: readonly number[]): number {
  return Math.max(
    0.005,
    Math.sqrt((share * (1 - share)) / n + errors.reduce((sum, error) => sum + error ** 2, 0))
  )
}

export interface Question {
  readonly share: number
  readonly sigma: number
  readonly weights: readonly { readonly poll: string; readonly part: number }[]
}

/**
 * What the rows that match say, one entry per question: rows on one question are averaged by
 * inverse variance.
 */
export function questions(body: Body, terms: Package, source: Case): readonly Question[] {
  const rows = body.support.filter(
    ({ when }) =>
      when === undefined ||
      met(
        when,
        (issue) => terms.get(issue),
        () => false
      )
  )
  const asked = [...new Set(rows.map((row) => questionOf(row, source)))]
  return asked.map((question) => {
    const single = rows
      .filter((row) => questionOf(row, source) === question)
      .map((row) => {
        const poll = source.polls.get(row.poll) as Poll
        const { share, n } = favour(poll, row.answers)
        const fit = { direct: 0, related: 0.117, distant: 0.25 }[row.fit]
        const together = [poll.common, poll.drift, fit]
        return {
          poll: row.poll,
          share,
          sigma: sigma(share, n, [poll.house, ...together]),
          together: Math.sqrt(together.reduce((sum, error) => sum + error ** 2, 0))
        }
      })
    const precision = single.reduce((sum, one) => sum + 1 / one.sigma ** 2, 0)
    const part = (one: (typeof single)[number]): number => 1 / one.sigma ** 2 / precision
    // The variance of a weighed mean, by the table of covariances.
    const variance = single.reduce(
      (all, one) =>
        all +
        single.reduce(
          (row, other) =>
            row +
            part(one) *
              part(other) *
              (one === other ? one.sigma ** 2 : one.together * other.together),
          0
        ),
      0
    )
    const ofQuestion = Math.max(0.005, Math.sqrt(variance))
    const own = (one: (typeof single)[number]): number =>
      part(one) * Math.sqrt(one.sigma ** 2 - one.together ** 2)
    const apart = Math.sqrt(single.reduce((sum, one) => sum + own(one) ** 2, 0))
    return {
      share: single.reduce((sum, one) => sum + part(one) * one.share, 0),
      sigma: ofQuestion,
      weights: single.map((one) => ({ poll: one.poll, part: (own(one) / apart) * ofQuestion }))
    }
  })
}

function questionOf({ poll }: Support, source: Case): string {
  const { question, id } = source.polls.get(poll) as Poll
  return typeof question === 'string' ? question.toLowerCase() : `poll ${id}`
}

/** The question on which the body is least likely to agree. */
export function lowest(body: Body, terms: Package, source: Case): Question | undefined {
  const threshold = central(body.threshold, source)
  const margin = (question: Question): number => (question.share - threshold) / question.sigma
  return questions(body, terms, source).toSorted((a, b) => margin(a) - margin(b))[0]
}

/** Whether a body lets the package pass in a draw; undefined where nothing speaks to it. */
export function passes(
  body: Body,
  terms: Package,
  { source, sampler, draw }: At
): boolean | undefined {
  const threshold = sampler.column(body.threshold)[draw] as number
  const question = lowest(body, terms, source)
  if (question) {
    const error = question.weights.reduce(
      (sum, { poll, part }) => sum + part * (sampler.pollError(poll)[draw] as number),
      0
    )
    return question.share + error >= threshold
  }
  return body.otherwise ? (sampler.column(body.otherwise)[draw] as number) >= threshold : undefined
}

/** In one draw, the product of 1 - chance over the veto players of whom a row speaks first. */
export function unvetoed(body: Body, terms: Package, { sampler, draw }: At): number {
  let stays = 1
  for (const { chances } of body.vetoes)
    for (const { when, chance } of chances) {
      const meets =
        when === undefined ||
        met(
          when,
          (issue) => terms.get(issue),
          () => false
        )
      if (!meets) continue
      stays *= 1 - (sampler.column(chance)[draw] as number)
      break
    }
  return stays
}

export interface At {
  readonly source: Case
  readonly sampler: Sampler
  readonly draw: number
}

/** [gain >= 0] (1 - greatest crossed firmness) [all bodies pass], in one draw. */
export function accepts(party: string, offering: Offering, at: At): Between {
  const stance = at.source.stances.get(party)
  if (!stance) return { low: 1, high: 1 }
  const last = stages(offering).at(-1) as Package
  const ratified = stance.ratification.reduce(
    (product, body) => product * (passes(body, last, at) === false ? 0 : unvetoed(body, last, at)),
    1
  )
  const rest =
    ratified * (1 - walkChance(stance, offering, worldOf(at.sampler, at.source, at.draw)))
  if (stance.interests.length === 0 || !stance.noDeal) return { low: rest, high: rest }
  const g = gain(
    stance,
    offering,
    at.source,
    (judgement) => at.sampler.column(judgement)[at.draw] as number
  )
  return { low: g >= -TIE ? rest : 0, high: g >= -TIE ? rest : 0 }
}

/** Parties whose consent the package needs at some stage. */
export function required(offering: Offering, source: Case): readonly string[] {
  const parties = [...new Set(source.required.map(({ party }) => party))]
  return parties.filter((party) => stages(offering).some((stage) => needed(party, stage, source)))
}

/** Mean over draws of the product over parties. */
export function joint(
  parties: readonly string[],
  offering: Offering,
  over: Omit<At, 'draw'>
): Between {
  let [low, high] = [0, 0]
  for (let draw = 0; draw < over.sampler.count; draw++) {
    const each = parties.map((party) => accepts(party, offering, { ...over, draw }))
    low += each.reduce((product, one) => product * one.low, 1)
    high += each.reduce((product, one) => product * one.high, 1)
  }
  return { low: low / over.sampler.count, high: high / over.sampler.count }
}

export type Word = 'dead-on-arrival' | 'unlikely' | 'contested' | 'likely' | 'robust'
export const WORDS: readonly Word[] = [
  'dead-on-arrival',
  'unlikely',
  'contested',
  'likely',
  'robust'
]

export function word(p: number): Word {
  return p < 0.35 ? 'unlikely' : p < 0.65 ? 'contested' : p < 0.95 ? 'likely' : 'robust'
}

/** Whether a redline of firmness 0.9 or more is crossed however the scenarios turn out. */
export function crossesFirm(party: string, offering: Offering, source: Case): boolean {
  const stance = source.stances.get(party)
  return (
    stance?.redlines.some(
      (redline) =>
        central(redline.firmness, source) >= 0.9 &&
        worldsOf(source).every(({ scenario }) => crossedIn(redline, offering, scenario))
    ) === true
  )
}

export function partyWord(
  p: number,
  party: string,
  { offering, source }: { offering: Offering; source: Case }
): Word {
  return crossesFirm(party, offering, source) || p <= 0.05 ? 'dead-on-arrival' : word(p)
}

/** The verdict on a whole package, when no p lies in doubt. */
export function verdict(offering: Offering, over: Omit<At, 'draw'>): Word {
  const parties = required(offering, over.source)
  const dead = parties.some(
    (party) =>
      partyWord(joint([party], offering, over).high, party, { offering, source: over.source }) ===
      'dead-on-arrival'
  )
  return dead ? 'dead-on-arrival' : word(joint(parties, offering, over).high)
}
