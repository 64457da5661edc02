import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import type { Body, NoDeal, Proposal, Redline, Rule } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import type { Whose } from '../model/whose.ts'
import type { Concept } from '../stability/concepts.ts'
import type { CUTS } from '../worth/conventions.ts'
import type { Estimate } from '../worth/estimate.ts'
import type { GainGuarantee } from '../worth/guarantee.ts'
import type { BodyResult } from '../worth/ratification.ts'
import type { Crossed } from '../worth/redlines.ts'
import type { PackageRoom } from '../worth/room.ts'
import type { Verdict } from '../worth/verdict.ts'
import type { CaseCeiling } from './case-ceiling.ts'
import type { KeepsRules } from './completion.ts'
import type { Choice } from './readings/choices.ts'
import type { WordChance } from './readings/reading-chance.ts'
import type { ReadingSummary } from './readings/reading-summary.ts'

/** Everything `check` says about a case. Prose is made of it elsewhere. */
export interface CheckResult {
  readonly settings: DrawSettings
  /** Whose word on redlines alone counted; absent where everybody's did. */
  readonly word?: string
  readonly thresholds: typeof CUTS
  readonly packages: PackageRoom
  readonly cores: readonly CoreResult[]
  /** Positions that had ended by the day of the case; absent where there is none. */
  readonly ended?: readonly EndedResult[]
  readonly beyondNoDeal: BeyondNoDeal | undefined
  readonly proposals: readonly ProposalResult[]
  /** What the verdicts come to where the case is read otherwise; absent where nobody asked. */
  readonly readings?: ReadingsResult
  /** The most any text can reach; absent where nobody asked, or it could not be told in passing. */
  readonly ceiling?: CaseCeiling
  readonly findings: readonly Diagnostic[]
}

/** A redline that ended and counts for nothing, and the proposals that would have crossed it. */
export interface EndedResult {
  readonly redline: Redline
  readonly until: string
  readonly crossedBy: readonly string[]
}

/** What all readings come to: see `judgeReadings`. */
export interface ReadingsResult {
  readonly draws: number
  /** How many were judged, and how many there are: more where they are a balanced sample. */
  readonly judged: number
  readonly outOf: bigint
  readonly choices: readonly Choice[]
  readonly proposals: ReadonlyMap<string, ReadingSummary>
  /** Everything as stated, but for whose word on redlines counts. */
  readonly words: ReadonlyMap<string, readonly WordChance[]>
}

/** Redlines that no package respects together, among those of firmness `at` or more. */
export interface CoreResult {
  readonly at: number
  readonly complete: boolean
  readonly cores: readonly (readonly Redline[])[]
}

/**
 * Whether some package that respects rules and redlines beats no deal for all required parties, at
 * central values.
 */
export interface BeyondNoDeal {
  readonly exists: boolean | undefined
  readonly terms?: ReadonlyMap<string, string>
  readonly leastGain: number
  readonly bound: number
  /** Redlines set aside because no package keeps all of them: see `relaxed`. */
  readonly dropped: readonly Redline[]
  /** Whether some package is known to keep what was not dropped. */
  readonly admits: 'some' | 'unknown'
  readonly nodes: number
}

/** The judgement of one proposal. */
export interface ProposalResult {
  readonly proposal: Proposal
  readonly verdict: Verdict
  readonly onTheLine: boolean
  readonly capped: boolean
  /** Redlines that cap a draft: some ways to fill it cross them, and that would be fatal. */
  readonly cappedBy: readonly Redline[]
  /** Whether a draft is capped because the search ended before it knew of a way to fill it within the rules. */
  readonly unfilled: boolean
  readonly joint: Joint
  readonly required: readonly string[]
  readonly walkers: readonly Walker[]
  readonly parties: ReadonlyMap<string, PartyResult>
  /** The joint p and the verdict when everybody's ratification is left out. */
  readonly unratified: { readonly joint: number; readonly verdict: Verdict }
  readonly brokenRules: readonly Rule[]
  readonly open: OpenResult | undefined
  readonly hangsOn: readonly Hinge[]
  readonly repairs: Repairs
  /**
   * Whether the state of the graph that means this proposal would hold; absent where no state does.
   */
  readonly holds?: EquilibriumState
}

/**
 * A state of the graph and the concepts under which every party stays there; null where the graph
 * is too large to ask here.
 */
export interface EquilibriumState {
  readonly state: string
  readonly concepts: readonly Concept[] | null
  /** How many other states hold under all of these concepts, of how many; 0 where it has none. */
  readonly alike: { readonly states: number; readonly of: number }
}

/** Joint acceptance under one dependence. Bounds: Frechet's, from the parties' own p. */
export interface JointChance extends Estimate {
  readonly bounds: readonly [number, number]
}

/**
 * Joint acceptance as asked for; `together` when a party's judgements err together, `apart` when
 * each errs by itself.
 */
export interface Joint extends JointChance {
  readonly together: number
  readonly apart: number
}

/** What one party makes of a proposal, under the dependence asked for and were its own together. */
export interface PartyResult extends PartyJudgement {
  readonly accepts: PartyJudgement['accepts'] & { readonly together: number }
}

