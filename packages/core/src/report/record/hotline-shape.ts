import { z } from 'zod'
import { CHANNEL_KINDS } from '../../model/index.ts'
import {
  CLOCK_STATES,
  HOTLINE_CLOCKS,
  LINE_CHECK_STATES,
  MESSAGE_STATUSES,
  URGENCIES
} from '../../record/index.ts'
import type { DocumentOf } from '../shapes.ts'
import { chanceShape, headShape, ids } from '../shapes.ts'

const instant = z.string().describe('an instant in UTC')
const seconds = z.number().min(0)
const howMany = z.int().min(0)
const status = z.enum(MESSAGE_STATUSES).describe('meant in earnest, part of a drill, or a test')
const whichClock = z.enum(HOTLINE_CLOCKS).describe('to acknowledge, or to answer in substance')

const reading = z
  .strictObject({
    clock: whichClock,
    state: z
      .enum(CLOCK_STATES)
      .describe(
        '`told-late`: stopped in time by the account of its owner, which the record got after the hour'
      ),
    from: instant.describe('from when on it runs'),
    deadline: instant.describe('its hour'),
    stopped: instant.nullable().describe('when it was stopped, by the account of its owner'),
    by: z.string().nullable().describe('the entry that stopped it'),
    ran: seconds.describe('seconds that it ran, until now where nothing stopped it'),
    alarm: z
      .strictObject({
        since: instant.describe('its hour, which passed'),
        until: instant.nullable().describe('when the record got what ended it; null: it stands')
      })
      .nullable()
      .describe('when the record was past its hour and had nothing that stopped it')
  })
  .meta({ id: 'clockReading', description: 'One of the two clocks of a message at an addressee.' })

const end = z.strictObject({
  party: z.string().describe('the addressee'),
  received: instant.nullable().describe('when it says it received the message'),
  acknowledged: instant.nullable().describe('when it says it acknowledged it'),
  answered: instant.nullable().describe('when it says it answered'),
  clocks: z.array(reading).describe('the second only where an answer is due')
})

const message = z.strictObject({
  id: z.string().describe('the entry that sent it'),
  channel: z.string().describe('of the case'),
  kind: z.enum(CHANNEL_KINDS).describe('what it is about'),
  status,
  urgency: z.enum(URGENCIES).describe('how soon something has to be done'),
  from: z.string().describe('the party that sent it'),
  sentAt: instant.describe('when it says it sent it'),
  told: instant.describe('when the record got it'),
  subject: z.string().nullable().describe('in the words of its sender'),
  languages: ids.describe('in which it is written'),
  cancelled: z.boolean().describe('by its sender'),
  corrections: ids.describe('entries by which its sender corrected it'),
  ends: z.array(end).describe('at each addressee')
})

const check = z.strictObject({
  due: instant.describe('its hour'),
  state: z
    .enum(LINE_CHECK_STATES)
    .describe('every end was heard, one was not, nothing was sent, or its time is not over'),
  messages: ids.describe('messages that were sent for it'),
  silent: ids.describe('ends that neither sent nor acknowledged one in time'),
  slip: z
    .enum(['skipped', 'twice'])
    .nullable()
    .describe('the clocks skip that hour that day, or show it twice')
})

/** The document of `record hotline --format json`. */
export const hotlineShape = z.strictObject({
  ...headShape('record hotline'),
  case: z.strictObject({ title: z.string().describe('its title') }).describe('the case'),
  at: instant.describe('as of when: what the record got later is left out'),
  period: z
    .strictObject({ from: instant, until: instant.describe('no longer in it') })
    .describe('of when messages, checks and statistics are'),
  channels: z
    .array(
      z.strictObject({
        id: z.string().describe('of the case'),
        ends: ids.describe('parties at its ends'),
        acknowledgeWithin: seconds.describe('seconds'),
        answerWithin: seconds.nullable().describe('seconds; null where no answer is due'),
        zone: z.string().describe('the zone in which its hours are told'),
        zoneTaken: z
          .boolean()
          .describe('the case names no zone for its hours, and that of the ceasefire was taken')
      })
    )
    .describe('the hotlines of the case'),
  alarms: z
    .array(
      z.strictObject({
        message: z.string().describe('the entry that sent it'),
        channel: z.string().describe('of the case'),
        status,
        party: z.string().describe('who has not acknowledged or answered'),
        clock: whichClock,
        since: instant.describe('the hour that passed'),
        by: seconds.describe('seconds ago')
      })
    )
    .describe('what is overdue, longest first, of any period; drills and tests by their status'),
  messages: z.array(message).describe('in the order in which they were sent'),
  checks: z
    .array(
      z.strictObject({
        channel: z.string().describe('of the case'),
        due: z.array(check).describe('by their hours')
      })
    )
    .describe('checks of the line'),
  statistics: z
    .array(
      z.strictObject({
        channel: z.string().describe('of the case'),
        party: z.string().describe('the addressee'),
        status,
        clock: whichClock,
        messages: howMany.describe('sent in the period; none that was cancelled before'),
        inTime: howMany.describe('stopped in time'),
        toldLate: howMany.describe('in time by its own account, told to the record after the hour'),
        late: howMany.describe('stopped late'),
        overdue: howMany.describe('past their hour, and nothing stopped them'),
        running: howMany.describe('still within their hour'),
        share: chanceShape.nullable().describe('in time, of those that no longer run'),
        median: seconds.nullable().describe('seconds, of those that were stopped'),
        longest: z
          .strictObject({
            ran: seconds.describe('seconds'),
            message: z.string().describe('which')
          })
          .nullable()
          .describe('that ran longest, or has run so far')
      })
    )
    .describe('how the clocks were kept, by channel, party, status and clock'),
  hidden: howMany.describe('messages whose content whoever reads may not see')
})

/** The document of `record hotline --format json`. */
export type HotlineDocument = DocumentOf<typeof hotlineShape>
