import { z } from 'zod'
import {
  CROSSING_GROUNDS,
  DAY_STATES,
  DUTY_KINDS,
  DUTY_STATES,
  GATE_ANSWERS,
  GATE_DECISIONS,
  INSPECTION_OUTCOMES,
  MEETING_OUTCOMES,
  PROOF_STATES,
  RATING_RULES,
  START_VERDICTS,
  UNWATCHED_WHY
} from '../../record/index.ts'
import type { DocumentOf } from '../shapes.ts'
import { headShape, ids } from '../shapes.ts'

const howMany = z.int().min(0)
const instant = z.string().describe('an instant in UTC')
const word = z.string()

const head = {
  case: z.strictObject({ title: z.string() }).describe('the case that the record is kept under'),
  at: instant.describe('the instant at which the record is read, in UTC')
}

const proof = z
  .strictObject({
    party: word.describe('who owes it'),
    state: z.enum(PROOF_STATES).describe('how far it is proven'),
    since: instant.optional().describe('when it was first confirmed'),
    entries: ids.describe('entries of those who looked'),
    against: ids.describe('entries that contradict it')
  })
  .meta({ id: 'proof', description: 'What the record shows of something owed by one party.' })

const test = z
  .strictObject({
    kind: z.enum(['quiet', 'verified', 'meetings', 'gate']).describe('what it tests'),
    answer: z.enum(GATE_ANSWERS).describe('how it stands'),
    way: howMany.optional().describe('of several ways of which one is enough, which, from 0'),
    since: instant.optional().describe('since when it has held'),
    earliest: instant.optional().describe('when it could hold at the earliest'),
    entries: ids.describe('entries that decide it'),
    atMost: z.number().optional().describe('of quiet days: the most violations of a day'),
    forDays: howMany.optional().describe('of quiet days: in how many days in a row'),
    run: howMany.optional().describe('of quiet days: how many in a row so far'),
    days: z
      .array(
        z.strictObject({
          day: z.string(),
          state: z.enum(DAY_STATES),
          low: howMany,
          high: howMany,
          entries: ids
        })
      )
      .optional()
      .describe('of quiet days: the days that decide, today last'),
    of: word.optional().describe('what is to be verified, which meeting, or which gate'),
    proofs: z.array(proof).optional().describe('of what is verified: party by party'),
    heldAtLeast: z.number().optional().describe('of meetings: the share that is asked for'),
    due: howMany.optional().describe('of meetings: how many were due'),
    held: howMany.optional().describe('of meetings: how many were held beyond doubt'),
    doubtful: howMany
      .optional()
      .describe('of meetings: held, but contested or below the rank floor'),
    shown: howMany.optional().describe('of those held: told or signed by somebody not barred')
  })
  .meta({ id: 'gateTest', description: 'A test of a gate over the record.' })

const gate = z
  .strictObject({
    id: word.describe('the gate'),
    opens: word.optional().describe('what it opens'),
    answer: z.enum(GATE_ANSWERS).describe('how it stands by the record'),
    since: instant.optional().describe('since when all that it needs has held'),
    earliest: instant.optional().describe('when it could open at the earliest'),
    barred: ids.describe('parties whose word alone is not enough'),
    decidedBy: ids.describe('who decides it'),
    undecided: ids.describe('of those, who has not decided anything yet'),
    tests: z.array(test).describe('its tests'),
    decisions: z
      .array(
        z.strictObject({
          decision: z.enum(GATE_DECISIONS),
          at: instant,
          by: ids,
          entry: z.string(),
          entries: ids,
          dissents: ids
        })
      )
      .describe('what was decided, in the order of the record'),
    decision: z
      .enum(['as-shown', 'against', 'not-shown'])
      .optional()
      .describe('how the last decision stands to what the record shows')
  })
  .meta({ id: 'gateOfRecord', description: 'A gate over the record.' })

const duty = z
  .strictObject({
    id: word.describe('a name of it'),
    kind: z.enum(DUTY_KINDS).describe('what is owed'),
    of: word.describe('what of the case or record it belongs to'),
    party: word.describe('who owes it'),
    state: z.enum(DUTY_STATES).describe('how it stands'),
    due: instant.optional().describe('when it is due'),
    waitsFor: word.optional().describe('the event that it counts from, where that has not come'),
    done: instant.optional().describe('when it was done'),
    lateBySeconds: z.number().optional().describe('how late it was done, or is by now'),
    count: howMany.optional().describe('how many, of a tranche'),
    entries: ids.describe('entries that decide it'),
    against: ids.describe('entries that contradict it')
  })
  .meta({ id: 'duty', description: 'Something that one party owes.' })

const matrix = z
  .strictObject({
    at: instant.describe('when it stood so'),
    mean: z.number().optional().describe('the mean of its ratings'),
    rows: z
      .array(
        z.strictObject({
          of: z.string(),
          parties: ids,
          rating: z.int().min(0).max(3),
          rule: z.enum(RATING_RULES),
          due: instant.optional(),
          late: howMany,
          entries: ids,
          against: ids
        })
      )
      .describe('one row for each stipulation: 0 nothing begun to 3 full, and by what rule')
  })
  .meta({ id: 'kroc', description: 'The implementation matrix at one instant.' })

const said = z.strictObject({
  by: z.string(),
  at: instant,
  entry: z.string(),
  count: howMany.optional()
})
const words = z.strictObject({ own: z.array(said), seen: z.array(said) })

