import type { LonLat } from './ground.ts'
import type { Stand } from './stand.ts'

/** Weapons of a party that somebody saw at a place. */
export interface Observed {
  /** Where in the list it stands: a line of a table, or a feature, counted from 1. */
  readonly row: number
  readonly party: string
  readonly weapon: string
  readonly place: LonLat
  readonly count: number
  readonly calibreMm?: number
  /** The one withdrawal that they fall under, where the list says so. */
  readonly withdrawal?: string
  /** A day or a moment. */
  readonly when?: string
  readonly source?: string
}

/**
 * What a withdrawal asks at a moment: `due` is what should be done by then, `undated` what counts
 * from an event that has no moment.
 */
export type DueState = 'not-begun' | 'under-way' | 'due' | 'undated'

/** The state of a withdrawal, with its beginning and its end in seconds since 1970. */
export interface Due {
  readonly withdrawal: string
  readonly state: DueState
  readonly from?: number
  readonly until?: number
}

/** How something seen lies to one withdrawal that binds it. */
export interface SeenStanding {
  readonly withdrawal: string
  readonly stand: Stand
  /** Whether it surely is of what goes back; not where calibre or definition decide and are not given. */
  readonly sure: boolean
}

/** Something seen, and how it lies to every withdrawal that binds it and is drawn. */
export interface Placed {
  readonly seen: Observed
  readonly standings: readonly SeenStanding[]
}

/** What was seen of one party in the band of one withdrawal. */
export interface Tally {
  readonly withdrawal: string
  readonly party: string
  readonly state: DueState
  /** Pieces that surely count. */
  readonly within: number
  /** Pieces that may count. */
  readonly perhaps: number
  /** Pieces across the party's line: in nobody's band, and counted apart. */
  readonly across: number
  /** How many may be there: none in what is kept free; absent where the case limits only the other. */
  readonly ceiling?: number
  readonly verdict: 'under' | 'over' | 'perhaps-over' | 'not-said'
}

/** All that was seen, judged at one moment. */
export interface Judged {
  /** The moment in seconds since 1970, and the zone in which moments are told. */
  readonly at: number
  readonly zone: string
  readonly dues: readonly Due[]
  readonly found: readonly Placed[]
  readonly tallies: readonly Tally[]
  /** Seen after the moment: left out. */
  readonly later: readonly Observed[]
}
