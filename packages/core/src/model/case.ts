import type {
  LedgerSide,
  PartyKind,
  PollFit,
  RedlineStage,
  Role,
  SourceKind,
  Undecided
} from './closed-lists.ts'
import type { Graph } from './graph.ts'
import type { Condition, Evidence, Judgement, Text } from './judgement.ts'
import type { Anchor, When } from './moment.ts'
import type { Process } from './process.ts'
import type { Package } from './terms.ts'
import type { VetoPlayer } from './veto.ts'

export type { Package } from './terms.ts'

/**
 * A case as the analysis sees it: references resolved, ranges typed, lists frozen. `at` fields
 * point into the text.
 */
export interface Case {
  readonly title: Text
  readonly view?: Text
  /** The source that argues for what the case is about: its advocate. */
  readonly advocate?: string
  readonly asOf: string
  readonly required: readonly Requirement[]
  readonly sources: ReadonlyMap<string, Source>
  readonly parties: ReadonlyMap<string, Party>
  readonly scenarios: readonly Scenario[]
  readonly issues: readonly Issue[]
  readonly rules: readonly Rule[]
  readonly stances: ReadonlyMap<string, Stance>
  readonly polls: ReadonlyMap<string, Poll>
  readonly proposals: readonly Proposal[]
  readonly graph?: Graph
  readonly process: Process
}

/** A party whose acceptance is needed, always or only under a condition on the package. */
export interface Requirement {
  readonly party: string
  readonly when?: Condition
  readonly at: string
}

/** Something that can be cited. */
export interface Source {
  readonly id: string
  readonly title: Text
  readonly kind: SourceKind
  readonly author?: Text
  readonly date?: string
  readonly url?: string
  readonly side?: string
  readonly at: string
}

/** Who takes part, in what roles; capability, will and risk tolerance in 0..100. */
export interface Party extends Evidence {
  readonly id: string
  readonly name: Text
  readonly kind: PartyKind
  readonly roles: readonly Role[]
  /** The IANA zone of the clocks it goes by. */
  readonly clock?: string
  readonly capability?: Judgement
  readonly will?: Judgement
  readonly risk?: Judgement
  readonly at: string
}

/** An uncertain fact other judgements hang on; true with probability `p`, drawn once per draw. */
export interface Scenario extends Evidence {
  readonly id: string
  readonly title: Text
  readonly p: Judgement
  readonly at: string
}

/**
 * Something to be agreed. A package picks one option; a divisible issue is read on a grid of
 * amounts.
 */
export interface Issue {
  readonly id: string
  readonly title: Text
  readonly ordered: boolean
  readonly unit?: Text
  readonly options: readonly Option[]
  readonly ifSilent?: string
  readonly at: string
}

/**
 * One way to settle an issue; `line` is the line on the map it speaks of, `guarantors` the parties
 * it names as such.
 */
export interface Option {
  readonly id: string
  readonly title: Text
  readonly amount?: number
  readonly line?: string
  readonly guarantors?: readonly string[]
}

/**
 * A package for which `never` holds, or for which `must` does not, makes no sense. `excludes` is
 * that combination.
 */
export interface Rule extends Evidence {
  readonly excludes: Condition
  readonly at: string
}

/** One party's redlines, interests, no deal and ratifying bodies. */
export interface Stance {
  readonly party: string
  /** Those in force on the day of the case. */
  readonly redlines: readonly Redline[]
  /** Those that had ended by then: for the record, they count for nothing. */
  readonly ended?: readonly Redline[]
  readonly interests: readonly Interest[]
  readonly noDeal?: NoDeal
  readonly ratification: readonly Body[]
  readonly types: readonly PartyType[]
  readonly at: string
}

/**
 * What a party says it will not accept. `crossedWhen` is absent for acts (`conduct`), which no text
 * can settle.
 */
export interface Redline extends Evidence {
  readonly id: string
  readonly party: string
  readonly form: 'never' | 'must' | 'conduct'
  readonly crossedWhen?: Condition
  readonly conduct?: { readonly by: string; readonly act: string }
  readonly says?: Text
  readonly since?: string
  readonly until?: string
  /** The stage of a package that it is read at; at every one where it is left out. */
  readonly stage?: Exclude<RedlineStage, 'both'>
  readonly firmness: Judgement
  readonly assumed: boolean
  readonly at: string
}

