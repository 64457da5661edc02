import type { DrawSettings } from '../draws/sampler.ts'
import type { Package } from '../model/case.ts'

/**
 * Draws are worked through in chunks of this many, whoever does it, so that sums are added in one
 * order.
 */
export const CHUNK = 500

/** How to study a case. Plain data: it can be handed to another thread as it is. */
export interface StudySettings extends Omit<DrawSettings, 'from'> {
  /** Samples for indices and tornado; rounded up to whole chunks, at most `draws`. */
  readonly samples: number
  /** Draws in which proposals are tested for efficiency, at most `draws`. */
  readonly efficiencyDraws: number
  /** Draws in which the graph is solved, at most `draws`. */
  readonly equilibriumDraws: number
  /**
   * The chance that two neighbouring statements of a preference stand the other way round, 0..1.
   */
  readonly exchange: number
  /** Proposals and packages whose inputs are ranked, by id; all when left out. */
  readonly focus?: readonly string[]
  /** Packages to compare beside the case's proposals. */
  readonly packages: readonly NamedPackage[]
}

/** A package under a name that no proposal has. */
export interface NamedPackage {
  readonly id: string
  readonly terms: Package
}

/** A stretch of draws: `from` and, unless it ends the study, `count` are multiples of `CHUNK`. */
export interface Slice {
  readonly from: number
  readonly count: number
}

/** What is studied where nothing else is asked for. */
export const STUDY_DEFAULTS: StudySettings = {
  draws: 10_000,
  seed: 1,
  dependence: 'independent',
  samples: 2000,
  efficiencyDraws: 200,
  equilibriumDraws: 200,
  exchange: 0,
  packages: []
}
