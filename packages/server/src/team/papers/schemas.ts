import { z } from '@hono/zod-openapi'

/** The most that a sealed file may be: the largest size, and room for the keys of a large track. */
const MOST = 7_500_000

const key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const name = z
  .string()
  .nullable()
  .openapi({ description: 'null for whoever has no account any more' })
const publicKey = z
  .string()
  .regex(/^age1pq1[02-9ac-hj-np-z]{1952}$/)
  .openapi({ description: 'the public half of a hybrid key of age', example: 'age1pq1...' })
const keyHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'SHA-256 of the text of a public key' })
const sealed = z.base64().max(Math.ceil(MOST / 3) * 4)

export const ofTrack = z.strictObject({ track: key })
export const ofPaper = z.strictObject({ track: key, paper: key })
export const ofSeal = z.strictObject({
  track: key,
  paper: key,
  seal: z.coerce.number().int().min(1)
})

const published = z.strictObject({ number: z.int(), key: publicKey, at: z.iso.datetime() })
export const ownKeys = z.strictObject({ keys: z.array(published) }).openapi('PaperKeys', {
  description: 'Oldest first; papers are sealed to the last. None is ever taken away.'
})
export const newKey = z.strictObject({ key: publicKey }).openapi('NewPaperKey')
export const trackKeys = z
  .strictObject({
    members: z.array(z.strictObject({ person: key, name, keys: z.array(published) }))
  })
  .openapi('TrackKeys')

const to = z
  .array(z.strictObject({ person: key, key: keyHash }))
  .min(1)
  .max(200)
export const sealing = z
  .strictObject({
    label: sealed.openapi({ description: 'title and name of the file, sealed, in base 64' }),
    body: sealed.openapi({ description: 'the paper, sealed, in base 64' }),
    to: to.openapi({ description: 'to whose newest keys both are sealed' })
  })
  .openapi('Sealing')

const seal = z.strictObject({
  number: z.int(),
  by: key,
  name,
  at: z.iso.datetime(),
  size: z.int().openapi({ description: 'what it is filled up to, in bytes' }),
  to: z.array(z.strictObject({ person: key, name, key: keyHash }))
})
const paper = z.strictObject({
  id: key,
  seals: z
    .array(seal)
    .openapi({ description: 'the first, and each that was made for others later' }),
  mine: z.strictObject({ seal: z.int(), label: z.base64() }).nullable().openapi({
    description: 'the first that is sealed to the asker’s newest key, else to an earlier one'
  })
})
export const papers = z
  .strictObject({ papers: z.array(paper), more: z.boolean() })
  .openapi('Papers', { description: 'Newest first, at most 50 at once.' })
export const papersQuery = z.strictObject({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .openapi({ description: 'papers before the one with this first seal' })
})
export const paperMade = z.strictObject({ paper: key, seal: z.int() }).openapi('PaperMade')
export const sealedBody = z
  .strictObject({ label: z.base64(), body: z.base64() })
  .openapi('SealedPaper')

/** GET /api/team/keys. */
export type PaperKeysBody = z.infer<typeof ownKeys>
/** GET the keys of a track. */
export type TrackKeysBody = z.infer<typeof trackKeys>
/** POST a paper, or a paper sealed anew. */
export type SealingBody = z.input<typeof sealing>
/** GET the papers of a track. */
export type PapersBody = z.infer<typeof papers>
/** GET a sealed paper. */
export type SealedPaperBody = z.infer<typeof sealedBody>
/** Which paper was made, and its seal. */
export type PaperMadeBody = z.infer<typeof paperMade>
