import type { Cosignature, Verified } from '@truce/core/log'
import {
  checkpointKeys,
  cosignerName,
  cosignNote,
  readCheckpoint,
  readNote,
  sameBytes,
  utf8,
  utf8Text,
  verifyNote
} from '@truce/core/log'
import type { CheckpointBody } from '@truce/server'
import { signerOf, verifier } from './browser-signing.ts'
import type { RecordDesk, WriteAs } from './record-desk.ts'
import type { RecordFold } from './record-fold.ts'
import { standsHere, verifyHere } from './verify-record.ts'

/** What came of cosigning: done over so many entries, or what stands against it. */
export type Cosigned =
  | { readonly done: true; readonly size: number }
  | { readonly done: false; readonly verified: Verified }

/**
 * Cosigns the newest head with a key of this browser, after the whole record was verified here and
 * found to go on from every head that this browser saw before. A head that does not is not cosigned.
 */
export async function cosignHere(
  desk: RecordDesk,
  { key, party }: WriteAs,
  onProgress: (share: number) => void
): Promise<Cosigned> {
  const { name } = desk.snapshot().head
  const { verified, note } = await verifyHere(desk, name, onProgress)
  if (!standsHere(verified)) return { done: false, verified }
  const signed = await cosignNote(utf8(note), {
    name: cosignerName(name, { party, id: key.id }),
    time: Math.floor(desk.now() / 1000),
    signer: signerOf(key)
  })
  await desk.api.cosigned(utf8Text(signed) ?? '')
  return { done: true, size: verified.size }
}

/** A signed head as this browser judges it: whether it is over these entries, and who cosigned. */
export interface JudgedHead {
  readonly size: number
  readonly fits: boolean
  readonly by: readonly Cosignature[]
}

/** Judges a head by the entries and keys that are at hand here. */
export async function judgedHead(
  { log }: RecordFold,
  { size, note }: CheckpointBody
): Promise<JudgedHead> {
  const bytes = utf8(note)
  const told = readCheckpoint(readNote(bytes)?.text ?? '')
  const verified = await verifyNote(bytes, checkpointKeys(log, Math.min(size, log.size)), verifier)
  if (!told || 'refused' in verified || size > log.size) return { size, fits: false, by: [] }
  const names = new Map(log.ring.all().map((key) => [cosignerName(log.record ?? '', key), key]))
  const fits =
    told.origin === log.record && told.size === size && sameBytes(log.tree.rootAt(size), told.root)
  const by = verified.by.flatMap(({ key: { name }, time }) => {
    const key = names.get(name)
    return key && time !== undefined ? [{ party: key.party, key: key.id, time }] : []
  })
  return { size, fits, by }
}
