import type { Duty, RecordState, RecordStatus } from '../../record/index.ts'
import { INCIDENT_STATUSES } from '../../record/index.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, list, paragraph, table } from '../blocks.ts'
import { count, nameOf } from '../words/index.ts'
import { dutyTable } from './record-duties-report.ts'
import { recordGateTable } from './record-gates-report.ts'
import type { RecordTelling } from './record-moments.ts'
import { recordTelling } from './record-moments.ts'

/** The record at a glance: alarms first, then what is due, and how everything else stands. */
export function recordStatusReport(state: RecordState, status: RecordStatus): readonly Block[] {
  const telling = recordTelling(state)
  const { say } = telling.words
  return [
    heading(1, say('glance.title', { day: status.day })),
    facts([
      [
        say('glance.at'),
        say('glance.at.said', { at: telling.clock(status.now), zone: status.zone })
      ],
      [
        say('glance.entries'),
        status.until === ''
          ? say('glance.entries.none')
          : say('glance.entries.said', {
              n: count(status.entries),
              until: telling.clock(Date.parse(status.until))
            })
      ],
      ...[status.yesterday, status.today].map(
        ({ day, low, high }) =>
          [
            say('glance.day', { day }),
            low === high
              ? count(low)
              : say('glance.day.range', { low: count(low), high: count(high) })
          ] as const
      )
    ]),
    ...dutyBlocks(telling, say('glance.alarms'), status.alarms),
    ...dutyBlocks(telling, say('glance.due'), status.dueToday),
    ...dutyBlocks(telling, say('glance.late'), status.late),
    ...incidentBlocks(telling, status),
    ...(status.gates.length === 0
      ? []
      : [heading(2, say('held.title')), recordGateTable(telling, status.gates)]),
    ...withdrawalBlocks(telling, status),
    ...meetingBlocks(telling, status),
    ...crossingBlocks(telling, status),
    ...unwatchedBlocks(telling, status)
  ]
}

function dutyBlocks(
  telling: RecordTelling,
  title: string,
  duties: readonly Duty[]
): readonly Block[] {
  return [
    heading(2, title),
    duties.length === 0
      ? paragraph(telling.words.say('glance.nothing'))
      : dutyTable(telling, duties)
  ]
}

function incidentBlocks(
  { words: { say } }: RecordTelling,
  { incidents }: RecordStatus
): readonly Block[] {
  const rows = INCIDENT_STATUSES.filter((status) => incidents[status] > 0).map((status) => [
    say(`glance.status.${status}`),
    count(incidents[status])
  ])
  return [
    heading(2, say('glance.incidents')),
    rows.length === 0
      ? paragraph(say('glance.nothing'))
      : table([say('glance.incidents.status'), say('glance.incidents.count')], rows)
  ]
}

function withdrawalBlocks(
  { words: { say } }: RecordTelling,
  { withdrawals }: RecordStatus
): readonly Block[] {
  if (withdrawals.length === 0) return []
  return [
    heading(2, say('ground.title')),
    table(
      [say('ground.title'), say('ground.start'), say('ground.verified'), say('ground.against')],
      withdrawals.map(({ id, start, verified, against }) => [
        id,
        say(`ground.start.${start.seen}`),
        say(verified ? 'ground.yes' : 'ground.no'),
        against.join(', ')
      ])
    )
  ]
}

function meetingBlocks(
  { words: { say }, clock }: RecordTelling,
  { meetings }: RecordStatus
): readonly Block[] {
  if (meetings.length === 0) return []
  return [
    heading(2, say('glance.meetings')),
    table(
      [say('glance.meeting'), say('glance.meeting.held'), say('glance.meeting.last')],
      meetings.map(({ meeting, share: { held, due, doubtful }, last }) => [
        meeting,
        say('glance.meeting.held.said', { held, due, doubtful }),
        last
          ? say('glance.meeting.last.said', {
              at: clock(last.due),
              outcome: say(`glance.outcome.${last.state}`)
            })
          : ''
      ])
    )
  ]
}

function unwatchedBlocks(
  { words: { say }, state }: RecordTelling,
  { unwatched }: RecordStatus
): readonly Block[] {
  if (unwatched.length === 0) return []
  return [
    heading(2, say('glance.unwatched')),
    list(
      unwatched.map(({ party, redline, why, act = '' }) =>
        say(`glance.unwatched.${why}`, { party: nameOf(state.source, party), redline, act })
      )
    )
  ]
}

function crossingBlocks(
  { words: { say }, state }: RecordTelling,
  { crossings }: RecordStatus
): readonly Block[] {
  if (crossings.length === 0) return []
  return [
    heading(2, say('glance.crossings')),
    table(
      [
        say('ground.party'),
        say('glance.crossing.redline'),
        say('glance.crossing.ground'),
        say('duty.entries')
      ],
      crossings.map(({ party, redline, ground, entries }) => [
        nameOf(state.source, party),
        redline,
        say(`glance.ground.${ground}`),
        entries.join(', ')
      ])
    )
  ]
}
