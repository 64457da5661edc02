import { z } from 'zod'
import type { JsonObject } from './canonical-json.ts'
import { isJsonObject } from './canonical-json.ts'
import { ENTRY_ID, isBytes, isStamp, KEY_ID, KIND, PARTY, RANDOM, RECORD } from './forms.ts'
import type { RecordProblem } from './problems.ts'

const count = z.int().min(0)
const stamp = z.string().refine(isStamp)

/** Base64 of so many bytes. */
export const bytesShape = (length: number): z.ZodType<string, string> =>
  z.string().refine((text) => isBytes(text, length))

/** A party's id, as cases write it. */
export const partyIdShape = z.string().regex(PARTY)
/** A key's id. */
export const keyIdShape = z.string().regex(KEY_ID)
/** An instant as the log writes it. */
export const stampShape = stamp

const content = z.custom<JsonObject>(isJsonObject)

const open = {
  v: z.literal(1),
  record: z.string().regex(RECORD).regex(RANDOM),
  id: z.string().regex(ENTRY_ID),
  kind: z.string().regex(KIND),
  author: z.strictObject({ party: partyIdShape, key: keyIdShape }),
  sequence: count,
  recorded: stamp,
  seen: z.strictObject({ size: count.min(1), root: bytesShape(32) }).exactOptional(),
  supersedes: z.string().regex(ENTRY_ID).exactOptional(),
  signature: bytesShape(64)
}

const audience = z
  .array(partyIdShape)
  .min(1)
  .refine((parties) => new Set(parties).size === parties.length)

/** All may read it, or some may read what it commits to: nothing between. */
const entry = z.union([
  z.strictObject({ ...open, content }),
  z.strictObject({ ...open, audience, commitment: bytesShape(32) })
])

/** A leaf of the log: every key is known, and none is missing. */
export const leafShape = z.strictObject({ entry, received: stamp, clock: stamp.exactOptional() })

/** Why something is no leaf, with the way to the first place that shows it. */
export function formProblem(told: unknown): RecordProblem | undefined {
  const read = leafShape.safeParse(told)
  if (read.success) return undefined
  return { code: 'malformed', data: { at: wayTo(read.error.issues[0]) } }
}

/** Of the two forms of an entry the one that fits better tells what is wrong. */
function wayTo(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_union') {
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0]?.[0]
    return [...issue.path, ...(nearest ? [wayTo(nearest)] : [])].join('/')
  }
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...(issue?.path ?? []), ...unknown].join('/')
}
