import type { Case, Package, Proposal, Redline, Rule } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import { textIn } from '../model/package.ts'
import { settle } from '../terms/index.ts'
import { canHold } from '../worth/admissible.ts'
import { FIRM } from '../worth/conventions.ts'
import { average, estimate } from '../worth/estimate.ts'
import { guaranteeOf } from '../worth/guarantee.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { endOf, offersOf, openIssues, stagesOf } from '../worth/offers.ts'
import type { FirmnessPoint } from '../worth/redlines.ts'
import { crossedBy, firmnessOf, isFatal } from '../worth/redlines.ts'
import type { Verdict } from '../worth/verdict.ts'
import { onTheLine, partyVerdict, proposalVerdict, worse } from '../worth/verdict.ts'
import type { Completions } from './completion.ts'
import { completions } from './completion.ts'
import type { OpenResult, PartyResult, ProposalResult, Ratified } from './result.ts'
import { walkersOf } from './walkers.ts'

/**
 * The judges of one command: as asked for, a party's judgements erring together, each by itself,
 * and the central reading.
 */
export interface Judges {
  readonly apart: Judge
  readonly together: Judge
  readonly independent: Judge
  readonly central: Judge
}

/**
 * A proposal's judgement without what needs a search: hinges and repairs are added by the caller.
 */
export type Judgement = Omit<ProposalResult, 'hangsOn' | 'repairs' | 'holds'> & {
  readonly offers: Offers
}

/**
 * Judges a proposal; an unfinished draft at its best completion, capped while another one crosses a
 * firm redline.
 */
export function judgeProposal(proposal: Proposal, judges: Judges): Judgement {
  const { apart } = judges
  const given = offersOf(proposal, apart.source)
  const open = openIssues(given, apart.source)
  const within = open.length > 0 ? completions(apart, given) : undefined
  // Where no completion keeps the rules, the draft is judged as if there were none, and what it
  // breaks is said.
  const filled = within ?? (open.length > 0 ? completions(apart, given, []) : undefined)
  const offers = filled?.best.offers ?? given
  const judged = judgeOffers(offers, judges)
  const openResult = filled && describeOpen(given, filled, judges)
  const capped =
    openResult !== undefined &&
    [...openResult.crosses].some(
      ([id, some]) => some === 'some' && isFirm(id, judged.required, apart)
    )
  const verdict = capped ? worse(judged.verdict, 'contested') : judged.verdict
  const brokenRules = rulesBroken(given, apart.source, open.length > 0 && !within)
  return {
    id: proposal.id,
    ...judged,
    verdict,
    capped: capped && verdict !== judged.verdict,
    open: openResult,
    brokenRules,
    offers
  }
}

/**
 * The rules that a draft breaks, by place. Where no completion keeps the rules, every rule that one
 * could break stands in the way.
 */
export function rulesBroken(
  given: Offers,
  { rules }: Pick<Case, 'rules'>,
  noneKeepsThem: boolean
): readonly string[] {
  const breaks = ({ excludes }: Rule): boolean =>
    stagesOf(given).some((stage) => holds(excludes, factsOf(stage)) ?? noneKeepsThem)
  return rules.filter(breaks).map(({ at }) => at)
}

/** The judgement of a whole package. */
export function judgeOffers(
  offers: Offers,
  judges: Judges
): Omit<Judgement, 'id' | 'capped' | 'open' | 'brokenRules' | 'offers'> {
  const { apart, together, independent } = judges
  const required = apart.required(stagesOf(offers)).surely
  const joint = estimate(apart.joint(required, offers))
  const speaking = [...new Set([...required, ...apart.source.stances.keys()])]
  const parties = new Map(
    speaking.map((party) => [party, judgeParty(party, offers, { judges, required })])
  )
  const verdicts = required.map((party) => parties.get(party)?.verdict ?? 'robust')
  const ps = required.map((party) => parties.get(party)?.accepts.p ?? 1)
  const bounds = [
    Math.max(0, ps.reduce((sum, p) => sum + p, 0) - (ps.length - 1)),
    Math.min(1, ...ps)
  ] as const
  const unassessed = required.some((party) => parties.get(party)?.ratified.assessed === false)
  const verdict = proposalVerdict(joint.p, verdicts)
  return {
    verdict: unassessed ? worse(verdict, 'likely') : verdict,
    onTheLine:
      verdict === 'dead-on-arrival'
        ? required.some((party) => parties.get(party)?.onTheLine === true) &&
          !required.some((party) => isDeadForGood(parties.get(party)))
        : onTheLine(joint.p, joint.standardError),
    joint: {
      ...joint,
      together: average(together.joint(required, offers)),
      apart: average(independent.joint(required, offers)),
      bounds
    },
    required,
    parties,
    walkers: walkersOf(required, parties, apart)
  }
}

