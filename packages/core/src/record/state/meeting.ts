import type { EntryOf, SeenEntry } from '../entry.ts'
import { isOf } from '../entry.ts'

/** A meeting that was held, its minutes in each language, and who signed them. */
export interface HeldMeeting {
  /** The id of the entry that says it was held. */
  readonly id: string
  readonly held?: EntryOf<'meeting.held'>
  readonly minutes: readonly EntryOf<'minutes.written'>[]
  readonly signatures: readonly EntryOf<'minutes.signed'>[]
}

/** All that the record says of one standing meeting of the case. */
export interface MeetingSeries {
  readonly meeting: string
  readonly held: readonly EntryOf<'meeting.held'>[]
  readonly failed: readonly EntryOf<'meeting.failed'>[]
  readonly convened: readonly EntryOf<'meeting.convened'>[]
  readonly recesses: readonly EntryOf<'meeting.recessed'>[]
  readonly recalls: readonly EntryOf<'meeting.recalled'>[]
}

/** What the standing entries about a meeting that was held come to. */
export function heldMeetingOf(id: string, valid: readonly SeenEntry[]): HeldMeeting {
  const held = valid.find((entry) => isOf(entry, 'meeting.held'))
  return {
    id,
    ...(held && { held }),
    minutes: valid.filter((entry) => isOf(entry, 'minutes.written')),
    signatures: valid.filter((entry) => isOf(entry, 'minutes.signed'))
  }
}

/** What the standing entries about a standing meeting come to. */
export function meetingSeriesOf(meeting: string, valid: readonly SeenEntry[]): MeetingSeries {
  return {
    meeting,
    held: valid.filter((entry) => isOf(entry, 'meeting.held')),
    failed: valid.filter((entry) => isOf(entry, 'meeting.failed')),
    convened: valid.filter((entry) => isOf(entry, 'meeting.convened')),
    recesses: valid.filter((entry) => isOf(entry, 'meeting.recessed')),
    recalls: valid.filter((entry) => isOf(entry, 'meeting.recalled'))
  }
}
