import { z } from 'zod'
import { OBLIGATION_KINDS } from '../../timetable/index.ts'
import type { DocumentOf } from '../shapes.ts'
import { about, headShape, ids } from '../shapes.ts'

const place = z
  .strictObject({
    file: z.string().describe('file of the case'),
    line: z.int().min(1).describe('from 1'),
    column: z.int().min(1).describe('from 1')
  })
  .meta({ id: 'place', description: 'A place in a file of the case.' })

const local = z
  .strictObject({
    zone: z.string().describe('IANA name of the zone'),
    time: z.string().describe('what the clocks there show, such as `2025-02-15T08:00`')
  })
  .meta({ id: 'local', description: 'An instant on the clocks of a zone.' })

const moment = z
  .strictObject({
    utc: z.string().describe('in UTC, such as `2025-02-15T06:00:00Z`'),
    zone: z.string().describe('the zone in which days are counted from it'),
    local: z.array(local).describe('on the clocks of the zone, then of each party that has clocks')
  })
  .meta({ id: 'moment', description: 'An instant.' })

const relative = z
  .strictObject({
    after: z.string().describe('the event that has no instant, such as `signature`'),
    days: z.int().describe('calendar days after it; below 0 before it'),
    seconds: z.number().describe('seconds after it beyond those days; below 0 before it')
  })
  .meta({ id: 'relative', description: 'So long after an event that has no instant.' })

const entry = z.strictObject({
  id: z
    .string()
    .describe('such as `withdrawal.heavy`, `withdrawal.heavy.ends` or `verified.heavy`'),
  kind: z
    .enum(OBLIGATION_KINDS)
    .describe('what there is to keep; of a gate and an inspection the earliest moment'),
  parties: ids.describe('whom it binds; none where it binds all'),
  moment: moment.nullable().describe('when it is, where that is known'),
  relative: relative.nullable().describe('how long after what, where its instant is not known'),
  eif: z
    .int()
    .nullable()
    .describe('calendar days from entry into force, in the zone of the ceasefire'),
  waits: z
    .array(
      z.strictObject({
        of: z.string().describe('the obligation that it waits for'),
        how: z
          .enum(['counts', 'latest', 'after'])
          .describe(
            'counted from it, the latest of several counted, or dated by itself and after it'
          ),
        lag: z.number().describe('seconds after it, of days a gate waits after entry into force'),
        way: z
          .int()
          .min(0)
          .nullable()
          .describe('of several ways of which one is enough, which; null where it must be there')
      })
    )
    .describe('what it waits for'),
  slack: z
    .number()
    .nullable()
    .describe('seconds by which it could be later before `limit` is touched; null without a limit'),
  limit: ids.describe(
    'what its slack ends at: what must follow it, or what would then be the last of all'
  ),
  moved: z
    .number()
    .nullable()
    .describe(
      'with another moment of the ceasefire supposed: by how many seconds it is later for that'
    ),
  place: place.nullable().describe('where the case says so')
})

const hour = z.strictObject({
  from: z.string().describe('the day from which on it is so, in its own zone'),
  local: z.array(local).describe('the hour on the clocks of each zone')
})

const standing = z.strictObject({
  id: z.string().describe('such as `meeting.flag` or `line-check.theatre.0930`'),
  kind: z.enum(['meeting', 'line-check', 'inspections']).describe('what is held'),
  parties: ids.describe('who is there'),
  cadence: z.string().describe('how often'),
  time: z.string().nullable().describe('the hour, in its zone; none of inspections'),
  zone: z.string().describe('its zone'),
  zoneTaken: z
    .boolean()
    .describe('whether the case says no zone and that of the ceasefire was taken'),
  first: moment.nullable().describe('the first one from entry into force on'),
  hours: z.array(hour).describe('the hour on other clocks, and from which day on'),
  place: place.nullable().describe('where the case says so')
})

const running = z.strictObject({
  id: z.string().describe('such as `complaint.verify` or `channel.phone.acknowledge`'),
  kind: z
    .enum([
      'acknowledge',
      'answer',
      'complain',
      'verify',
      'investigate',
      'decide',
      'recall',
      'works'
    ])
    .describe('what it runs for'),
  parties: ids.describe('whom it binds; none where it binds all'),
  seconds: z.number().describe('how long'),
  place: place.nullable().describe('where the case says so')
})

const change = z.strictObject({
  zone: z.string().describe('whose clocks'),
  utc: z.string().describe('when'),
  before: z.number().describe('seconds ahead of UTC before'),
  after: z.number().describe('seconds ahead of UTC after')
})

const conflict = z.strictObject({
  kind: z.string().describe('which kind, such as `before-ceasefire`'),
  severity: z
    .enum(['impossible', 'unclear'])
    .describe('whether no day keeps both, or two readers could keep it differently'),
  of: ids.describe('the obligations'),
  places: z.array(place).describe('where the case says each'),
  message: z.string().describe('what is wrong'),
  help: z.string().describe('what to change')
})

const countdown = z.strictObject({
  orders: moment
    .nullable()
    .describe('by when the order is with every unit, where the case says so'),
  precedents: z
    .array(
      z.strictObject({
        id: z.string().describe('the precedent'),
        hours: z.number().describe('hours from signature to silence there'),
        moment: moment.nullable().describe('so long before entry into force')
      })
    )
    .describe('how long others gave'),
  signatureHours: z
    .number()
    .nullable()
    .describe('hours between the supposed signature and entry into force')
})

/** The document of `plan timetable --format json`. */
export const timetableShape = z.strictObject({
  ...headShape('plan timetable'),
  case: about,
  settings: z
    .strictObject({
      signature: z.string().nullable().describe('the supposed signature'),
      eif: z.string().nullable().describe('the supposed moment of the ceasefire'),
      party: z.string().nullable().describe('whose obligations are told'),
      from: z.string().nullable().describe('first day told'),
      until: z.string().nullable().describe('last day told'),
      recesses: z
        .array(
          z.strictObject({
            meeting: z.string().describe('which meeting'),
            from: z.string().describe('first day'),
            until: z.string().describe('last day')
          })
        )
        .describe('supposed recesses')
    })
    .describe('what was supposed and asked'),
  zone: z.string().describe('the zone in which days are told'),
  clocks: z
    .array(
      z.strictObject({
        party: z.string().describe('the party'),
        zone: z.string().describe('its clocks')
      })
    )
    .describe('parties that have clocks'),
  countdown: countdown.describe('what comes before entry into force'),
  obligations: z.array(entry).describe('what is told, by instant and then by id'),
  standing: z.array(standing).describe('what is held again and again'),
  recesses: z
    .array(
      z.strictObject({
        meeting: z.string().describe('which meeting'),
        from: z.string().describe('first day'),
        until: z.string().describe('last day'),
        because: z.string().nullable().describe('why, where the case says so'),
        place: place.nullable().describe('where the case says it; null of one that is supposed')
      })
    )
    .describe('days on which a meeting is not held: those of the case, then the supposed ones'),
  running: z.array(running).describe('limits that run from an event, without a moment'),
  changes: z.array(change).describe('changes of clocks between the first obligation and the last'),
  conflicts: z.array(conflict).describe('what cannot be kept or is not clear, told or not'),
  chain: z.array(ids).describe('what decides when the last obligation is, moment by moment')
})

/** The document of `plan timetable --format json`. */
export type TimetableDocument = DocumentOf<typeof timetableShape>
