import type { Case } from '../model/case.ts'
import { Judge } from '../worth/judge.ts'
import type { Alternative } from './alternatives.ts'
import { alternativesOf } from './alternatives.ts'
import type { EfficiencyPlan } from './bounds.ts'
import { efficiencyPlan, rankingPlan } from './bounds.ts'
import type { StudySettings } from './settings.ts'
import { CHUNK } from './settings.ts'
import type { StudyTarget } from './target.ts'
import { targetOf } from './target.ts'

/** What is to be worked out, the same for every slice of the draws. */
export interface StudyPlan {
  readonly alternatives: readonly Alternative[]
  /** Packages whose inputs are ranked, on how many samples, and those left out for what it would cost. */
  readonly targets: readonly StudyTarget[]
  readonly samples: number
  readonly unranked: readonly string[]
  readonly efficiency: EfficiencyPlan
  /** Parties whose gain can be told, and the issues each has an interest in. */
  readonly parties: readonly { readonly party: string; readonly issues: readonly string[] }[]
}

const plans = new WeakMap<Case, WeakMap<StudySettings, StudyPlan>>()

/**
 * The plan of a study. Remembered by the case and the settings, for finding completions takes many
 * draws.
 */
export function planOf(source: Case, settings: StudySettings): StudyPlan {
  const bySettings = plans.get(source) ?? new WeakMap<StudySettings, StudyPlan>()
  plans.set(source, bySettings)
  const known = bySettings.get(settings)
  if (known) return known
  const made = makePlan(source, settings)
  bySettings.set(settings, made)
  return made
}

function makePlan(source: Case, settings: StudySettings): StudyPlan {
  const judge = Judge.central(source)
  const alternatives = alternativesOf(source, settings)
  const focus = settings.focus && new Set(settings.focus)
  const asked = alternatives
    .filter(({ id }) => focus?.has(id) ?? true)
    .map((one) => targetOf(one, judge, settings.dependence))
  const { targets, samples } = rankingPlan(asked, settings)
  return {
    alternatives,
    targets,
    samples,
    unranked: asked.filter((one) => !targets.includes(one)).map(({ id }) => id),
    efficiency: efficiencyPlan({ alternatives, central: judge }, settings),
    parties: [...source.stances.values()]
      .filter(({ party }) => judge.hasGain(party))
      .map(({ party, interests }) => ({ party, issues: interests.map(({ issue }) => issue) }))
  }
}

/**
 * Of `wanted` draws spread evenly over all, how many fall to this chunk: its first ones are taken.
 */
export function shareOfChunk(
  wanted: number,
  draws: number,
  { from, count }: { readonly from: number; readonly count: number }
): number {
  const upTo = (end: number): number => Math.floor((end * Math.min(wanted, draws)) / draws)
  return upTo(from + count) - upTo(from)
}

/**
 * Whether a chunk is among those that inputs are ranked on: as many whole chunks as hold the
 * samples, spread evenly.
 */
export function ranksInputs(
  from: number,
  { samples }: Pick<StudyPlan, 'samples'>,
  { draws }: Pick<StudySettings, 'draws'>
): boolean {
  const wanted = Math.ceil(Math.min(samples, draws) / CHUNK)
  return ((from / CHUNK) * wanted) % Math.ceil(draws / CHUNK) < wanted
}
