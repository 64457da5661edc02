import type { Case } from '../model/case.ts'
import type { OutcomeAsked } from '../worth/interval.ts'
import type { Alternative } from './alternatives.ts'
import { NO_DEAL } from './alternatives.ts'
import { Confidence } from './confidence.ts'
import { comparisons } from './dominance.ts'
import { driversOf } from './drivers.ts'
import { equilibriumDraws } from './equilibrium-draws.ts'
import type { ChunkSums, StudyPart } from './part.ts'
import { acceptability, addSums, noRanks, shareEstimate } from './rank-acceptability.ts'
import type { StudySettings } from './settings.ts'
import type { StudyPlan } from './study-plan.ts'
import { planOf } from './study-plan.ts'
import type { AlternativeStudy, PartyStudy, Study } from './study-result.ts'
import { METHODS } from './study-result.ts'
import { meanOfSums, summed } from './sums.ts'

/**
 * Puts the parts of a study together, in whatever order they come. Throws a RangeError unless they
 * cover every draw once.
 */
export function mergeParts(
  source: Case,
  settings: StudySettings,
  parts: readonly StudyPart[]
): Study {
  const chunks = inOrder(parts)
  if (drawsIn(chunks) !== settings.draws)
    throw new RangeError(`the parts do not cover each of the ${settings.draws} draws once`)
  return merge({ source, settings, plan: planOf(source, settings), chunks })
}

/** The same of a study that was stopped: from its first draw on as far as the parts go. */
export function mergeBegun(
  source: Case,
  settings: StudySettings,
  parts: readonly StudyPart[]
): Study {
  const chunks = inOrder(parts)
  const plan = planOf(source, settings)
  return merge({ source, settings: { ...settings, draws: drawsIn(chunks) }, plan, chunks })
}

function merge(merged: Merged): Study {
  const { source, settings, plan, chunks } = merged
  const confidence = new Confidence(source, settings, plan.alternatives)
  return {
    methods: METHODS,
    settings,
    sizes: {
      draws: settings.draws,
      efficiency: total(chunks, ({ efficiency }) => efficiency.draws),
      equilibrium: equilibriumDraws(source, settings),
      confidence: confidence.draws,
      samples: total(chunks, ({ drivers, count }) => (drivers ? count : 0))
    },
    left: {
      // where it can be told at central judgements, a draw in which it cannot was too wide
      efficiency: plan.alternatives.flatMap(({ id }, k) => {
        const asked = plan.efficiency.asked[k]
        const cut = asked === true && plan.efficiency.draws > 0 && efficiency(k, chunks) === null
        return asked === 'too wide' || cut ? [id] : []
      }),
      drivers: plan.unranked,
      completions: plan.alternatives.filter(({ proved }) => !proved).map(({ id }) => id)
    },
    alternatives: [
      ...plan.alternatives.map((one, k) => alternativeStudy(one, k, merged)),
      noDealStudy(chunks)
    ],
    parties: plan.parties.map((_, k) => partyStudy(k, confidence, merged))
  }
}

interface Merged {
  readonly source: Case
  readonly settings: StudySettings
  readonly plan: StudyPlan
  readonly chunks: readonly ChunkSums[]
}

function inOrder(parts: readonly StudyPart[]): readonly ChunkSums[] {
  return parts.flatMap((part) => part.chunks).sort((a, b) => a.from - b.from)
}

/** How many draws chunks in order cover once each, from the first on; not a number where they do not. */
const drawsIn = (chunks: readonly ChunkSums[]): number =>
  chunks.reduce((at, { from, count }) => (from === at ? at + count : Number.NaN), 0)

const total = (chunks: readonly ChunkSums[], count: (chunk: ChunkSums) => number): number =>
  chunks.reduce((sum, chunk) => sum + count(chunk), 0)

function alternativeStudy(
  { id, kind, completed, required }: Alternative,
  index: number,
  merged: Merged
): AlternativeStudy {
  const { settings, chunks } = merged
  const chance = (which: number): ReturnType<typeof meanOfSums> =>
    meanOfSums(
      summed(chunks.map(({ accepted }) => accepted[index]?.[which] as Float64Array)),
      settings.draws
    )
  return {
    id,
    kind,
    completed,
    accepted: { ...chance(0), parties: required.map((party, k) => ({ party, ...chance(k + 1) })) },
    efficient: efficiency(index, chunks),
    equilibrium: equilibrium(id, chunks),
    drivers: drivers(id, merged)
  }
}

function drivers(id: string, { plan, chunks }: Merged): AlternativeStudy['drivers'] {
  const index = plan.targets.findIndex((one) => one.id === id)
  const sums = chunks.flatMap((chunk) => chunk.drivers?.[index] ?? [])
  return sums.length === 0
    ? null
    : driversOf(plan.targets[index] as StudyPlan['targets'][number], sums)
}

function noDealStudy(chunks: readonly ChunkSums[]): AlternativeStudy {
  const nothing = { completed: null, accepted: null, efficient: null, drivers: null }
  return { id: NO_DEAL, kind: 'no-deal', ...nothing, equilibrium: equilibrium(NO_DEAL, chunks) }
}

function efficiency(index: number, chunks: readonly ChunkSums[]): AlternativeStudy['efficient'] {
  const counts = chunks
    .filter(({ efficiency: { draws } }) => draws > 0)
    .map(({ efficiency: { counts } }) => counts[index] ?? null)
  if (counts.length === 0 || counts.includes(null)) return null
  return shareEstimate(
    counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    total(chunks, ({ efficiency: { draws } }) => draws)
  )
}

function equilibrium(id: string, chunks: readonly ChunkSums[]): AlternativeStudy['equilibrium'] {
  const found = chunks[0]?.equilibria?.find(({ means }) => means === id)
  return found ? { state: found.state, concepts: found.concepts } : null
}

function partyStudy(
  index: number,
  confidence: Confidence,
  { source, settings, plan, chunks }: Merged
): PartyStudy {
  const { party, issues } = plan.parties[index] as StudyPlan['parties'][number]
  const stance = source.stances.get(party) as NonNullable<ReturnType<Case['stances']['get']>>
  const holdings: readonly OutcomeAsked[] = [
    ...plan.alternatives.map(({ offers }) => offers),
    NO_DEAL
  ]
  const sums = noRanks(holdings.length, issues.length)
  for (const { ranks } of chunks) addSums(sums, ranks[index] as typeof sums)
  const compared = comparisons(holdings, stance, source)
  const alternatives = acceptability(sums, settings.draws).map((one, k) => ({
    ...one,
    confidence: one.centralWeights && confidence.of(party, k, one.centralWeights),
    comparisons: compared[k] ?? []
  }))
  return { party, issues, alternatives }
}