/** Dead in a way that no other seed would change: over a firm redline, or far from the cut. */
const isDeadForGood = (party: PartyResult | undefined): boolean =>
  party?.verdict === 'dead-on-arrival' && !party.onTheLine

function judgeParty(
  party: string,
  offers: Offers,
  context: { readonly judges: Judges; readonly required: readonly string[] }
): PartyResult {
  const { apart, together } = context.judges
  const stance = apart.stance(party)
  const stages = stagesOf(offers)
  const crossed = crossedBy(stance.redlines, stages, apart.source.scenarios)
  const accepts = estimate(apart.accepts(party, offers))
  const ratified = judgeRatification(party, offers, context)
  const firm = crossed.some(isFatal)
  const verdict = partyVerdict(accepts.p, firm)
  return {
    party,
    crossed: crossed.map(({ redline, firmness, certain }) => ({
      id: redline.id,
      firmness,
      certain,
      says: redline.says ? textIn(redline.says) : '',
      source: redline.source ?? '',
      assumed: redline.assumed,
      at: redline.at
    })),
    verdict: ratified.assessed ? verdict : worse(verdict, 'likely'),
    onTheLine: !firm && onTheLine(accepts.p, accepts.standardError),
    accepts: {
      ...accepts,
      together: average(together.accepts(party, offers)),
      ifFirmnessLow: average(apart.accepts(party, offers, { point: lowest })),
      ifFirmnessHigh: average(apart.accepts(party, offers, { point: highest }))
    },
    untestable: stance.redlines.filter(({ form }) => form === 'conduct').map(({ id }) => id),
    walks: {
      firmest: crossed.reduce((most, { firmness }) => Math.max(most, firmness.central), 0),
      independent: 1 - crossed.reduce((stays, { firmness }) => stays * (1 - firmness.central), 1)
    },
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
): Pick<PartyResult, 'gain'> {
  if (!apart.hasGain(party)) return {}
  const middle = central.gain(party, offers)[0] ?? 0
  const gain = apart.gain(party, offers)
  const gains = gain.reduce((count, value) => count + (value >= 0 ? 1 : 0), 0) / gain.length
  const noDeal = central.gainOf(party).noDeal()[0] ?? 0
  return {
    gain: {
      ...guaranteeOf({ stance: apart.stance(party), offers, source: apart.source }, middle),
      central: middle,
      gains,
      noDeal
    }
  }
}

function judgeRatification(
  party: string,
  offers: Offers,
  { judges: { apart }, required }: { readonly judges: Judges; readonly required: readonly string[] }
): Ratified {
  const end = endOf(stagesOf(offers))
  const bodies = apart.stance(party).ratification.map((body) => apart.ratifier.judge(body, end))
  const lowestBody = bodies.reduce<(typeof bodies)[number] | undefined>(
    (low, body) =>
      body.margin !== null && (low?.margin ?? Number.POSITIVE_INFINITY) > body.margin ? body : low,
    undefined
  )
  const columns = bodies.flatMap(({ passes }) => passes ?? [])
  const verdictIf = (
    lens: Parameters<Judge['joint']>[2]
  ): { accepts: number; joint: number; verdict: Verdict } => {
    const joint = average(apart.joint(required, offers, lens))
    return {
      accepts: average(apart.accepts(party, offers, lens)),
      joint,
      verdict: verdictUnder(joint, offers, { judge: apart, required, lens })
    }
  }
  const polls = new Map(
    bodies
      .flatMap(({ polls: rows }) => [...rows])
      .map(([poll, row]) => [poll, { ...row, ...verdictIf({ polls: { only: poll } }) }])
  )
  const p =
    bodies.length === 0
      ? 1
      : columns.length === 1 && bodies.length === 1
        ? (bodies[0]?.p ?? 1)
        : shareOfAll(columns)
  return {
    assessed: bodies.every(({ assessed }) => assessed),
    p,
    margin: lowestBody?.margin ?? null,
    polls,
    bodies: bodies.map(({ body, assessed, p: own, margin, share, sigma, threshold }) => ({
      body,
      assessed,
      p: own,
      margin,
      share,
      sigma,
      threshold
    })),
    without: verdictIf({ polls: 'none' })
  }
}

function shareOfAll(columns: readonly Uint8Array[]): number {
  const [first] = columns
  if (!first) return 1
  return (
    first.reduce((count, _, i) => count + (columns.every((column) => column[i] === 1) ? 1 : 0), 0) /
    first.length
  )
}

/** The proposal's verdict when acceptance is read through a lens. */
export function verdictUnder(
  joint: number,
  offers: Offers,
  context: {
    readonly judge: Judge
    readonly required: readonly string[]
    readonly lens?: Parameters<Judge['joint']>[2]
  }
): Verdict {
  const { judge, required, lens } = context
  const stages = stagesOf(offers)
  const verdicts = required.map((party) => {
    const firm = crossedBy(judge.stance(party).redlines, stages, judge.source.scenarios).some(
      isFatal
    )
    return partyVerdict(average(judge.accepts(party, offers, lens)), firm)
  })
  return proposalVerdict(joint, verdicts)
}

function describeOpen(
  given: Offers,
  { best, worst, exact }: Completions,
  judges: Judges
): OpenResult {
  const { apart } = judges
  const describe = (offers: Offers, terms: ReadonlyMap<string, string>): OpenResult['best'] => {
    const { joint, verdict } = judgeOffers(offers, judges)
    return { terms, joint: { p: joint.p, standardError: joint.standardError }, verdict }
  }
  const parties = new Set(apart.source.required.map(({ party }) => party))
  const redlines = [...parties]
    .flatMap((party) => apart.stance(party).redlines)
    .filter(({ crossedWhen }) => crossedWhen !== undefined)
  const crosses = new Map(
    redlines.map((redline) => [
      `${redline.party}.${redline.id}`,
      crossesSome(redline, given, apart)
    ])
  )
  return {
    issues: openIssues(given, apart.source),
    crosses,
    best: describe(best.offers, best.terms),
    worst: describe(worst.offers, worst.terms),
    exact
  }
}

/** Whether every, some or no admissible way to fill the open issues crosses the redline. */
export function crossesSome(
  { crossedWhen }: Redline,
  given: Offers,
  { source }: Judge
): 'every' | 'some' | 'no' {
  if (!crossedWhen) return 'no'
  const stages = stagesOf(given)
  // What is left of a condition on the open issues once a stage settles the others; all stages
  // share the open issues.
  const left = (condition: Condition): Condition => ({
    kind: 'any',
    parts: stages.map((stage) => settleAll(condition, stage))
  })
  const rules = source.rules.map((rule) => ({ ...rule, excludes: left(rule.excludes) }))
  if (!canHold(left(crossedWhen), { ...source, rules })) return 'no'
  return canHold({ kind: 'not', part: left(crossedWhen) }, { ...source, rules }) ? 'some' : 'every'
}

function settleAll(condition: Condition, stage: Package): Condition {
  let residue: ReturnType<typeof settle> = condition
  for (const [issue, option] of stage)
    if (typeof residue !== 'boolean') residue = settle(residue, issue, option)
  return typeof residue === 'boolean' ? { kind: residue ? 'all' : 'any', parts: [] } : residue
}

function isFirm(id: string, required: readonly string[], judge: Judge): boolean {
  const [party = '', redline = ''] = id.split('.')
  const found = judge.stance(party).redlines.find((one) => one.id === redline)
  return (
    required.includes(party) &&
    found !== undefined &&
    firmnessOf(found, judge.source.scenarios).central >= FIRM
  )
}
