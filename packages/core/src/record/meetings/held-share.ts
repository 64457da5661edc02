import type { RecordState } from '../state/record-state.ts'
import type { DueAccount, MeetingOutcome } from './accounts.ts'
import { seriesAccount } from './series.ts'

/**
 * Whether enough of the meetings due were held: whatever becomes of those that are contested or were
 * below the rank floor, only if they count, in no case, or none was due yet.
 */
export const HELD_ANSWERS = ['yes', 'contested', 'no', 'none-due'] as const
/** One of `HELD_ANSWERS`. */
export type HeldAnswer = (typeof HELD_ANSWERS)[number]

/** What share of the meetings due was held: at least, and at most where what is contested counts. */
export interface HeldShare {
  readonly due: number
  /** Held beyond doubt: with quorum, rank floor and no dissent. */
  readonly held: number
  /** Held, but contested or below the rank floor. */
  readonly doubtful: number
  /** Undefined where none was due. */
  readonly low?: number
  readonly high?: number
}

const SURE: readonly MeetingOutcome[] = ['held', 'late']
const DOUBTFUL: readonly MeetingOutcome[] = ['contested', 'below-floor']

/** The share of accounts that were held; what is still awaited does not count. */
export function heldShare(accounts: readonly DueAccount[]): HeldShare {
  const decided = accounts.filter(({ state }) => state !== 'awaited')
  const count = (states: readonly MeetingOutcome[]): number =>
    decided.filter(({ state }) => states.includes(state)).length
  const [due, held, doubtful] = [decided.length, count(SURE), count(DOUBTFUL)]
  return {
    due,
    held,
    doubtful,
    ...(due > 0 ? { low: held / due, high: (held + doubtful) / due } : {})
  }
}

/** A test of a gate over the meetings of a series. */
export interface HeldTest {
  /** Of the case, such as `flag`. */
  readonly meeting: string
  /** 0..1. */
  readonly atLeast: number
  /** From when on (ms since 1970); left out: from the first. */
  readonly from?: number
}

/** The answer to a test, with every entry that decides it and every hour that nothing accounts for. */
export interface HeldAtLeast extends HeldShare {
  readonly answer: HeldAnswer
  readonly entries: readonly string[]
  /** Hours (ms since 1970) of meetings that were not held, or not beyond doubt. */
  readonly against: readonly number[]
}

/** Whether so large a share of the meetings due by now was held. */
export function heldAtLeast(
  state: RecordState,
  { meeting, atLeast, from = Number.NEGATIVE_INFINITY }: HeldTest,
  now: number
): HeldAtLeast {
  const accounts = (seriesAccount(state, meeting, now)?.due ?? []).filter(({ due }) => due >= from)
  const share = heldShare(accounts)
  return {
    ...share,
    answer: answerOf(share, atLeast),
    entries: accounts.flatMap(({ held, failed, calls }) => [
      ...held.map(({ id }) => id),
      ...failed.map(({ id }) => id),
      ...calls
    ]),
    against: accounts.flatMap(({ state: how, due }) =>
      how === 'awaited' || SURE.includes(how) ? [] : [due]
    )
  }
}

/** Both sides are the nearest fractions to what they stand for: 9 of 10 are 0.9. */
function answerOf({ due, held, doubtful }: HeldShare, atLeast: number): HeldAnswer {
  if (due === 0) return 'none-due'
  const enough = (n: number): boolean => n / due >= atLeast
  if (enough(held)) return 'yes'
  return enough(held + doubtful) ? 'contested' : 'no'
}
