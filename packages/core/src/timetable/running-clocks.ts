import type { Process } from '../model/process.ts'

/** What a clock runs for. */
export type ClockKind =
  | 'acknowledge'
  | 'answer'
  | 'complain'
  | 'verify'
  | 'investigate'
  | 'decide'
  | 'recall'
  | 'works'

/** A time limit that begins with an event whose day nobody knows beforehand. */
export interface RunningClock {
  /** Such as `complaint.verify` or `channel.phone.acknowledge`. */
  readonly id: string
  readonly kind: ClockKind
  /** The channel or meeting; none of a complaint. */
  readonly of: string
  /** Whom it binds; nobody in particular where it binds all. */
  readonly parties: readonly string[]
  readonly seconds: number
  readonly at: string
}

/** Every clock of a case that runs from an event, in the order of their ids. */
export function runningClocks(process: Process): readonly RunningClock[] {
  const all = [...ofChannels(process), ...ofMeetings(process), ...ofCeasefire(process)]
  return all.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const ofChannels = ({ channels }: Process): readonly RunningClock[] =>
  [...channels.values()].flatMap(
    ({ id: of, ends: parties, acknowledgeWithin, answerWithin, at }) => [
      {
        id: `channel.${of}.acknowledge`,
        kind: 'acknowledge',
        of,
        parties,
        seconds: acknowledgeWithin.seconds,
        at: `${at}/acknowledge-within`
      },
      ...(answerWithin
        ? [
            {
              id: `channel.${of}.answer`,
              kind: 'answer' as const,
              of,
              parties,
              seconds: answerWithin.seconds,
              at: `${at}/answer-within`
            }
          ]
        : [])
    ]
  )

const ofMeetings = ({ meetings }: Process): readonly RunningClock[] =>
  [...meetings.values()].flatMap(({ id: of, quorum, recess, at }) =>
    recess
      ? [
          {
            id: `meeting.${of}.recall`,
            kind: 'recall',
            of,
            parties: [...quorum.keys()],
            seconds: recess.recallHours * 3600,
            at: `${at}/recess`
          }
        ]
      : []
  )

function ofCeasefire({ ceasefire }: Process): readonly RunningClock[] {
  const { complaints, civilianWorks } = ceasefire ?? {}
  const { within, verifiedWithin, investigatedWithin, decidedWithin } = complaints ?? {}
  const all = [
    { kind: 'complain', key: 'within', lapse: within, parties: [] },
    { kind: 'verify', key: 'verified-within', lapse: verifiedWithin, parties: [] },
    {
      kind: 'investigate',
      key: 'investigated-within',
      lapse: investigatedWithin,
      parties: complaints?.investigatedBy ?? []
    },
    { kind: 'decide', key: 'decided-within', lapse: decidedWithin, parties: [] }
  ] as const
  const notice = civilianWorks?.notice
  return [
    ...all.flatMap(({ kind, key, lapse, parties }) =>
      lapse
        ? [
            {
              id: `complaint.${kind}`,
              kind,
              of: '',
              parties,
              seconds: lapse.seconds,
              at: `ceasefire/complaints/${key}`
            }
          ]
        : []
    ),
    ...(notice
      ? [
          {
            id: 'works.notice',
            kind: 'works' as const,
            of: civilianWorks?.channel ?? '',
            parties: [],
            seconds: notice.seconds,
            at: 'ceasefire/civilian-works/notice'
          }
        ]
      : [])
  ]
}
