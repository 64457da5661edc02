import type { Case, SourceFile } from '@truce/core'
import type { Diagnostic } from '@truce/core/diagnostic'
import type { Area, Judged as JudgedPositions, Observed } from '@truce/core/geo'
import type { MergedCase, MergeSides } from '@truce/core/merge'
import type { Block, CheckDocument } from '@truce/core/report'
import type { AcceptanceDocument } from '@truce/core/report/acceptance'
import type { BargainingDocument } from '@truce/core/report/bargaining'
import type { DraftDocument, ReviewTold } from '@truce/core/report/ceasefire'
import type { ForecastDocument, ForecastTold } from '@truce/core/report/forecast'
import type { PlanDocument } from '@truce/core/report/plan'
import type { StabilityDocument } from '@truce/core/report/stability'
import type { StrategyDocument, StrategyTold } from '@truce/core/report/strategy'
import type { StudyDocument } from '@truce/core/report/study'
import type { TimetableDocument, TimetableTold } from '@truce/core/report/timetable'
import type { Verdict } from '@truce/core/worth'
import type { DraftTerms, NamedDraft } from './with-drafts.ts'

/** Where a finding is, for people: lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** Offsets into the file's text. */
  readonly start: number
  readonly end: number
}

/** A finding with its place worked out. */
export interface Finding extends Diagnostic {
  readonly place?: Place
}

/**
 * A case as far as it could be read. `case` is there, perhaps with holes, even when it is not
 * sound; judge sound ones only.
 */
export interface Read {
  readonly case: Case | undefined
  readonly sound: boolean
  readonly findings: readonly Finding[]
}

/** An error that a change would bring, and the place of the case that it stands at. */
export interface Trouble {
  readonly at: string
  readonly message: string
  readonly help: string | undefined
  /** Whether it is a name that leads nowhere. */
  readonly isName: boolean
}

/** Option by issue; issues left out are open. */
export type Terms = Readonly<Record<string, string>>

/** What is judged: a proposal of the case by its id, or a draft. */
export type Draft = { readonly proposal: string } | DraftTerms

/** One party's answer to a draft, as on `truce check`. */
export interface PartyAnswer {
  readonly party: string
  readonly required: boolean
  readonly verdict: Verdict
  readonly accepts: number
  readonly gain?: {
    readonly low: number
    readonly central: number
    readonly high: number
    /** Where the middle half of the draws lies. */
    readonly half: { readonly low: number; readonly high: number }
    readonly noDeal: number
  }
  readonly crossed: readonly {
    readonly id: string
    readonly firmness: number
    readonly says: string
    readonly source: string
    readonly at: string
  }[]
}

/**
 * A draft's verdict. `draws` says how many draws stand behind it: a first answer comes from few,
 * the settled one from all.
 */
export interface Judged {
  readonly verdict: Verdict
  readonly joint: { readonly p: number; readonly standardError: number }
  readonly draws: number
  readonly parties: readonly PartyAnswer[]
  readonly walkers: readonly {
    readonly party: string
    readonly over: string
    readonly id: string
    readonly chance: number
    readonly at: string
  }[]
  readonly open: readonly string[]
  readonly brokenRules: readonly string[]
}

/** A repair as on `truce check`. */
export interface Repaired {
  readonly changes: Terms
  readonly settles: readonly string[]
  readonly verdict: Verdict
  readonly p: number
  readonly pays: Readonly<Record<string, number>>
  readonly hollow: boolean
}

/**
 * A judgement's range moved by hand, by its key; laid over the case for as long as a slider is
 * held.
 */
export type Overrides = Readonly<
  Record<string, { readonly low: number; readonly mode?: number; readonly high: number }>
>

