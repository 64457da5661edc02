import { z } from 'zod'
import { bytesOf, keyId } from './bytes.ts'
import type { SignedEntry } from './envelope.ts'
import { bytesShape, keyIdShape, partyIdShape, stampShape } from './envelope-shape.ts'
import type { RecordProblem } from './problems.ts'
import type { KeyRing, RingKey } from './ring.ts'
import { KEY_ROLES } from './ring.ts'

const text = z.string().min(1).max(500)

const keyShape = z.strictObject({
  party: partyIdShape,
  role: z.enum(KEY_ROLES),
  name: text.exactOptional(),
  publicKey: bytesShape(32)
})

/** What the first entry of a record says. */
export const openingShape = z.strictObject({
  title: text,
  case: z.strictObject({ title: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }).exactOptional(),
  operator: partyIdShape,
  keys: z.array(keyShape).min(1),
  witnesses: z.int().min(0).exactOptional(),
  tolerance: z.int().min(0).exactOptional(),
  /** Everything in it is for practice. */
  exercise: z.boolean().exactOptional()
})

/** What the first entry of a record says. */
export type RecordOpening = z.output<typeof openingShape>

const revocationShape = z.strictObject({
  key: keyIdShape,
  because: text.exactOptional(),
  since: stampShape.exactOptional()
})

/** The kinds of entries that say which keys there are. */
export const RING_KINDS = ['record.opened', 'key.added', 'key.revoked'] as const

/** Whether an entry says which keys there are. */
export const changesRing = ({ kind }: SignedEntry): boolean =>
  RING_KINDS.some((one) => one === kind)

/** What an entry makes of the ring. */
export type RingChange =
  | { readonly what: 'opened'; readonly opening: RecordOpening; readonly keys: readonly RingKey[] }
  | { readonly what: 'added'; readonly key: RingKey }
  | {
      readonly what: 'revoked'
      readonly key: string
      readonly because?: string
      readonly since?: string
    }

/** What entry `number` makes of the ring, undefined if nothing; or what is wrong with its content. */
export function ringChange(
  { kind, content }: SignedEntry,
  number: number
): RingChange | RecordProblem | undefined {
  if (kind === 'record.opened') {
    const { data, error } = openingShape.safeParse(content)
    if (error) return malformed(error)
    return { what: 'opened', opening: data, keys: data.keys.map((key) => ringKey(key, number)) }
  }
  if (kind === 'key.added') {
    const { data, error } = keyShape.safeParse(content)
    return error ? malformed(error) : { what: 'added', key: ringKey(data, number) }
  }
  if (kind !== 'key.revoked') return undefined
  const { data, error } = revocationShape.safeParse(content)
  return error ? malformed(error) : { what: 'revoked', ...data }
}

function ringKey({ publicKey, ...told }: z.output<typeof keyShape>, added: number): RingKey {
  const bytes = bytesOf(publicKey) ?? new Uint8Array()
  return { ...told, id: keyId(bytes), publicKey: bytes, added }
}

const malformed = (error: z.ZodError): RecordProblem => {
  const [issue] = error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const at = ['entry', 'content', ...(issue?.path ?? []), ...unknown].join('/')
  return { code: 'malformed', data: { at } }
}

/**
 * Whether the author of an entry may change the ring so. Only a party's own head brings its keys,
 * and nobody brings an operator's key to another party than the operator: whoever runs the server
 * speaks for no delegation.
 */
export function changeProblems(
  { author }: SignedEntry,
  change: RingChange,
  { ring, operator }: { readonly ring: KeyRing; readonly operator: string | undefined }
): readonly RecordProblem[] {
  const role = ring.get(author.key)?.role ?? 'unknown'
  if (change.what === 'opened') return openingProblems(change, author)
  if (change.what === 'added') {
    const { party, id, role: given } = change.key
    const known = ring.get(id)
    return [
      ...(known ? [problem('id-taken', { key: id, number: known.added })] : []),
      ...(role === 'head' && party === author.party ? [] : [problem('role', { role, party })]),
      ...(given === 'operator' && party !== operator
        ? [problem('role', { role: given, party })]
        : [])
    ]
  }
  const revoked = ring.get(change.key)
  if (revoked === undefined) return [problem('unknown-key', { key: change.key })]
  if (revoked.revoked)
    return [problem('revoked-key', { key: change.key, number: revoked.revoked.entry })]
  const allowed = author.key === change.key || (role === 'head' && revoked.party === author.party)
  return allowed ? [] : [problem('role', { role, party: revoked.party })]
}

function openingProblems(
  { opening, keys }: Extract<RingChange, { what: 'opened' }>,
  author: SignedEntry['author']
): readonly RecordProblem[] {
  const twice = keys.find(({ id }, at) => keys.findIndex((other) => other.id === id) < at)
  const elsewhere = keys.find(
    ({ role, party }) => role === 'operator' && party !== opening.operator
  )
  const own = keys.find(({ id }) => id === author.key)
  return [
    ...(twice ? [problem('id-taken', { key: twice.id, number: 0 })] : []),
    ...(elsewhere ? [problem('role', { role: 'operator', party: elsewhere.party })] : []),
    ...(own && own.role !== 'operator'
      ? [problem('role', { role: own.role, party: own.party })]
      : [])
  ]
}

const problem = (code: RecordProblem['code'], data: RecordProblem['data']): RecordProblem => ({
  code,
  data
})
