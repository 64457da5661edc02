import type { Judge } from '../worth/judge.ts'
import type { Alternative } from './alternatives.ts'
import { costOfAsking } from './efficiency.ts'
import type { StudySettings } from './settings.ts'
import { CHUNK } from './settings.ts'
import type { StudyTarget } from './target.ts'

/**
 * What a study may cost at most where it could go on without end. Counted and not timed, so that a
 * case gets the same answer on every computer, however the draws are shared out: in sums of two
 * points for the search for better packages, and in numbers worked out for ranking inputs; ten to
 * twenty seconds each. Shipped cases need a seventh of the first and half of the second.
 */
export const STUDY_STEPS: Readonly<Record<'efficiency' | 'ranking', number>> = {
  efficiency: 4_000_000,
  ranking: 120_000_000
}

/** In how many draws which alternatives are tested for efficiency. */
export interface EfficiencyPlan {
  readonly draws: number
  /** By alternative; `too wide` where too many packages are efficient to list them. */
  readonly asked: readonly (boolean | 'too wide')[]
}

/** As many draws as asked for, or as many as the steps suffice for by what one costs at central judgements. */
export function efficiencyPlan(
  {
    alternatives,
    central
  }: { readonly alternatives: readonly Alternative[]; readonly central: Judge },
  { efficiencyDraws, draws }: StudySettings,
  steps = STUDY_STEPS.efficiency
): EfficiencyPlan {
  const wanted = Math.min(efficiencyDraws, draws)
  if (wanted === 0) return { draws: 0, asked: alternatives.map(() => false) }
  const costs = alternatives.map((one) => costOfAsking(one, central))
  const told = costs.filter((cost) => typeof cost === 'number')
  const space = central.source.issues.reduce((sum, { options }) => sum + options.length, 0)
  const each = told.reduce((sum, cost) => sum + cost + space * central.source.required.length, 0)
  return {
    draws: each === 0 ? wanted : Math.min(wanted, Math.floor(steps / each)),
    asked: costs.map((cost) => (cost === 'too wide' ? cost : cost !== null))
  }
}

/** On how many samples the inputs of which packages are ranked. */
export interface RankingPlan {
  readonly samples: number
  readonly targets: readonly StudyTarget[]
}

/**
 * As many samples as asked for, or as many whole chunks as the steps suffice for; where they do not
 * suffice for one chunk of all packages, the first ones alone.
 */
export function rankingPlan(
  targets: readonly StudyTarget[],
  { samples, draws }: StudySettings,
  steps = STUDY_STEPS.ranking
): RankingPlan {
  const wanted = Math.min(samples, draws)
  const costs = targets.map(costOfSample)
  const within = (count: number): readonly StudyTarget[] => {
    let left = steps / count
    return targets.filter((_, i) => {
      left -= costs[i] as number
      return i === 0 || left >= 0
    })
  }
  const all = costs.reduce((sum, cost) => sum + cost, 0)
  if (all * wanted <= steps) return { samples: wanted, targets }
  const chunks = Math.floor(steps / all / CHUNK)
  return chunks > 0
    ? { samples: Math.min(wanted, chunks * CHUNK), targets }
    : { samples: Math.min(wanted, CHUNK), targets: within(Math.min(wanted, CHUNK)) }
}

/** Numbers that one more piece of a party's acceptance takes, besides those of a gain that is worked out anew. */
const PIECE = 10
/** Each input is exchanged, held low and held high. */
const TIMES = 3

/** Numbers worked out for one sample of a package. */
function costOfSample({ inputs, offered, local }: StudyTarget): number {
  const issues = offered[0]?.offers.size ?? 0
  return inputs.reduce(
    (sum, input) =>
      sum +
      TIMES *
        input.touches.reduce(
          (own, { party, piece }) =>
            own + PIECE + (piece === 'gain' && !local(input, party) ? issues : 0),
          offered.length
        ),
    0
  )
}
