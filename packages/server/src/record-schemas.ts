import { z } from '@hono/zod-openapi'
import { KEY_ROLES } from '@truce/core/log'
import { PARTY_KINDS } from '@truce/core/model'
import { isZone } from '@truce/core/timetable'
import { RECORD_ID } from './records/shelf.ts'
import { file } from './schemas.ts'

const MOST_ENTRIES = 500
const LONGEST = 400_000

const stamp = z.string().openapi({ description: 'UTC', example: '2025-01-25T08:00:00.000Z' })
const size = z.int().min(0).openapi({ description: 'how many entries' })
const bytes = (description: string) => z.string().max(LONGEST).openapi({ description })
const party = z.string().min(1).max(64).openapi({ description: 'the id of a party of the case' })

/** The id of a record in an address. */
export const recordId = z.string().regex(RECORD_ID).openapi({ example: '3f2a9c1b07de' })

export const newRecord = z
  .strictObject({
    title: z.string().min(1).max(500),
    operator: party.openapi({ description: 'the party that keeps the record' }),
    exercise: z.boolean().optional().openapi({ description: 'everything in it is for practice' }),
    witnesses: z.int().min(0).max(50).optional().openapi({
      description: 'how many parties are to cosign each checkpoint'
    }),
    keys: z
      .array(
        z.strictObject({
          party,
          role: z.enum(KEY_ROLES).exclude(['operator']),
          name: z.string().min(1).max(500).exactOptional(),
          publicKey: z.base64().max(44).openapi({ description: '32 bytes, Ed25519' })
        })
      )
      .max(200)
  })
  .openapi('NewRecord', {
    description:
      'Whose keys the record believes. The server adds its own as the operator’s; no private key is ever sent.'
  })

export const recordBody = z
  .strictObject({
    id: recordId,
    name: z.string().openapi({ description: 'the record’s name, the origin of its checkpoints' }),
    title: z.string(),
    operator: party,
    exercise: z.boolean(),
    size,
    root: bytes('the root over all entries, in base64'),
    now: stamp.openapi({ description: 'the hour by the record’s clock' }),
    checkpoint: z
      .strictObject({ size, note: z.string() })
      .nullable()
      .openapi({ description: 'the newest signed note' })
  })
  .openapi('Record')

export const recordList = z.strictObject({ records: z.array(recordBody) }).openapi('RecordList')

export const recordCase = z
  .strictObject({ files: z.array(file) })
  .openapi('RecordCase', { description: 'The text of the case that the record was begun under.' })

const text = z
  .union([z.string(), z.record(z.string(), z.string())])
  .openapi({ description: 'a text, or the same by language' })

export const recordField = z
  .strictObject({
    parties: z.array(z.strictObject({ id: party, name: text, kind: z.enum(PARTY_KINDS) })),
    zone: z.string().openapi({ description: 'in which the hours of the record are told' })
  })
  .openapi('RecordField', {
    description: 'Of the case only what its record itself speaks of: who takes part.'
  })

export const entriesQuery = z.strictObject({
  from: z.coerce.number().int().min(0).default(0),
  to: z.coerce.number().int().min(0).optional(),
  for: party.optional().openapi({ description: 'only what this party may read; all if left out' })
})

export const entriesBody = z
  .strictObject({
    size,
    entries: z.array(
      z.strictObject({
        leaf: bytes('base64'),
        body: bytes('base64; where the reader may see it').optional()
      })
    )
  })
  .openapi('RecordEntries')

export const submissions = z
  .strictObject({
    entries: z
      .array(
        z.strictObject({
          entry: z.looseObject({}).openapi({ description: 'as its author signed it' }),
          body: bytes('base64, where the entry only commits to it').optional()
        })
      )
      .min(1)
      .max(MOST_ENTRIES)
  })
  .openapi('Submissions')

const problem = z.strictObject({
  code: z.string(),
  entry: z.int().optional(),
  id: z.string().optional(),
  data: z.record(z.string(), z.union([z.string(), z.number()]))
})

export const submitted = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.enum(['received', 'known']),
      number: z.int().min(0),
      received: stamp
    }),
    z.strictObject({ outcome: z.literal('refused'), problems: z.array(problem) })
  ])
  .openapi('Submitted')

export const submittedAll = z
  .strictObject({ results: z.array(submitted) })
  .openapi('SubmittedAll', { description: 'What became of each, in the order they were sent in.' })

export const writing = z
  .strictObject({
    kind: z.string().max(64),
    content: z.looseObject({}),
    supersedes: z.string().max(64).optional()
  })
  .openapi('Writing', { description: 'What whoever keeps the record writes, with its own key.' })

export const clockBody = z
  .strictObject({
    to: stamp.max(24).openapi({ description: 'the new hour' }),
    text: z.string().min(1).max(2000).openapi({
      description: 'what those who take part are told; it stands in the record as an inject'
    })
  })
  .openapi('ClockMove')

export const beforeBody = z
  .strictObject({
    record: z.string(),
    sequence: z.int().min(0),
    seen: z.strictObject({ size, root: bytes('base64') }).nullable(),
    last: z.number().openapi({ description: 'when the key last wrote, in ms since 1970; or 0' })
  })
  .openapi('Before')

export const checkpointBody = z.strictObject({ size, note: z.string() }).openapi('Checkpoint')

export const looksBody = z
  .strictObject({
    reads: z.array(
      z.strictObject({
        at: stamp,
        reader: z.string(),
        what: z.enum(['bodies', 'export']),
        from: z.int(),
        to: z.int()
      })
    )
  })
  .openapi('Reads')

export const cosigned = z
  .strictObject({ note: z.string().min(1).max(LONGEST) })
  .openapi('Cosigned', { description: 'A checkpoint of the record with one more cosignature.' })

export const dailyBody = z
  .strictObject({
    day: z.iso.date().openapi({ description: 'the day on which it ends' }),
    zone: z.string().max(64).refine(isZone).openapi({ description: 'whose clocks' }),
    cutOff: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .openapi({ description: 'when a day ends there', example: '19:30' }),
    for: z.string().min(1).max(64).optional().openapi({
      description: 'the party for which it is; on a team’s server one that the asker stands for'
    }),
    to: z.enum(['docx', 'pdf', 'html', 'markdown'])
  })
  .openapi('DailyReport')

export const headsBody = z
  .strictObject({ heads: z.array(z.strictObject({ size, note: z.string() })) })
  .openapi('Heads', { description: 'Every signed note, over the fewest entries first.' })

/** One record, as GET /api/cases/{id}/records/{record} tells it. */
export type RecordBody = z.infer<typeof recordBody>
/** GET what is needed to file in a record. */
export type RecordFieldBody = z.infer<typeof recordField>
/** POST /api/cases/{id}/records. */
export type NewRecordBody = z.infer<typeof newRecord>
/** GET entries of a record. */
export type EntriesBody = z.infer<typeof entriesBody>
/** POST entries of a record. */
export type SubmissionsBody = z.input<typeof submissions>
/** What became of one entry. */
export type SubmittedBody = z.infer<typeof submitted>
/** What the keeper of a record writes. */
export type WritingBody = z.input<typeof writing>
/** A signed note over a record. */
export type CheckpointBody = z.infer<typeof checkpointBody>
/** Who read what. */
export type ReadsBody = z.infer<typeof looksBody>
/** All checkpoints of a record. */
export type HeadsBody = z.infer<typeof headsBody>
/** POST for the daily report of a record. */
export type DailyReportBody = z.infer<typeof dailyBody>