/** What a withdrawal keeps free: a band behind each party's line, and the land between two lines. */
export interface ZoneDrawn {
  /** The withdrawal's id. */
  readonly withdrawal: string
  /** How far each party keeps from its line. */
  readonly km: number
  readonly squareKm: number
  readonly bands: readonly {
    readonly party: string
    readonly line: string
    readonly squareKm: number
    readonly area: Area
  }[]
  readonly between: readonly {
    readonly parties: readonly string[]
    readonly squareKm: number
    readonly area: Area
  }[]
}

/** Moments that are supposed, such as `2025-01-30T10:00[Europe/Kyiv]`, and whose days are told. */
export interface DaysAsked {
  readonly language: string
  readonly signature?: string
  readonly eif?: string
  readonly party?: string
}

/** What was seen, and the moments as `2024-08-01T00:00[Europe/Kyiv]`. */
export interface PositionsToJudge extends Omit<DaysAsked, 'party'> {
  readonly seen: readonly Observed[]
  readonly at: string
}

/**
 * The questions the page asks of the worker. Documents are those of the command line's `--format
 * json`.
 */
export interface Questions {
  /** Reads the files; everything after is asked about the case last read. */
  readonly read: { readonly ask: { readonly files: readonly SourceFile[] }; readonly answer: Read }
  /**
   * The errors that the reader finds in texts that are only tried, and not in those last read: what
   * it would refuse, no form lets through.
   */
  readonly trial: {
    readonly ask: { readonly files: readonly SourceFile[] }
    readonly answer: readonly Trouble[]
  }
  /**
   * What two texts that were made from one come to; `chosen` are the conflicts in which mine is
   * taken. `troubles` are errors that the reader finds in it and not in mine.
   */
  readonly merge: {
    readonly ask: { readonly sides: MergeSides; readonly chosen: readonly string[] }
    readonly answer: { readonly merged: MergedCase; readonly troubles: readonly Trouble[] }
  }
  readonly judge: {
    readonly ask: {
      readonly draft: Draft
      readonly draws: number
      readonly overrides?: Overrides
    }
    readonly answer: Judged
  }
  readonly repairs: {
    readonly ask: { readonly draft: Draft }
    readonly answer: {
      readonly list: readonly Repaired[]
      readonly total: number
      /** Whether all sets of changes were looked at; else the search ended at its limit. */
      readonly complete: boolean
      readonly binding?: string
    }
  }
  readonly check: {
    /**
     * `repairs`: most changes a repair may make, where that is not the command's own; `readings`:
     * whether the case is read otherwise too, as it is where nothing is said. `drafts` are
     * judged as proposals of the case; `proposals` names those that are asked about, where not all;
     * `ceiling`: whether the most that any text can reach is asked for as well.
     */
    readonly ask: {
      readonly draws: number
      readonly repairs?: number
      readonly readings?: boolean
      readonly ceiling?: boolean
      readonly proposals?: readonly string[]
      readonly drafts?: readonly NamedDraft[]
    }
    readonly answer: CheckDocument
  }
  readonly bargaining: {
    /**
     * `drafts` are placed beside the case's proposals; `chances`: whether how likely all accept is
     * drawn, as it is where nothing is said; `rough`: whether a first answer is wanted at once.
     */
    readonly ask: {
      readonly parties?: readonly string[]
      readonly respectRedlines: boolean
      readonly overrides?: Overrides
      readonly drafts?: readonly NamedDraft[]
      readonly chances?: boolean
      readonly rough?: boolean
    }
    readonly answer: BargainingDocument
  }
  readonly stability: {
    /** `effects`: whether `swaps` and `omissions` are looked for, as they are where nothing is said. */
    readonly ask: {
      readonly inverse?: string
      readonly from?: string
      readonly effects?: boolean
    }
    readonly answer: StabilityDocument
  }
  /**
   * `responses`: answers to overtures that came, in their order. With the document come the
   * sentences that the report says of it.
   */
  readonly strategy: {
    readonly ask: {
      readonly draws: number
      readonly language: string
      readonly responses?: readonly (readonly [string, 'welcomed' | 'refused'])[]
    }
    readonly answer: { readonly document: StrategyDocument; readonly told: StrategyTold }
  }
  /** A challenger: who would move whom. Rejects where the case does not say what that takes. */
  readonly forecast: {
    readonly ask: { readonly language: string }
    readonly answer: { readonly document: ForecastDocument; readonly told: ForecastTold }
  }
  /** `proposal`: the one to carry out, where the case's deliverables fit several alike. */
  readonly plan: {
    readonly ask: { readonly proposal?: string; readonly draws?: number }
    readonly answer: PlanDocument
  }
  /**
   * The zone of each withdrawal whose lines are drawn, on the ground; and the findings that say why
   * others are not.
   */
  readonly zones: {
    readonly ask: Readonly<Record<string, never>>
    readonly answer: {
      readonly zones: readonly ZoneDrawn[]
      readonly troubles: readonly Diagnostic[]
    }
  }
  /**
   * What was seen where, judged by the zones at a moment, and what a report says of it with every
   * row. Rejects where no zone can be drawn.
   */
  readonly positions: {
    readonly ask: PositionsToJudge
    readonly answer: {
      readonly judged: JudgedPositions
      readonly told: readonly Block[]
    }
  }
  /** The review of the ceasefire's text in sentences. Rejects where the case has no ceasefire. */
  readonly review: { readonly ask: { readonly language: string }; readonly answer: ReviewTold }
  /** The text of the ceasefire as far as the case goes; `text`: as a plain text file. */
  readonly draft: {
    readonly ask: Readonly<Record<string, never>>
    readonly answer: { readonly document: DraftDocument; readonly text: string }
  }
  /** When everything is, with its sentences. Rejects where the case dates nothing. */
  readonly timetable: {
    readonly ask: DaysAsked
    readonly answer: { readonly document: TimetableDocument; readonly told: TimetableTold }
  }
  /** The same as an iCalendar file. Rejects where nothing has an instant. */
  readonly calendar: { readonly ask: DaysAsked; readonly answer: string }
  /** Progress comes as it goes: share of the draws done. */
  readonly study: {
    readonly ask: { readonly draws: number; readonly proposals?: readonly string[] }
    readonly answer: StudyDocument
  }
  /**
   * Progress comes as it goes: share of the work done. `proposals`: whose changes are priced, those
   * of `drafts` among them. `only` those prices, or also the best chance, or what holds it down
   * as well; where nothing is said other readings too.
   */
  readonly acceptance: {
    readonly ask: {
      readonly draws?: number
      readonly proposals?: readonly string[]
      readonly changes?: number
      readonly only?: 'prices' | 'best' | 'ceilings'
      readonly drafts?: readonly NamedDraft[]
    }
    readonly answer: AcceptanceDocument
  }
}

/** A question by name. */
export type Question = keyof Questions

/** How a question is followed while it waits and is worked on. */
export interface Heed {
  /** Whoever asks beside others takes a lane, so that they do not supersede each other. */
  readonly lane?: string
  /** Hears the share of the work done, 0..1. */
  readonly progress?: (share: number) => void
  /** Once aborted, the answer is no longer wanted: the question rejects with `Superseded`. */
  readonly signal?: AbortSignal
}

/**
 * The worker as the page sees it. A case that is not sound can only be read: other questions reject
 * with an Error that says so. A newer question of the same kind (and lane) makes an older one
 * reject with `Superseded`.
 */
export interface Engine {
  readonly ask: <Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask'],
    heed?: Heed
  ) => Promise<Questions[Q]['answer']>
  /** Has these judged while nothing else is asked, instead of what was foreseen before. */
  readonly foresee: (asks: readonly Questions['judge']['ask'][]) => void
  /** The answer, where it was found before it is asked for. */
  readonly known: <Q extends Question>(
    question: Q,
    ask: Questions[Q]['ask']
  ) => Questions[Q]['answer'] | undefined
  readonly close: () => void
}

/** A newer question of the same kind was asked before the answer came. */
export class Superseded extends Error {}
