import { isNoLoss, tiedToZero } from '../worth/columns.ts'
import { average, meanOf } from '../worth/estimate.ts'
import { guaranteeOf } from '../worth/guarantee.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'
import type { FirmnessPoint } from '../worth/redlines.ts'
import { crossedBy, isFatal, walks } from '../worth/redlines.ts'
import { onTheLine, partyVerdict, proposalVerdict, worse } from '../worth/verdict.ts'
import type { Caps } from './ceiling.ts'
import { ceilingOf, UNASSESSED, UNCAPPED } from './ceiling.ts'
import type { JointChance, PartyJudgement, ProposalResult } from './check-result.ts'
import { judgeRatification, unratified } from './ratified.ts'
import { walkersOf } from './walkers.ts'

/** The judges that any judgement needs: as asked for, and the central reading. */
export interface Judges {
  readonly apart: Judge
  readonly central: Judge
}

/** A whole package as one set of draws and the central reading judge it. */
export interface PackageJudgement
  extends Pick<ProposalResult, 'verdict' | 'onTheLine' | 'required' | 'walkers' | 'unratified'> {
  readonly joint: JointChance
  readonly parties: ReadonlyMap<string, PartyJudgement>
}

/** The judgement of a whole package; `caps`: of the draft that it fills. */
export function judgeOffers(
  offers: Offers,
  judges: Judges,
  caps: Caps = UNCAPPED
): PackageJudgement {
  const { apart } = judges
  const required = apart.required(stagesOf(offers)).surely
  const context = { judges, required, caps }
  const joint = meanOf(apart.joint(required, offers))
  const speaking = [...new Set([...required, ...apart.source.stances.keys()])]
  const parties = new Map(speaking.map((party) => [party, judgeParty(party, offers, context)]))
  const verdicts = required.map((party) => parties.get(party)?.verdict ?? 'robust')
  const ps = required.map((party) => parties.get(party)?.accepts.p ?? 1)
  const bounds = [
    Math.max(0, ps.reduce((sum, p) => sum + p, 0) - (ps.length - 1)),
    Math.min(1, ...ps)
  ] as const
  const verdict = proposalVerdict(joint.p, verdicts)
  return {
    verdict: worse(verdict, ceilingOf({ offers, ratifying: required, ...caps }, apart)),
    onTheLine:
      verdict === 'dead-on-arrival'
        ? required.some((party) => parties.get(party)?.onTheLine === true) &&
          !required.some((party) => isDeadForGood(parties.get(party)))
        : onTheLine(joint, 'proposal'),
    joint: { ...joint, bounds },
    required,
    parties,
    walkers: walkersOf(required, parties, apart),
    unratified: unratified(offers, { judge: apart, required, caps })
  }
}

/** Dead in a way that no other seed would change: over a firm redline, or far from the cut. */
const isDeadForGood = (party: PartyJudgement | undefined): boolean =>
  party?.verdict === 'dead-on-arrival' && !party.onTheLine

function judgeParty(
  party: string,
  offers: Offers,
  context: {
    readonly judges: Judges
    readonly required: readonly string[]
    readonly caps: Caps
  }
): PartyJudgement {
  const { apart } = context.judges
  const stance = apart.stance(party)
  const stages = stagesOf(offers)
  const crossed = crossedBy(stance.redlines, stages, apart.source.scenarios)
  const accepts = meanOf(apart.accepts(party, offers))
  const ratified = judgeRatification(party, offers, { ...context, judge: apart })
  const firm = crossed.some(isFatal)
  const verdict = partyVerdict(accepts.p, firm)
  return {
    party,
    crossed,
    verdict: ratified.assessed ? verdict : worse(verdict, UNASSESSED),
    onTheLine: !firm && onTheLine(accepts, 'party'),
    accepts: {
      ...accepts,
      ifFirmnessLow: average(apart.accepts(party, offers, { point: lowest })),
      ifFirmnessHigh: average(apart.accepts(party, offers, { point: highest }))
    },
    untestable: stance.redlines.filter(({ form }) => form === 'conduct'),
    walks: walks(stance.redlines, stages, apart.source.scenarios),
    ratified,
    ...gainResult(party, offers, context.judges)
  }
}

const lowest: FirmnessPoint = ({ low }) => low
const highest: FirmnessPoint = ({ high }) => high

function gainResult(
  party: string,
  offers: Offers,
  { apart, central }: Judges
): Pick<PartyJudgement, 'gain'> {
  if (!apart.hasGain(party)) return {}
  const middle = tiedToZero(central.gain(party, offers)[0] ?? 0)
  const gain = apart.gain(party, offers)
  const gains = gain.reduce((count, value) => count + (isNoLoss(value) ? 1 : 0), 0) / gain.length
  const noDeal = central.gainOf(party).noDeal()[0] ?? 0
  const problem = { stance: apart.stance(party), offers, source: apart.source }
  const guaranteed = guaranteeOf(problem, middle)
  const { low, high, guarantee } = guaranteed
  return {
    gain: {
      low,
      high,
      guarantee,
      // Passed on unread: it is searched for by whoever reads it.
      get radius() {
        return guaranteed.radius
      },
      central: middle,
      half: middleHalf(gain),
      gains,
      noDeal
    }
  }
}

/** The ends of the middle half of the draws. */
function middleHalf(drawn: ArrayLike<number>): { readonly low: number; readonly high: number } {
  const sorted = Float64Array.from(drawn).sort()
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return { low: at(0.25), high: at(0.75) }
}