const party = z
  .strictObject({
    party: word.describe('whose'),
    inventory: z
      .strictObject({ count: howMany, asOf: instant, entries: ids })
      .optional()
      .describe('what it declared as of the latest date'),
    started: words.describe('when it began, by its own word and as others saw'),
    completed: words.describe('when it ended, by its own word and as others saw'),
    tranches: z
      .array(
        z.strictObject({
          count: howMany,
          due: instant.optional(),
          declared: howMany,
          counted: howMany,
          state: z.enum(['verified', 'declared', 'due', 'late', 'waiting']),
          entries: ids
        })
      )
      .describe('how much was to be back by when, declared and counted by others'),
    proof: proof.describe('whether others confirm it'),
    sites: z
      .array(
        z.strictObject({
          site: z.string(),
          outcome: z.enum(INSPECTION_OUTCOMES),
          at: instant,
          by: ids,
          declared: howMany.optional(),
          counted: howMany.optional(),
          missingSince: instant.optional(),
          entry: z.string()
        })
      )
      .describe('sites by their last inspection'),
    cadence: z
      .strictObject({ due: howMany, done: howMany, missed: z.array(instant), next: instant })
      .optional()
      .describe('inspections of the store: periods over, those with one, when the others began')
  })
  .meta({ id: 'partyBack', description: 'How far one party has gone back.' })

const withdrawal = z
  .strictObject({
    id: word.describe('the withdrawal'),
    synchronised: z.boolean().describe('whether all begin at one moment'),
    starts: instant.optional().describe('the agreed instant, where it has one'),
    ends: instant.optional().describe('the agreed end'),
    start: z
      .strictObject({
        toleranceSeconds: z.number(),
        own: z.enum(START_VERDICTS),
        seen: z.enum(START_VERDICTS)
      })
      .describe('whether all began together: by their own word, and as others saw'),
    verified: z.boolean().describe('confirmed for all by others, and contested for none'),
    against: ids.describe('entries that speak against it'),
    parties: z.array(party).describe('party by party')
  })
  .meta({ id: 'withdrawalOfRecord', description: 'A withdrawal as the record has it.' })

/** The document of `record gates`. */
export const recordGatesShape = z
  .strictObject({
    ...headShape('record gates'),
    ...head,
    gates: z.array(gate).describe('gates by id')
  })
  .describe('The gates of a record; each answer with the entries that decide it.')
/** The same as a type. */
export type RecordGatesDocument = DocumentOf<typeof recordGatesShape>

/** The document of `record obligations`. */
export const recordDutiesShape = z
  .strictObject({
    ...headShape('record obligations'),
    ...head,
    duties: z.array(duty).describe('what is owed, by date'),
    matrices: z
      .array(matrix)
      .describe('the implementation matrix at the end of each month, and now')
  })
  .describe('What is owed under a record and how far it is carried out.')
/** The same as a type. */
export type RecordDutiesDocument = DocumentOf<typeof recordDutiesShape>

/** The document of `record withdrawals`. */
export const recordGroundShape = z
  .strictObject({
    ...headShape('record withdrawals'),
    ...head,
    withdrawals: z.array(withdrawal).describe('withdrawals by id'),
    inside: z
      .strictObject({
        since: instant,
        tallies: z.array(
          z.strictObject({
            withdrawal: z.string(),
            party: z.string(),
            within: howMany,
            perhaps: howMany,
            across: howMany,
            ceiling: z.number().optional(),
            verdict: z.enum(['under', 'over', 'perhaps-over', 'not-said']),
            entries: ids
          })
        ),
        unplaced: ids,
        stale: ids
      })
      .optional()
      .describe('where it was asked for: who was seen within the zones since an instant')
  })
  .describe('The withdrawals of a record.')
/** The same as a type. */
export type RecordGroundDocument = DocumentOf<typeof recordGroundShape>

const day = z.strictObject({ day: z.string(), events: howMany, low: howMany, high: howMany })

/** The document of `record status`. */
export const recordStatusShape = z
  .strictObject({
    ...headShape('record status'),
    ...head,
    zone: word.describe('the zone in which days are counted'),
    day: word.describe('the day there'),
    entries: howMany.describe('how many entries the record has'),
    until: word.describe('when the last entry came in; empty where there is none'),
    alarms: z.array(duty).describe('clocks of the hotline that have run out'),
    dueToday: z.array(duty).describe('what is due today'),
    late: z.array(duty).describe('what is late'),
    incidents: z.record(z.string(), howMany).describe('how many incidents are how far'),
    violations: z
      .strictObject({ yesterday: day, today: day })
      .describe('violations by the fewest and the most that accounts say'),
    gates: z.array(gate).describe('gates by id'),
    withdrawals: z.array(withdrawal).describe('withdrawals by id'),
    meetings: z
      .array(
        z.strictObject({
          meeting: z.string(),
          due: howMany,
          held: howMany,
          doubtful: howMany,
          last: z.strictObject({ due: instant, state: z.enum(MEETING_OUTCOMES) }).optional()
        })
      )
      .describe('standing meetings: how many were due and held, and the last'),
    crossings: z
      .array(
        z.strictObject({
          party: z.string(),
          redline: z.string(),
          form: z.enum(['never', 'must', 'conduct']),
          ground: z.enum(CROSSING_GROUNDS),
          terms: z.record(z.string(), z.string()),
          entries: ids
        })
      )
      .describe('redlines crossed by what is recorded'),
    unwatched: z
      .array(
        z.strictObject({
          party: z.string(),
          redline: z.string(),
          why: z.enum(UNWATCHED_WHY),
          act: z.string().optional()
        })
      )
      .describe(
        'redlines that are not watched: their act is neither a category of incidents nor a rung of the case (act), or they are read at the end of a process (end)'
      )
  })
  .describe('A record at a glance.')
/** The same as a type. */
export type RecordStatusDocument = DocumentOf<typeof recordStatusShape>
