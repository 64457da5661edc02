import { occurrences } from '../../time/recurrence.ts'
import type { DueAccount, SeriesAccount } from '../meetings/index.ts'
import { heldAtLeast as enoughHeld, seriesAccount } from '../meetings/index.ts'
import type { RecordState } from '../state/record-state.ts'
import type { GateAnswer } from './answers.ts'

/** How many of the meetings due were held. Instants in ms since 1970. */
export interface MeetingsStand {
  readonly answer: GateAnswer
  readonly meeting: string
  readonly heldAtLeast: number
  readonly due: number
  /** Held beyond doubt. */
  readonly held: number
  /** Held, but contested or below the rank floor. */
  readonly doubtful: number
  /** Of those held beyond doubt: told or signed by somebody whose word does. */
  readonly shown: number
  readonly entries: readonly string[]
  readonly earliest?: number
  readonly since?: number
}

/** Which meeting, which share, whose word alone does not do, and now. */
export interface MeetingsAsked {
  readonly id: string
  readonly heldAtLeast: number
  readonly barred: readonly string[]
  readonly now: number
}

/**
 * Whether enough of the meetings due were held, as the meetings' own account has it, and told by
 * somebody whose word does: where only those barred say so, the record does not show it.
 */
export function meetingsHeld(
  state: RecordState,
  { id, heldAtLeast, barred, now }: MeetingsAsked
): MeetingsStand {
  const { answer, due, held, doubtful, entries } = enoughHeld(
    state,
    { meeting: id, atLeast: heldAtLeast },
    now
  )
  const series = seriesAccount(state, id, now)
  const accounts = series?.due ?? []
  const sure = accounts.filter((one) => one.state === 'held' || one.state === 'late')
  const shown = sure.filter((one) => isShown(state, one, barred))
  const stand = { meeting: id, heldAtLeast, due, held, doubtful, shown: shown.length, entries }
  if (answer === 'none-due') return { ...stand, answer: 'unknown' }
  if (answer === 'contested') return { ...stand, answer: 'contested' }
  if (answer === 'no') {
    const earliest = reachedBy(series, stand, now)
    return { ...stand, answer: 'shut', ...(earliest === undefined ? {} : { earliest }) }
  }
  if (shown.length / due < heldAtLeast) return { ...stand, answer: 'unknown' }
  const since = Math.max(...shown.map((one) => one.due))
  return { ...stand, answer: 'open', since }
}

function isShown(state: RecordState, { held }: DueAccount, barred: readonly string[]): boolean {
  const signed = held.flatMap(
    ({ id }) => state.heldMeetings.get(state.originOf(id))?.signatures ?? []
  )
  return [...held, ...signed].some(({ author }) => !barred.includes(author.party))
}

const MOST_AHEAD = 3660 * 86_400

/** The hour of the meeting with which the share is reached if every one from now on is held. */
function reachedBy(
  series: SeriesAccount | undefined,
  { heldAtLeast, due, held, doubtful }: Omit<MeetingsStand, 'answer'>,
  now: number
): number | undefined {
  if (series?.first === undefined || heldAtLeast >= 1) return undefined
  const { meeting, first, zone } = series
  const { cadence } = meeting
  const had = held + doubtful
  // had + n >= share * (due + n)
  const more = Math.ceil((heldAtLeast * due - had) / (1 - heldAtLeast) - 1e-9)
  const ahead = occurrences(
    { first: { seconds: first / 1000, zone }, cadence, time: meeting.hour.time },
    now / 1000 + MOST_AHEAD
  ).filter(({ seconds }) => seconds * 1000 > now)
  const last = ahead[more - 1]
  return last && last.seconds * 1000
}
