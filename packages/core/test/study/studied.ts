import fc from 'fast-check'
import type { AllJudges, ProposalJudgement } from '../../src/check/judge-proposal.ts'
import { judgeProposal } from '../../src/check/judge-proposal.ts'
import type { Case } from '../../src/model/case.ts'
import type { Slice, Study, StudySettings } from '../../src/study/index.ts'
import { mergeParts, STUDY_DEFAULTS, studyPart } from '../../src/study/index.ts'
import { Judge } from '../../src/worth/judge.ts'
import type { Draft } from '../arbitrary.ts'
import { drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'

const SEED = 20_250_704
export const settings: StudySettings = {
  ...STUDY_DEFAULTS,
  draws: 300,
  samples: 300,
  efficiencyDraws: 20
}

/** Tries a law on so many drafts by default, and under three seeds in a full run. */
export function onRandomDrafts(
  runs: number,
  law: (draft: Draft) => void,
  wanted: Parameters<typeof drafts>[0] = {}
): void {
  tried(
    fc.property(drafts(wanted), (draft) => {
      law(draft)
    }),
    { seed: SEED, runs, seeds: 3 }
  )
}

/** A study whose parts end at these draws, each worked out on copies, as in another thread. */
export function studied(
  source: Case,
  asked: StudySettings = settings,
  ends: readonly number[] = [asked.draws]
): Study {
  const slices = ends.map(
    (end, i): Slice => ({ from: ends[i - 1] ?? 0, count: end - (ends[i - 1] ?? 0) })
  )
  return mergeParts(
    source,
    asked,
    slices.map((slice) => structuredClone(studyPart(source, structuredClone(asked), slice)))
  )
}

/** The proposals as check judges them, and the judges it does so with. */
export function judged(source: Case): {
  readonly judges: AllJudges
  readonly proposals: readonly ProposalJudgement[]
} {
  const apart = Judge.random(source, settings)
  const together = Judge.random(source, { ...settings, dependence: 'party' })
  const judges = { apart, together, independent: apart, central: Judge.central(source) }
  return { judges, proposals: source.proposals.map((proposal) => judgeProposal(proposal, judges)) }
}
