import type { Sampler } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Estimate } from '../worth/estimate.ts'
import { Judge } from '../worth/judge.ts'
import type { Alternative } from './alternatives.ts'
import type { Weight } from './rank-acceptability.ts'
import { shareEstimate } from './rank-acceptability.ts'
import type { StudySettings } from './settings.ts'
import { firstsOf } from './smaa.ts'

/**
 * Draws on which confidence is measured, at most: it needs the central weights, and so another
 * pass.
 */
const MOST_DRAWS = 2000

/** Measures confidence on the first draws of a study. */
export class Confidence {
  readonly draws: number
  private readonly source: Case
  private readonly alternatives: readonly Alternative[]
  private readonly sampler: Sampler

  constructor(source: Case, settings: StudySettings, alternatives: readonly Alternative[]) {
    this.draws = Math.min(settings.draws, MOST_DRAWS)
    this.source = source
    this.alternatives = alternatives
    this.sampler = randomSampler(source.scenarios, { ...settings, draws: this.draws })
  }

  /**
   * How often the alternative of that index is best for the party when its weights are known to be
   * these.
   */
  of(party: string, index: number, weights: readonly Weight[]): Estimate {
    const judge = new Judge(this.source, this.withWeights(party, weights))
    const worths = this.alternatives.map(({ offers }) => judge.gain(party, offers))
    return shareEstimate(firstsOf([...worths, new Float64Array(this.draws)], index), this.draws)
  }

  private withWeights(party: string, weights: readonly Weight[]): Sampler {
    const interests = this.source.stances.get(party)?.interests ?? []
    const fixed = new Map(
      interests.map(({ weight }, k) => [
        weight.key,
        new Float64Array(this.draws).fill(weights[k]?.mean ?? 0)
      ])
    )
    return {
      ...this.sampler,
      column: (judgement: Judgement) => fixed.get(judgement.key) ?? this.sampler.column(judgement)
    }
  }
}
