import { STREAM_BLOCK } from '../draws/stream.ts'
import type { Case } from '../model/case.ts'
import { Judge } from '../worth/judge.ts'
import type { Alternative } from './alternatives.ts'
import type { DriverSums } from './drivers.ts'
import { driverSums } from './drivers.ts'
import { efficientDraws } from './efficiency.ts'
import type { Equilibrium } from './equilibrium-draws.ts'
import { equilibriaOver } from './equilibrium-draws.ts'
import type { RankSums } from './rank-acceptability.ts'
import { addRanks, noRanks } from './rank-acceptability.ts'
import type { StreamOf } from './samplers.ts'
import { drawnFrom, streamsOver } from './samplers.ts'
import type { Slice, StudySettings } from './settings.ts'
import { CHUNK } from './settings.ts'
import type { StudyPlan } from './study-plan.ts'
import { planOf, ranksInputs, shareOfChunk } from './study-plan.ts'
import { momentsOf } from './sums.ts'

/**
 * The sums over a slice of the draws, chunk by chunk: plain data, so it can be handed between
 * threads.
 */
export interface StudyPart {
  readonly chunks: readonly ChunkSums[]
}

/** The sums over one chunk. */
export interface ChunkSums extends Slice {
  /** By party of the plan: how the alternatives rank, no deal last. */
  readonly ranks: readonly RankSums[]
  /** By alternative: sum and sum of squares of the joint chance, then of each required party's. */
  readonly accepted: readonly (readonly Float64Array[])[]
  /**
   * Draws tested for efficiency, and by alternative in how many it was efficient; null where that
   * cannot be told.
   */
  readonly efficiency: { readonly draws: number; readonly counts: readonly (number | null)[] }
  /** By target; absent where the chunk ranks no inputs. */
  readonly drivers?: readonly DriverSums[]
  /** Worked out with the first chunk. */
  readonly equilibria?: readonly Equilibrium[]
}

/**
 * Works through a slice of the draws. Any way of slicing them gives the same study, bit for bit.
 * Throws a RangeError where the slice is not made of whole chunks within the draws.
 */
export function studyPart(source: Case, settings: StudySettings, slice: Slice): StudyPart {
  const { from, count } = slice
  const end = from + count
  if (
    from % CHUNK !== 0 ||
    from < 0 ||
    end > settings.draws ||
    (end % CHUNK !== 0 && end !== settings.draws)
  )
    throw new RangeError(
      `draws ${from} to ${end} of ${settings.draws} are not whole chunks of ${CHUNK}`
    )
  const chunks: ChunkSums[] = []
  for (let at = from; at < end; at += STREAM_BLOCK)
    chunks.push(
      ...stretchSums(
        { source, settings, plan: planOf(source, settings) },
        { from: at, count: Math.min(STREAM_BLOCK, end - at) }
      )
    )
  return { chunks }
}

/** The chunks of a stretch whose streams fit in memory together. */
function stretchSums(
  study: Pick<Work, 'source' | 'settings' | 'plan'>,
  { from, count }: Slice
): readonly ChunkSums[] {
  const stream = streamsOver(study.settings.seed, { from, count })
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, k) => {
    const start = k * CHUNK
    const end = Math.min(start + CHUNK, count)
    const chunk = { from: from + start, count: end - start }
    return chunkSums({ ...study, chunk, stream: (key) => stream(key).subarray(start, end) })
  })
}

interface Work {
  readonly source: Case
  readonly settings: StudySettings
  readonly plan: StudyPlan
  readonly chunk: Slice
  readonly stream: StreamOf
}

function chunkSums(work: Work): ChunkSums {
  const { source, settings, plan, chunk, stream } = work
  const drawn = drawnFrom(source, settings.dependence, { count: chunk.count, stream })
  const judge = new Judge(source, drawn.sampler)
  return {
    ...chunk,
    ranks: plan.parties.map(({ party, issues }) =>
      rankSums(party, issues, { judge, alternatives: plan.alternatives })
    ),
    accepted: plan.alternatives.map(({ offers, required }) =>
      [judge.joint(required, offers), ...required.map((party) => judge.accepts(party, offers))].map(
        momentsOf
      )
    ),
    efficiency: efficiencySums(work),
    ...(ranksInputs(chunk.from, plan, settings)
      ? { drivers: plan.targets.map((target) => driverSums(target, drawn, secondBase(work))) }
      : {}),
    ...(chunk.from === 0 ? { equilibria: equilibriaOver(source, settings) } : {})
  }
}

function rankSums(
  party: string,
  issues: readonly string[],
  { judge, alternatives }: { readonly judge: Judge; readonly alternatives: readonly Alternative[] }
): RankSums {
  const { count } = judge.sampler
  const worths = [
    ...alternatives.map(({ offers }) => judge.gain(party, offers)),
    new Float64Array(count)
  ]
  const sums = noRanks(worths.length, issues.length)
  const shares = judge
    .stance(party)
    .interests.map((interest) => judge.gainOf(party).share(interest))
  addRanks(sums, worths, shares)
  return sums
}

function efficiencySums({ source, settings, plan, chunk, stream }: Work): ChunkSums['efficiency'] {
  const draws = shareOfChunk(plan.efficiency.draws, settings.draws, chunk)
  const few = drawnFrom(source, settings.dependence, {
    count: draws,
    stream: (key) => stream(key).subarray(0, draws)
  })
  const judge = new Judge(source, few.sampler)
  return {
    draws,
    counts: plan.alternatives.map((alternative, k) =>
      plan.efficiency.asked[k] === true ? efficientDraws(alternative, judge) : null
    )
  }
}

/**
 * As many draws from beyond the last one of the study, where the generator jumps: the second base
 * sample of the indices.
 */
function secondBase({ source, settings, chunk }: Work): ReturnType<typeof drawnFrom> {
  const from = Math.ceil(settings.draws / STREAM_BLOCK) * STREAM_BLOCK + chunk.from
  const { count } = chunk
  return drawnFrom(source, settings.dependence, {
    count,
    stream: streamsOver(settings.seed, { from, count })
  })
}
