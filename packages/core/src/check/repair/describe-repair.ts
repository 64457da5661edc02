import type { Case, Redline } from '../../model/case.ts'
import { mean } from '../../model/judgement.ts'
import { NOISE } from '../../worth/conventions.ts'
import { average } from '../../worth/estimate.ts'
import type { Judge } from '../../worth/judge.ts'
import type { Offers } from '../../worth/offers.ts'
import { endOf, offersOf, openIssues, stagesOf } from '../../worth/offers.ts'
import { crossedBy } from '../../worth/redlines.ts'
import type { Repair } from '../check-result.ts'
import type { Judges } from '../judge-package.ts'
import type { DraftJudgement } from '../judge-proposal.ts'
import type { Candidate } from './candidate.ts'

/** A repair as it is reported. `ranked`: all that were found, `payers`: parties that can gain. */
export function describeRepair(
  { changes, offers, joint, verdict }: Candidate,
  {
    judged,
    judges,
    ranked,
    payers
  }: {
    readonly judged: DraftJudgement
    readonly judges: Judges
    readonly ranked: readonly Candidate[]
    readonly payers: readonly string[]
  }
): Repair {
  const { apart, central } = judges
  const clearlyBetter = ranked.filter(
    (other) => other.joint.p - joint.p > NOISE * joint.standardError
  )
  const forced = forcedBy(offers, judged, apart)
  const becomes = becomesOf(offers, judged.proposal.id, apart.source)
  const centralGain = (party: string, of: Offers): number => central.gain(party, of)[0] ?? 0
  const stages = stagesOf(offers)
  return {
    changes,
    settles: [...changes.keys()].filter((issue) => judged.open.includes(issue)),
    rank: 1 + clearlyBetter.length,
    verdict,
    joint,
    pays: new Map(
      payers.map((party) => [party, centralGain(party, offers) - centralGain(party, judged.offers)])
    ),
    forcedBy: forced ? `${forced.party}.${forced.id}` : null,
    ifHalfAsFirm: forced ? withHalfFirmness(forced, judged, apart) : null,
    hollow: becomes !== null,
    unpolled: apart
      .required(stages)
      .surely.filter((party) =>
        apart.ratifier.restsOnAssumption(apart.stance(party), endOf(stages))
      ),
    becomes
  }
}

/** The firmest redline that the proposal crosses and the repair does not. */
function forcedBy(offers: Offers, judged: DraftJudgement, judge: Judge): Redline | undefined {
  const redlines = judged.required.flatMap((party) => judge.stance(party).redlines)
  const crossed = (by: Offers): ReturnType<typeof crossedBy> =>
    crossedBy(redlines, stagesOf(by), judge.source.scenarios)
  const kept = new Set(crossed(offers).map(({ redline }) => redline))
  return crossed(judged.offers)
    .filter(({ redline }) => !kept.has(redline))
    .sort((a, b) => b.firmness.central - a.firmness.central)[0]?.redline
}

/** Does bluff pay? Joint p of the proposal as it stands, were this one redline half as firm. */
function withHalfFirmness(forced: Redline, judged: DraftJudgement, judge: Judge): number {
  const joint = judge.joint(judged.required, judged.offers, {
    point: (range, redline) => (redline === forced ? mean(range) / 2 : mean(range))
  })
  return average(joint)
}

/**
 * The other proposal that the repaired one has become, or `silence` when nothing but silence is
 * left of it.
 */
function becomesOf(offers: Offers, id: string, source: Case): string | null {
  const same = (other: Offers): boolean =>
    [...offers].every(
      ([issue, { option, then }]) =>
        other.get(issue)?.option === option && other.get(issue)?.then === then
    )
  const twin = source.proposals.find((other) => {
    const terms = offersOf(other, source)
    return other.id !== id && openIssues(terms, source).length === 0 && same(terms)
  })
  if (twin) return twin.id
  const silent = source.issues.every(
    (issue) => issue.ifSilent !== undefined && offers.get(issue.id)?.option === issue.ifSilent
  )
  return silent ? 'silence' : null
}
