import { average } from '../../worth/estimate.ts'
import type { Judge } from '../../worth/judge.ts'
import type { Hinge } from '../check-result.ts'
import type { ProposalJudgement } from '../judge-proposal.ts'
import { firmnessHinges } from './firmness-hinges.ts'
import type { HingeContext } from './hinge-context.ts'
import { judgementHinges, stagedHinges } from './judgement-hinges.ts'
import { bodyHinges, pollHinges } from './ratification-hinges.ts'
import { scenarioHinges } from './scenario-hinges.ts'

/**
 * What a verdict hangs on: every judgement that, held at one of its ends in all draws, would change
 * it; every crossed redline's firmness; every scenario taken as a fact; every poll read alone, one
 * party's ratification left out, or everybody's. The completion that a draft is judged at stays, and
 * what caps the verdict caps these too.
 */
export function hingesOf(judged: ProposalJudgement, judge: Judge): readonly Hinge[] {
  const { required, offers, verdict, joint } = judged
  const columns = new Map(required.map((party) => [party, judge.accepts(party, offers)]))
  const context: HingeContext = {
    judged,
    judge,
    columns,
    means: new Map([...columns].map(([party, column]) => [party, average(column)])),
    gain: new Float64Array(judge.sampler.count),
    held: new Float64Array(judge.sampler.count)
  }
  const all = [
    ...required.flatMap((party) => [
      ...judgementHinges(party, context),
      ...firmnessHinges(party, context),
      ...bodyHinges(party, context)
    ]),
    ...stagedHinges(context),
    ...scenarioHinges(context),
    ...pollHinges(context)
  ]
  return all
    .filter((hinge) => hinge.verdict !== verdict)
    .sort((a, b) => Math.abs(b.p - joint.p) - Math.abs(a.p - joint.p))
}
