import type { Column } from '../../draws/column.ts'
import type { Redline, Scenario } from '../../model/case.ts'
import { isNoLoss, multiply } from '../../worth/columns.ts'
import type { Judge } from '../../worth/judge.ts'
import { stagesOf } from '../../worth/offers.ts'
import { crossedBy, isFatal } from '../../worth/redlines.ts'
import type { Verdict } from '../../worth/verdict.ts'
import { partyVerdict, proposalVerdict, worse } from '../../worth/verdict.ts'
import { ceilingOf } from '../ceiling.ts'
import type { ProposalJudgement } from '../judge-proposal.ts'

/** A proposal as it stands, and what its hinges are held against. */
export interface HingeContext {
  readonly judged: ProposalJudgement
  readonly judge: Judge
  /** Acceptance by each required party in each draw, and on average. */
  readonly columns: ReadonlyMap<string, Column>
  readonly means: ReadonlyMap<string, number>
  /** Room for one gain column and one held judgement, used over and over. */
  readonly gain: Float64Array
  readonly held: Float64Array
}

/** What an otherwise unchanged proposal is read with. */
export interface OtherReading {
  readonly joint: number
  readonly means: ReadonlyMap<string, number>
  /** A redline's central firmness where it is another one. */
  readonly firmness?: (redline: Redline) => number | undefined
  /** Scenarios, where some are known. */
  readonly scenarios?: readonly Scenario[]
}

/** The verdict that goes with another reading, under the caps of the proposal. */
export function verdictUnder(
  { judged, judge }: Pick<HingeContext, 'judged' | 'judge'>,
  { joint, means, ...read }: OtherReading
): Verdict {
  const verdicts = judged.required.map((party) =>
    partyVerdict(means.get(party) ?? 1, crossesFirmly(party, { judged, judge }, read))
  )
  const { offers, required, cappedBy, unfilled } = judged
  return worse(
    proposalVerdict(joint, verdicts),
    ceilingOf({ offers, ratifying: required, cappedBy, unfilled }, judge)
  )
}

/** Whether the proposal crosses a firm redline of a party, as it stands or read otherwise. */
export function crossesFirmly(
  party: string,
  { judge, judged }: Pick<HingeContext, 'judged' | 'judge'>,
  {
    firmness,
    scenarios = judge.source.scenarios
  }: Pick<OtherReading, 'firmness' | 'scenarios'> = {}
): boolean {
  return crossedBy(judge.stance(party).redlines, stagesOf(judged.offers), scenarios).some(
    (crossed) =>
      isFatal({
        certain: crossed.certain,
        firmness: { central: firmness?.(crossed.redline) ?? crossed.firmness.central }
      })
  )
}

/** The product of all required parties' acceptance but one's. */
export function productOfOthers(party: string, { columns, judge }: HingeContext): Float64Array {
  const product = new Float64Array(judge.sampler.count).fill(1)
  for (const [other, column] of columns) if (other !== party) multiply(product, column)
  return product
}

/** Mean acceptance by one party, and jointly with the others, in one pass. */
export function acceptance(
  gain: Column,
  { consent, others }: { readonly consent: Column; readonly others: Column }
): { readonly own: number; readonly joint: number } {
  let [own, joint] = [0, 0]
  for (let i = 0; i < gain.length; i++) {
    if (!isNoLoss(gain[i] as number)) continue
    own += consent[i] as number
    joint += (consent[i] as number) * (others[i] as number)
  }
  return { own: own / gain.length, joint: joint / gain.length }
}