/** The weight of an issue and what each of its options is worth, 0 (worst) to 100 (best). */
export interface Interest extends Evidence {
  readonly issue: string
  readonly weight: Judgement
  readonly values: ReadonlyMap<string, Blend>
  readonly at: string
}

/**
 * A weighted sum of judgements; shares add up to 1. One part, except between the knots of a
 * divisible issue.
 */
export type Blend = readonly { readonly judgement: Judgement; readonly share: number }[]

/** What a party expects without an agreement, on the same 0..100 scale, before its ledger. */
export interface NoDeal extends Evidence {
  readonly base: NoDealBase
  readonly ledger: readonly LedgerEntry[]
  readonly at: string
}

/** A plain range, or outcomes given as terms; a single outcome needs no chance. */
export type NoDealBase =
  | { readonly kind: 'range'; readonly judgement: Judgement }
  | {
      readonly kind: 'outcomes'
      readonly outcomes: readonly { readonly p?: Judgement; readonly terms: Package }[]
    }

/**
 * What war adds (`continue`) or costs (`stop`) beyond those terms, in points; with `when`, only
 * against packages that settle the issue in one of these ways.
 */
export interface LedgerEntry extends Evidence {
  readonly id: string
  readonly when?: Extract<Condition, { readonly kind: 'is' }>
  readonly title?: Text
  readonly toward: LedgerSide
  readonly worth: Judgement
  readonly at: string
}

/** A body that must ratify: the share in favour must reach `threshold` (both 0..1). */
export interface Body {
  readonly id: string
  /** What it is called where it is told of; its id where it has none. */
  readonly title?: Text
  readonly threshold: Judgement
  readonly support: readonly Support[]
  /** What settling an issue so adds to the share in favour; an option not named adds nothing. */
  readonly effects: readonly Effect[]
  readonly otherwise?: Judgement
  /** Who can stop what the share in favour would pass. */
  readonly vetoes: readonly VetoPlayer[]
  readonly at: string
}

/**
 * By how many points of share an option moves those in favour against what the polls asked about, as
 * experiments with packages publish it.
 */
export interface Effect extends Evidence {
  readonly issue: string
  readonly option: string
  readonly points: Judgement
}

/** Packages matching `when` are held to be asked by these answers of this poll. */
export interface Support {
  readonly when?: Condition
  readonly poll: string
  readonly answers: readonly string[]
  readonly fit: PollFit
  readonly at: string
}

/**
 * What an overture may reveal a party to be. `changes` maps a judgement's path inside the stance to
 * its value.
 */
export interface PartyType {
  readonly id: string
  readonly p: Judgement
  readonly changes: ReadonlyMap<string, Judgement>
}

/**
 * A poll. Answers in percent; what is missing to 100 is undecided. `n` is per question arm; errors
 * are shares (0..1): the pollster's own, what all polls of the question miss together, and what
 * opinion may have moved by since.
 */
export interface Poll {
  readonly id: string
  readonly population: string
  readonly field: string
  readonly n: number
  readonly nStated: boolean
  readonly question?: Text
  readonly answers: ReadonlyMap<string, number>
  readonly undecided: Undecided
  readonly house: number
  readonly common: number
  readonly drift: number
  readonly source: string
  readonly at: string
}

/** A package on the table, possibly unfinished. */
export interface Proposal {
  readonly id: string
  readonly title: Text
  readonly by?: string
  readonly date?: string
  readonly state?: string
  readonly terms: ReadonlyMap<string, Term>
  readonly provisional: ReadonlyMap<string, Provision>
  readonly at: string
}

/** What holds of an issue only for a time: when it is looked at again, and what happens then. */
export interface Provision extends Evidence {
  readonly review: When
  readonly then?: string
  readonly at: string
}

/**
 * One issue's term: an option, or one now and another later with the chance that the later one
 * comes about.
 */
export interface Term {
  readonly option: string
  readonly then?: string
  readonly after?: Anchor
  readonly chance?: Judgement
  readonly at: string
}
