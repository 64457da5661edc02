import type { Case, Proposal, Rule } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import { Steps } from '../terms/index.ts'
import { CUTS } from '../worth/conventions.ts'
import { average } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf, openIssues, stagesOf } from '../worth/offers.ts'
import type { Caps } from './ceiling.ts'
import { CAP } from './ceiling.ts'
import type { PartyResult, ProposalResult } from './check-result.ts'
import type { KeepsRules } from './completion.ts'
import { fillDraft } from './completion.ts'
import { FILL_STEPS } from './completion-search.ts'
import type { Judges, PackageJudgement } from './judge-package.ts'
import { judgeOffers } from './judge-package.ts'
import { describeOpen, mayTurnFatal } from './open.ts'
import { walkersOfDraft } from './walkers-of-draft.ts'

/**
 * The judges of one command: as asked for, a party's judgements erring together, each by itself,
 * and the central reading.
 */
export interface AllJudges extends Judges {
  readonly together: Judge
  readonly independent: Judge
}

/**
 * A proposal's judgement without what needs a search: hinges and repairs are added by the caller.
 */
export type ProposalJudgement = Omit<ProposalResult, 'hangsOn' | 'repairs' | 'holds'> & {
  readonly offers: Offers
}

/**
 * Judges a proposal; an unfinished draft at its best completion, capped while another one crosses a
 * firm redline.
 */
export function judgeProposal(
  proposal: Proposal,
  judges: AllJudges,
  steps: Steps = new Steps(FILL_STEPS)
): ProposalJudgement {
  const { apart } = judges
  const given = offersOf(proposal, apart.source)
  const isDraft = openIssues(given, apart.source).length > 0
  const filled = isDraft ? fillDraft(apart, given, steps) : undefined
  const offers = filled?.best.offers ?? given
  const judged = judgeFilled({ given, offers, keepsRules: filled?.keepsRules ?? true }, judges)
  return {
    proposal,
    ...judged,
    ...underOtherDependence(judged, judges),
    open: filled && describeOpen(given, filled, judges)
  }
}

/**
 * A draft and the completion it is judged at. Where none is known to keep the rules, they are left
 * aside.
 */
export interface Filled {
  readonly given: Offers
  readonly offers: Offers
  readonly keepsRules: KeepsRules
}

/** A judged draft: see `Filled`. */
export interface FilledJudgement
  extends PackageJudgement,
    Caps,
    Pick<ProposalResult, 'capped' | 'brokenRules'> {
  readonly offers: Offers
}

/** A draft's judgement under one dependence, with the issues that it leaves open. */
export interface DraftJudgement extends FilledJudgement {
  readonly proposal: Proposal
  readonly open: readonly string[]
}

/**
 * Judges a draft at a completion, capped while another one crosses a firm redline, or while none is
 * known that keeps the rules.
 */
export function judgeFilled(
  { given, offers, keepsRules }: Filled,
  judges: Judges
): FilledJudgement {
  const { apart } = judges
  const required = apart.required(stagesOf(offers)).surely
  const cappedBy = mayTurnFatal(given, required, apart)
  const unfilled = keepsRules === 'unknown'
  const judged = judgeOffers(offers, judges, { cappedBy, unfilled })
  const isDraft = openIssues(given, apart.source).length > 0
  return {
    ...judged,
    ...(isDraft ? { walkers: walkersOfDraft({ given, judged, keepsRules }, apart) } : {}),
    capped: cappedBy.length > 0 && judged.verdict === CAP && judged.joint.p >= CUTS.likely,
    cappedBy,
    unfilled,
    brokenRules: rulesBroken(given, apart.source, keepsRules === false),
    offers
  }
}

/** What the other readings of dependence add. */
function underOtherDependence(
  { joint: { p, standardError, bounds }, parties, required, offers }: FilledJudgement,
  { together, independent }: AllJudges
): Pick<ProposalResult, 'joint' | 'parties'> {
  const results = [...parties].map(([party, result]): [string, PartyResult] => {
    const { p: own, standardError: error, ifFirmnessLow, ifFirmnessHigh } = result.accepts
    const accepts = {
      p: own,
      standardError: error,
      together: average(together.accepts(party, offers)),
      ifFirmnessLow,
      ifFirmnessHigh
    }
    return [party, { ...result, accepts }]
  })
  return {
    joint: {
      p,
      standardError,
      together: average(together.joint(required, offers)),
      apart: average(independent.joint(required, offers)),
      bounds
    },
    parties: new Map(results)
  }
}

/**
 * The rules that a draft breaks. Where no completion keeps the rules, every rule that one
 * could break stands in the way.
 */
function rulesBroken(
  given: Offers,
  { rules }: Pick<Case, 'rules'>,
  noneKeepsThem: boolean
): readonly Rule[] {
  const breaks = ({ excludes }: Rule): boolean =>
    stagesOf(given).some((stage) => holds(excludes, factsOf(stage)) ?? noneKeepsThem)
  return rules.filter(breaks)
}
