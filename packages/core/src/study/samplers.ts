import type { Dependence } from '../draws/index.ts'
import type { Sampler } from '../draws/sampler.ts'
import { meanUnder, samplerOver, streamOf } from '../draws/sampler.ts'
import { uniforms } from '../draws/stream.ts'
import type { Case } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Slice } from './settings.ts'

/** Streams by key over one stretch of draws. */
export type StreamOf = (key: string) => Float64Array

/** The case's streams over a stretch of draws, each made once. */
export function streamsOver(seed: number, { from, count }: Slice): StreamOf {
  const made = new Map<string, Float64Array>()
  return (key) => {
    const known = made.get(key)
    if (known) return known
    const stream = uniforms(seed, key, { from, count })
    made.set(key, stream)
    return stream
  }
}

/** A sampler, the streams beneath it and how judgements share them. */
export interface SampledCase {
  readonly source: Case
  readonly dependence: Dependence
  readonly stream: StreamOf
  readonly sampler: Sampler
}

/** The sampler over given streams. */
export function drawnFrom(
  source: Case,
  dependence: Dependence,
  streams: { readonly count: number; readonly stream: StreamOf }
): SampledCase {
  return {
    source,
    dependence,
    stream: streams.stream,
    sampler: samplerOver(source.scenarios, { ...streams, dependence })
  }
}

/**
 * The same draws with some streams taken from elsewhere. Only the columns that hang on those
 * streams, or on scenarios that they may turn, are worked out again.
 */
export function exchanged(
  { source, dependence, stream, sampler }: SampledCase,
  keys: ReadonlySet<string>,
  other: StreamOf
): Sampler {
  const mixed: StreamOf = (key) => (keys.has(key) ? other(key) : stream(key))
  const fresh = samplerOver(source.scenarios, { count: sampler.count, dependence, stream: mixed })
  const turnsScenarios = [...keys].some((key) => key.startsWith('scenarios.'))
  const differs = (judgement: Judgement): boolean =>
    keys.has(streamOf(judgement, dependence)) || (turnsScenarios && judgement.cases.length > 0)
  return {
    count: sampler.count,
    masks: fresh.masks,
    column: (judgement) => (differs(judgement) ? fresh : sampler).column(judgement),
    pollError: (poll) => (keys.has(`polls.${poll}.1`) ? fresh : sampler).pollError(poll)
  }
}

/**
 * A sampler in which firmness stands at its mean in every draw, as it enters p, save in streams
 * that are held.
 */
export function firmnessAtMean(
  sampler: Sampler,
  { source, dependence }: SampledCase,
  held?: ReadonlySet<string>
): Sampler {
  const redlines = [...source.stances.values()].flatMap((stance) => stance.redlines)
  const keys = new Set(redlines.map(({ firmness }) => firmness.key))
  const means = (judgement: Judgement): Float64Array => {
    const byMask = new Map(
      [...new Set(sampler.masks)].map((mask) => [
        mask,
        meanUnder(judgement, mask, source.scenarios)
      ])
    )
    return Float64Array.from(sampler.masks, (mask) => byMask.get(mask) as number)
  }
  return {
    ...sampler,
    column: (judgement) =>
      keys.has(judgement.key) && !held?.has(streamOf(judgement, dependence))
        ? means(judgement)
        : sampler.column(judgement)
  }
}
