import { base64 } from '../../log/bytes.ts'
import type { JsonObject } from '../../log/canonical-json.ts'
import type { SealedEntry, SeenHead } from '../../log/envelope.ts'
import { sealEntry } from '../../log/envelope.ts'
import type { Signer } from '../../ports/index.ts'
import type { FoldedRecord } from './folded-record.ts'

/** An entry on its way: what was signed, and the body that it commits to. */
export type Submission = SealedEntry

/** What somebody wants to write; the book adds what it takes to sign it. */
export interface Writing {
  readonly party: string
  readonly kind: string
  readonly content: JsonObject
  readonly id?: string
  readonly audience?: readonly string[]
  readonly supersedes?: string
}

/** What an author needs to know in order to sign the next entry of a key. */
export interface BeforeSigning {
  readonly record: string | undefined
  readonly sequence: number
  /** The newest checkpoint. */
  readonly seen: SeenHead | undefined
  /** The latest instant that the key has signed, in ms since 1970. */
  readonly last: number
}

/** Where a key stands in a record. */
export async function beforeSigning(held: FoldedRecord, key: string): Promise<BeforeSigning> {
  const track = held.log.track(key)
  return {
    record: held.log.record,
    sequence: track?.next ?? 0,
    seen: await headOf(held),
    last: track?.last ?? 0
  }
}

/** Signs what somebody wants to write as the next entry of their key. */
export async function sealWriting(
  held: FoldedRecord,
  writing: Writing,
  signer: Signer
): Promise<Submission> {
  const { party, id, audience, ...rest } = writing
  const { now, random } = held.host
  const { record = '', sequence, seen, last } = await beforeSigning(held, keyOf(held, signer))
  return sealEntry(
    {
      ...rest,
      record,
      id: id ?? `${rest.kind.replace('.', '-')}-${hexOf(random(6))}`,
      author: { party },
      sequence,
      recorded: new Date(Math.max(now(), last)).toISOString(),
      ...(seen && { seen }),
      ...(audience && { audience, salt: random(32) })
    },
    signer
  )
}

function keyOf({ log }: FoldedRecord, { publicKey }: Signer): string {
  const wanted = base64(publicKey)
  return log.ring.all().find((key) => base64(key.publicKey) === wanted)?.id ?? ''
}

/** The newest checkpoint as an author names it. */
async function headOf({ host, log }: FoldedRecord): Promise<SeenHead | undefined> {
  const kept = await host.store.checkpoint()
  if (!kept || kept.size === 0 || kept.size > log.size) return undefined
  return { size: kept.size, root: base64(log.tree.rootAt(kept.size)) }
}

/** Bytes in hexadecimal. */
export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
