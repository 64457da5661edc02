import type {
  Cadence,
  CeasefireAct,
  CeasefireClass,
  CeasefireForm,
  Declaration,
  Publicity,
  RecordKind
} from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'
import type { Lapse, When } from './moment.ts'
import type { Weapon } from './withdrawals.ts'

/**
 * The ceasefire as its text has it. What the text does not say is absent; an empty list is an
 * answer too: there are none.
 */
export interface Ceasefire extends Evidence {
  readonly class: CeasefireClass
  readonly declaration?: Declaration
  readonly form?: CeasefireForm
  readonly publicity?: Publicity
  readonly signatories?: readonly string[]
  readonly others?: readonly NonSignatory[]
  readonly entersIntoForce: When
  readonly date?: DateRule
  readonly orders?: Orders
  readonly duration?: CeasefireDuration
  readonly scope?: Text
  readonly geography?: Geography
  /** What counts as a violation. */
  readonly violation?: Text
  readonly heavyWeapons?: readonly Weapon[]
  readonly prohibited: readonly ActClause[]
  readonly permitted: readonly ActClause[]
  readonly returnFire?: Text
  readonly inventories?: Inventories
  readonly monitoring?: Monitoring
  readonly complaints?: Complaints
  readonly sanctions?: Text
  readonly record?: RecordKind
  readonly detainees?: Text
  readonly missing?: Text
  readonly mineRecords?: Text
  readonly humanitarian?: Text
  readonly civilianWorks?: CivilianWorks
  readonly communication?: Text
  /** Tracks of talks that begin only with this ceasefire. */
  readonly talks?: readonly string[]
  readonly guarantors?: readonly Guarantor[]
  readonly flexibility?: readonly EscapeClause[]
  readonly languages?: Languages
  readonly amendment?: Text
  readonly termination?: Text
  readonly at: string
}

/** Somebody armed who does not sign, and what binds them. */
export interface NonSignatory {
  readonly party?: string
  readonly text?: Text
  readonly boundBy?: Text
}

/** Who settles the date, together with whom, and until when. */
export interface DateRule {
  readonly decidedBy: readonly string[]
  readonly with: readonly string[]
  readonly until?: When
}

/** Orders to the troops: whose, out by when or how long before entry into force, down to what unit. */
export interface Orders {
  readonly by: readonly string[]
  readonly outBy?: When
  readonly lead?: Lapse
  readonly downTo?: Text
}

/** How long it runs, and how it is renewed. */
export interface CeasefireDuration {
  readonly lasts?: Lapse
  readonly until?: When
  readonly renewal?: Text
  readonly review?: Text
}

/** Where it holds: lines of the case, the map annexed, its coordinates, markers on the ground. */
export interface Geography {
  readonly lines: readonly string[]
  readonly map?: Text
  readonly coordinates?: Text
  readonly markers?: Text
}

/** An act, by its kind or in words. */
export interface ActClause {
  readonly act?: CeasefireAct
  readonly text?: Text
}

/** What each side declares it holds, and when that is checked. */
export interface Inventories {
  readonly by?: When
  readonly verifiedBy?: When
  readonly of?: Text
}

/** The body that watches. */
export interface Monitoring {
  readonly by: readonly string[]
  readonly mandate?: Text
  readonly termsOfReference?: Text
  readonly freedomOfMovement?: Text
  readonly security?: Text
  readonly technology?: Text
  readonly inspections?: Cadence
  /** When the mission is suspended, and how its people leave. */
  readonly suspension?: Text
}

/** The way of a complaint: its deadlines, the bodies it climbs, lowest first, and what if they disagree. */
export interface Complaints {
  readonly within?: Lapse
  readonly verifiedWithin?: Lapse
  readonly investigatedBy: readonly string[]
  readonly investigatedWithin?: Lapse
  readonly decidedWithin?: Lapse
  readonly ladder: readonly string[]
  readonly deadlock?: Text
}

/** Works of civilians near the line: notice before them, over which channel, by what rule. */
export interface CivilianWorks {
  readonly notice?: Lapse
  readonly channel?: string
  readonly rule?: Text
}

/** Who guarantees it, and with what. */
export interface Guarantor {
  readonly party: string
  readonly obligation?: Text
}

/** A clause that lets somebody off, and what using it costs. */
export interface EscapeClause {
  readonly clause: Text
  readonly cost?: Text
}

/** Languages in which the text is authentic, which of them prevails, and who answers for translations. */
export interface Languages {
  readonly authentic: readonly string[]
  readonly prevails?: string
  readonly translation?: Text
}
