import type { DealSolutions, DealSpace } from '../bargaining/index.ts'
import { optionOf } from '../check/case-deal-space.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import type { Case } from '../model/case.ts'
import type { Estimate } from '../worth/estimate.ts'
import { meanOf } from '../worth/estimate.ts'
import { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'

/**
 * How likely packages are to be accepted by all whose consent they need, as `check` judges them.
 * Where packages lie is read at central judgements; their chances take every judgement as
 * uncertain.
 */
export interface DealChances {
  readonly settings: DrawSettings
  /** The chance of a package with a name; `staged`: the terms that the space counts as options. */
  readonly of: (space: DealSpace, choice: readonly number[], staged?: Offers) => Estimate
  /** Draws behind the chance of a point of the frontier: fewer, for there are many. */
  readonly pointDraws: number
  /** The chance of a point of the frontier; undefined beyond those that are judged. */
  readonly ofPoint: (point: number) => Estimate | undefined
}

/** Draws behind a point of the frontier: a standard error of at most 0.016. */
const POINT_DRAWS = 1000
/** Points of the frontier judged at most, spread evenly over it. */
const MOST_POINTS = 2000

/** Judges the packages of a deal space over common draws. */
export function dealChances(
  source: Case,
  { frontier }: Pick<DealSolutions, 'frontier'>,
  settings: DrawSettings
): DealChances {
  const pointDraws = Math.min(POINT_DRAWS, settings.draws)
  const fine = once(() => Judge.random(source, settings))
  const coarse = once(() => Judge.random(source, { ...settings, draws: pointDraws }))
  const step = Math.max(1, Math.ceil((frontier?.gains.count ?? 0) / MOST_POINTS))
  return {
    settings,
    of: (space, choice, staged) => chanceOf(fine(), offersIn(space, choice, staged)),
    pointDraws,
    ofPoint: (point) =>
      frontier && point % step === 0
        ? chanceOf(coarse(), offersIn(frontier.space, frontier.choice(point)))
        : undefined
  }
}

/** Made when it is first needed: many who ask for a deal space never look at a chance. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const chanceOf = (judge: Judge, offers: Offers): Estimate =>
  meanOf(judge.joint(judge.required(stagesOf(offers)).surely, offers))

/** A package of a deal space as it is offered. */
function offersIn(
  { issues }: DealSpace,
  choice: readonly number[],
  staged: Offers = new Map()
): Offers {
  return new Map(
    issues.map(({ id, options }, issue) => {
      const option = options[choice[issue] ?? 0] ?? ''
      const offer = staged.get(id)
      return [id, offer && optionOf(offer) === option ? offer : { option }]
    })
  )
}
