import type { Signer } from '@truce/core'
import type { EntryDraft, JsonObject, KeyRole, SealedEntry } from '@truce/core/log'
import { base64, keyId, LogState, leafOf, sealEntry } from '@truce/core/log'
import { seededSigner, verifier } from '../../../host/src/signing/index.ts'

/** The record of these tests. */
export const RECORD = 'trial-2025.0123456789abcdef'

/** When an entry was received that is the `minute`th of the day. */
export const at = (minute: number, second = 0): string =>
  new Date(Date.UTC(2026, 2, 1, 0, minute, second)).toISOString()

/** A key whose seed is one number. */
export const signerOf = (seed: number): Promise<Signer> =>
  seededSigner(new Uint8Array(32).fill(seed))

/** The keys of these tests, by what they are for. */
export const keys = {
  operator: await signerOf(1),
  head: await signerOf(2),
  field: await signerOf(3),
  other: await signerOf(4),
  witness: await signerOf(5),
  otherWitness: await signerOf(6),
  stranger: await signerOf(7)
} as const

/** The name of such a key. */
export type KeyName = keyof typeof keys

/** Whose each key is. */
export const PARTIES: Readonly<Record<KeyName, string>> = {
  operator: 'secretariat',
  head: 'north',
  field: 'north',
  other: 'south',
  witness: 'north',
  otherWitness: 'south',
  stranger: 'north'
}

const ROLES: Readonly<Record<KeyName, KeyRole>> = {
  operator: 'operator',
  head: 'head',
  field: 'field',
  other: 'head',
  witness: 'witness',
  otherWitness: 'witness',
  stranger: 'field'
}

/** A key as the entries that bring it tell it. */
export const toldKey = (name: KeyName): JsonObject => ({
  party: PARTIES[name],
  role: ROLES[name],
  publicKey: base64(keys[name].publicKey)
})

/** The id of a key. */
export const idOf = (name: KeyName): string => keyId(keys[name].publicKey)

/** What the first entry says: all keys but the stranger's. */
export const opening = (changes: JsonObject = {}): JsonObject => ({
  title: 'A trial',
  operator: 'secretariat',
  keys: (['operator', 'head', 'field', 'other', 'witness', 'otherWitness'] as const).map(toldKey),
  ...changes
})

/** Entry by entry, what is to be signed; what is left out follows from what was signed before. */
export interface Line extends Partial<Omit<EntryDraft, 'author'>> {
  readonly by: KeyName
  readonly party?: string
}

/** Signs an entry. */
export function seal({ by, party, ...draft }: Line): Promise<SealedEntry> {
  const whole: EntryDraft = {
    record: RECORD,
    id: 'entry-0',
    kind: 'note.made',
    sequence: 0,
    recorded: at(0),
    content: { text: 'nothing to tell' },
    ...draft,
    author: { party: party ?? PARTIES[by] }
  }
  return sealEntry(whole, keys[by])
}

/** One entry of a log as it is kept. */
export interface Kept extends SealedEntry {
  readonly leaf: Uint8Array
}

/** A log that grows by the minute, in which everybody does as they should unless a line says otherwise. */
export class Writer {
  readonly state = new LogState(verifier)
  readonly entries: Kept[] = []
  private readonly next = new Map<KeyName, number>()

  /** With its first entry. */
  static async opened(changes: JsonObject = {}): Promise<Writer> {
    const writer = new Writer()
    await writer.add({ by: 'operator', kind: 'record.opened', content: opening(changes) })
    return writer
  }

  /** Signs the next entry of a key, without taking it in. */
  seal(line: Line): Promise<SealedEntry> {
    const minute = this.entries.length
    return seal({
      id: `entry-${minute}`,
      sequence: this.next.get(line.by) ?? 0,
      recorded: at(minute),
      ...line
    })
  }

  /** Signs an entry and takes it in as it is, admitted or not. */
  async add(line: Line): Promise<Kept> {
    const sealed = await this.seal(line)
    this.next.set(line.by, sealed.entry.sequence + 1)
    const { received, clock } = this.state.stamps(at(this.entries.length))
    const leaf = leafOf(sealed.entry, received, clock)
    const kept = { ...sealed, leaf }
    this.state.apply(leaf)
    this.entries.push(kept)
    return kept
  }
}

export { verifier }
