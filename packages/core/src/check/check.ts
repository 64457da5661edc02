import { collector, sorted } from '../diagnostic/diagnostic.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { Span } from '../model/span.ts'
import { coresAt, packageCounts } from '../worth/admissible.ts'
import { BINDING, CUTS, FIRM } from '../worth/conventions.ts'
import { Judge } from '../worth/judge.ts'
import { edgeCounts, levelCounts } from '../worth/room.ts'
import { beyondNoDeal } from './beyond.ts'
import type { CheckResult, CoreResult, ProposalResult } from './check-result.ts'
import { equilibriaOf } from './equilibria.ts'
import { hingesOf } from './hinges/hinges.ts'
import type { AllJudges } from './judge-proposal.ts'
import { judgeProposal } from './judge-proposal.ts'
import { repairsOf } from './repair/repair-search.ts'
import { runRules } from './rules/index.ts'

/** What to judge and how. `proposals` default to all of the case. */
export interface CheckOptions extends Partial<DrawSettings> {
  readonly proposals?: readonly Proposal[]
  /** Most changes a repair may make; 0 leaves repairs out. */
  readonly repairs?: number
  /** The way from a pointer into the text, for findings. */
  readonly spanOf?: (at: string) => Span
}

/** Draws, seed and dependence where nothing else is asked for. */
export const DEFAULTS: DrawSettings = { draws: 10_000, seed: 1, dependence: 'independent' }

/** Judges a sound case. Same case, seed and draws: same result, bit for bit. */
export function check(source: Case, options: CheckOptions = {}): CheckResult {
  const settings = {
    draws: options.draws ?? DEFAULTS.draws,
    seed: options.seed ?? DEFAULTS.seed,
    dependence: options.dependence ?? DEFAULTS.dependence
  }
  const apart = Judge.random(source, settings)
  const under = (dependence: DrawSettings['dependence']): Judge =>
    dependence === settings.dependence ? apart : Judge.random(source, { ...settings, dependence })
  const judges: AllJudges = {
    apart,
    together: under('party'),
    independent: under('independent'),
    central: Judge.central(source)
  }
  const equilibria = equilibriaOf(source)
  const proposals = (options.proposals ?? source.proposals).map((proposal) => {
    const holds = equilibria.get(proposal.id)
    return { ...judgeOne(proposal, judges, options.repairs), ...(holds ? { holds } : {}) }
  })
  const at = BINDING
  const { report, found } = collector()
  const result: Omit<CheckResult, 'findings'> = {
    settings,
    thresholds: CUTS,
    proposals,
    packages: {
      ...packageCounts(source, at),
      at,
      levels: levelCounts(source),
      edges: edgeCounts(source, at)
    },
    cores: [BINDING, FIRM].map((level) => coreResult(source, level)),
    beyondNoDeal: beyondNoDeal(source, at)
  }
  runRules({ source, judges, result, report, spanOf: options.spanOf ?? noPlace })
  return { ...result, findings: sorted(found) }
}

const noPlace = (): Span => ({ file: '', start: 0, end: 0 })

function judgeOne(
  proposal: Proposal,
  judges: AllJudges,
  repairs: number | undefined
): ProposalResult {
  const judged = judgeProposal(proposal, judges)
  const { offers: _, ...result } = judged
  return {
    ...result,
    hangsOn: hingesOf(judged, judges.apart),
    repairs:
      repairs === 0
        ? { list: [], total: 0, complete: true }
        : repairsOf({ ...judged, open: judged.open?.issues ?? [] }, judges, repairs)
  }
}

const coreResult = (source: Case, at: number): CoreResult => ({ at, ...coresAt(source, at) })