/** What one party makes of a proposal under one dependence. */
export interface PartyJudgement {
  readonly party: string
  readonly verdict: Verdict
  readonly onTheLine: boolean
  readonly accepts: Estimate & {
    readonly ifFirmnessLow: number
    readonly ifFirmnessHigh: number
  }
  /**
   * Absent for a party without interests or no-deal. `gains`: share of draws in which the gain is
   * not negative; `half`: where the middle half of the draws lies.
   */
  readonly gain?: GainGuarantee & {
    readonly central: number
    readonly half: { readonly low: number; readonly high: number }
    readonly gains: number
    readonly noDeal: number
  }
  readonly crossed: readonly Crossed[]
  /** Acts the party will not accept, which no text can settle. */
  readonly untestable: readonly Redline[]
  /**
   * Chance of walking over the crossed redlines: the firmest alone, and were each resolved apart.
   */
  readonly walks: { readonly firmest: number; readonly independent: number }
  readonly ratified: Ratified
}

/** A veto player of a body: its mean chance of a veto, and what holds without it. */
export interface VetoResult {
  readonly body: Body
  readonly id: string
  readonly at: string
  readonly chance: number
  readonly accepts: number
  readonly joint: number
  readonly verdict: Verdict
}

/** Ratification over all bodies. `bodies` empty: nobody has to ratify. */
export interface Ratified {
  readonly assessed: boolean
  readonly p: number
  readonly margin: number | null
  readonly bodies: readonly Omit<BodyResult, 'polls' | 'consents'>[]
  /**
   * Veto players of whom the case says something before this package: the mean chance of a veto,
   * and the party's p, the joint p and the verdict without it.
   */
  readonly vetoes: readonly VetoResult[]
  /** The party's p under each matching poll alone, and its margin there. */
  readonly polls: ReadonlyMap<
    string,
    {
      readonly p: number
      readonly margin: number
      readonly share: number
      readonly accepts: number
      readonly joint: number
      readonly verdict: Verdict
    }
  >
  /**
   * The party's p, the proposal's joint p and its verdict when this party's ratification is left
   * out, and nobody else's.
   */
  readonly without: { readonly accepts: number; readonly joint: number; readonly verdict: Verdict }
}

/** Why a required party would walk: its strongest ground, the others after it. */
export type Walker = Ground & {
  readonly party: string
  readonly verdict: Verdict
  readonly grounds: readonly Ground[]
}

/**
 * One reason to refuse, its chance, and the sources of the claim. Over a redline `firmness` is the
 * central one; the chance goes by its mean, and only where it is crossed. `whose`: of the firmness,
 * else of the chance.
 */
export type Ground = (
  | {
      readonly over: 'redline'
      readonly redline: Redline
      readonly firmness: number
      /** Whether the party has said so itself; else it rests on another's word. */
      readonly own: boolean
    }
  | { readonly over: 'no-deal'; readonly noDeal: NoDeal }
  | { readonly over: 'ratification'; readonly body: Body }
) & {
  readonly chance: number
  readonly whose: Whose
  readonly fatal: boolean
  readonly sources: readonly string[]
}

/** Which ways to fill a draft do something; unknown where the search ended before it knew. */
export type Extent = 'every' | 'some' | 'no' | 'unknown'

/** What stays open in a draft, and how much hangs on it. */
export interface OpenResult {
  readonly issues: readonly string[]
  /**
   * Whether some way to fill it keeps the rules; where none does, or the search ended before it knew
   * of one, the rest leaves them aside.
   */
  readonly keepsRules: KeepsRules
  readonly crosses: ReadonlyMap<Redline, Extent>
  readonly best: CompletionResult
  readonly worst: CompletionResult
  /** Whether best and worst are proved to be so. */
  readonly exact: boolean
  /**
   * Firm redlines that no way to fill it keeps together; empty where some way keeps all of them.
   */
  readonly collision: readonly Redline[]
}

/** One way to fill the open issues, judged. */
export interface CompletionResult {
  readonly terms: ReadonlyMap<string, string>
  readonly joint: Estimate
  readonly verdict: Verdict
}

/** A judgement whose end changes the verdict. */
export interface Hinge {
  readonly key: string
  readonly at: string
  readonly party: string | undefined
  readonly kind: 'judgement' | 'firmness' | 'poll' | 'scenario'
  readonly set: string
  /** Under which scenarios it is held there, where it differs by scenario. */
  readonly where?: Condition
  readonly verdict: Verdict
  readonly p: number
}

/** The repairs of one proposal, best first. */
export interface Repairs {
  readonly list: readonly Repair[]
  readonly total: number
  /** False when the limit on evaluations stopped the search: then `total` is a lower bound. */
  readonly complete: boolean
  /** When there is none: what stands in the way. */
  readonly binding?: string
}

/**
 * One minimal set of changed issues. `pays`: change of each party's gain in points, at central
 * values.
 */
export interface Repair {
  readonly changes: ReadonlyMap<string, string>
  readonly settles: readonly string[]
  readonly rank: number
  readonly verdict: Verdict
  readonly joint: Estimate
  readonly pays: ReadonlyMap<string, number>
  /**
   * Joint p of the proposal as it stands if the redline that forced the repair were half as firm.
   */
  readonly ifHalfAsFirm: number | null
  readonly forcedBy: string | null
  readonly hollow: boolean
  /**
   * Parties whose share in favour is an assumption here, because no poll speaks to the repaired
   * package.
   */
  readonly unpolled: readonly string[]
  readonly becomes: string | null
}
