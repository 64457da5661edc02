import { z } from 'zod'
import { CADENCES, MEETING_KINDS, RANKS } from '../../model/index.ts'
import {
  AGENDA_HEADINGS,
  DUE_BY,
  FLOOR_HINTS,
  FLOOR_VERDICTS,
  GRADE_BASES,
  MEETING_OUTCOMES,
  UNDERTAKING_STATES,
  VERIFICATIONS
} from '../../record/index.ts'
import type { DocumentOf } from '../shapes.ts'
import { chanceShape, headShape, ids } from '../shapes.ts'

const instant = z.string().describe('an instant in UTC')
const howMany = z.int().min(0)
const grade = z.enum(RANKS).describe('a grade by its NATO code')
const verdict = z.enum(FLOOR_VERDICTS).describe('by rank, by an accepted equivalence, or not')

const attendant = z.strictObject({
  name: z.string().nullable().describe('of the attendant'),
  rank: z.string().describe('as it is borne'),
  appointment: z.string().nullable().describe('as it is borne'),
  low: grade,
  high: grade,
  basis: z.enum(GRADE_BASES).describe('what the grades rest on'),
  verdict,
  hint: z
    .enum(FLOOR_HINTS)
    .nullable()
    .describe(
      'commands what a brigadier commands elsewhere, reaches it where others accept it, or is on no ladder known here'
    ),
  missing: ids.describe('sides that have not accepted the equivalence')
})

const floor = z
  .strictObject({
    floor: grade,
    verdict,
    sides: z
      .array(
        z.strictObject({
          party: z.string().describe('a side of the meeting'),
          verdict,
          reach: howMany.describe('how many of it reach the floor'),
          needed: howMany.describe('how many have to'),
          attendants: z.array(attendant).describe('whom it sent')
        })
      )
      .describe('each side')
  })
  .meta({ id: 'rankFloor', description: 'The rank floor as judged on the day of the meeting.' })

const due = z.strictObject({
  due: instant.describe('the hour it was to be held at'),
  by: z.enum(DUE_BY).describe('why it was due'),
  state: z.enum(MEETING_OUTCOMES).describe('what became of it'),
  calls: ids.describe('entries that called it'),
  entries: ids.describe('entries that tell of it'),
  lateBy: z.number().nullable().describe('minutes after its hour that it began; below 0 before'),
  absent: ids.describe('who was absent, as told by whoever says that it failed'),
  because: z.array(z.string()).describe('why it failed, in the words of whoever says so'),
  noticeHours: z.number().nullable().describe('hours of notice before one that failed'),
  dissent: ids.describe('sides that do not agree with an account of it'),
  quorum: z
    .array(
      z.strictObject({
        party: z.string().describe('a side'),
        there: howMany.describe('how many of it were there'),
        needed: howMany.describe('how many have to be')
      })
    )
    .describe('of a meeting that was held'),
  floor: floor.nullable().describe('null where there is none, or it was not held'),
  notAgreed: z
    .strictObject({
      recess: z.string().describe('the entry'),
      by: ids.describe('sides that have not agreed, or dissent')
    })
    .nullable()
    .describe('a recess over this hour that does not hold'),
  slip: z
    .enum(['skipped', 'twice'])
    .nullable()
    .describe('the clocks skip that hour that day, or show it twice')
})

const minutes = z.strictObject({
  held: z.string().describe('the entry that says it was held'),
  written: ids.describe('languages in which there are minutes'),
  unwritten: ids.describe('languages that the case asks for and nobody has written'),
  sides: z
    .array(
      z.strictObject({
        party: z.string().describe('a side'),
        by: ids.describe('entries by which it signed'),
        missing: ids.describe('languages whose last version it has not signed'),
        reservations: ids.describe('signatures with a reservation')
      })
    )
    .describe('who has signed'),
  complete: z.boolean().describe('every side has signed every version that the case asks for')
})

const undertaking = z.strictObject({
  id: z.string().describe('its name'),
  by: z.string().describe('who gave it'),
  what: z.string().describe('in the words of the meeting'),
  state: z.enum(UNDERTAKING_STATES).describe('how it stands'),
  due: instant.nullable().describe('until when'),
  declared: instant.nullable().describe('when whoever gave it says it was done'),
  verified: instant.nullable().describe('when it was confirmed'),
  outcome: z.enum(VERIFICATIONS).nullable().describe('of the last verification'),
  lateBy: z.number().min(0).nullable().describe('seconds after its day'),
  entries: ids.describe('entries that decide it')
})

const agendaItem = z.strictObject({
  heading: z.enum(AGENDA_HEADINGS).describe('the standing heading'),
  entries: ids.describe('entries that it rests on'),
  since: instant.describe('since when it is open'),
  parties: ids.describe('whom it is about'),
  state: z.string().describe('such as `verified`, a language or a clock'),
  text: z.string().nullable().describe('in the words of its author')
})

/** The document of `record meetings --format json`. */
export const meetingsShape = z.strictObject({
  ...headShape('record meetings'),
  case: z.strictObject({ title: z.string().describe('its title') }).describe('the case'),
  at: instant.describe('as of when: what the record got later is left out'),
  period: z
    .strictObject({ from: instant.nullable(), until: instant.describe('included') })
    .describe('of when meetings are; from the first where nothing is said'),
  lateAfter: z.number().min(0).describe('minutes after its hour from which a meeting is late'),
  meetings: z
    .array(
      z.strictObject({
        id: z.string().describe('of the case'),
        kind: z.enum(MEETING_KINDS).describe('what it is'),
        cadence: z.enum(CADENCES).describe('how often'),
        time: z.string().describe('its hour'),
        zone: z.string().describe('on whose clocks'),
        first: instant.nullable().describe('the first; null where nothing dates it'),
        firstBy: z
          .enum(['case', 'record'])
          .nullable()
          .describe('whether the case dates it, or only an entry'),
        share: z
          .strictObject({
            due: howMany.describe('meetings due, without those still awaited'),
            held: howMany.describe('with quorum and rank floor, and no dissent'),
            doubtful: howMany.describe('contested, or below the rank floor'),
            low: chanceShape.nullable().describe('the share held beyond doubt'),
            high: chanceShape.nullable().describe('and with what is doubtful')
          })
          .describe('how many were held'),
        due: z.array(due).describe('by their hours'),
        inRecess: z
          .array(
            z.strictObject({
              due: instant,
              recess: z.string().describe('the entry, or the days where the case says it')
            })
          )
          .describe('hours that fell into a recess to which all sides agreed'),
        beside: ids.describe('entries that tell of an hour at which none was due'),
        minutes: z.array(minutes).describe('of those that were held'),
        undertakings: z.array(undertaking).describe('promises made there'),
        agenda: z.array(agendaItem).describe('what the next has to talk about')
      })
    )
    .describe('standing meetings of the case')
})

/** The document of `record meetings --format json`. */
export type MeetingsDocument = DocumentOf<typeof meetingsShape>
