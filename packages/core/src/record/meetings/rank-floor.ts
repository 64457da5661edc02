import type { Rank } from '../../model/closed-lists.ts'
import type { Meeting } from '../../model/meetings.ts'
import type { Attendant } from '../kinds/meeting-kinds.ts'
import { sidesOf } from './cadence.ts'
import { gradeNumber, rungsOf } from './ladders.ts'

/** Whether somebody reaches a rank floor: by rank, by an equivalence that the others accept, or not. */
export const FLOOR_VERDICTS = ['satisfied', 'by-equivalence', 'not'] as const
/** One of `FLOOR_VERDICTS`. */
export type FloorVerdict = (typeof FLOOR_VERDICTS)[number]

/** What would make a rank reach the floor. */
export const FLOOR_HINTS = ['functional-peer', 'not-accepted', 'unknown-rank'] as const
/** One of `FLOOR_HINTS`. */
export type FloorHint = (typeof FLOOR_HINTS)[number]

/** How one attendant stands to a rank floor. */
export interface AttendantFloor {
  readonly attendant: Attendant
  readonly verdict: FloorVerdict
  /**
   * `functional-peer`: commands what a brigadier commands elsewhere; `not-accepted`: reaches it at
   * the upper end of the range, which these have not accepted; `unknown-rank`: no ladder has the
   * rank, and the entry alone says what grade it is.
   */
  readonly hint?: FloorHint
  /** Sides at the table that have not accepted the equivalence, where that is what is missing. */
  readonly missing: readonly string[]
}

/** How one side stands to the floor: by the highest of those it sent. */
export interface SideFloor {
  readonly party: string
  readonly verdict: FloorVerdict
  /** How many of the side reach the floor, and how many have to. */
  readonly reach: number
  readonly needed: number
  readonly attendants: readonly AttendantFloor[]
}

/** How a meeting stands to its rank floor on its day. */
export interface FloorOfMeeting {
  readonly floor: Rank
  readonly verdict: FloorVerdict
  readonly sides: readonly SideFloor[]
}

const COMMANDS = /command|cdr\b|командир|командувач|командующ|комбриг|指挥|旅长/iu
const BRIGADE = /brigade|бригад|旅/iu

/**
 * Whether those of each side reach the floor of a meeting, by the ranks as they were on its day
 * (`2025-02-01`). Observers and mediators have no floor. Undefined where the case sets none.
 */
export function floorOfMeeting(
  meeting: Meeting,
  attendance: readonly Attendant[],
  day: string
): FloorOfMeeting | undefined {
  const { rankFloor: floor } = meeting
  if (floor === undefined) return undefined
  const sides = sidesOf(meeting)
  const present = sides.filter((side) => attendance.some(({ party }) => party === side))
  const judged = sides.map((party): SideFloor => {
    const others = present.filter((side) => side !== party)
    const attendants = attendance
      .filter((one) => one.party === party)
      .map((one) => floorOfAttendant(one, { floor, others, day }))
    const needed = Math.max(1, meeting.quorum.get(party) ?? 1)
    const firm = attendants.filter(({ verdict }) => verdict === 'satisfied').length
    const reach = attendants.filter(({ verdict }) => verdict !== 'not').length
    const short = reach < needed
    return {
      party,
      verdict: short ? 'not' : firm >= needed ? 'satisfied' : 'by-equivalence',
      reach,
      needed,
      attendants
    }
  })
  const worst = Math.max(0, ...judged.map(({ verdict }) => FLOOR_VERDICTS.indexOf(verdict)))
  return { floor, verdict: FLOOR_VERDICTS[worst] ?? 'not', sides: judged }
}

/**
 * Whether somebody reaches a floor. Names of ranks are never compared, only grades; a grade that
 * rests on the appointment alone, or is higher than any ladder has that rank on that day, counts
 * where all other sides at the table accept it.
 */
export function floorOfAttendant(
  attendant: Attendant,
  {
    floor,
    others,
    day
  }: { readonly floor: Rank; readonly others: readonly string[]; readonly day: string }
): AttendantFloor {
  const { grade, appointment = '', acceptedBy = [] } = attendant
  const wanted = gradeNumber(floor)
  const known = rungsOf(attendant, day)
  const onLadder =
    known.length === 0 || known.some(({ high }) => gradeNumber(high) >= gradeNumber(grade.low))
  const missing = others.filter((side) => !acceptedBy.includes(side))
  if (gradeNumber(grade.low) >= wanted && grade.basis !== 'function' && onLadder)
    return {
      attendant,
      verdict: 'satisfied',
      missing: [],
      ...(known.length === 0 ? { hint: 'unknown-rank' as const } : {})
    }
  if (gradeNumber(grade.high) >= wanted)
    return missing.length === 0 && others.length > 0
      ? { attendant, verdict: 'by-equivalence', missing }
      : { attendant, verdict: 'not', missing, hint: 'not-accepted' }
  const peer = COMMANDS.test(appointment) && BRIGADE.test(appointment)
  return {
    attendant,
    verdict: 'not',
    missing: [],
    ...(peer && wanted <= 6 ? { hint: 'functional-peer' as const } : {})
  }
}
