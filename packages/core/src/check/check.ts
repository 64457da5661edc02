import { collector, sorted } from '../diagnostic/diagnostic.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { Span } from '../model/span.ts'
import { Steps } from '../terms/index.ts'
import { coresAt } from '../worth/admissible.ts'
import { BINDING, CUTS, FIRM } from '../worth/conventions.ts'
import { Judge } from '../worth/judge.ts'
import type { RoomSteps } from '../worth/room.ts'
import { roomOf } from '../worth/room.ts'
import { beyondNoDeal } from './beyond.ts'
import { caseCeiling } from './case-ceiling.ts'
import type { CheckResult, CoreResult, ProposalResult, ReadingsResult } from './check-result.ts'
import { FILL_STEPS } from './completion-search.ts'
import { DEFAULTS } from './defaults.ts'
import { endedOf } from './ended.ts'
import { equilibriaOf } from './equilibria.ts'
import { hingesOf } from './hinges/hinges.ts'
import type { AllJudges, ProposalJudgement } from './judge-proposal.ts'
import { judgeProposal } from './judge-proposal.ts'
import type { Word } from './readings/index.ts'
import { heard, judgeReadings, summaryOf } from './readings/index.ts'
import type { RepairOptions } from './repair/repair-search.ts'
import { REPAIR_STEPS, repairsOf } from './repair/repair-search.ts'
import { runRules } from './rules/index.ts'

/** What to judge and how. `proposals` default to all of the case. */
export interface CheckOptions extends Partial<DrawSettings> {
  readonly proposals?: readonly Proposal[]
  /** Most changes a repair may make; 0 leaves repairs out. */
  readonly repairs?: number
  /** Whose word on redlines counts: everybody's when left out; see `redlinesHeard`. */
  readonly word?: Word
  /** Whether to judge all readings of what the case leaves open; not when left out. */
  readonly readings?: boolean
  /** Whether to look for the most that any text can reach; not when left out. */
  readonly ceiling?: boolean
  /** The judge of just this case over just these draws, where it is at hand already. */
  readonly judge?: Judge
  /** What counting packages may cost; see `STEPS`. */
  readonly steps?: RoomSteps
  /** The way from a pointer into the text, for findings. */
  readonly spanOf?: (at: string) => Span
}

/** Judges a sound case. Same case, seed and draws: same result, bit for bit. */
export function check(stated: Case, options: CheckOptions = {}): CheckResult {
  const source = options.word === undefined ? stated : heard(stated, options.word)
  const settings = {
    draws: options.draws ?? DEFAULTS.draws,
    seed: options.seed ?? DEFAULTS.seed,
    dependence: options.dependence ?? DEFAULTS.dependence
  }
  const apart = options.judge ?? Judge.random(source, settings)
  const under = (dependence: DrawSettings['dependence']): Judge =>
    dependence === settings.dependence ? apart : Judge.random(source, { ...settings, dependence })
  const judges: AllJudges = {
    apart,
    together: under('party'),
    independent: under('independent'),
    central: Judge.central(source)
  }
  const equilibria = equilibriaOf(source, options.proposals)
  const asked = options.proposals ?? source.proposals
  const filling = new Steps(FILL_STEPS)
  // Few drafts take many steps, so each may take half of what is left, and the last one all of it.
  const judged = asked.map((proposal, i) =>
    filling.share(Math.min(2, asked.length - i), (steps) => judgeProposal(proposal, judges, steps))
  )
  const searching = new Steps(REPAIR_STEPS)
  const proposals = judged.map((one, i) => {
    const holds = equilibria.get(one.proposal.id)
    const described = searching.share(judged.length - i, (steps) =>
      describe(one, judges, { changes: options.repairs, steps })
    )
    return { ...described, ...(holds ? { holds } : {}) }
  })
  const at = BINDING
  const ended = endedOf(source, asked)
  const { report, found } = collector()
  const result: Omit<CheckResult, 'findings'> = {
    settings,
    ...(options.word === undefined ? {} : { word: options.word }),
    thresholds: CUTS,
    proposals,
    packages: roomOf(source, options.steps),
    cores: [BINDING, FIRM].map((level) => coreResult(source, level)),
    ...(ended.length > 0 ? { ended } : {}),
    beyondNoDeal: beyondNoDeal(source, at),
    ...(options.readings ? { readings: readingsOf(source, judged, settings) } : {})
  }
  const ceiling = options.ceiling ? caseCeiling(apart, settings.seed) : undefined
  runRules({ source, judges, result, report, spanOf: options.spanOf ?? noPlace })
  return { ...result, ...(ceiling ? { ceiling } : {}), findings: sorted(found) }
}

const noPlace = (): Span => ({ file: '', start: 0, end: 0 })

/** What readings come to, proposal by proposal. */
function readingsOf(
  source: Case,
  judged: readonly ProposalJudgement[],
  settings: DrawSettings
): ReadingsResult {
  const all = judgeReadings(source, judged, settings)
  return {
    draws: all.draws,
    judged: all.readings.length,
    outOf: all.outOf,
    choices: all.choices,
    proposals: new Map([...all.proposals].map(([id, chances]) => [id, summaryOf(chances, all)])),
    words: all.words
  }
}

/** A judgement with what needs a search: what it hangs on, and what to do. */
function describe(
  judged: ProposalJudgement,
  judges: AllJudges,
  repairs: RepairOptions
): ProposalResult {
  const { offers: _, ...result } = judged
  return {
    ...result,
    hangsOn: hingesOf(judged, judges.apart),
    repairs:
      repairs.changes === 0
        ? { list: [], total: 0, complete: true }
        : repairsOf({ ...judged, open: judged.open?.issues ?? [] }, judges, repairs)
  }
}

const coreResult = (source: Case, at: number): CoreResult => ({ at, ...coresAt(source, at) })
